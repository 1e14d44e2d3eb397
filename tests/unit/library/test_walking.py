"""The weeks on the page are those that a phone works out: it reads the same cases."""

import json
from pathlib import Path

from webapp.library.walking import LEAST, MOST, WEEKS, course

CASE = json.loads((Path(__file__).parents[2] / "cases" / "walking.json").read_text())["course"]


def test_the_course_is_the_one_of_the_device() -> None:
    assert list(course(CASE["from"])) == CASE["minutes"]


def test_it_never_goes_beyond_its_end() -> None:
    assert course(MOST) == (MOST,) * WEEKS
    assert max(course(LEAST)) == MOST
