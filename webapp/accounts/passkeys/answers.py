"""What the API of passkeys asks of a browser. Bytes are base64url, as browsers write them."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec


class PasskeyQuestion(msgspec.Struct, frozen=True):
    """What a passkey of this site signs, to be answered within so many milliseconds."""

    challenge: str
    site: str
    within: int


class NewPasskeyQuestion(msgspec.Struct, frozen=True):
    """What a new passkey is made for: whose it is, and the passkeys that they have already.

    `algorithms` are numbers of COSE, the one that is liked best first.
    """

    challenge: str
    site: str
    within: int
    person: str
    called: str
    algorithms: Sequence[int]
    known: Sequence[str]
