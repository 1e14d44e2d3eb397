"""The exercises: one TOML file each, with both languages and what the guided mode runs through."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from webapp.library.article import GRADES, ContentError

FOLDER = Path(__file__).parent / "content" / "exercises"
LANGUAGES = ("nl", "en")
GOALS = ("mobility", "strength", "relaxation", "stamina", "break")
_HEAD = {"id", "goal", "grade", "calm", "sources", "articles", "reviewed", "guide", *LANGUAGES}
_TEXTS = ("slug", "title", "summary", "dose")
_LISTS = ("steps", "when_not", "positions", "moves")


@dataclass(frozen=True)
class Move:
    """One part of a repetition: how long (seconds), and which drawing shows it (1 is the first)."""

    seconds: int
    position: int


@dataclass(frozen=True)
class Guide:
    """What the guided mode does; prepare and rest (between sets) are in seconds.

    With `sides` every set is done with one side and then with the other.
    """

    prepare: int
    sets: int
    repetitions: int
    moves: tuple[Move, ...]
    rest: int = 0
    sides: bool = False
    breath: bool = False

    @property
    def minutes(self) -> int:
        """About how long it takes, in whole minutes."""
        once = self.repetitions * sum(move.seconds for move in self.moves)
        total = self.sets * once * (2 if self.sides else 1) + (self.sets - 1) * self.rest
        return max(1, round((total + self.prepare) / 60))


@dataclass(frozen=True)
class Exercise:
    """One exercise in one language; texts are plain.

    `calm` ones fit somebody with ME/CFS; `positions` say in words what each drawing shows;
    `moves` are what the guided mode says, one for each move of the guide.
    """

    lang: str
    id: str
    goal: str
    grade: str
    sources: tuple[str, ...]
    articles: tuple[str, ...]
    reviewed: date
    guide: Guide
    calm: bool
    slug: str
    title: str
    summary: str
    dose: str
    steps: tuple[str, ...]
    when_not: tuple[str, ...]
    positions: tuple[str, ...]
    moves: tuple[str, ...]
    grade_note: str
    to_review: tuple[str, ...]

    @property
    def drawings(self) -> tuple[tuple[str, str], ...]:
        """The template of each drawing, with its words."""
        return tuple(
            (f"library/exercises/_{self.id}_{number}.svg", words)
            for number, words in enumerate(self.positions, 1)
        )


@dataclass(frozen=True)
class Exercises:
    """All exercises, by language and id."""

    by_id: dict[str, dict[str, Exercise]]

    def in_order(self, lang: str) -> list[Exercise]:
        """All of a language, by their ids."""
        return sorted(self.by_id[lang].values(), key=lambda exercise: exercise.id)

    def by_slug(self, lang: str, slug: str) -> Exercise | None:
        """The exercise at an address, or None."""
        return next((e for e in self.by_id[lang].values() if e.slug == slug), None)

    def twin(self, exercise: Exercise) -> Exercise:
        """The same exercise in the other language."""
        return self.by_id["en" if exercise.lang == "nl" else "nl"][exercise.id]

    def of_article(self, lang: str, article: str) -> list[Exercise]:
        """The exercises that belong to an article."""
        return [each for each in self.in_order(lang) if article in each.articles]


def read_exercises(folder: Path = FOLDER) -> Exercises:
    """Read all files; ContentError names the first that cannot be used."""
    found: dict[str, dict[str, Exercise]] = {lang: {} for lang in LANGUAGES}
    for path in sorted(folder.glob("*.toml")):
        for exercise in _read(path):
            found[exercise.lang][exercise.id] = exercise
    return Exercises(found)


@cache
def exercises() -> Exercises:
    """The exercises of this installation, read once."""
    return read_exercises()


def _read(path: Path) -> Iterator[Exercise]:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    if unknown := set(table) - _HEAD:
        raise ContentError(f"{path}: unknown: {sorted(unknown)}")
    if table["id"] != path.stem or table["grade"] not in GRADES or table["goal"] not in GOALS:
        raise ContentError(f"{path}: id, grade or goal is not as it should be")
    guide = _guide(dict(table["guide"]))
    for lang in LANGUAGES:
        exercise = _exercise(table, guide, lang)
        if len(exercise.moves) != len(guide.moves):
            raise ContentError(f"{path}: {lang} has not one text for every move")
        if any(not 1 <= move.position <= len(exercise.positions) for move in guide.moves):
            raise ContentError(f"{path}: {lang} lacks a position that a move shows")
        yield exercise


def _guide(table: dict[str, Any]) -> Guide:
    moves = tuple(Move(*pair) for pair in table.pop("moves"))
    return Guide(moves=moves, **table)


def _exercise(table: dict[str, Any], guide: Guide, lang: str) -> Exercise:
    words: dict[str, Any] = table[lang]
    if unknown := set(words) - {*_TEXTS, *_LISTS, "grade_note", "to_review"}:
        raise ContentError(f"{table['id']}: unknown in {lang}: {sorted(unknown)}")
    return Exercise(
        lang=lang,
        id=table["id"],
        goal=table["goal"],
        grade=table["grade"],
        sources=tuple(table["sources"]),
        articles=tuple(table["articles"]),
        reviewed=table["reviewed"],
        guide=guide,
        calm=table.get("calm", False),
        grade_note=words.get("grade_note", ""),
        to_review=tuple(words.get("to_review", ())),
        **{key: words[key] for key in _TEXTS} | {key: tuple(words[key]) for key in _LISTS},
    )
