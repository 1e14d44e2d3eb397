"""The HTML forms of the diary, built from the factors and the words.

A form reads what was typed into the body of a record and lets `records.check` judge it, so
that a form, a device and sync refuse the same things.
"""

from __future__ import annotations

import re
from abc import abstractmethod
from datetime import UTC, datetime
from functools import cache
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from wtforms import Field, HiddenField

from webapp.tracker import records
from webapp.tracker.factors import FACTORS
from webapp.tracker.form_fields import NO, YES, cramp_fields, day_fields, profile_fields
from webapp.tracker.mistakes import message
from webapp.tracker.records import Body, Problem
from webapp.tracker.settings import OWN
from webapp.tracker.words import PROFILE
from webapp.zones import LEGS, PLACES, marked

ZONE = ZoneInfo("Europe/Amsterdam")  # of a time that a form sends without one
TODAY = "today"  # what the one-tap buttons send, as their page cannot know the time
NOW = "now"
GROUPS = {
    "movement": lazy_gettext("Moving and sitting"),
    "load": lazy_gettext("Effort"),
    "rest": lazy_gettext("Rest"),
    "intake": lazy_gettext("Drinking, eating and smoking"),
    "care": lazy_gettext("Warmth, treatment and painkillers"),
    "body": lazy_gettext("Your body this day"),
}
ABOUT_GROUPS = {
    "now": lazy_gettext("Right now"),
    "you": lazy_gettext("About you"),
    "health": lazy_gettext("Your health"),
    "medicines": lazy_gettext("Your medicines"),
    "ideas": lazy_gettext("What you do or think for your back"),
}
_NUMBER = re.compile(r"-?[0-9]{1,12}([.,][0-9]{1,12})?")


class EntryForm(FlaskForm):
    """A form for one kind of record."""

    kind: ClassVar[str]
    before: Body | None = None
    base = HiddenField()  # the version that the person saw, when an entry is edited

    def fits(self) -> bool:
        """Check the body as sync does, and put each problem in words at its own field."""
        problems = records.check(self.kind, self.body(), datetime.now(UTC))
        self.blame(problems)
        return not problems

    def blame(self, problems: list[Problem]) -> None:
        """Say at each field what is wrong with it; only a note can make a body too large."""
        for problem in problems:
            name = problem.field if problem.field in self else "note"
            text = message(problem.field, problem.code)
            if name in self:
                self[name].errors = [text]
            else:
                self.form_errors.append(text)

    def hold(self, before: Body) -> None:
        """Edit this stored body: what a form cannot show of it must not get lost."""
        self.before = before

    @abstractmethod
    def body(self) -> Body:
        """What was filled in, as the body of a record; what was left open is absent."""

    @classmethod
    def showing(cls, body: Body, version: int) -> EntryForm:
        """The form filled with a stored body."""
        values = {field: _shown(value) for field, value in body.items()}
        if "began" in body:
            values["began"] = body["began"][:16]
        return cls(formdata=None, data=values | {"base": str(version)})


class CrampForm(EntryForm):
    """A cramp."""

    kind = "pain"

    def body(self) -> Body:
        """A time without a zone is Dutch time; one that was not changed keeps its own zone."""
        began, before = _text(self["began"]), str((self.before or {}).get("began", ""))
        unchanged = began != "" and began[:16] == before[:16]
        filled = {
            "began": before if unchanged else _moment(began),
            "worst": _number(_text(self["worst"])),
            "zones": [place for place in self["zones"].data or [] if place not in LEGS],
            "feel": self["feel"].data,
            "relief": self["relief"].data,
            "note": _text(self["note"]).replace("\r\n", "\n"),
            "minutes": _number(_text(self["minutes"])),
            "day": (self.before or {}).get("day") if unchanged else None,
            **self._places(),
        }
        return _without_gaps(filled)

    @classmethod
    def showing(cls, body: Body, version: int) -> EntryForm:
        """The same, with every place ticked, also of an entry that only lists zones."""
        places = marked(body)
        strong = {f"at_{place}": strength or None for place, strength in places.items()}
        return super().showing(body | strong | {"zones": list(places)}, version)

    def _places(self) -> Body:
        # How strong it was at a place that is not ticked says nothing.
        ticked = [place for place in PLACES if place in (self["zones"].data or [])]
        return {f"at_{place}": _number(_text(self[f"at_{place}"])) or 0 for place in ticked}


class DayForm(EntryForm):
    """What a day was like."""

    kind = "day"

    def body(self) -> Body:
        """Factors of the day; "no cramp" is yes or absent. An entry never moves to another day."""
        day = (self.before or {}).get("day") or _text(self["day"])
        filled: Body = {"day": _today() if day == TODAY else day}
        if self["no_cramp"].data:
            filled["no_cramp"] = True
        for key, factor in FACTORS.items():
            answer = _text(self[key])
            filled[key] = _yes_or_no(answer) if factor.input == "yesno" else _number(answer)
        # Questions of one's own are asked on a device; this form must not lose their answers.
        filled |= {own: (self.before or {}).get(own) for own in OWN}
        filled["note"] = _text(self["note"]).replace("\r\n", "\n")
        return _without_gaps(filled)


class ProfileForm(EntryForm):
    """What tips must take into account."""

    kind = "profile"

    def body(self) -> Body:
        """Yes, no or absent for each question."""
        return _without_gaps({key: _yes_or_no(_text(self[key])) for key in PROFILE})


@cache
def form_class(kind: str, lang: str) -> type[EntryForm]:
    """The form of a kind of record, with the words of a language."""
    base, fields = {
        "pain": (CrampForm, cramp_fields),
        "day": (DayForm, day_fields),
        "profile": (ProfileForm, profile_fields),
    }[kind]
    return type(f"{base.__name__}_{lang}", (base,), fields(lang))


def _text(field: Field) -> str:
    return str(field.data or "").strip()


def _number(text: str) -> int | float | str:
    """A number with a point or a comma; what is no number stays text, for `check` to refuse."""
    if not _NUMBER.fullmatch(text):
        return text
    value = float(text.replace(",", "."))
    return int(value) if value.is_integer() else value


def _yes_or_no(text: str) -> bool | str:
    return {YES: True, NO: False}.get(text, text)


def _moment(text: str) -> str:
    """The time with the offset that the Netherlands had then; no time stays as it was typed."""
    if text == NOW:
        return datetime.now(ZONE).isoformat(timespec="minutes")
    if "T" not in text:
        return text
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=ZONE)
    return moment.isoformat(timespec="minutes")


def _today() -> str:
    return datetime.now(ZONE).date().isoformat()


def _without_gaps(filled: Body) -> Body:
    return {field: value for field, value in filled.items() if value not in ("", [], None)}


def _shown(value: Any) -> Any:
    if isinstance(value, bool):
        return YES if value else NO
    return f"{value:g}" if isinstance(value, int | float) else value
