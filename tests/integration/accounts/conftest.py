"""A real mail server on a free port, what arrives in it, and a clock to set."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, tzinfo
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from webapp.accounts import signed_in
from webapp.config import Settings

SetClock = Callable[[timedelta], None]


@dataclass
class Mailbox:
    """Every mail that was handed over, in order, and with what the server refuses."""

    port: int
    mails: list[EmailMessage] = field(default_factory=list)
    refuses_person: str = ""  # its answer to whoever is named
    refuses_letter: str = ""  # its answer to what is handed over

    async def handle_RCPT(  # noqa: N802
        self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any
    ) -> str:
        """Hear for whom a mail is; aiosmtpd calls it by this name."""
        if self.refuses_person:
            return self.refuses_person
        envelope.rcpt_tos.append(address)
        return "250 Known"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        """Take a mail; aiosmtpd calls it by this name."""
        if self.refuses_letter:
            return self.refuses_letter
        mail = message_from_bytes(envelope.content, policy=default)
        assert isinstance(mail, EmailMessage)
        assert envelope.rcpt_tos == [mail["To"]]
        self.mails.append(mail)
        return "250 Taken"

    def last_text(self) -> str:
        """The text of the newest mail."""
        return str(self.mails[-1].get_content())

    def link(self) -> str:
        """The path of the first link in the newest mail."""
        return self.links()[-1]

    def links(self) -> list[str]:
        """The path of the first link in each mail."""
        texts = [str(mail.get_content()) for mail in self.mails]
        found = [re.search(r"http://localhost(/\S+)", text) for text in texts]
        assert None not in found, texts
        return [match.group(1) for match in found if match]


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    """A mail server of this test's own."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    box = Mailbox(port)
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    yield box
    controller.stop()


@pytest.fixture
def settings(settings: Settings, mailbox: Mailbox) -> Settings:
    """The usual settings, with mail going to the mailbox."""
    return replace(settings, mail_url=f"smtp://127.0.0.1:{mailbox.port}")


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    """Sets the clock by which sign-ins are judged so much later than now."""

    def set_clock(by: timedelta) -> None:
        class Moved:
            def now(self, _zone: tzinfo) -> datetime:
                return datetime.now(UTC) + by

        monkeypatch.setattr(signed_in, "datetime", Moved())

    return set_clock
