"""The fields of the forms of the diary, with the words of a language."""

from __future__ import annotations

from typing import Any, cast

from flask_babel import lazy_gettext
from flask_babel.speaklater import LazyString
from wtforms import (
    BooleanField,
    Field,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.widgets import CheckboxInput, DateInput, DateTimeLocalInput, ListWidget

from webapp.tracker.factors import FACTORS, Factor
from webapp.tracker.kinds import MINUTES_LIMIT
from webapp.tracker.words import FEEL, PROFILE, RELIEF, Choices
from webapp.zones import AT, PLACES, STRENGTHS, strength_name

YES, NO, UNSET = "yes", "no", ""
UNANSWERED = SelectChoice(UNSET, cast(str, lazy_gettext("not filled in")))


def cramp_fields(lang: str) -> dict[str, Any]:
    """What is asked of a cramp."""
    return {
        "began": StringField(lazy_gettext("When did it begin?"), widget=DateTimeLocalInput()),
        "minutes": _figure(lazy_gettext("How long did it last?"), 0, MINUTES_LIMIT, 5),
        "worst": _radios(lazy_gettext("How bad was it at its worst?"), _points()),
        "zones": _checkboxes(
            lazy_gettext("Where was it?"),
            [SelectChoice(place.id, place.name(lang)) for place in PLACES.values()],
        ),
        **{field: _strength(lang) for field in AT},
        "feel": _checkboxes(lazy_gettext("How did it feel?"), _worded(FEEL, lang)),
        "relief": _checkboxes(lazy_gettext("What brought relief?"), _worded(RELIEF, lang)),
        "note": TextAreaField(lazy_gettext("Note")),
    }


def day_fields(lang: str) -> dict[str, Any]:
    """What is asked of a day."""
    return {
        "day": StringField(lazy_gettext("Which day?"), widget=DateInput()),
        "no_cramp": BooleanField(lazy_gettext("I had no cramp this day")),
        **{key: _factor_field(factor, lang) for key, factor in FACTORS.items()},
        "note": TextAreaField(lazy_gettext("Note")),
    }


def profile_fields(lang: str) -> dict[str, Any]:
    """What is asked of a person."""
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


def _strength(lang: str) -> SelectField:
    open_ = SelectChoice(UNSET, cast(str, lazy_gettext("How bad?")))
    levels = [SelectChoice(str(number), strength_name(number, lang)) for number in STRENGTHS]
    return SelectField("", choices=[open_, *levels], default=UNSET, validate_choice=False)


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
