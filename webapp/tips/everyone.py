"""All tips as they are for everybody, by subject: no diary, none of its figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from webapp.tips.related import Related, in_words
from webapp.tips.tip import Grade, Tip, catalogue

# The subjects, in the order of the page.
SUBJECTS: Mapping[str, Mapping[str, str]] = {
    "movement": {"nl": "Bewegen", "en": "Moving"},
    "sitting": {"nl": "Zitten en rijden", "en": "Sitting and driving"},
    "load": {"nl": "Tillen en werk", "en": "Lifting and work"},
    "sleep": {"nl": "Slapen", "en": "Sleeping"},
    "calm": {"nl": "Stress en zorgen", "en": "Stress and worries"},
    "cramp": {"nl": "Als je kramp hebt", "en": "When you have a cramp"},
    "medicines": {"nl": "Medicijnen", "en": "Medicines"},
    "drinks": {"nl": "Drinken", "en": "Drinking"},
    "food": {"nl": "Eten", "en": "Eating"},
    "health": {"nl": "Je gezondheid", "en": "Your health"},
    "ideas": {"nl": "Wat vaak gedacht wordt", "en": "What is often thought"},
    "diary": {"nl": "Je dagboek", "en": "Your diary"},
}


@dataclass(frozen=True)
class Everyones:
    """A tip with its words; `grade` says how strong its evidence is.

    `heading` is the Dutch heading of the section of its article that explains it.
    """

    id: str
    grade: Grade
    article: str
    heading: str
    words: Related


@dataclass(frozen=True)
class Subject:
    """The tips about one thing."""

    name: str
    tips: tuple[Everyones, ...]


def subjects(lang: str, tips: Sequence[Tip] | None = None) -> list[Subject]:
    """Every tip of the catalogue, or of another that is given, under its subject."""
    order = list(SUBJECTS)
    known = sorted(
        catalogue() if tips is None else tips,
        key=lambda tip: (order.index(tip.category), tip.id),
    )
    return [
        Subject(SUBJECTS[category][lang], tuple(_worded(tip, lang) for tip in each))
        for category, each in groupby(known, lambda tip: tip.category)
    ]


def titles(lang: str) -> dict[str, str]:
    """The title of every tip by its id."""
    return {tip.id: in_words(tip, lang).title for tip in catalogue()}


def _worded(tip: Tip, lang: str) -> Everyones:
    return Everyones(tip.id, tip.grade, tip.article, tip.heading, in_words(tip, lang))
