"""The catalogue of exercises: whole in both languages, with sources and drawings."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.figures import DRAWINGS, drawings
from webapp.config import ROOT
from webapp.library.article import ContentError
from webapp.library.check import FRIGHTENING
from webapp.library.exercise import (
    FOLDER,
    LANGUAGES,
    Exercise,
    exercises,
    read_exercises,
)
from webapp.library.reading import sentences, words
from webapp.library.shelf import shelf

ALL = [each for lang in LANGUAGES for each in exercises().in_order(lang)]
IDS = [f"X{number:02}" for number in range(1, 17)]
LONGEST = 25  # words of a sentence


def texts_of(exercise: Exercise) -> list[str]:
    """All that a person reads of an exercise."""
    lists = (exercise.steps, exercise.when_not, exercise.positions, exercise.moves)
    single = [exercise.title, exercise.summary, exercise.dose, exercise.grade_note]
    return [*single, *(text for each in lists for text in each)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_sixteen_exercises_are_there(lang: str) -> None:
    found = exercises().in_order(lang)
    assert [each.id for each in found] == IDS
    assert len({each.slug for each in found}) == len(IDS)
    assert len({each.title for each in found}) == len(IDS)


@pytest.mark.parametrize("exercise", ALL, ids=lambda each: f"{each.id}-{each.lang}")
def test_an_exercise_has_steps_and_says_when_not(exercise: Exercise) -> None:
    assert 3 <= len(exercise.steps) <= 5
    assert exercise.when_not
    assert exercise.sources
    assert set(exercise.sources) <= set(shelf().sources)
    assert set(exercise.articles) <= set(shelf().articles[exercise.lang])
    assert exercise.articles


@pytest.mark.parametrize("exercise", ALL, ids=lambda each: f"{each.id}-{each.lang}")
def test_an_exercise_is_said_plainly(exercise: Exercise) -> None:
    for text in texts_of(exercise):
        assert not FRIGHTENING[exercise.lang].search(text), text
        for sentence in sentences(text):
            assert len(words(sentence)) <= LONGEST, sentence


@pytest.mark.parametrize("exercise", ALL, ids=lambda each: f"{each.id}-{each.lang}")
def test_every_position_is_drawn_and_told(exercise: Exercise) -> None:
    assert 2 <= len(exercise.drawings) <= 4
    drawn = [name for name in drawings() if name.startswith(f"_{exercise.id}_")]
    assert [Path(name).name for name, _ in exercise.drawings] == drawn
    assert all(telling for _, telling in exercise.drawings)
    for name, _ in exercise.drawings:
        assert (ROOT / "templates" / name).exists()


def test_the_drawings_are_those_of_the_poses() -> None:
    kept = {path.name: path.read_text(encoding="utf-8") for path in DRAWINGS.glob("*.svg")}
    assert kept == drawings(), "run: .venv/bin/python -m tools.figures"


def test_the_languages_tell_the_same() -> None:
    for dutch in exercises().in_order("nl"):
        english = exercises().twin(dutch)
        assert english.lang == "en"
        for name in ("steps", "when_not", "positions", "moves"):
            assert len(getattr(dutch, name)) == len(getattr(english, name)), (dutch.id, name)
        assert bool(dutch.grade_note) == bool(english.grade_note)


def test_a_guide_tells_about_how_long_it_takes() -> None:
    minutes = {each.id: each.guide.minutes for each in exercises().in_order("nl")}
    assert minutes["X13"] == 5
    assert minutes["X15"] == 2
    assert 10 <= minutes["X14"] <= 15
    assert max(minutes.values()) <= 15


def test_only_breathing_relaxing_and_the_break_are_for_me_cfs() -> None:
    assert [each.id for each in exercises().in_order("nl") if each.calm] == ["X13", "X14", "X15"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('id = "X01"', 'id = "X02"'),
        ('grade = "C"', 'grade = "Z"'),
        ("moves = [[4, 2], [4, 3]]", "moves = [[4, 2], [4, 4]]"),
        ("moves = [[4, 2], [4, 3]]", "moves = [[4, 2]]"),
        ('goal = "mobility"', 'goal = "mobility"\nlevel = 3'),
        ("[nl]\n", '[nl]\nname = "x"\n'),
    ],
)
def test_a_faulty_file_is_named(tmp_path: Path, old: str, new: str) -> None:
    text = (FOLDER / "X01.toml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "X01.toml").write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(ContentError, match="X0"):
        read_exercises(tmp_path)
