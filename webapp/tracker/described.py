"""An entry in words, for the list that works without a script."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from flask_babel import gettext, ngettext

from webapp.library.exercise import exercises
from webapp.tracker.factors import FACTORS, Factor
from webapp.tracker.merge import Entry
from webapp.tracker.records import Body
from webapp.tracker.words import FEEL, PROFILE, RELIEF, Choices
from webapp.tracker.zones import ZONES


@dataclass(frozen=True)
class Described:
    """One entry: its day (None for the profile), its time, a title, and lines of name and value."""

    id: UUID
    kind: str
    day: date | None
    time: str
    title: str
    lines: list[tuple[str, str]]


def described(entry: Entry, lang: str) -> Described:
    """The entry in the words of a language."""
    body = entry.body
    when = str(body.get("began", body.get("day", "")))
    say = {"pain": _cramp, "day": _day, "profile": _profile, "exercise": _exercise}[entry.kind]
    title, lines = say(body, lang)
    return Described(
        id=entry.id,
        kind=entry.kind,
        day=date.fromisoformat(when[:10]) if when else None,
        time=when[11:16],
        title=title,
        lines=lines,
    )


def _cramp(body: Body, lang: str) -> tuple[str, list[tuple[str, str]]]:
    zones = [ZONES[zone].name(lang) for zone in body.get("zones", [])]
    named = [
        (gettext("Lasted"), _duration(body["minutes"]) if "minutes" in body else ""),
        (gettext("Where"), "; ".join(zones)),
        (gettext("Felt"), _listed(FEEL, body.get("feel", []), lang)),
        (gettext("Helped"), _listed(RELIEF, body.get("relief", []), lang)),
        (gettext("Note"), body.get("note", "")),
    ]
    title = gettext("Cramp, pain %(worst)s out of 10", worst=body["worst"])
    return title, [(name, value) for name, value in named if value]


def _day(body: Body, lang: str) -> tuple[str, list[tuple[str, str]]]:
    lines = [
        (factor.words(lang).label, _answer(factor, body[key], lang))
        for key, factor in FACTORS.items()
        if key in body
    ]
    title = gettext("My day: no cramp") if body.get("no_cramp") else gettext("My day")
    return title, lines


def _exercise(body: Body, lang: str) -> tuple[str, list[tuple[str, str]]]:
    known = exercises().by_id[lang].get(body["exercise"])
    lines = [(gettext("Rounds"), f"{body['sets']:g}")]
    for field, name in (("before", gettext("Pain before")), ("after", gettext("Pain after"))):
        if field in body:
            lines.append((name, gettext("%(figure)s of 10", figure=body[field])))
    name = known.title if known else body["exercise"]
    return gettext("Exercise: %(name)s", name=name), lines


def _profile(body: Body, lang: str) -> tuple[str, list[tuple[str, str]]]:
    lines = [(PROFILE[key][lang], _yes_no(body[key])) for key in PROFILE if key in body]
    return gettext("What tips should know"), lines


def _answer(factor: Factor, value: Any, lang: str) -> str:
    words = factor.words(lang)
    if factor.input == "yesno":
        return _yes_no(value)
    if factor.input == "choice":
        return words.choices[int(value)]
    if factor.input == "scale":
        return gettext("%(figure)s of 10", figure=value)
    figure = f"{value:g}".replace(".", "," if lang == "nl" else ".")
    return f"{figure} {words.unit}"


def _yes_no(value: bool) -> str:
    return gettext("yes") if value else gettext("no")


def _duration(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    parts = []
    if hours:
        parts.append(ngettext("%(num)s hour", "%(num)s hours", hours))
    if rest or not hours:
        parts.append(ngettext("%(num)s minute", "%(num)s minutes", rest))
    return " ".join(parts)


def _listed(choices: Choices, keys: list[str], lang: str) -> str:
    known: Mapping[str, Mapping[str, str]] = choices
    return ", ".join(known[key][lang] for key in keys)
