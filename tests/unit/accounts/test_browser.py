"""What a browser is called; the phone does the same, by the same cases."""

import json
from pathlib import Path

import pytest

from webapp.accounts.browser import browser_of

CASES = json.loads(Path("tests/cases/browsers.json").read_text(encoding="utf-8"))
SEEN_BY_AGENT = [case for case in CASES if "Macintosh" not in case["agent"] or not case["touches"]]


@pytest.mark.parametrize("case", SEEN_BY_AGENT, ids=lambda case: case["agent"][:60])
def test_each_browser_is_called_what_people_call_it(case: dict[str, str | None]) -> None:
    assert browser_of(str(case["agent"])) == (case["kind"], case["browser"])


def test_only_the_screen_tells_an_ipad_that_says_to_be_a_mac() -> None:
    (ipad,) = [case for case in CASES if case not in SEEN_BY_AGENT]
    assert browser_of(ipad["agent"]).kind == "computer"


@pytest.mark.parametrize("agent", ["x" * 100_000, "Mobile " * 20_000, "\ud83d", "'; DROP TABLE"])
def test_whatever_a_browser_says_is_no_trouble(agent: str) -> None:
    assert browser_of(agent).name is None
