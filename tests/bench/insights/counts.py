"""What came of many made-up people, and the figures that are demanded of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from tests.bench.insights.world import Person
from webapp.insights.associations import associations

SIZES = (1.0, 1.5, 2.0)
BINS = (0.0, 0.1, 0.25, 0.5, 0.75, 0.9, 1.0000001)
ENOUGH = 50  # cases in a bin, before it is judged


@dataclass
class Counts:
    """Sums over people; they add up, so that people can be looked at in parallel."""

    of: Counter[str] = field(default_factory=Counter)
    ratios: list[float] = field(default_factory=list)

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.of + other.of, self.ratios + other.ratios)

    def look(self, person: Person, length: int) -> None:
        """Look at the first `length` days of a person with triggers."""
        truth = {each.factor: each for each in person.triggers}
        for each in associations(person.table.until(length)):
            real = truth.get(each.factor)
            self.judge(each.posterior, real is not None)
            if real:
                self.of[f"triggers {abs(real.points)}"] += 1
            if not each.shown:
                continue
            self.of["shown"] += 1
            if real is None:
                self.of["false"] += 1
                continue
            self.of[f"found {abs(real.points)}"] += 1
            self.of["true"] += 1
            self.of["wrong sign"] += each.effect * real.points < 0
            self.of["right lag"] += each.lag == real.lag
            self.of["held"] += each.low <= real.points <= each.high
            self.ratios.append(each.effect / real.points)

    def judge(self, posterior: float, real: bool) -> None:
        """Count a chance that was told, and whether it came true, in the bin of that chance."""
        low = BINS[int(np.searchsorted(BINS, posterior, side="right")) - 1]
        self.of[f"bin {low}"] += 1
        self.of[f"real {low}"] += real
        self.of[f"sum {low}"] += round(posterior * 1e6)

    def share(self, of: str, among: str) -> float:
        """One count over another."""
        return self.of[of] / max(1, self.of[among])

    def bins(self) -> Iterable[tuple[str, float, float, int]]:
        """Of each bin of posteriors: its name, the mean posterior, the share that was true."""
        for low, high in pairwise(BINS):
            many = self.of[f"bin {low}"]
            if many >= ENOUGH:
                mean = self.of[f"sum {low}"] / 1e6 / many
                yield f"{low:.2f} to {min(high, 1):.2f}", mean, self.of[f"real {low}"] / many, many

    def exaggeration(self) -> float:
        """The median of shown over planted effects."""
        return float(np.median(self.ratios)) if self.ratios else float("nan")
