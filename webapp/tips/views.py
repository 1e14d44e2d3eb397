"""The Today page, the same for everybody, and the tips of the person who is signed in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from flask import Blueprint, Flask, Response, request
from flask_babel import force_locale
from flask_login import current_user

from webapp import pages
from webapp.accounts.models import User, has_consent
from webapp.insights.days import days
from webapp.languages import LANGUAGES, current, url
from webapp.library import doing
from webapp.library.shelf import shelf
from webapp.mishaps import Refused
from webapp.tips.advice import Advice, tips_for
from webapp.tips.answers import Link, Today, TodaySource, TodayTip
from webapp.tips.ranking import Shown
from webapp.tips.related import related
from webapp.tips.rules import WEEK
from webapp.tips.tip import WINDOW, catalogue
from webapp.tips.words import STRENGTH, message
from webapp.tracker.merge import Entry
from webapp.tracker.models import records_of

ZONES = timedelta(days=2)  # no clock on earth is further from ours, and a device's may be a bit off

blueprint = Blueprint("tips", __name__)


@pages.public(blueprint, "today")
def today(_lang: str) -> pages.Page:
    """Today's tips; the device fills them in, from its own store when there is no network."""
    return pages.Page("tips/today.html")


@blueprint.get("/api/today")
def advice() -> Response:
    """The tips of one day. Changes nothing: that a tip was shown, the device tells by sync."""
    lang, now = _lang(), datetime.now(UTC)
    day = _day(now.date())
    person: User = current_user._get_current_object()
    if not has_consent(person.id):
        raise Refused(403, "consent")
    records = records_of(person.id, "pain", "day", "profile", "tip", "exercise")
    return pages.data(today_of(records, day, lang, now.replace(microsecond=0)))


def init_app(app: Flask) -> None:
    """Add the page, the endpoint and the tips of an article.

    A fault in the catalogue shows at start, not to a person.
    """
    catalogue()
    app.register_blueprint(blueprint)
    app.jinja_env.globals["related_tips"] = related


def today_of(records: Sequence[Entry], day: date, lang: str, now: datetime) -> Today:
    """What the records of one person come to on `day`, made at `now`."""
    rows = days(records, day, WINDOW)
    profile = next((each.body for each in records if each.kind == "profile"), {})
    chosen = tips_for(rows, profile, _shown(records), day, lang)
    logged = sum(row.logged for row in rows[-WEEK:])
    return Today(
        day=day,
        tips=[_tip(each, lang) for each in chosen],
        logged=logged,
        message=message(logged, len(chosen), lang),
        made=now,
    )


def _lang() -> str:
    lang = request.args.get("lang", current())
    if lang not in LANGUAGES:
        raise Refused(400, "invalid", fields={"lang": "unknown_choice"})
    return lang


def _day(server: date) -> date:
    """The person's own day, which only the device knows."""
    text = request.args.get("day", "")
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise Refused(400, "invalid", fields={"day": "bad_date" if text else "missing"}) from None
    if day.isoformat() != text:
        raise Refused(400, "invalid", fields={"day": "bad_date"})
    if abs(day - server) > ZONES:
        raise Refused(400, "invalid", fields={"day": "out_of_range"})
    return day


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
