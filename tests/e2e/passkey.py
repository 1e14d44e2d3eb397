"""A phone that keeps passkeys, as Chromium has it for tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Page

from tests.conftest import SECRETS
from tests.e2e.server import Server

PHONE = {
    "protocol": "ctap2",
    "ctap2Version": "ctap2_1",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@contextmanager
def server_with_a_name(folder: Path) -> Iterator[Server]:
    """A server that has a name: a number has no passkeys."""
    own = SECRETS | {"DATABASE_URL": f"sqlite:///{folder / 'test.db'}"}
    named = Server(folder, own, host="localhost")
    with named.kept_warm():
        yield named


class Keys:
    """The passkeys of one phone, and whether its finger is known and there."""

    def __init__(self, page: Page, **differently: Any) -> None:
        self._cdp: CDPSession = page.context.new_cdp_session(page)
        self._cdp.send("WebAuthn.enable", {"enableUI": False})
        made = self._cdp.send("WebAuthn.addVirtualAuthenticator", {"options": PHONE | differently})
        self._which = {"authenticatorId": made["authenticatorId"]}

    def kept(self) -> list[dict[str, Any]]:
        """Every passkey on this phone, with its secret."""
        kept: list[dict[str, Any]] = self._cdp.send("WebAuthn.getCredentials", self._which)[
            "credentials"
        ]
        return kept

    def put(self, passkey: dict[str, Any]) -> None:
        """Bring a passkey of another phone over."""
        self._cdp.send("WebAuthn.addCredential", self._which | {"credential": passkey})

    def clear(self) -> None:
        """Forget every passkey."""
        self._cdp.send("WebAuthn.clearCredentials", self._which)

    def finger(self, known: bool) -> None:
        """Whether the finger that is laid on is the right one."""
        self._cdp.send("WebAuthn.setUserVerified", self._which | {"isUserVerified": known})
