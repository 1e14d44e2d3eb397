"""python -m webapp.insights FILE.csv: what goes together with pain, as JSON.

Columns: `day` (2026-11-25), `pain` (0 to 10), and one for each factor; empty is missing. For each
factor: `lag` (days), `effect`, `low` and `high` (pain points from the low to the high day, with the
90 % interval), `posterior` (chance that it matters), `shown` (0.75 or more), `n` (days used) and
`reason` (why nothing can be told; null if it can).
"""

from __future__ import annotations

import sys
from typing import Any

from webapp.insights.associations import Association, associations
from webapp.insights.reading import answer_file, read_days


def main(arguments: list[str]) -> int:
    """Print the answer for the file that is named."""
    return answer_file(arguments, __doc__, lambda path: _rows(associations(read_days(path))))


def _rows(found: list[Association]) -> list[dict[str, Any]]:
    return [_row(each) for each in found]


def _row(each: Association) -> dict[str, Any]:
    row: dict[str, Any] = {"factor": each.factor}
    told = each.lack is None
    row |= {"lag": each.lag if told else None}
    for name in ("effect", "low", "high", "posterior"):
        row[name] = round(getattr(each, name), 4) if told else None
    return row | {
        "shown": each.shown,
        "n": each.n,
        "reason": each.lack and f"{each.lack.reason} {each.lack.lacking}".removesuffix(" 0"),
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
