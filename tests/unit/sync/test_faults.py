"""The table of all that can go wrong names tests that are really there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.histories.traces import FAULTS

ROOT = Path(__file__).parents[3]
TABLE: list[dict[str, Any]] = tomllib.loads((ROOT / "tests/cases/faults.toml").read_text())["fault"]
KEYS = {"number", "what", "expect", "histories", "tests", "browser", "open"}


def is_there(named: str) -> bool:
    """Whether a test exists: by its name in Python, by its title in JavaScript."""
    path, _, name = named.partition("::")
    file = ROOT / path
    text = file.read_text() if file.is_file() else ""
    if path.endswith(".py"):
        return re.search(rf"^def {re.escape(name)}\(|^{re.escape(name)} = ", text, re.M) is not None
    return any(f"test({quote}{name}{quote}" in text for quote in "'`")


def test_every_fault_is_in_the_table_once() -> None:
    assert [fault["number"] for fault in TABLE] == list(range(1, 45))
    assert all(fault.keys() <= KEYS and fault["what"] and fault["expect"] for fault in TABLE)


@pytest.mark.parametrize("fault", TABLE, ids=lambda fault: str(fault["number"]))
def test_every_fault_is_proved_harmless_or_says_why_it_is_not(fault: dict[str, Any]) -> None:
    tests = fault.get("tests", [])
    assert bool(tests) != bool(fault.get("open"))
    assert [one for one in [*tests, *fault["browser"]] if not is_there(one)] == []
    assert set(fault.get("histories", [])) <= set(FAULTS)
    assert fault["browser"]
    assert all(one.startswith("tests/e2e/") for one in fault["browser"])


def test_a_test_that_is_not_there_is_missed() -> None:
    assert is_there("tests/unit/sync/test_faults.py::is_there")
    assert not is_there("tests/unit/sync/test_faults.py::is_nowhere")
    assert not is_there("tests/unit/sync/test_nowhere.py::is_there")
    assert is_there(
        "tests/js/sync/guards.test.js::an older state of a record never lies over a newer one"
    )
    assert not is_there("tests/js/sync/guards.test.js::an older state of a record never lies")
