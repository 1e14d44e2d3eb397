"""What the API of insights answers, made from a look at the diary."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from webapp.insights import words
from webapp.insights.beside import Side
from webapp.insights.look import Found, Lacking, Look

Count = Annotated[int, Meta(ge=0)]
Chance = Annotated[float, Meta(ge=0, le=1)]
Pain = Annotated[float, Meta(ge=0, le=10)]


class ComparedDays(msgspec.Struct, frozen=True):
    """Days with a low or a high value of a factor, in words, and their mean pain."""

    label: str
    days: Count
    pain: Pain


class Comparison(msgspec.Struct, frozen=True):
    """The lowest and the highest third of the days, and the same in a sentence."""

    low: ComparedDays
    high: ComparedDays
    said: str


class Finding(msgspec.Struct, frozen=True):
    """A factor that goes together with pain, in sentences and in figures.

    `effect`, `low` and `high` are pain points from this person's low day to their high day, with
    the 90 % interval; `chance` is that the two go together at all. `note` is said beside what
    never becomes advice.
    """

    factor: str
    name: str
    sentence: str
    interval: str
    certainty: str
    sure: str
    effect: float
    low: float
    high: float
    chance: Chance
    lag: Annotated[int, Meta(ge=0, le=2)]
    days: Count
    comparison: Comparison | None
    note: str | None


class Perhaps(msgspec.Struct, frozen=True):
    """A factor of which nothing more may be said than to keep logging."""

    factor: str
    name: str
    sentence: str


class TooFew(msgspec.Struct, frozen=True):
    """A factor that cannot be looked at yet; `lacking` counts what `reason` names."""

    factor: str
    name: str
    reason: Literal["days", "yes", "no", "times", "same", "pain", "copy"]
    lacking: Count
    sentence: str


class Insights(msgspec.Struct, frozen=True):
    """What the diary shows on `day`.

    At most two of `found` and `perhaps` together; `looked` counts the factors that were laid
    beside pain, `logged` the days whose pain is known, and `needed` how many more it takes at
    least. `message` says why nothing was found.
    """

    day: date
    found: Sequence[Finding]
    perhaps: Sequence[Perhaps]
    too_few: Sequence[TooFew]
    looked: Count
    logged: Count
    needed: Count
    message: str | None
    made: Annotated[datetime, Meta(tz=True)]


class Insight(msgspec.Struct, frozen=True):
    """The likeliest finding, for another page: in sentences, with where to read more."""

    factor: str
    sentence: str
    certainty: str
    url: str


def insights(seen: Look, day: date, lang: str, made: datetime) -> Insights:
    """The answer of one look, in the words of a language."""
    return Insights(
        day=day,
        found=[_finding(each, lang) for each in seen.found],
        perhaps=[
            Perhaps(each.column.key, each.column.label[lang], words.perhaps(each, lang))
            for each in seen.perhaps
        ],
        too_few=[_too_few(each, lang) for each in seen.lacking],
        looked=seen.looked,
        logged=seen.days,
        needed=seen.needed,
        message=words.message(seen, lang),
        made=made,
    )


def _finding(each: Found, lang: str) -> Finding:
    told = each.association
    return Finding(
        factor=each.column.key,
        name=each.column.label[lang],
        sentence=words.effect(each, lang),
        interval=words.interval(told, lang),
        certainty=words.chance(told, lang),
        sure=words.sureness(told, lang),
        effect=round(told.effect, 2),
        low=round(told.low, 2),
        high=round(told.high, 2),
        chance=round(told.posterior, 4),
        lag=told.lag,
        days=told.n,
        comparison=_comparison(each, lang),
        note=words.note(each, lang),
    )


def _comparison(each: Found, lang: str) -> Comparison | None:
    said = words.sides(each, lang)
    if each.beside is None or said is None:
        return None
    low, high = (_compared(one, each, lang) for one in each.beside)
    return Comparison(low, high, said)


def _compared(one: Side, each: Found, lang: str) -> ComparedDays:
    return ComparedDays(words.side(one, each.column, lang), one.days, round(one.pain, 2))


def _too_few(each: Lacking, lang: str) -> TooFew:
    name = each.column.label[lang]
    said = words.lack(each.lack, lang)
    return TooFew(each.column.key, name, each.lack.reason, each.lack.lacking, f"{name}: {said}.")
