"""Random people and their diaries, with every factor; the same seed gives the same life."""

from datetime import timedelta
from random import Random
from typing import Any

from tests.unit.tips.diaries import TODAY
from webapp.insights.days import Day
from webapp.tips.tip import WINDOW
from webapp.tracker.factors import FACTORS, Factor
from webapp.tracker.kinds import FIELDS

LENGTH = WINDOW + 7
Plain = dict[str, Any]


def person(chance: Random, often: float) -> dict[str, bool]:
    """Answers of the profile: some yes, some no, most left open."""
    answers = {}
    for key in FIELDS["profile"]:
        lot = chance.random()
        if lot < often:
            answers[key] = True
        elif lot < 2 * often:
            answers[key] = False
    return answers


def life(chance: Random, length: int = LENGTH) -> tuple[list[Day], list[Plain]]:
    """The same days twice: as the rows of the app, and as plain dicts."""
    logs, knows, leaning = chance.uniform(0.3, 1), chance.uniform(0.2, 1), {}
    for key, factor in FACTORS.items():
        leaning[key] = _value(chance, factor), chance.random() < knows
    pain = chance.choice(["none", "some", "much", "comes and goes"])
    plain = [
        _day(chance, leaning, pain, n) if chance.random() < logs else {} for n in range(length)
    ]
    first = TODAY - timedelta(days=length - 1)
    return [_row(first + timedelta(days=n), day) for n, day in enumerate(plain)], plain


def _day(chance: Random, leaning: dict[str, tuple[float, bool]], pain: str, n: int) -> Plain:
    day: Plain = {}
    for key, (usual, asked) in leaning.items():
        if asked and chance.random() < 0.8:
            factor = FACTORS[key]
            value = usual if chance.random() < 0.6 else _value(chance, factor)
            day[key] = bool(value) if factor.input == "yesno" else value
    if chance.random() < 0.85:
        day |= _pain(chance, pain, n)
    if chance.random() < 0.1:
        day["exercised"] = True
    if chance.random() < 0.02:
        day["followed"] = True
    return day


def _pain(chance: Random, pain: str, n: int) -> Plain:
    bad = {"none": 0.0, "some": 0.3, "much": 0.8, "comes and goes": 0.7 * (n % 30 < 4)}[pain]
    if chance.random() >= bad:
        return {"worst": 0, "cramps": 0}
    sides = chance.choice([(), ("left",), ("right",), ("left", "right"), ("left", "right")])
    worst = min(chance.randint(0, 10), chance.randint(1, 10))  # seldom the worst there is
    return {"worst": worst, "cramps": chance.randint(1, 3), "sides": sides}


def _value(chance: Random, factor: Factor) -> float:
    if chance.random() < 0.3:
        return chance.choice([factor.low, factor.high])
    steps = round((factor.high - factor.low) / factor.step)
    return factor.low + factor.step * chance.randint(0, min(steps, 40))


def _row(when: Any, plain: Plain) -> Day:
    beside = ("worst", "cramps", "sides", "exercised", "followed")
    return Day(
        date=when,
        worst=plain.get("worst"),
        entries=plain.get("cramps", 0),
        values={key: value for key, value in plain.items() if key not in beside},
        exercised=plain.get("exercised", False),
        sides=frozenset(plain.get("sides", ())),
        followed=plain.get("followed", False),
    )
