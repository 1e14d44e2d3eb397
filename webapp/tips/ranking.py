"""Which tips to show today: at most two, none again within its rest, and no chance in it.

Score = 100 x N x clip(.40 T + .25 E + .25 P + .10 U, 0, 1), where T is the strength of the
trigger, E the evidence, P what the own diary shows, U the own votes and N the freshness.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import exp

MOST = 2  # tips a day
SAME_CATEGORY = 0.6  # what a further tip of a category already chosen counts for

EVIDENCE: Mapping[str, float] = {"A": 1.0, "B": 0.75, "C": 0.5, "D": 0.25}
WEIGHTS: Mapping[str, float] = {"trigger": 0.40, "evidence": 0.25, "own": 0.25, "votes": 0.10}

Shown = tuple[str, date]  # a tip and the day on which the person saw it


@dataclass(frozen=True)
class Candidate:
    """A tip whose gates are open and whose rule is met.

    `trigger` lies in 0-1, `own` in -1-1 (0 while the diary says nothing about this tip), and
    `votes` in -1-1 (0 without votes).
    """

    id: str
    category: str
    grade: str
    trigger: float
    again_after: int = 7
    own: float = 0.0
    votes: float = 0.0


@dataclass(frozen=True)
class Choice:
    """A chosen tip. `parts`, in points, add up to `score`: the four terms as they are by
    themselves, what is taken off for a tip that was `seen` of late and for a second one of a
    `category`, and what keeps the score within 0-100 (`limit`)."""

    id: str
    score: float
    parts: Mapping[str, float] = field(default_factory=dict)


def choose(candidates: Sequence[Candidate], shown: Sequence[Shown], today: date) -> list[Choice]:
    """Pick greedily by score; what was shown today stays, and takes one of the day's places."""
    already = {tip for tip, day in shown if day == today}
    kept = [each for each in candidates if each.id in already]
    fresh = [each for each in candidates if each.id not in already and rested(each, shown, today)]
    chosen = _greedy(kept, shown, today, MOST, [])
    taken = [each.category for each in kept if each.id in {choice.id for choice in chosen}]
    return chosen + _greedy(fresh, shown, today, MOST - len(already), taken)


def rested(candidate: Candidate, shown: Sequence[Shown], today: date) -> bool:
    """Whether the tip was not shown within its rest.

    A day ahead counts as within it: another device may be in a later time zone.
    """
    return all(
        (today - day).days >= candidate.again_after
        for tip, day in shown
        if tip == candidate.id and day != today
    )


def freshness(tip: str, shown: Sequence[Shown], today: date) -> float:
    """1 for a tip never shown, down to 1/3 for one shown often of late; today does not count."""
    ages = ((today - day).days for other, day in shown if other == tip)
    return 1 / (1 + min(2.0, sum(exp(-age / 7) for age in ages if age > 0)))


def parts(candidate: Candidate) -> dict[str, float]:
    """What each term adds to the score by itself, in points."""
    terms = {
        "trigger": candidate.trigger,
        "evidence": EVIDENCE[candidate.grade],
        "own": candidate.own,
        "votes": candidate.votes,
    }
    return {name: 100 * WEIGHTS[name] * term for name, term in terms.items()}


def _greedy(
    candidates: Sequence[Candidate],
    shown: Sequence[Shown],
    today: date,
    places: int,
    taken: Sequence[str],
) -> list[Choice]:
    chosen: list[Choice] = []
    categories = list(taken)
    rest = list(candidates)
    while rest and len(chosen) < places:
        choices = {each.id: _choice(each, shown, today, categories) for each in rest}
        # Equal scores go by id, so that the same diary always gives the same tips.
        best = min(rest, key=lambda each: (-choices[each.id].score, each.id))
        chosen.append(choices[best.id])
        categories.append(best.category)
        rest.remove(best)
    return chosen


def _choice(
    candidate: Candidate, shown: Sequence[Shown], today: date, categories: Sequence[str]
) -> Choice:
    points = parts(candidate)
    total = sum(points.values())
    bounded = max(0.0, min(100.0, total))
    fresh = freshness(candidate.id, shown, today)
    factor = SAME_CATEGORY if candidate.category in categories else 1.0
    taken = {
        "limit": bounded - total,
        "seen": (fresh - 1) * bounded,
        "category": (factor - 1) * fresh * bounded,
    }
    return Choice(candidate.id, factor * fresh * bounded, points | taken)
