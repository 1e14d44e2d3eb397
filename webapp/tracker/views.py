"""The pages of the diary, and the road for who has no script: ordinary forms and a list."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import partial
from itertools import groupby
from typing import Any
from uuid import UUID, uuid4

from babel.dates import format_date
from flask import Flask, abort, redirect, request
from flask_babel import force_locale
from flask_login import current_user
from werkzeug.wrappers import Response

from webapp import languages, pages
from webapp.accounts.models import User, has_consent
from webapp.extensions import db
from webapp.languages import url
from webapp.tracker import diary
from webapp.tracker.catalogue import catalogue, checks
from webapp.tracker.clearing import ask_or_clear, period_form
from webapp.tracker.counter import lock_diary
from webapp.tracker.described import Described, described
from webapp.tracker.earlier import blueprint, earlier_lines, with_earlier
from webapp.tracker.factors import FACTORS
from webapp.tracker.forms import ABOUT_GROUPS, GROUPS, EntryForm, form_class
from webapp.tracker.merge import Entry
from webapp.tracker.mistakes import messages
from webapp.tracker.models import record_of, records_of
from webapp.tracker.records import Body, day_id, profile_id, settings_id
from webapp.tracker.settings import DAY_ENDS, OWN_NAME, OWN_UNIT
from webapp.tracker.words import ABOUT
from webapp.zones import STRONGEST, strength_name

TEMPLATES = {
    "pain": "tracker/cramp.html",
    "day": "tracker/day.html",
    "profile": "tracker/profile.html",
}
SHOWN = (*TEMPLATES, "exercise")  # an exercise is logged by doing it, not by a form
A_PAGE = 100  # entries of the list without a script


@pages.public(blueprint, "log")
def log(_lang: str) -> pages.Page:
    """Choose what to log."""
    return pages.Page("tracker/log.html")


@pages.public(blueprint, "diary")
def shell(lang: str) -> pages.Page:
    """The diary; the device fills it in."""
    return pages.Page("tracker/diary.html", _words(lang, *SHOWN))


@pages.public(blueprint, "settings")
def settings(_lang: str) -> pages.Page:
    """Choose what the diary asks; the device keeps it."""
    choices = {"factors": FACTORS.values(), "groups": GROUPS, "latest": DAY_ENDS}
    limits = {"name_limit": OWN_NAME, "unit_limit": OWN_UNIT}
    return pages.Page("tracker/settings.html", choices | limits)


@pages.public(blueprint, "clear", post=ask_or_clear)
def clear(_lang: str) -> pages.Page:
    """Delete what was logged on some days; the device does it, or a form without a script."""
    return pages.Page("tracker/clear.html", {"form": period_form(None)})


@pages.public(blueprint, "look_back")
def look_back(lang: str) -> pages.Page:
    """Pain, calendar, places and facts of a period; the device draws them."""
    return pages.Page("tracker/look_back.html", _words(lang, "pain", "day"))


def keep(kind: str, lang: str) -> Response:
    """Store what a form sent; what cannot be stored comes back with every word still in it."""
    form = form_class(kind, lang)(request.form)
    if not _person().is_authenticated:
        return _again(form, lang, 401)
    lock_diary(_person().id)
    if not has_consent(_person().id):  # under the lock: whoever withdraws it waits for us
        return _again(form, lang, 403)
    if not form.fits():
        return _again(form, lang, 422)
    record_id = _id_of(kind, form.body())
    entry = record_of(_person().id, record_id)
    before = entry.body if entry else {}
    return _store(form, lang, record_id, before | form.body())


def _public_form(name: str, kind: str) -> None:
    @pages.public(blueprint, name, post=partial(keep, kind))
    def show(lang: str) -> pages.Page:
        form = form_class(kind, lang)(formdata=None)
        return pages.Page(TEMPLATES[kind], _around(form, lang))


_public_form("cramp", "pain")
_public_form("day", "day")
_public_form("profile", "profile")


@languages.route(blueprint, "entries", methods=["GET"])
def entries(lang: str) -> Response:
    """The person's entries, newest first."""
    kept = records_of(_person().id, *SHOWN)
    chosen = _settings()
    listed = [described(each, lang, chosen) for each in sorted(kept, key=_moment, reverse=True)]
    start = max(request.args.get("from", 0, type=int), 0)
    shown = listed[start : start + A_PAGE]
    return pages.personal(
        "tracker/entries.html",
        lang,
        days=[(day, list(group)) for day, group in groupby(shown, key=_day)],
        day_name=partial(_day_name, lang),
        with_earlier=with_earlier(entry for entry in kept if entry.kind in TEMPLATES),
        older=start + A_PAGE if len(listed) > start + A_PAGE else None,
    )


@languages.route(blueprint, "entry", methods=["GET", "POST"])
def entry(lang: str, record: UUID) -> Response:
    """Change one entry."""
    found = _own(record, *TEMPLATES)
    make = form_class(found.kind, lang)
    if request.method != "POST":
        return _form_page(make.showing(found.body, found.version), lang, 200, entry=found)
    form = make(request.form)
    form.hold(found.body)
    lock_diary(_person().id)
    if not has_consent(_person().id):
        return _again(form, lang, 403, entry=found)
    if not form.fits():
        return _again(form, lang, 422, entry=found)
    if form.base.data != str(_own(record, *TEMPLATES).version):
        form.base.data = str(_own(record, *TEMPLATES).version)
        return _again(form, lang, 409, entry=found)
    return _store(form, lang, record, form.body(), entry=found)


@languages.route(blueprint, "delete", methods=["GET", "POST"])
def delete(lang: str, record: UUID) -> Response:
    """Ask once, then delete."""
    found = _own(record, *SHOWN)
    if request.method == "POST":
        seen = request.form.get("base", type=int)
        outcome = diary.remove(_person().id, record, datetime.now(UTC), seen)
        if outcome.code == "ok":
            db.session.commit()
            return redirect(url("tracker.entries", lang), 303)
        found = _own(record, *SHOWN)
    return pages.personal(
        "tracker/delete.html",
        lang,
        status=409 if request.method == "POST" else 200,
        changed=request.method == "POST",
        day_name=partial(_day_name, lang),
        entry=found,
        described=described(found, lang, _settings()),
    )


def init_app(app: Flask) -> None:
    """Register the blueprint."""
    app.register_blueprint(blueprint)
    # The device shows factors in the order of the catalogue.
    app.jinja_env.policies["json.dumps_kwargs"] = {"sort_keys": False}


def _settings() -> Body:
    entry = record_of(_person().id, settings_id(_person().id))
    return entry.body if entry else {}


def _store(
    form: EntryForm, lang: str, record_id: UUID, body: Body, entry: Entry | None = None
) -> Response:
    outcome = diary.save(_person().id, form.kind, record_id, body, datetime.now(UTC))
    if outcome.code != "ok":
        # Only a merged body can still fail here: two entries that fit, and together do not.
        form.blame(outcome.problems)
        return _again(form, lang, 422, entry=entry)
    db.session.commit()
    return redirect(url("tracker.entries", lang), 303)


def _again(form: EntryForm, lang: str, status: int, entry: Entry | None = None) -> Response:
    db.session.rollback()
    return _form_page(form, lang, status, entry=entry)


def _form_page(form: EntryForm, lang: str, status: int, entry: Entry | None) -> Response:
    around = _around(form, lang) | {"entry": entry, "trouble": status}
    if entry:
        with force_locale(lang):
            around["earlier"] = earlier_lines(entry, lang, _settings())
    return pages.personal(TEMPLATES[form.kind], lang, status=status, **around)


def _around(form: EntryForm, lang: str) -> dict[str, Any]:
    parts = {"form": form, "factors": FACTORS.values(), "groups": GROUPS}
    parts["about"] = [(ABOUT_GROUPS[group], keys) for group, keys in ABOUT.items()]
    parts["strengths"] = [(each, strength_name(each, lang)) for each in range(STRONGEST + 1)]
    words = _words(lang, form.kind)["catalogue"]
    return parts | {"catalogue": words | {"checks": checks(form.kind)}}


def _words(lang: str, *kinds: str) -> dict[str, Any]:
    with force_locale(lang):
        return {"catalogue": catalogue(lang, *kinds) | {"messages": messages()}}


def _person() -> User:
    user: User = current_user._get_current_object()
    return user


def _id_of(kind: str, body: Body) -> UUID:
    if kind == "day":
        return day_id(_person().id, body["day"])
    return profile_id(_person().id) if kind == "profile" else uuid4()


def _own(record_id: UUID, *kinds: str) -> Entry:
    found = record_of(_person().id, record_id)
    if found is None or found.deleted or found.kind not in kinds:
        abort(404)
    return found


def _moment(entry: Entry) -> str:
    # A day's own entry stands above the cramps of that day, the profile above everything.
    body = entry.body
    return str(body.get("began") or body.get("day", "9999") + "T24")


def _day_name(lang: str, day: date) -> str:
    return format_date(day, "EEEE d MMMM y", locale=lang)


def _day(entry: Described) -> Any:
    return entry.day
