"""The server twin of the device's tests keeps the same rule: tests/js/sync/merge.test.js."""

import json
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
import pytest

from webapp.tracker.merge import Change, Current, merge

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[2] / "cases" / "merge.json").read_text()
)["cases"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_change_makes_what_the_twin_makes_of_it(case: dict[str, Any]) -> None:
    current = msgspec.convert(case["current"], Current | None)
    change = msgspec.convert(case["change"], Change)
    merged = merge(current, change, case["version"], UUID(case["device"]), case.get("start", 0))
    assert msgspec.json.decode(msgspec.json.encode(merged)) == case["merged"]
