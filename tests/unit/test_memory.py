"""What is kept in memory: only for its own person and state, not long, and not of many."""

from __future__ import annotations

from uuid import UUID

from webapp.memory import SECONDS, Memory

ALICE, BOB = UUID(int=1), UUID(int=2)


class Clock:
    """A clock that stands still until it is set."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_an_unchanged_state_is_not_worked_out_twice() -> None:
    kept, made = Memory(), iter(range(9))
    assert [kept.get(ALICE, "today", 1, lambda: next(made)) for _ in range(3)] == [0, 0, 0]
    assert kept.get(ALICE, "today", 2, lambda: next(made)) == 1
    assert kept.get(ALICE, "today", 1, lambda: next(made)) == 2
    assert len(kept) == 1


def test_what_is_of_another_person_or_name_is_never_given() -> None:
    kept = Memory()
    assert kept.get(ALICE, "today", 1, lambda: "hers") == "hers"
    assert kept.get(BOB, "today", 1, lambda: "his") == "his"
    assert kept.get(ALICE, "insights", 1, lambda: "other") == "other"
    assert kept.get(ALICE, "today", 1, lambda: "anew") == "hers"


def test_nothing_of_a_person_is_left_once_forgotten() -> None:
    kept = Memory()
    for person in (ALICE, BOB):
        for name in ("today", "insights"):
            kept.get(person, name, 1, lambda: "old")
    kept.forget(ALICE)
    assert len(kept) == 2
    assert kept.get(ALICE, "today", 1, lambda: "new") == "new"
    assert kept.get(BOB, "today", 1, lambda: "new") == "old"


def test_it_is_kept_for_an_hour_at_most() -> None:
    clock = Clock()
    kept = Memory(clock=clock)
    kept.get(ALICE, "today", 1, lambda: "old")
    clock.now = SECONDS - 1
    assert kept.get(ALICE, "today", 1, lambda: "new") == "old"
    clock.now = SECONDS
    assert kept.get(ALICE, "today", 1, lambda: "new") == "new"


def test_of_many_the_one_longest_unused_goes() -> None:
    kept = Memory(most=2)
    kept.get(ALICE, "one", 1, lambda: "one")
    kept.get(ALICE, "two", 1, lambda: "two")
    kept.get(ALICE, "one", 1, lambda: "anew")
    kept.get(ALICE, "three", 1, lambda: "three")
    assert len(kept) == 2
    assert kept.get(ALICE, "one", 1, lambda: "anew") == "one"
    assert kept.get(ALICE, "two", 1, lambda: "anew") == "anew"
