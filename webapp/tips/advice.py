"""The tips of a day: the catalogue held against the diary, gated, ranked and put into words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from webapp.insights.days import Day
from webapp.tips.conditions import Average, Count, Total
from webapp.tips.follow import Standing
from webapp.tips.hold import hold, lets
from webapp.tips.own import Own, expected, factor_of
from webapp.tips.ranking import Candidate, Choice, Shown, choose
from webapp.tips.rules import Found, distance, found, met, shut
from webapp.tips.tip import Grade, Tip, Trigger, catalogue
from webapp.tips.words import number

# (days looked back on, days that must be known for full weight, share)
_WINDOWS = ((7, 4, 0.65), (14, 7, 0.35))
OPEN = Standing()
_NO_MEASURE = 0.5  # a rule without a distance is met or not: half, so that measures can outdo it


@dataclass(frozen=True)
class Advice:
    """A tip for today. `days` are the dates behind it; `parts` add up to its score (0-100).

    `factor` is what it is about, if that is one, and `limit` what its days are held against.
    """

    id: str
    category: str
    grade: Grade
    title: str
    text: str
    why: str
    days: tuple[date, ...]
    sources: tuple[str, ...]
    article: str
    heading: str
    score: float
    parts: Mapping[str, float]
    page: str | None = None
    factor: str | None = None
    limit: float | None = None
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Ground:
    trigger: Trigger
    found: Found
    strength: float


def tips_for(
    days: Sequence[Day],
    profile: Mapping[str, bool],
    shown: Sequence[Shown],
    today: date,
    lang: str,
    tips: Sequence[Tip] | None = None,
    follow: Mapping[str, Standing] = MappingProxyType({}),
    own: Mapping[str, Own] = MappingProxyType({}),
    tried: Mapping[str, float] = MappingProxyType({}),
) -> list[Advice]:
    """At most two tips, best first; none when nothing stands out.

    `days` are one row a date, oldest first and ending today; `shown` is what the person saw
    and when; `tips` is the catalogue of the app unless another is given; `follow` is what was
    chosen about tips, and `own` what goes together with pain in this diary, by factor; `tried` is
    what trials on oneself say, by tip (P of the ranking, -1 to 1), and takes its place.
    """
    held = hold(days, profile)
    offered = catalogue() if tips is None else tips
    known = {
        tip.id: tip
        for tip in offered
        if lets(held, tip.during_visit) and follow.get(tip.id, OPEN).state == "open"
    }
    grounds = {
        tip.id: ground
        for tip in known.values()
        if (ground := _ground(tip, days, profile)) is not None
    }
    candidates = [
        Candidate(
            tip.id,
            tip.category,
            tip.grade,
            ground.strength,
            tip.again_after,
            own=tried.get(tip.id, expected(ground.trigger, days, own)),
            votes=follow.get(tip.id, OPEN).votes,
        )
        for tip in known.values()
        if (ground := grounds.get(tip.id)) is not None
    ]
    return [
        _advice(known[choice.id], grounds[choice.id], choice, lang)
        for choice in choose(candidates, shown, today)
    ]


def strength(trigger: Trigger, days: Sequence[Day]) -> float:
    """T of the ranking, 0-1: how far past the norm, the last 7 days counting most."""
    lead = trigger.lead
    if trigger.scale is None or not isinstance(lead, Count | Average | Total):
        return _NO_MEASURE
    total = 0.0
    for length, needed, share in _WINDOWS:
        past, logged = distance(lead, days, length, trigger.norm)
        total += share * min(1.0, past / trigger.scale) * min(1.0, logged / needed)
    return total


def _ground(tip: Tip, days: Sequence[Day], profile: Mapping[str, bool]) -> _Ground | None:
    if shut(tip.exclude, profile):
        return None
    if any(found(each, days, profile) for each in tip.unless):
        return None
    grounds = [
        _Ground(trigger, ground, strength(trigger, days))
        for trigger in tip.triggers
        if (ground := met(trigger.when, days, profile)) is not None
    ]
    return max(grounds, key=lambda ground: ground.strength, default=None)


def _advice(tip: Tip, ground: _Ground, choice: Choice, lang: str) -> Advice:
    figures = {name: number(value, lang) for name, value in ground.found.figures.items()}
    words, reason = tip.words[lang], ground.trigger.words[lang]
    return Advice(
        id=tip.id,
        category=tip.category,
        grade=tip.grade,
        title=words.title.format(**figures),
        text=(reason.text or words.text).format(**figures),
        why=reason.why.format(**figures),
        days=ground.found.dates,
        sources=tip.sources,
        article=tip.article,
        heading=tip.heading,
        score=choice.score,
        parts=choice.parts,
        page=tip.page,
        factor=factor_of(ground.trigger.lead),
        limit=ground.found.figures.get("limit"),
        exclude=tip.exclude,
    )
