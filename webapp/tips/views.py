"""The Today page, the same for everybody, and the tips of the person who is signed in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from flask import Blueprint, Flask, Response, jsonify, request
from flask_login import current_user

from webapp import pages
from webapp.accounts.models import User, has_consent
from webapp.insights.days import days
from webapp.languages import LANGUAGES, current, url
from webapp.library.shelf import shelf
from webapp.mishaps import Refused
from webapp.tips.advice import Advice, tips_for
from webapp.tips.ranking import Shown
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
    answer = today_of(records_of(person.id, "pain", "day", "profile", "tip"), day, lang)
    response = jsonify(answer | {"made": now.isoformat(timespec="seconds")})
    response.headers["Cache-Control"] = "no-store"
    return response


def init_app(app: Flask) -> None:
    """Add the page and the endpoint; a fault in the catalogue shows at start, not to a person."""
    catalogue()
    app.register_blueprint(blueprint)


def today_of(records: Sequence[Entry], day: date, lang: str) -> dict[str, Any]:
    """What the records of one person come to on `day`, as JSON."""
    rows = days(records, day, WINDOW)
    profile = next((each.body for each in records if each.kind == "profile"), {})
    chosen = tips_for(rows, profile, _shown(records), day, lang)
    logged = sum(row.logged for row in rows[-WEEK:])
    return {
        "day": day.isoformat(),
        "tips": [_tip(each, lang) for each in chosen],
        "logged": logged,
        "message": message(logged, len(chosen), lang),
    }


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


def _tip(each: Advice, lang: str) -> dict[str, Any]:
    article = shelf().articles[lang][each.article]
    sources = [shelf().sources[code] for code in each.sources]
    return {
        "id": each.id,
        "title": each.title,
        "text": each.text,
        "why": each.why,
        "days": [day.isoformat() for day in each.days],
        "grade": each.grade,
        "strength": STRENGTH[lang][each.grade],
        "sources": [
            {"code": source.code, "name": source.words[lang], "url": source.url}
            for source in sources
        ],
        "article": {
            "title": article.title,
            "url": url("library.show", lang, slug=article.slug),
        },
    }
