"""The table of a benchmark: each figure with what is demanded of it."""

from __future__ import annotations


class Report:
    """Prints rows, and counts those that are not as demanded."""

    def __init__(self) -> None:
        self.failed = 0
        self.judged = 0

    def heading(self, text: str) -> None:
        """Begin a part."""
        print(f"\n{text}", flush=True)

    def at_most(self, name: str, figure: float, limit: float | None) -> None:
        """A figure that may not be larger; None: it is only told."""
        self.within(name, figure, None, limit)

    def at_least(self, name: str, figure: float, limit: float | None) -> None:
        """A figure that may not be smaller; None: it is only told."""
        self.within(name, figure, limit, None)

    def within(self, name: str, figure: float, low: float | None, high: float | None) -> None:
        """A figure between two limits, where there are any."""
        bounds = [
            word
            for limit, word in (
                (low, f"at least {low:.3g}" if low is not None else ""),
                (high, f"at most {high:.3g}" if high is not None else ""),
            )
            if limit is not None
        ]
        met = (low is None or figure >= low) and (high is None or figure <= high)
        self.judged += bool(bounds)
        self.failed += not met
        verdict = ("ok" if met else "NOT MET") if bounds else ""
        print(f"  {name:<58}{figure:>8.3f}  {', '.join(bounds):<30}{verdict}", flush=True)

    def end(self) -> None:
        """Say how many were met."""
        print(f"\n{self.judged - self.failed} of {self.judged} as demanded")
