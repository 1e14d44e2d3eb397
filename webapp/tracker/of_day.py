"""A question about one day of a person's own, such as what to tell them today.

The answer is made once for a state of the diary: a device that has it hears so without a record
being opened, and another device gets it from memory.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID

import msgspec
from flask import Response, request
from flask_login import current_user

from webapp.accounts.models import User, has_consent
from webapp.config import ROOT
from webapp.languages import LANGUAGES, current
from webapp.memory import memory
from webapp.mishaps import Refused
from webapp.tracker.counter import State, state_of

ZONES = timedelta(days=2)  # no clock on earth is further from ours, and a device's may be a bit off
SOURCES = (".py", ".toml", ".md")


class Asked(NamedTuple):
    """Who asks, about which day of their own, in which language, when (aware), in which state."""

    user_id: UUID
    day: date
    lang: str
    now: datetime
    state: State


def answer(name: str, make: Callable[[Asked], msgspec.Struct]) -> Response:
    """What `make` tells of the day that is asked about, as JSON; nobody may store it.

    Raises Refused for a day or language that makes no sense, and without consent.
    """
    asked = _asked()
    response = Response(mimetype="application/json")
    response.headers["Cache-Control"] = "no-store"  # our own script keeps it, with its ETag
    response.set_etag(_etag(name, asked))
    if request.if_none_match.contains(response.get_etag()[0] or ""):
        response.status_code = 304
        return response
    key = (asked.state, asked.day)
    response.data = memory().get(
        asked.user_id, f"{name} {asked.lang}", key, lambda: msgspec.json.encode(make(asked))
    )
    return response


def _asked() -> Asked:
    lang, now = _lang(), datetime.now(UTC)
    day = _day(now.date())
    person: User = current_user._get_current_object()
    if not has_consent(person.id):
        raise Refused(403, "consent")
    return Asked(person.id, day, lang, now.replace(microsecond=0), state_of(person.id))


def _lang() -> str:
    lang = request.args.get("lang", current())
    if lang not in LANGUAGES:
        raise Refused(400, "invalid", fields={"lang": "unknown_choice"})
    return lang


def _day(server: date) -> date:
    """The person's own day, which only the device knows."""
    text = request.args.get("day", "")
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise Refused(400, "invalid", fields={"day": "bad_date" if text else "missing"}) from None
    if day.isoformat() != text:
        raise Refused(400, "invalid", fields={"day": "bad_date"})
    if abs(day - server) > ZONES:
        raise Refused(400, "invalid", fields={"day": "out_of_range"})
    return day


def _etag(name: str, asked: Asked) -> str:
    told = (name, asked.user_id, asked.day, asked.lang, *asked.state, _release())
    return sha256("|".join(map(str, told)).encode()).hexdigest()[:32]


@cache
def _release() -> str:
    """This state of code and texts: with another one the same diary may be told something else."""
    files = sorted(path for path in (ROOT / "webapp").rglob("*") if path.suffix in SOURCES)
    return sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
