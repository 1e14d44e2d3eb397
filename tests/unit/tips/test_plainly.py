"""All triggers and gates against their plain re-statement, and who must never see what."""

import os
from collections import Counter
from random import Random

import pytest

from tests.unit.tips import plainly
from tests.unit.tips.diaries import TODAY
from tests.unit.tips.lives import life, person
from webapp.tips.advice import tips_for
from webapp.tips.tip import catalogue

PEOPLE = 200
# `make tips` looks at all 20,000; some of them are looked at with every other test.
DIARIES = int(os.environ.get("RUGWIJS_TIP_DIARIES", "480"))
BONES = {"T04", "T10", "T12", "T36", "T42"}
# By answer, what evidence.md and the catalogue keep from these people.
NEVER = {
    "pregnant": {"T12", "T18", "T27", "T31"},
    "kidney_disease": {"T18", "T30", "T31", "T32"},
    "mecfs": {
        "T01", "T02", "T03", "T04", "T05", "T07", "T09", "T10", "T13", "T14", "T36", "T38",
        "T41", "T42", "T45", "T48",
    },
    "osteoporosis": BONES,
    "spine_fracture": BONES,
    "numb_skin": {"T16", "T17"},
}  # fmt: skip


def offered(rows: list, profile: dict[str, bool]) -> set[str]:  # type: ignore[type-arg]
    """Each tip by itself, so that no other takes its place."""
    return {tip.id for tip in catalogue() if tips_for(rows, profile, [], TODAY, "nl", tips=[tip])}


def test_200_people_get_what_the_plain_rules_say() -> None:
    met: Counter[str] = Counter()
    for seed in range(PEOPLE):
        chance = Random(seed)
        profile = person(chance, chance.choice([0.0, 0.05, 0.2]))
        rows, plain = life(chance)
        expected = plainly.tips(plain, profile)
        assert offered(rows, profile) == expected, seed
        met.update(expected)
    assert set(plainly.RULES) == {tip.id for tip in catalogue()}
    assert len(met) >= 44  # these lives say something about nearly every tip


@pytest.mark.parametrize("answer", NEVER)
def test_who_must_not_see_a_tip_never_sees_it(answer: str) -> None:
    seen: Counter[str] = Counter()
    for seed in range(DIARIES // len(NEVER)):
        chance = Random(f"{answer} {seed}")
        profile = person(chance, 0.04) | {answer: True}
        profile |= {"under_18": False, "alarm_call": False, "alarm_visit": False}
        rows, _ = life(chance, 28)
        days = [tip.id for tip in tips_for(rows, profile, [], TODAY, "nl")]
        seen.update(days)
        assert len(days) <= 2
        assert not NEVER[answer] & set(days), (answer, seed, days)
    assert seen
