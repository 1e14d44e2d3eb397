"""The page where a habit is tried out, the same for everybody, and the results of one person."""

from __future__ import annotations

from flask import Blueprint, Flask, Response

from webapp import pages
from webapp.languages import url
from webapp.library.shelf import shelf
from webapp.tracker import of_day
from webapp.tracker.lately import lately
from webapp.tracker.models import records_of
from webapp.tracker.of_day import Asked
from webapp.trials.answers import Trials
from webapp.trials.habits import Habit, habits, leads
from webapp.trials.told import first_day, trials_told

blueprint = Blueprint("trials", __name__)


@pages.public(blueprint, "trials")
def trials(lang: str) -> pages.Page:
    """What can be tried out, and how; the device fills in the person's own trial."""
    offered = [_offered(habit, lang) for habit in habits().values()]
    return pages.Page("trials/trials.html", {"habits": offered})


@blueprint.get("/api/trials")
def results() -> Response:
    """How the trials stand on one day. Changes nothing."""
    return of_day.answer("trials", _results)


def init_app(app: Flask) -> None:
    """Add the page and the endpoint. A fault in the habits shows at start, not to a person."""
    habits()
    app.register_blueprint(blueprint)
    app.jinja_env.globals["trial_titles"] = _titles
    app.jinja_env.globals["trial_leads"] = leads


def _results(asked: Asked) -> Trials:
    own = records_of(asked.user_id, "trial", "tried")
    first = first_day(own)
    logged = lately(asked.user_id, first, asked.day, "pain", "day") if first else []
    return trials_told([*own, *logged], asked.day, asked.lang, asked.now)


def _titles(lang: str) -> dict[str, str]:
    return {habit.id: habit.words(lang).title for habit in habits().values()}


def _offered(habit: Habit, lang: str) -> dict[str, object]:
    words, article = habit.words(lang), shelf().articles[lang][habit.article]
    return {
        "id": habit.id,
        "block": habit.block,
        "exclude": habit.exclude,
        "title": words.title,
        "on": words.on,
        "off": words.off,
        "not_for": words.not_for,
        "article": {
            "title": article.title,
            "url": url("library.show", lang, slug=article.slug),
        },
    }
