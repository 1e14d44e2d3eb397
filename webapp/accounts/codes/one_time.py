"""One-time codes as an app makes them (TOTP, RFC 6238): six digits, another every 30 seconds."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import NamedTuple

import segno
from passlib.exc import TokenError
from passlib.totp import TOTP

SECRET_BYTES = 20  # as the standard has it
WINDOW = 30  # seconds that a clock may be wrong, either way: one code before and one after
QUIET = 4  # white squares around a QR code
_Code = TOTP.using(issuer="Rugwijs")


class WrongCode(Exception):
    """No code of now, or one that was used."""


class Drawing(NamedTuple):
    """A QR code as a path of SVG, in a square of this size."""

    size: int
    path: str


def new_secret() -> bytes:
    """What an app and we have in common."""
    return secrets.token_bytes(SECRET_BYTES)


def counter_of(secret: bytes, typed: str, now: datetime, last: int | None) -> int:
    """The number of the period whose code was typed; raises WrongCode.

    `last` is the newest number that was used: a code works once, and none before it any more.
    """
    digits = "".join(typed.split())
    if not (digits.isascii() and digits.isdecimal()):
        raise WrongCode
    try:
        match = _of(secret).match(digits, time=now, window=WINDOW, last_counter=last)
    except TokenError:
        raise WrongCode from None
    return int(match.counter)


def code_at(secret: bytes, now: datetime) -> str:
    """The code of this moment, as an app shows it."""
    return str(_of(secret).generate(time=now).token)


def link_of(secret: bytes, person: str) -> str:
    """The address that an app takes a secret over from, with whose it is."""
    return str(_of(secret).to_uri(person))


def shown(secret: bytes) -> str:
    """The secret as somebody types it: groups of four."""
    return str(_of(secret).pretty_key(sep=" "))


def drawn(link: str) -> Drawing:
    """The QR code of an address."""
    rows = segno.make_qr(link, error="m").matrix
    squares = (
        f"M{x + QUIET} {y + QUIET}h1v1h-1z"
        for y, row in enumerate(rows)
        for x, dark in enumerate(row)
        if dark
    )
    return Drawing(len(rows) + 2 * QUIET, "".join(squares))


def _of(secret: bytes) -> TOTP:
    return _Code(key=secret, format="raw")
