"""The page with insights, the same for everybody, and what one's own diary shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from flask import Blueprint, Flask, Response

from webapp import pages
from webapp.insights import words
from webapp.insights.answers import Insight, Insights, insights
from webapp.insights.columns import LENGTH
from webapp.insights.days import days
from webapp.insights.look import Look, look
from webapp.languages import url
from webapp.memory import memory
from webapp.tracker import of_day
from webapp.tracker.catalogue import catalogue
from webapp.tracker.lately import lately
from webapp.tracker.merge import Entry
from webapp.tracker.of_day import Asked

blueprint = Blueprint("insights", __name__)
KINDS = ("pain", "day", "profile", "settings")


@pages.public(blueprint, "insights")
def page(lang: str) -> pages.Page:
    """What goes together; the device fills it in, from its own store when there is no network."""
    return pages.Page("insights/insights.html", {"catalogue": catalogue(lang, "pain", "day")})


@blueprint.get("/api/insights")
def told() -> Response:
    """What goes together in the person's own diary. Changes nothing."""
    return of_day.answer("insights", _insights)


def look_of(asked: Asked, records: Sequence[Entry] | None = None) -> Look:
    """What this person's diary shows; worked out once for each state of it.

    `records` are those of a year that were read already, of these `KINDS` at least.
    """
    key = (asked.state, asked.day)
    return memory().get(asked.user_id, "look", key, lambda: _look(asked, records))


def insight_of(asked: Asked, records: Sequence[Entry]) -> Insight | None:
    """The one finding for Today, as of look_of; None when nothing is known well enough."""
    best = next(iter(look_of(asked, records).found), None)
    if best is None:
        return None
    return Insight(
        factor=best.column.key,
        sentence=words.effect(best, asked.lang),
        certainty=words.chance(best.association, asked.lang),
        url=url("insights.insights", asked.lang),
    )


def year_of(asked: Asked, *kinds: str) -> list[Entry]:
    """The records of these kinds that a look may need: no day is older than the method reaches."""
    return lately(asked.user_id, asked.day - timedelta(days=LENGTH - 1), asked.day, *kinds)


def init_app(app: Flask) -> None:
    """Register the blueprint."""
    app.register_blueprint(blueprint)


def _insights(asked: Asked) -> Insights:
    return insights(look_of(asked), asked.day, asked.lang, asked.now)


def _look(asked: Asked, records: Sequence[Entry] | None) -> Look:
    read = year_of(asked, *KINDS) if records is None else records
    bodies = {each.kind: each.body for each in read if each.kind in ("profile", "settings")}
    rows = days(read, asked.day, LENGTH)
    return look(rows, bodies.get("profile", {}), bodies.get("settings", {}))
