"""The pages of the exercises: the list, and one exercise with its guided mode."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort

from webapp import pages
from webapp.library import doing
from webapp.library.exercise import GOALS, Exercise, exercises
from webapp.library.shelf import shelf


def register(blueprint: Blueprint) -> None:
    """Add both pages to the library's blueprint."""
    pages.public(blueprint, "exercises")(every)
    pages.public(blueprint, "exercise")(one)


def every(lang: str) -> pages.Page:
    """All exercises by what they are for."""
    found = exercises().in_order(lang)
    goals = [(goal, [each for each in found if each.goal == goal]) for goal in GOALS]
    return pages.Page("library/exercises.html", {"goals": goals, "doings": doing.grades()})


def one(lang: str, slug: str) -> pages.Page:
    """One exercise: drawings, steps, how much, when not, and the guided mode."""
    exercise = exercises().by_slug(lang, slug)
    if exercise is None:
        abort(404)
    articles = shelf().articles[lang]
    return pages.Page(
        "library/exercise.html",
        {
            "exercise": exercise,
            "guide": guide_of(exercise),
            "doings": doing.of_exercise(exercise.id),
            "sources": [shelf().sources[code] for code in exercise.sources],
            "articles": [articles[id_] for id_ in exercise.articles if id_ in articles],
        },
        alternate={"slug": exercises().twin(exercise).slug},
    )


def guide_of(exercise: Exercise) -> dict[str, Any]:
    """What the guided mode reads: times in seconds, and the words of each move."""
    guide = exercise.guide
    return {
        "id": exercise.id,
        "prepare": guide.prepare,
        "sets": guide.sets,
        "repetitions": guide.repetitions,
        "rest": guide.rest,
        "sides": guide.sides,
        "breath": guide.breath,
        "moves": [
            {"seconds": move.seconds, "position": move.position, "text": text}
            for move, text in zip(guide.moves, exercise.moves, strict=True)
        ],
    }
