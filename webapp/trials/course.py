"""A trial as it goes: which days have the habit, which are over, and what is due today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Protocol

from webapp.insights.trial.design import LONGEST, plan
from webapp.insights.trial.verdict import LOOKS


class Opened(Protocol):
    """A record whose body has been unsealed, as `tracker` gives it."""

    @property
    def kind(self) -> str:
        """Of the kinds that `tracker/kinds` names."""

    @property
    def body(self) -> Mapping[str, Any]:
        """The flat JSON object of that kind."""


@dataclass(frozen=True)
class Trial:
    """A trial that began on a day; `order` says of each day whether the habit is done.

    `target` is the person's own, in points. `ended` is the day on which it was stopped, by the
    person or because another one began.
    """

    habit: str
    began: date
    block: int
    order: tuple[bool, ...]
    target: float | None = None
    ended: date | None = None

    @property
    def last(self) -> date:
        """The last day of the plan."""
        return self.began + timedelta(days=len(self.order) - 1)

    def over(self, today: date) -> int:
        """How many days of the plan are wholly over; the day on which it is stopped is not."""
        end = min(today, self.ended) if self.ended else today
        return max(0, min(len(self.order), (end - self.began).days))

    def runs(self, today: date) -> bool:
        """Whether this is a day of the plan, and nobody stopped it."""
        return self.began <= today <= self.last and not (self.ended and self.ended <= today)

    def looks(self) -> list[int]:
        """After how many days the result may be looked at: at fixed ones, and at the end."""
        fixed = LOOKS[self.block]
        ends = {len(self.order)} if len(self.order) > fixed[0] else set()
        return sorted({look for look in fixed if look <= len(self.order)} | ends)


@dataclass(frozen=True)
class Due:
    """What a trial asks on a day: the habit or not (`on`), and what was told of it (`did`)."""

    habit: str
    began: date
    on: bool
    did: bool | None


def trials_of(records: Iterable[Opened]) -> list[Trial]:
    """Every trial, the oldest first; one at a time: where the next begins, the one before ends."""
    found = sorted(
        (_trial(record.body) for record in records if record.kind == "trial"),
        key=lambda trial: trial.began,
    )
    return [_until(trial, later) for trial, later in zip(found, [*found, None][1:], strict=True)]


def due(records: Sequence[Opened], day: date) -> Due | None:
    """What a reminder would say on `day`; None where no trial runs."""
    trial = next((each for each in trials_of(records) if each.runs(day)), None)
    if trial is None:
        return None
    on = trial.order[(day - trial.began).days]
    return Due(trial.habit, trial.began, on, tried_in(records).get(trial.began, {}).get(day))


def tried_in(records: Iterable[Opened]) -> dict[date, dict[date, bool]]:
    """By the first day of a trial and the day: whether the habit was done. Others are missing."""
    told: dict[date, dict[date, bool]] = {}
    for body in (record.body for record in records if record.kind == "tried"):
        days = told.setdefault(date.fromisoformat(body["trial"]), {})
        days[date.fromisoformat(body["day"])] = body["did"]
    return told


def _trial(body: Mapping[str, Any]) -> Trial:
    block = body["block"]
    pairs = min(body["pairs"], LONGEST[block])
    return Trial(
        habit=body["habit"],
        began=date.fromisoformat(body["began"]),
        block=block,
        order=tuple(plan(body["seed"], block, pairs)),
        target=body.get("target"),
        ended=date.fromisoformat(body["ended"]) if "ended" in body else None,
    )


def _until(trial: Trial, later: Trial | None) -> Trial:
    if later is None or later.began > trial.last:
        return trial
    return replace(trial, ended=min(trial.ended or later.began, later.began))
