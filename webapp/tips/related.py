"""The tips that belong to an article, as they are for everybody: no diary, none of its figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from webapp.tips.conditions import Average, Count, Total
from webapp.tips.rules import GATES
from webapp.tips.tip import Tip, catalogue, placeholders
from webapp.tips.words import number
from webapp.tracker.words import PROFILE


@dataclass(frozen=True)
class Related:
    """A tip in words; `not_for` are the answers of the profile with which it is never shown."""

    title: str
    text: str
    not_for: tuple[str, ...]


def related(article: str, lang: str, tips: Sequence[Tip] | None = None) -> list[Related]:
    """The tips that send people to this article, by their ids.

    A tip that names a figure of one's own days says nothing without them and is left out; a norm
    ({limit}) is the same for everybody. `tips` is the catalogue unless another is given.
    """
    known = catalogue() if tips is None else tips
    return [in_words(tip, lang) for tip in known if tip.article == article and _general(tip, lang)]


def _general(tip: Tip, lang: str) -> bool:
    words = tip.words[lang]
    return placeholders(words.title) | placeholders(words.text) <= _norm(tip, lang).keys()


def in_words(tip: Tip, lang: str) -> Related:
    """A tip that is general, for everybody."""
    figures = {name: number(value, lang) for name, value in _norm(tip, lang).items()}
    return Related(
        title=tip.words[lang].title.format(**figures),
        text=tip.words[lang].text.format(**figures),
        not_for=not_for(tip.exclude, lang),
    )


def not_for(letters: Sequence[str], lang: str) -> tuple[str, ...]:
    """The answers of the profile that shut a tip with these letters, in words."""
    return tuple(PROFILE[key][lang] for letter in letters for key in GATES[letter])


def _norm(tip: Tip, lang: str) -> dict[str, float]:
    """What the days are held against where the tip says its usual text, if it is a figure."""
    usual = (trigger for trigger in tip.triggers if trigger.words[lang].text is None)
    match next(usual, tip.triggers[0]).lead:
        case Count() | Average() as lead:
            return {"limit": lead.limit}
        case Total() as lead:
            return {"limit": lead.at_least}
    return {}
