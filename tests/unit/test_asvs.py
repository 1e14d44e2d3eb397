"""The table of ASVS names tests that are really there, and leaves no row without a word."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import pytest

from tests.unit.sync.test_faults import is_there
from webapp.config import ROOT

TABLE: list[dict[str, Any]] = tomllib.loads((ROOT / "tests/cases/asvs.toml").read_text())[
    "requirement"
]


def test_every_requirement_stands_in_one_row() -> None:
    ids = [id_ for row in TABLE for id_ in row["ids"]]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", id_) for id_ in ids)


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["ids"][0])
def test_a_row_has_its_tests_or_says_what_is_missing(row: dict[str, Any]) -> None:
    assert row.keys() <= {"ids", "what", "tests", "open", "apart"}
    assert row["what"]
    assert row.get("tests") or row.get("open") or row.get("apart")
    assert not ("apart" in row and ("tests" in row or "open" in row))
    assert [one for one in row.get("tests", []) if not is_there(one)] == []
