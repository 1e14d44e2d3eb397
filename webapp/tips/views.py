"""The Today page, the same for everybody, and the tips of the person who is signed in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

import msgspec
from flask import Blueprint, Flask, Response
from flask_babel import force_locale

from webapp import pages
from webapp.insights import words as phrased
from webapp.insights.answers import Insight
from webapp.insights.days import days
from webapp.insights.look import Found
from webapp.insights.views import insight_of, look_of, year_of
from webapp.languages import url
from webapp.library import doing
from webapp.library.browsing import section_url
from webapp.library.section import Lead, section
from webapp.library.shelf import shelf
from webapp.tips.advice import Advice, tips_for
from webapp.tips.answers import Explained, Held, Link, Points, Today, TodaySource, TodayTip
from webapp.tips.everyone import subjects, titles
from webapp.tips.follow import mark_done, standings
from webapp.tips.hold import hold
from webapp.tips.ranking import Shown
from webapp.tips.related import not_for, related
from webapp.tips.rules import WEEK
from webapp.tips.tip import WINDOW, catalogue
from webapp.tips.words import STRENGTH, held, message, whole
from webapp.tracker import of_day
from webapp.tracker.factors import FACTORS
from webapp.tracker.merge import Entry
from webapp.tracker.of_day import Asked
from webapp.trials.told import gains

KINDS = (
    "pain",
    "day",
    "profile",
    "settings",
    "tip",
    "follow",
    "week",
    "exercise",
    "trial",
    "tried",
)

blueprint = Blueprint("tips", __name__)


@pages.public(blueprint, "today")
def today(lang: str) -> pages.Page:
    """Today's tips; the device fills them in, from its own store when there is no network."""
    return pages.Page("tips/today.html", {"titles": titles(lang)})


@pages.public(blueprint, "tips")
def tips(lang: str) -> pages.Page:
    """Every tip by subject; the device adds what its person chose about them."""
    return pages.Page(
        "tips/tips.html",
        {
            "subjects": subjects(lang),
            "explained": lambda tip: _explained(tip, lang),
            "strength": STRENGTH[lang],
            "titles": titles(lang),
        },
    )


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
    records: Sequence[Entry],
    day: date,
    lang: str,
    now: datetime,
    insight: Insight | None = None,
    own: Sequence[Found] = (),
) -> Today:
    """What the records of one person come to on `day`, made at `now`.

    `own` is what goes together with pain in their diary, as the page with insights has it.
    """
    together = {each.column.key: each for each in own if not each.together_only}
    rows = days(records, day, WINDOW)
    profile = next((each.body for each in records if each.kind == "profile"), {})
    mark_done(rows, records)
    follow = standings(records, day)
    effects = {factor: each.association for factor, each in together.items()}
    tried = gains(records, day)
    chosen = tips_for(rows, profile, _shown(records), day, lang, None, follow, effects, tried)
    logged = sum(row.logged for row in rows[-WEEK:])
    waits = hold(rows, profile)
    return Today(
        day=day,
        tips=[_tip(each, lang, together) for each in chosen],
        logged=logged,
        message=None if waits else message(logged, len(chosen), lang),
        held=Held(waits, held(waits, lang)) if waits else None,
        insight=None if waits else insight,  # whoever must be seen first reads that alone
        made=now,
    )


def _today(asked: Asked) -> Today:
    # Read once, and as far back as the insights look.
    records = year_of(asked, *KINDS)
    insight, found = insight_of(asked, records), look_of(asked, records).found
    return today_of(records, asked.day, asked.lang, asked.now, insight, found)


def _shown(records: Sequence[Entry]) -> list[Shown]:
    return [
        (each.body["tip"], date.fromisoformat(each.body["day"]))
        for each in records
        if each.kind == "tip"
    ]


def _tip(each: Advice, lang: str, together: Mapping[str, Found]) -> TodayTip:
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
        article=_explained(each, lang),
        page=_page(each.page, lang) if each.page else None,
        norm=_norm(each, lang),
        own=_own(together.get(each.factor or ""), lang),
        not_for=not_for(each.exclude, lang),
        score=round(each.score),
        points=_points(each),
    )


def _explained(lead: Lead, lang: str) -> Explained:
    articles = shelf().articles
    heading = section(lead, articles, lang)
    return Explained(articles[lang][lead.article].title, section_url(lang, lead), heading.text)


def _own(found: Found | None, lang: str) -> str | None:
    if found is None:
        return None
    return f"{phrased.effect(found, lang)} {phrased.chance(found.association, lang)}"


def _norm(each: Advice, lang: str) -> str | None:
    norm = FACTORS[each.factor].norm if each.factor else None
    return (norm.en if lang == "en" else norm.nl) if norm else None


def _points(each: Advice) -> list[Points]:
    found = sorted(whole(each.parts).items(), key=lambda part: (-part[1], part[0]))
    return [msgspec.convert({"part": part, "points": many}, Points) for part, many in found]


def _page(endpoint: str, lang: str) -> Link:
    with force_locale(lang):
        return Link(doing.name(endpoint), url(endpoint, lang))
