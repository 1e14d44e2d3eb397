"""The words and limits that a device needs to show and check entries, in one language."""

from __future__ import annotations

from typing import Any

from webapp.languages import LANGUAGES
from webapp.library.exercise import exercises
from webapp.tracker.factors import DRINKS, FACTORS, Factor
from webapp.tracker.kinds import KINDS
from webapp.tracker.marks import MARKS, PATTERNS
from webapp.tracker.values import NOTE_LIMIT
from webapp.tracker.words import FEEL, PROFILE, RELIEF, Choices
from webapp.zones import LEGS, STRENGTHS, ZONES, strength_name

_RULES = ("also", "unless", "never", "quick")


def catalogue(lang: str, *kinds: str) -> dict[str, Any]:
    """What a page carries as JSON to handle records of these kinds."""
    words: dict[str, Any] = {}
    if {"pain", "day"} & set(kinds):
        words["note"] = NOTE_LIMIT
    if "pain" in kinds:
        words["zones"] = {zone.id: zone.name(lang) for zone in ZONES.values()}
        words["legs"] = {part.id: part.name(lang) for part in LEGS.values()}
        words["strengths"] = ["", *(strength_name(number, lang) for number in STRENGTHS)]
        words["feel"] = _words(FEEL, lang)
        words["relief"] = _words(RELIEF, lang)
    if "day" in kinds:
        words["factors"] = {key: _factor(factor, lang) for key, factor in FACTORS.items()}
        words["drinks"] = [[drink.nl if lang == "nl" else drink.en, drink.mg] for drink in DRINKS]
    if "profile" in kinds:
        words["profile"] = _words(PROFILE, lang)
    if "exercise" in kinds:
        words["exercises"] = {each.id: each.title for each in exercises().in_order(lang)}
    return words


def elsewhere(lang: str) -> dict[str, Any]:
    """The words of choices in the other language than a page has: a table may come from there."""
    (other,) = set(LANGUAGES) - {lang}
    words = catalogue(other, "pain", "day")
    choices = {
        key: factor["choices"] for key, factor in words["factors"].items() if "choices" in factor
    }
    return {name: words[name] for name in ("strengths", "feel", "relief")} | {"factors": choices}


def checks(*kinds: str) -> dict[str, dict[str, Any]]:
    """What a device checks bodies by: the rule of every field of these kinds.

    `must` is a field that may not be missing; a name with ^ before it is a pattern of names.
    """
    return {kind: {_name(field): rule for field, rule in _rules(kind).items()} for kind in kinds}


def _rules(kind: str) -> dict[str, Any]:
    return {
        name: {**field.check.rule, "must": True} if field.required else dict(field.check.rule)
        for name, field in KINDS[kind].items()
    }


def _name(field: str) -> str:
    # Over a thousand marks have one rule, and no page should carry them all.
    return f"^{PATTERNS[field.split('_')[0]]}" if field in MARKS else field


def _words(choices: Choices, lang: str) -> dict[str, str]:
    return {key: words[lang] for key, words in choices.items()}


def _factor(factor: Factor, lang: str) -> dict[str, Any]:
    words = factor.words(lang)
    entry: dict[str, Any] = {
        "input": factor.input,
        "low": factor.low,
        "high": factor.high,
        "step": factor.step,
        "label": words.label,
    }
    if factor.usual:
        entry["usual"] = True
    entry |= {name: rule for name in _RULES if (rule := getattr(factor, name))}
    if words.unit:
        entry["unit"] = words.unit
    if words.choices:
        entry["choices"] = words.choices
    return entry
