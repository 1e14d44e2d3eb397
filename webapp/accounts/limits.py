"""How often one may try: counted per network, per address that is typed, and per known device.

Who guesses at somebody's password is slowed down by the address that they type, wherever they come
from. A device on which that address has signed in before is counted apart: no stranger shuts its
owner out.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address
from secrets import token_urlsafe
from typing import NoReturn

from flask import Response, current_app, request
from flask_babel import gettext
from flask_limiter import RouteLimit
from flask_limiter.util import get_remote_address
from itsdangerous import BadSignature, TimestampSigner
from werkzeug.wrappers import Response as AnyResponse

from webapp.accounts.forms import tidy
from webapp.accounts.signed_in import here
from webapp.extensions import limiter
from webapp.mishaps import Refused, in_words, seconds_until

TRIES = "10 per minute"
ASKS = "30 per minute"
WRONG = "10 per 15 minutes; 100 per day"
MAILS = "6 per hour"
KNOWN_FOR = 365 * 24 * 3600  # seconds
PEOPLE = 3  # who share a device, at most
APART = "~"  # in no signature


def network() -> str:
    """Where a request comes from, unreadably; it counts as one network.

    Of IPv6 one household has as many addresses as it likes. What is IPv4 within IPv6 is each its
    own: else all of them together would be one.
    """
    address = get_remote_address()
    try:
        parsed = ip_address(address)
    except ValueError:
        return _counted(address)
    if isinstance(parsed, IPv6Address):
        mapped = parsed.ipv4_mapped
        return _counted(str(mapped) if mapped else parsed.packed[:8].hex())
    return _counted(address)


def addressed() -> str:
    """Whose address is typed, unreadably: what is counted names nobody."""
    return _counted(tidy(request.form.get("email")) or "")


def known_or_network() -> str:
    """The known device that asks, else its network."""
    return known_mark() or network()


def known_or_addressed() -> str:
    """The known device that asks, else the address that is typed."""
    return f"{known_mark() or ''} {addressed()}".strip()


def mailed(answer: Response) -> bool:
    """Whether a mail went out, or seemed to: a form with mistakes sends none."""
    return answer.status_code == 302


def wrong(answer: Response) -> bool:
    """Whether that was no address and password that fit."""
    return answer.status_code == 422


def signed_in_here() -> str:
    """The sign-in of this browser: who guesses in one shuts nobody out of another."""
    return str(here().id)


ask_often = limiter.limit(ASKS, key_func=network)
often = limiter.limit(TRIES, key_func=network, methods=["POST"])
mail_often = limiter.limit(MAILS, methods=["POST"], key_func=known_or_addressed, deduct_when=mailed)
my_mail_often = limiter.limit(MAILS, methods=["POST"], key_func=signed_in_here, deduct_when=mailed)
try_often = limiter.limit(TRIES, methods=["POST"], key_func=known_or_network)
guess_often = limiter.limit(
    WRONG,
    methods=["POST"],
    key_func=known_or_addressed,
    deduct_when=wrong,
    on_breach=lambda limit: _shut(limit.reset_at),
)


def limit_wrong(counted_for: Callable[[], str]) -> RouteLimit:
    """A limit on what is wrong (422), counted for what this names."""
    return limiter.limit(
        WRONG,
        methods=["POST"],
        key_func=counted_for,
        deduct_when=wrong,
        on_breach=lambda limit: _wait(limit.reset_at),
    )


prove_often = limit_wrong(signed_in_here)


def know_device(answer: AnyResponse, address: str) -> AnyResponse:
    """Let this browser be known as one on which this address proved to be its owner's.

    What it keeps is signed for this purpose and this address alone, and names nobody.
    """
    if not known_mark(address):
        mark = _signer(address).sign(token_urlsafe(16)).decode()
        marks = APART.join([mark, *_marks()][:PEOPLE])
        secure = current_app.extensions["settings"].https
        answer.set_cookie(
            _name(), marks, KNOWN_FOR, secure=secure, httponly=True, samesite="Strict"
        )
    return answer


def _shut(until: int) -> NoReturn:
    seconds = seconds_until(until)
    words = gettext(
        "Somebody tried too many wrong passwords for this address. Try again in %(time)s. "
        "You need not wait on a device where you signed in before, or when you make a new "
        "password by mail or with a recovery code.",
        time=in_words(seconds),
    )
    raise Refused(429, "too_many", words, retry_after=seconds)


def _wait(until: int) -> NoReturn:
    seconds = seconds_until(until)
    words = gettext("That was wrong too often. Try again in %(time)s.", time=in_words(seconds))
    raise Refused(429, "too_many", words, retry_after=seconds)


def known_mark(address: str | None = None) -> str | None:
    """What a browser keeps that is known for this address, or for the one that is typed."""
    signer = _signer(address or request.form.get("email"))
    for mark in _marks():
        try:
            return signer.unsign(mark, max_age=KNOWN_FOR).decode()
        except BadSignature:
            continue
    return None


def _marks() -> list[str]:
    kept = request.cookies.get(_name(), "")
    return [mark for mark in kept.split(APART) if mark][:PEOPLE]


def _signer(address: str | None) -> TimestampSigner:
    purpose = f"known device {_unreadable(address)}"
    keys = [*current_app.config["SECRET_KEY_FALLBACKS"], current_app.config["SECRET_KEY"]]
    return TimestampSigner(keys, salt=purpose, sep=".", digest_method=hashlib.sha256)


def _name() -> str:
    return "__Host-known" if current_app.extensions["settings"].https else "known"


def _counted(what: str) -> str:
    # With our key: of networks there are so few that a plain hash tells which one it is.
    key = current_app.config["SECRET_KEY"].encode()
    return hmac.digest(key, f"counted {what}".encode(), "sha256").hex()


def _unreadable(address: str | None) -> str:
    return hashlib.sha256((tidy(address) or "").encode()).hexdigest()
