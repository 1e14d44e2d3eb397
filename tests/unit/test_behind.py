"""What is behind is seen, since when, and whether for too long; nonsense is not an answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from pypi_simple import ProjectPage

from tools import deadlines
from tools.deadlines import Found, Held, NotTold, Part, look
from tools.registries import npm_releases, pypi_releases

NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)
RUN = Part("alice", "1.2.0", run=True)
BUILDS = Part("alice", "1.2.0", run=False)


def ago(days: int) -> str:
    return (NOW - timedelta(days=days)).isoformat()


def wheel(version: str, days: int, **more: Any) -> dict[str, Any]:
    """One file, as the Simple API of PyPI tells it."""
    name = f"alice-{version}-py3-none-any.whl"
    file = {"filename": name, "url": f"https://localhost/{name}", "hashes": {}, "size": 1}
    return file | {"upload-time": ago(days), "yanked": False} | more


def of_pypi(*files: dict[str, Any], **more: Any) -> list[deadlines.Release]:
    page = {"meta": {"api-version": "1.1"}, "name": "alice", "files": list(files)} | more
    return pypi_releases(ProjectPage.from_json_data(page), RUN.version)


def said(found: list[Found]) -> str:
    return " ".join(one.text for one in found)


OURS = wheel("1.2.0", 400)


def test_the_newest_is_nothing_to_speak_of() -> None:
    assert look(RUN, of_pypi(wheel("1.1.0", 500), OURS), [], NOW) == []


@pytest.mark.parametrize(
    ("part", "days", "breach"), [(RUN, 30, False), (RUN, 31, True), (BUILDS, 90, False)]
)
def test_a_newer_one_is_told_and_breaks_the_deadline_a_day_after_it(
    part: Part, days: int, breach: bool
) -> None:
    (found,) = look(part, of_pypi(OURS, wheel("1.10.0", days)), [], NOW)
    assert found.breach is breach
    assert f"1.10.0 is there since {ago(days)[:10]}, {days} days" in found.text


def test_it_counts_from_the_first_one_that_was_left_out() -> None:
    told = of_pypi(OURS, wheel("1.2.1", 80), wheel("1.3.0", 20), wheel("1.4.0", 1))
    (found,) = look(RUN, told, [], NOW)
    assert found.breach
    assert "1.2.1 is there since" in found.text
    assert "80 days (at most 30); the newest is 1.4.0" in found.text
    assert look(BUILDS, told, [], NOW)[0].breach is False


@pytest.mark.parametrize("version", ["1.3.0rc1", "1.3.0.dev2", "2.0.0a1", "not-a-version"])
def test_what_is_not_finished_does_not_count(version: str) -> None:
    assert look(RUN, of_pypi(OURS, wheel(version, 300)), [], NOW) == []


def test_a_newer_one_that_was_taken_back_does_not_count() -> None:
    assert look(RUN, of_pypi(OURS, wheel("1.3.0", 300, yanked="broken")), [], NOW) == []


def test_ours_that_was_taken_back_is_a_breach_at_once_and_says_why() -> None:
    (found,) = look(RUN, of_pypi(wheel("1.2.0", 0, yanked="leaks")), [], NOW)
    assert found.breach
    assert "taken back (leaks)" in found.text
    assert look(RUN, of_pypi(wheel("1.2.0", 0, yanked=True)), [], NOW)[0].breach


def test_of_a_release_that_was_taken_back_in_part_a_file_is_left() -> None:
    other = wheel("1.2.0", 0) | {"filename": "alice-1.2.0.tar.gz"}
    assert look(RUN, of_pypi(wheel("1.2.0", 0, yanked=True), other), [], NOW) == []


def test_a_project_that_was_closed_is_a_breach() -> None:
    closed = of_pypi(OURS, **{"project-status": {"status": "quarantined"}})
    assert "the project is quarantined" in said(look(RUN, closed, [], NOW))
    assert look(RUN, of_pypi(OURS, **{"project-status": {"status": "active"}}), [], NOW) == []


def test_one_that_needs_a_newer_python_counts_and_says_so() -> None:
    told = of_pypi(OURS, wheel("1.3.0", 31, **{"requires-python": ">=3.12"}))
    (found,) = look(RUN, told, [], NOW)
    assert found.breach
    assert "which needs Python >=3.12" in found.text
    told = of_pypi(OURS, wheel("1.3.0", 31, **{"requires-python": ">=3.9,<4"}))
    assert "needs" not in said(look(RUN, told, [], NOW))


HELD = Held("alice", "it does not work with us", date(2027, 1, 31), below="1.3")


def test_what_is_held_for_a_reason_is_told_with_it_and_is_no_breach() -> None:
    found = look(RUN, of_pypi(OURS, wheel("1.3.0", 300)), [HELD], NOW)
    assert [one.breach for one in found] == [False]
    assert "held below 1.3; it does not work with us" in found[0].text


def test_what_comes_out_below_the_bound_counts_all_the_same() -> None:
    found = look(RUN, of_pypi(OURS, wheel("1.2.9", 31), wheel("1.3.0", 300)), [HELD], NOW)
    assert [one.breach for one in found] == [False, True]
    assert "the newest is 1.2.9" in found[1].text


@pytest.mark.parametrize("until", [date(2026, 11, 30), date(2028, 1, 1)])
def test_a_reason_is_good_until_its_date_and_for_half_a_year_at_most(until: date) -> None:
    held = Held("alice", "it does not work with us", until, below="1.3")
    found = look(RUN, of_pypi(OURS, wheel("1.3.0", 300)), [held], NOW)
    assert [one.breach for one in found] == [False, True]
    assert "THIS DATE IS OVER" in found[0].text


def test_a_reason_for_another_part_or_another_release_is_none() -> None:
    bob = Held("bob", "it does not work with us", date(2027, 1, 31), below="1.3")
    (found,) = look(RUN, of_pypi(OURS, wheel("1.3.0", 31)), [bob], NOW)
    assert found.breach
    told = of_pypi(wheel("1.2.0", 9, yanked="leaks"))
    other = Held("alice", "not reached by us", date(2027, 1, 31), withdrawn="1.1.0")
    assert look(RUN, told, [other, HELD], NOW)[0].breach
    kept = Held("alice", "not reached by us", date(2027, 1, 31), withdrawn="1.2.0")
    (found,) = look(RUN, told, [kept], NOW)
    assert found.breach is False
    assert "not reached by us" in found.text
    assert look(RUN, of_pypi(OURS, wheel("1.3.0", 31)), [kept], NOW)[0].breach


def npm(*versions: tuple[str, int], **marks: str) -> Any:
    """What npm view answers: one object, or a list of them."""
    times = {version: ago(days) for version, days in versions}
    each = [
        {"version": version, "time": times}
        | ({"deprecated": marks["ours"]} if marks and version == RUN.version else {})
        for version, _ in versions
    ]
    return each if len(each) > 1 else each[0]


def of_npm(answer: Any) -> list[deadlines.Release]:
    return list(npm_releases(answer, RUN.version))


def test_npm_is_read_alike() -> None:
    assert look(RUN, of_npm(npm(("1.2.0", 99))), [], NOW) == []
    (found,) = look(RUN, of_npm(npm(("1.2.0", 99), ("1.3.0", 31), ("1.10.0", 2))), [], NOW)
    assert found.breach
    assert "1.3.0 is there since" in found.text
    assert "the newest is 1.10.0" in found.text
    for unfinished in ("1.3.0-rc.1", "1.3.0-4", "1.3.0-with-src"):
        assert look(RUN, of_npm(npm(("1.2.0", 99), (unfinished, 31))), [], NOW) == []


def test_npm_tells_what_is_deprecated() -> None:
    (found,) = look(RUN, of_npm(npm(("1.2.0", 99), ours="use bob")), [], NOW)
    assert found.breach
    assert "taken back (use bob)" in found.text


def test_where_dates_are_not_believed_only_what_is_late_all_the_same_is_a_breach() -> None:
    (soon,) = look(RUN, of_npm(npm(("1.2.0", 99), ("1.3.0", 5))), [], NOW, dated=False)
    assert soon.breach is None
    assert "or before" in soon.text
    (late,) = look(RUN, of_npm(npm(("1.2.0", 99), ("1.3.0", 31))), [], NOW, dated=False)
    assert late.breach


@pytest.mark.parametrize(
    "nonsense",
    [
        lambda: of_npm({}),
        lambda: of_npm("1.2.0"),
        lambda: of_npm(["1.2.0", "1.3.0"]),
        lambda: of_npm({"error": {"code": "E404"}}),
        lambda: of_npm({"version": "1.2.0", "time": {}}),
        lambda: of_npm({"version": "1.2.0", "time": {"1.2.0": "yesterday"}}),
        lambda: of_npm({"version": "1.2.0", "time": {"1.2.0": "2026-01-01T00:00:00"}}),
        lambda: of_pypi(wheel("1.2.0", 9) | {"upload-time": None}),
        lambda: of_pypi(OURS, wheel("1.3.0", 9, **{"requires-python": "the newest"})),
        lambda: look(RUN, of_pypi(wheel("1.3.0", 9)), [], NOW),
        lambda: look(RUN, of_pypi(), [], NOW),
    ],
)
def test_nonsense_is_not_taken_for_an_answer(nonsense: Callable[[], object]) -> None:
    with pytest.raises(NotTold):
        nonsense()
