"""Whether a passkey is made, or used, as we asked: py_webauthn checks it.

Pure: what was asked comes as an argument. The person is always verified by their device (finger,
face or code), so a passkey is two factors by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any, TypeVar
from urllib.parse import urlsplit

from webauthn import verify_authentication_response, verify_registration_response
from webauthn.helpers import base64url_to_bytes
from webauthn.helpers.cose import COSEAlgorithmIdentifier as Algorithm

ALGORITHMS = (
    Algorithm.EDDSA,
    Algorithm.ECDSA_SHA_256,
    Algorithm.RSASSA_PKCS1_v1_5_SHA_256,
)
LONGEST_ID = 1023  # bytes, says the standard
PORTS = {"https": 443, "http": 80}

Checked = TypeVar("Checked")


class Unfit(Exception):
    """What came is not what was asked, or not signed by whom it says."""


class Expired(Unfit):
    """What came answers a question that was not asked here, too long ago, or answered already."""


@dataclass(frozen=True)
class Site:
    """For whom passkeys are: the name of the host, and the origin that browsers write."""

    host: str
    origin: str

    @classmethod
    def at(cls, public_url: str) -> Site:
        """The site at the address that people use. Never by what a request says of itself."""
        parts = urlsplit(public_url)
        host = parts.hostname or ""
        usual = parts.port in (None, PORTS.get(parts.scheme))
        return cls(host, f"{parts.scheme}://{host}" + ("" if usual else f":{parts.port}"))

    @property
    def can_have_passkeys(self) -> bool:
        """Whether browsers make passkeys for it: only for a name, not for a number."""
        try:
            ip_address(self.host)
        except ValueError:
            return bool(self.host)
        return False


@dataclass(frozen=True)
class Made:
    """What a browser sends of a passkey that it made, as base64url."""

    id: str
    client_data: str
    attestation: str


@dataclass(frozen=True)
class Signed:
    """What a browser sends of a question that a passkey signed, as base64url.

    `person` is whose passkey it says to be.
    """

    id: str
    client_data: str
    authenticator_data: str
    signature: str
    person: str


@dataclass(frozen=True)
class NewKey:
    """A passkey that was just made."""

    credential_id: bytes
    public_key: bytes
    sign_count: int


def check_made(site: Site, challenge: bytes, sent: Made) -> NewKey:
    """The passkey that was made for this challenge; raises Unfit."""
    response = {"clientDataJSON": sent.client_data, "attestationObject": sent.attestation}
    found = _checked(
        lambda: verify_registration_response(
            credential=_credential(sent.id, response),
            expected_challenge=challenge,
            expected_rp_id=site.host,
            expected_origin=site.origin,
            require_user_verification=True,
            supported_pub_key_algs=list(ALGORITHMS),
        )
    )
    if found.credential_id != as_bytes(sent.id) or len(found.credential_id) > LONGEST_ID:
        raise Unfit
    return NewKey(found.credential_id, found.credential_public_key, found.sign_count)


def check_signed(
    site: Site, challenge: bytes, sent: Signed, public_key: bytes, counted: int
) -> int:
    """How often the passkey was used, this time included, or 0; raises Unfit.

    `counted` is how often it was used before: a copy of it would not know of that.
    """
    response = {
        "clientDataJSON": sent.client_data,
        "authenticatorData": sent.authenticator_data,
        "signature": sent.signature,
        "userHandle": sent.person,
    }
    found = _checked(
        lambda: verify_authentication_response(
            credential=_credential(sent.id, response),
            expected_challenge=challenge,
            expected_rp_id=site.host,
            expected_origin=site.origin,
            credential_public_key=public_key,
            credential_current_sign_count=counted,
            require_user_verification=True,
        )
    )
    count: int = found.new_sign_count
    return count


def as_bytes(text: str) -> bytes:
    """The bytes of an id, as it is kept; raises Unfit."""
    read: bytes = _checked(lambda: base64url_to_bytes(text))
    return read


def _credential(key_id: str, response: dict[str, str]) -> dict[str, Any]:
    return {"id": key_id, "rawId": key_id, "type": "public-key", "response": response}


def _checked(check: Callable[[], Checked]) -> Checked:
    # Bytes of a stranger: what the libraries raise of them is not only what they name.
    try:
        return check()
    except Exception:
        raise Unfit from None
