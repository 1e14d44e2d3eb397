"""The words and limits that a device needs to show and check entries, in one language."""

from __future__ import annotations

from typing import Any

from webapp.library.exercise import exercises
from webapp.tracker.factors import DRINKS, FACTORS, Factor
from webapp.tracker.values import NOTE_LIMIT
from webapp.tracker.words import FEEL, PROFILE, RELIEF, Choices
from webapp.tracker.zones import ZONES


def catalogue(lang: str, *kinds: str) -> dict[str, Any]:
    """What a page carries as JSON to handle records of these kinds."""
    words: dict[str, Any] = {}
    if "pain" in kinds:
        words["zones"] = {zone.id: zone.name(lang) for zone in ZONES.values()}
        words["feel"] = _words(FEEL, lang)
        words["relief"] = _words(RELIEF, lang)
        words["note"] = NOTE_LIMIT
    if "day" in kinds:
        words["factors"] = {key: _factor(factor, lang) for key, factor in FACTORS.items()}
        words["drinks"] = [[drink.nl if lang == "nl" else drink.en, drink.mg] for drink in DRINKS]
    if "profile" in kinds:
        words["profile"] = _words(PROFILE, lang)
    if "exercise" in kinds:
        words["exercises"] = {each.id: each.title for each in exercises().in_order(lang)}
    return words


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
    if words.unit:
        entry["unit"] = words.unit
    if words.choices:
        entry["choices"] = words.choices
    return entry
