"""An entry in words, for the list that works without a script."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask_babel import gettext

from webapp.library.exercise import exercises
from webapp.tracker.answered import answered
from webapp.tracker.factors import FACTORS
from webapp.tracker.merge import Entry
from webapp.tracker.records import Body
from webapp.tracker.settings import OWN
from webapp.tracker.words import PROFILE
from webapp.zones import PLACES, marked, strength_name

# What stands below the title of an entry, in this order.
_LINES = {
    "pain": ("minutes", "zones", "feel", "relief", "note"),
    "day": (*FACTORS, *OWN, "note"),
    "profile": tuple(PROFILE),
    "exercise": ("sets", "before", "after"),
}


@dataclass(frozen=True)
class Described:
    """One entry: its day (None for the profile), its time, a title, and lines of name and value."""

    id: UUID
    kind: str
    day: date | None
    time: str
    title: str
    lines: list[tuple[str, str]]


def described(entry: Entry, lang: str, settings: Body) -> Described:
    """The entry in the words of a language; the settings name the person's own questions."""
    body = entry.body
    when = str(body.get("began", body.get("day", "")))
    day = str(body.get("day", when[:10]))
    said = [_line(entry.kind, field, body, lang, settings) for field in _LINES[entry.kind]]
    return Described(
        id=entry.id,
        kind=entry.kind,
        day=date.fromisoformat(day) if day else None,
        time=when[11:16],
        title=_title(entry.kind, body, lang),
        lines=[line for line in said if line],
    )


def _line(kind: str, field: str, body: Body, lang: str, settings: Body) -> tuple[str, str] | None:
    if field == "zones":
        where = _where(body, lang)
        return (gettext("Where"), where) if where else None
    return answered(kind, field, body[field], lang, settings) if field in body else None


def _where(body: Body, lang: str) -> str:
    # A place is told whether the list names it or only its own field, and with how strong it was.
    named = [
        (PLACES[place].name(lang), strength_name(strength, lang))
        for place, strength in marked(body).items()
    ]
    return "; ".join(f"{name} ({strong})" if strong else name for name, strong in named)


def _title(kind: str, body: Body, lang: str) -> str:
    if kind == "pain":
        return gettext("Cramp, pain %(worst)s out of 10", worst=body["worst"])
    if kind == "day":
        return gettext("My day: no cramp") if body.get("no_cramp") else gettext("My day")
    if kind == "profile":
        return gettext("What tips should know")
    known = exercises().by_id[lang].get(body["exercise"])
    name = known.title if known else body["exercise"]
    return gettext("Exercise: %(name)s", name=name)
