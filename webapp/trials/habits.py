"""The habits that can be tried out, read from habits.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

FILE = Path(__file__).parent / "habits.toml"


class HabitWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A habit in one language: what to do on a day with it (`on`), and on one without (`off`).

    `chance` begins the sentence that a result ends; `not_for` says whom it does not suit.
    """

    title: str
    chance: str
    on: str
    off: str
    not_for: str = ""


class Habit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A habit with its article, the length of its blocks in days, and what it belongs to.

    `exclude` are the answers of the profile that close it; `tips` and `factors` lead to it.
    """

    id: str
    article: str
    block: Literal[3, 7]
    exclude: tuple[str, ...]
    tips: tuple[str, ...]
    factors: tuple[str, ...]
    nl: HabitWords
    en: HabitWords

    def words(self, lang: str) -> HabitWords:
        """Its words in a language."""
        return self.nl if lang == "nl" else self.en

    def suits(self, profile: Mapping[str, bool]) -> bool:
        """Whether the profile leaves it open; an answer that is missing closes nothing."""
        return not any(profile.get(key, False) for key in self.exclude)


@cache
def habits() -> Mapping[str, Habit]:
    """Every habit by its id, in the order in which they are offered; raises when one is wrong."""
    tables = tomllib.loads(FILE.read_text(encoding="utf-8"))["habit"]
    read = [msgspec.convert(each, Habit) for each in tables]
    return {habit.id: habit for habit in read}


@cache
def leads() -> Mapping[str, str]:
    """By tip and by factor of the diary: the habit with which it can be tried out.

    Of several habits the first that is offered.
    """
    found: dict[str, str] = {}
    for habit in habits().values():
        for name in (*habit.tips, *habit.factors):
            found.setdefault(name, habit.id)
    return found
