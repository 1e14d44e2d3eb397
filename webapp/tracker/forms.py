"""The HTML forms of the diary, built from the factors and the words.

A form reads what was typed into the body of a record and lets `records.check` judge it, so
that a form, a device and sync refuse the same things.
"""

from __future__ import annotations

import re
from abc import abstractmethod
from datetime import UTC, datetime
from functools import cache
from typing import Any, ClassVar, cast
from zoneinfo import ZoneInfo

from flask_babel import lazy_gettext
from flask_babel.speaklater import LazyString
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    Field,
    HiddenField,
    RadioField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.widgets import CheckboxInput, DateInput, DateTimeLocalInput, ListWidget

from webapp.tracker import records
from webapp.tracker.factors import FACTORS, Factor
from webapp.tracker.mistakes import message
from webapp.tracker.records import MINUTES_LIMIT, Body, Problem
from webapp.tracker.words import FEEL, PROFILE, RELIEF, Choices
from webapp.tracker.zones import ZONES

ZONE = ZoneInfo("Europe/Amsterdam")  # of a time that a form sends without one
TODAY = "today"  # what the one-tap button sends, as its page cannot know the date
YES, NO, UNSET = "yes", "no", ""
UNANSWERED = SelectChoice(UNSET, cast(str, lazy_gettext("not filled in")))
GROUPS = {
    "movement": lazy_gettext("Moving and sitting"),
    "load": lazy_gettext("Effort"),
    "rest": lazy_gettext("Rest"),
    "intake": lazy_gettext("Drinking"),
    "care": lazy_gettext("Warmth and illness"),
}
ENDS = {  # what 0 and 10 of a scale mean
    "stress": (lazy_gettext("no stress"), lazy_gettext("the most stress")),
    "sleep_q": (lazy_gettext("very badly"), lazy_gettext("very well")),
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
            "zones": self["zones"].data,
            "feel": self["feel"].data,
            "relief": self["relief"].data,
            "note": _text(self["note"]).replace("\r\n", "\n"),
            "minutes": _number(_text(self["minutes"])),
        }
        return _without_gaps(filled)


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
        "pain": (CrampForm, _cramp_fields),
        "day": (DayForm, _day_fields),
        "profile": (ProfileForm, _profile_fields),
    }[kind]
    return type(f"{base.__name__}_{lang}", (base,), fields(lang))


def _cramp_fields(lang: str) -> dict[str, Any]:
    return {
        "began": StringField(lazy_gettext("When did it begin?"), widget=DateTimeLocalInput()),
        "minutes": _figure(lazy_gettext("How long did it last?"), 0, MINUTES_LIMIT, 5),
        "worst": _radios(lazy_gettext("How bad was it at its worst?"), _points()),
        "zones": _checkboxes(
            lazy_gettext("Where was it?"),
            [SelectChoice(zone.id, zone.name(lang)) for zone in ZONES.values()],
        ),
        "feel": _checkboxes(lazy_gettext("How did it feel?"), _worded(FEEL, lang)),
        "relief": _checkboxes(lazy_gettext("What brought relief?"), _worded(RELIEF, lang)),
        "note": TextAreaField(lazy_gettext("Note")),
    }


def _day_fields(lang: str) -> dict[str, Any]:
    return {
        "day": StringField(lazy_gettext("Which day?"), widget=DateInput()),
        "no_cramp": BooleanField(lazy_gettext("I had no cramp this day")),
        **{key: _factor_field(factor, lang) for key, factor in FACTORS.items()},
    }


def _profile_fields(lang: str) -> dict[str, Any]:
    return {key: _radios(words[lang], _yes_no()) for key, words in PROFILE.items()}


def _factor_field(factor: Factor, lang: str) -> Field:
    words = factor.words(lang)
    if factor.input == "yesno":
        return _radios(words.label, _yes_no())
    if factor.input == "choice":
        numbered = [SelectChoice(str(number), word) for number, word in enumerate(words.choices)]
        return _radios(words.label, [*numbered, UNANSWERED])
    if factor.input == "scale":
        return _radios(words.label, _points())
    return _figure(words.label, factor.low, factor.high, factor.step)


def _figure(label: str | LazyString, low: float, high: float, step: float) -> StringField:
    # Not :g, which writes a large number with an e.
    limits = {"data-low": str(low), "data-high": str(high), "data-step": str(step)}
    return StringField(label, render_kw=limits)


def _radios(label: str | LazyString, choices: list[SelectChoice]) -> RadioField:
    default = UNSET if UNANSWERED in choices else None
    return RadioField(label, choices=choices, default=default, validate_choice=False)


def _checkboxes(label: str | LazyString, choices: list[SelectChoice]) -> SelectMultipleField:
    return SelectMultipleField(
        label,
        choices=choices,
        validate_choice=False,
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )


def _points() -> list[SelectChoice]:
    return [SelectChoice(str(point), str(point)) for point in range(11)]


def _yes_no() -> list[SelectChoice]:
    return [
        _choice(YES, lazy_gettext("yes")),
        _choice(NO, lazy_gettext("no")),
        UNANSWERED,
    ]


def _choice(value: str, label: Any) -> SelectChoice:
    # A lazy label becomes text when the page is made, in the language of that page.
    return SelectChoice(value, label)


def _worded(choices: Choices, lang: str) -> list[SelectChoice]:
    return [SelectChoice(key, words[lang]) for key, words in choices.items()]


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
