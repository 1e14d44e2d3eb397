"""One answer of an entry in words: what was asked, and what was said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from babel.dates import format_date
from flask_babel import gettext, ngettext

from webapp.tracker.factors import FACTORS, Factor
from webapp.tracker.records import Body
from webapp.tracker.settings import OWN
from webapp.tracker.words import FEEL, PROFILE, RELIEF, Choices
from webapp.zones import AT, PLACES, ZONES, strength_name

Question = tuple[str, Callable[[Any], str]]  # its words, and how an answer to it is said


def answered(
    kind: str, field: str, value: Any, lang: str, settings: Body
) -> tuple[str, str] | None:
    """Question and answer; None for a field that nobody is shown.

    `value` is None where nothing was filled in; the settings name the person's own questions.
    """
    question = _own(field, lang, settings) if field in OWN else _question(kind, field, lang)
    if question is None:
        return None
    name, say = question
    return name, gettext("not filled in") if value is None else say(value)


def _question(kind: str, field: str, lang: str) -> Question | None:
    if kind == "day":
        return _of_day(field, lang)
    if kind == "profile":
        return (PROFILE[field][lang], _yes_no) if field in PROFILE else None
    if kind == "pain":
        return _of_cramp(lang).get(field)
    return _of_exercise().get(field) if kind == "exercise" else None


def _of_cramp(lang: str) -> dict[str, Question]:
    return {
        "began": (gettext("Began"), partial(_moment, lang)),
        "worst": (gettext("Pain"), _of_ten),
        "minutes": (gettext("Lasted"), _duration),
        "zones": (gettext("Where"), lambda keys: "; ".join(ZONES[key].name(lang) for key in keys)),
        "feel": (gettext("Felt"), partial(_listed, FEEL, lang)),
        "relief": (gettext("Helped"), partial(_listed, RELIEF, lang)),
        "note": (gettext("Note"), str),
        **{
            field: (PLACES[place].name(lang).capitalize(), partial(_strength, lang))
            for field, place in AT.items()
        },
    }


def _of_exercise() -> dict[str, Question]:
    return {
        "sets": (gettext("Rounds"), lambda sets: f"{sets:g}"),
        "before": (gettext("Pain before"), _of_ten),
        "after": (gettext("Pain after"), _of_ten),
    }


def _of_day(field: str, lang: str) -> Question | None:
    if field == "no_cramp":
        return gettext("No cramp"), _yes_no
    if field == "note":
        return gettext("Note"), str
    factor = FACTORS.get(field)
    return (factor.words(lang).label, partial(_factor, factor, lang)) if factor else None


def _own(field: str, lang: str, settings: Body) -> Question | None:
    name, unit = settings.get(f"{field}_name"), settings.get(f"{field}_unit", "")
    return (name, partial(_figure_or_yes, unit, lang)) if name else None


def _factor(factor: Factor, lang: str, value: Any) -> str:
    words = factor.words(lang)
    if factor.input == "yesno":
        return _yes_no(value)
    if factor.input == "choice":
        return words.choices[int(value)]
    return _of_ten(value) if factor.input == "scale" else _figure(words.unit, lang, value)


def _figure_or_yes(unit: str, lang: str, value: Any) -> str:
    return _yes_no(value) if isinstance(value, bool) else _figure(unit, lang, value)


def _figure(unit: str, lang: str, value: float) -> str:
    figure = f"{value:g}".replace(".", "," if lang == "nl" else ".")
    return f"{figure} {unit}".strip()


def _yes_no(value: bool) -> str:
    return gettext("yes") if value else gettext("no")


def _strength(lang: str, value: int) -> str:
    return strength_name(value, lang) or gettext("it was here")


def _of_ten(value: int) -> str:
    return gettext("%(figure)s of 10", figure=value)


def _moment(lang: str, value: str) -> str:
    return f"{format_date(date.fromisoformat(value[:10]), 'd MMMM y', locale=lang)} {value[11:16]}"


def _duration(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    parts = []
    if hours:
        parts.append(ngettext("%(num)s hour", "%(num)s hours", hours))
    if rest or not hours:
        parts.append(ngettext("%(num)s minute", "%(num)s minutes", rest))
    return " ".join(parts)


def _listed(choices: Choices, lang: str, keys: list[str]) -> str:
    return ", ".join(choices[key][lang] for key in keys)
