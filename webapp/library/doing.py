"""Pages to do something with: they explain without a script, and with one they count along."""

from __future__ import annotations

from flask import Blueprint
from flask_babel import gettext

from webapp import pages
from webapp.library import walking as programme
from webapp.library.exercise import exercises
from webapp.library.shelf import shelf

# The articles that lead to each page.
LEADS = {"library.walking": ("B01", "E03"), "library.warm_cold": ("D09",)}
WALK = "X09"
ALTERNATING = "D"  # only heat by itself was studied


def register(blueprint: Blueprint) -> None:
    """Add the pages to the library's blueprint."""
    pages.public(blueprint, "walking")(walking)
    pages.public(blueprint, "warm_cold")(warm_cold)


def name(endpoint: str) -> str:
    """What the page is called where others lead to it, in the language of now."""
    return {
        "library.walking": gettext("Walking programme of 12 weeks"),
        "library.warm_cold": gettext("Heat and cold in turn"),
    }[endpoint]


def summary(endpoint: str) -> str:
    """The same in a sentence."""
    return {
        "library.walking": gettext("A few minutes longer each week, next to your own diary."),
        "library.warm_cold": gettext(
            "10 minutes of heat, then 10 minutes of cold: a clock counts along."
        ),
    }[endpoint]


def of_article(article: str) -> list[str]:
    """The endpoints of the pages that belong to an article."""
    return [endpoint for endpoint, articles in LEADS.items() if article in articles]


def of_exercise(exercise: str) -> list[str]:
    """The same for an exercise."""
    return ["library.walking"] if exercise == WALK else []


def grades() -> list[tuple[str, str]]:
    """Each page with how strong its evidence is, for the list of exercises."""
    walk = exercises().by_id["nl"][WALK]
    return [("library.walking", walk.grade), ("library.warm_cold", ALTERNATING)]


def walking(lang: str) -> pages.Page:
    """The walking programme; the device lays the person's own weeks beside it."""
    exercise = exercises().by_id[lang][WALK]
    return pages.Page(
        "library/walking.html",
        {
            "exercise": exercise,
            "articles": [shelf().articles[lang][id_] for id_ in LEADS["library.walking"]],
            "sources": [shelf().sources[code] for code in exercise.sources],
            "course": programme.course(),
            "start": programme.START,
            "step": programme.STEP,
            "most": programme.MOST,
        },
    )


def warm_cold(lang: str) -> pages.Page:
    """Ten minutes of heat and ten of cold, with how sure we are and who should not."""
    article = shelf().articles[lang]["D09"]
    return pages.Page(
        "library/warm_cold.html",
        {"article": article, "sources": [shelf().sources["FRE06"]], "grade": ALTERNATING},
    )
