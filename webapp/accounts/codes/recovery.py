"""Recovery codes: written down once, and each good once, for whoever has lost a phone."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from uuid import UUID

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # of Crockford: no two letters look alike
ALIKE = str.maketrans({"o": "0", "i": "1", "l": "1"})
LETTERS = 24  # of 5 bits: nobody guesses 120, so a plain hash keeps them
GROUP = 4
MANY = 10


def new_codes() -> list[str]:
    """Ten new codes, as they are written down."""
    return [_grouped(secrets.choice(ALPHABET) for _ in range(LETTERS)) for _ in range(MANY)]


def mark_of(user_id: UUID, typed: str) -> bytes:
    """What is kept of a code of this person: 32 bytes, from which nobody gets it back.

    However it is typed: capitals, spaces and what looks alike do not matter.
    """
    letters = typed.casefold().translate(ALIKE)
    plain = "".join(letter for letter in letters if letter in ALPHABET)
    return hashlib.sha256(user_id.bytes + plain.encode()).digest()


def _grouped(letters: Iterable[str]) -> str:
    whole = "".join(letters)
    return "-".join(whole[at : at + GROUP] for at in range(0, LETTERS, GROUP))
