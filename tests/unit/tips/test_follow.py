"""How a tip stands by what was chosen; tests/js/tips/standing.test.js reads the same cases."""

import json
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.unit.tips.diaries import TODAY, ago, diary
from webapp.tips.advice import tips_for
from webapp.tips.follow import Standing, done_on, due, mark_done, standings

CASES: dict[str, Any] = json.loads((Path(__file__).parents[2] / "cases/follow.json").read_text())


@dataclass(frozen=True)
class Kept:
    kind: str
    body: dict[str, Any]


def week(**body: Any) -> Kept:
    return Kept("week", {"tip": "T06", **body})


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["says"])
def test_a_tip_stands_as_the_cases_say(case: dict[str, Any]) -> None:
    records = [Kept(**each) for each in case["records"]]
    for order in (records, records[::-1]):
        found = standings(order, date.fromisoformat(CASES["today"]))["T06"]
        until = found.until.isoformat() if found.until else None
        assert (found.state, until, found.saved) == (
            case["state"], case["until"], case.get("saved", False),
        )  # fmt: skip
        assert (found.helped, found.not_) == (case["helped"], case["not"])


@pytest.mark.parametrize(
    ("helped", "not_", "votes"), [(0, 0, 0), (1, 0, 1 / 3), (0, 1, -1 / 3), (3, 1, 1 / 3)]
)
def test_votes_are_the_formula(helped: int, not_: int, votes: float) -> None:
    assert Standing(helped=helped, not_=not_).votes == pytest.approx(votes)


def test_what_is_due_today_is_what_was_not_done_yet() -> None:
    began = (TODAY - timedelta(days=2)).isoformat()
    assert due([week(began=began)], TODAY) == [("T06", 3)]
    assert due([week(began=began, done_1=True)], TODAY) == [("T06", 3)]
    assert due([week(began=began, done_3=True)], TODAY) == []
    assert due([week(began=began, ended=began)], TODAY) == []


def test_the_days_on_which_a_tip_was_done() -> None:
    began = (TODAY - timedelta(days=4)).isoformat()
    records = [
        week(began=began, done_3=True),
        Kept("tip", {"tip": "T01", "day": TODAY.isoformat(), "done": True}),
        Kept("tip", {"tip": "T02", "day": (TODAY - timedelta(days=1)).isoformat()}),
    ]
    assert done_on(records) == set(ago(4, 2, 0))
    rows = diary({})
    mark_done(rows, records)
    assert [row.date for row in rows if row.followed] == list(ago(4, 2, 0))


@pytest.mark.parametrize("state", ["not_for_me", "retired", "trying", "ask", "not_now", "already"])
def test_a_tip_that_was_chosen_away_is_not_offered(state: Any) -> None:
    rows = diary({"sitting_h": "9 9 9"})
    follow = {"T06": Standing(state)}
    assert [tip.id for tip in tips_for(rows, {}, [], TODAY, "nl")] == ["T06"]
    assert tips_for(rows, {}, [], TODAY, "nl", follow=follow) == []


def test_votes_move_the_score_by_a_tenth_at_most() -> None:
    rows = diary({"sitting_h": "9 9 9"})
    [plain] = tips_for(rows, {}, [], TODAY, "nl")
    [liked] = tips_for(rows, {}, [], TODAY, "nl", follow={"T06": Standing(helped=2)})
    assert liked.score - plain.score == pytest.approx(10 * 0.5)
    assert liked.parts["votes"] == pytest.approx(5)
