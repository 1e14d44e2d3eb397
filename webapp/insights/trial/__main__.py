"""python -m webapp.insights.trial FILE.csv: what a trial on oneself says, as JSON.

Columns: `day` (2026-11-25), `condition` (1 or yes: a day with the habit; 0 or no: without) and
`outcome` (pain, 0 to 10; empty is missing). Prints `answer` (too_few, clearly, a_little, worse,
no_gain, undecided), `help`, `target` and `goal`, `median` with `low` and `high` (80 % interval, in
points; under 0 is less pain) and `n`, the days used.
"""

from __future__ import annotations

import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from webapp.insights.reading import BadFile, answer_file, read_day, read_number, read_rows
from webapp.insights.table import Table, table
from webapp.insights.trial.estimate import Result, goal_of, result
from webapp.insights.trial.verdict import answer

BLOCK = 3  # days; it says at which length a trial is at its end
COLUMNS = ("day", "condition", "outcome")


def main(arguments: list[str]) -> int:
    """Print the answer for the file that is named."""
    return answer_file(arguments, __doc__, lambda path: _told(read_trial(path)))


def read_trial(path: Path) -> Table:
    """The days of a trial, each with a condition; raises BadFile."""
    _, rows = read_rows(path, COLUMNS)
    days: dict[date, tuple[float | None, float]] = {}
    for line, row in rows:
        day = read_day(row["day"], line)
        if day in days:
            raise BadFile(f"{day} stands in the file twice", line, "day")
        condition = read_number(row["condition"], line, "condition", 0, 1)
        if condition not in (0, 1):
            raise BadFile("each day needs 1 or 0", line, "condition")
        days[day] = read_number(row["outcome"], line, "outcome", 0, 10), condition
    kept = [(day, pain, {"condition": condition}) for day, (pain, condition) in days.items()]
    return table(kept, {"condition": True})


def _result(trial: Table) -> Result | None:
    if not len(trial.observed):
        return None
    pain, assigned = trial.pain, trial.factors[0].values
    without = pain[(assigned == 0) & ~np.isnan(pain)]
    usual = float(without.mean()) if len(without) else 0.0
    # A day that is not in the file lies between two that are: its pain is unknown too.
    return result(pain, np.nan_to_num(assigned), trial.weekday, goal_of(usual))


def _told(trial: Table) -> dict[str, Any]:
    found = _result(trial)
    figures = {name: round(value, 4) for name, value in asdict(found).items()} if found else {}
    return {"answer": answer(found, len(trial.pain), BLOCK), **figures}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
