"""Which entries are of some days: the cases that static/src/tracker/clear/ is held to as well."""

import json
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from webapp.tracker.merge import Entry
from webapp.tracker.period import counts_of, within

CASES: dict[str, Any] = json.loads(Path("tests/cases/period.json").read_text(encoding="utf-8"))
ENTRIES = [
    Entry(id=UUID(int=place), kind=case["kind"], body=case["body"], deleted=False, version=1)
    for place, case in enumerate(CASES["entries"])
]


def test_both_days_are_counted_and_what_is_of_no_day_stays() -> None:
    found = within(ENTRIES, date.fromisoformat(CASES["from"]), date.fromisoformat(CASES["to"]))
    wanted = [
        entry for entry, case in zip(ENTRIES, CASES["entries"], strict=True) if case["within"]
    ]
    assert found == wanted
    assert counts_of(found) == CASES["counts"]


def test_what_is_not_there_is_not_counted() -> None:
    assert counts_of([]) == {}
