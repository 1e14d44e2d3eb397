"""The Today page, the same for everybody, and the tips of the person who is signed in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from flask import Blueprint, Flask, Response
from flask_babel import force_locale

from webapp import pages
from webapp.insights.answers import Insight
from webapp.insights.days import days
from webapp.insights.views import insight_of
from webapp.languages import url
from webapp.library import doing
from webapp.library.shelf import shelf
from webapp.tips.advice import Advice, tips_for
from webapp.tips.answers import Held, Link, Today, TodaySource, TodayTip
from webapp.tips.hold import hold
from webapp.tips.ranking import Shown
from webapp.tips.related import related
from webapp.tips.rules import WEEK
from webapp.tips.tip import WINDOW, catalogue
from webapp.tips.words import STRENGTH, held, message
from webapp.tracker import of_day
from webapp.tracker.lately import lately
from webapp.tracker.merge import Entry
from webapp.tracker.of_day import Asked

KINDS = ("pain", "day", "profile", "tip", "exercise")

blueprint = Blueprint("tips", __name__)


@pages.public(blueprint, "today")
def today(_lang: str) -> pages.Page:
    """Today's tips; the device fills them in, from its own store when there is no network."""
    return pages.Page("tips/today.html")


@blueprint.get("/api/today")
def advice() -> Response:
    """The tips of one day. Changes nothing: that a tip was shown, the device tells by sync."""
    return of_day.answer("today", _today)


def init_app(app: Flask) -> None:
    """Add the page, the endpoint and the tips of an article.

    A fault in the catalogue shows at start, not to a person.
    """
    catalogue()
    app.register_blueprint(blueprint)
    app.jinja_env.globals["related_tips"] = related


def today_of(
    records: Sequence[Entry], day: date, lang: str, now: datetime, insight: Insight | None = None
) -> Today:
    """What the records of one person come to on `day`, made at `now`."""
    rows = days(records, day, WINDOW)
    profile = next((each.body for each in records if each.kind == "profile"), {})
    chosen = tips_for(rows, profile, _shown(records), day, lang)
    logged = sum(row.logged for row in rows[-WEEK:])
    waits = hold(rows, profile)
    return Today(
        day=day,
        tips=[_tip(each, lang) for each in chosen],
        logged=logged,
        message=None if waits else message(logged, len(chosen), lang),
        held=Held(waits, held(waits, lang)) if waits else None,
        insight=insight,
        made=now,
    )


def _today(asked: Asked) -> Today:
    first = asked.day - timedelta(days=WINDOW - 1)
    records = lately(asked.user_id, first, asked.day, *KINDS)
    return today_of(records, asked.day, asked.lang, asked.now, insight_of(asked))


def _shown(records: Sequence[Entry]) -> list[Shown]:
    return [
        (each.body["tip"], date.fromisoformat(each.body["day"]))
        for each in records
        if each.kind == "tip"
    ]


def _tip(each: Advice, lang: str) -> TodayTip:
    article = shelf().articles[lang][each.article]
    sources = [shelf().sources[code] for code in each.sources]
    return TodayTip(
        id=each.id,
        title=each.title,
        text=each.text,
        why=each.why,
        days=each.days,
        grade=each.grade,
        strength=STRENGTH[lang][each.grade],
        sources=[TodaySource(one.code, one.words[lang], one.url) for one in sources],
        article=Link(article.title, url("library.show", lang, slug=article.slug)),
        page=_page(each.page, lang) if each.page else None,
    )


def _page(endpoint: str, lang: str) -> Link:
    with force_locale(lang):
        return Link(doing.name(endpoint), url(endpoint, lang))
