"""Deleting what was logged on some days, for who has no script: a form, a question, an answer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from babel.dates import format_date
from flask import request
from flask_babel import gettext, lazy_gettext
from flask_login import current_user
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import StringField
from wtforms.widgets import DateInput

from webapp import pages
from webapp.extensions import db
from webapp.tracker import diary
from webapp.tracker.counter import lock_diary
from webapp.tracker.mistakes import message
from webapp.tracker.models import records_of
from webapp.tracker.period import counts_of, within

YEARS = 100  # a longer period is a slip of the keys
MOST = 10_000  # entries in one go: ten years of them, in some seconds, and others wait for as long


class PeriodForm(FlaskForm):
    """The first and the last day."""

    first = StringField(lazy_gettext("First day"), widget=DateInput())
    last = StringField(lazy_gettext("Last day"), widget=DateInput())

    def period(self) -> tuple[date, date] | None:
        """The two days; None, with what is wrong said at its field, if they are no period."""
        first, last = _day(self.first), _day(self.last)
        if not (first and last):
            return None
        if first > last:
            self.last.errors = (lazy_gettext("The first day is after the last. Turn them round."),)
        elif last.year - first.year > YEARS:
            self.last.errors = (lazy_gettext("That is more than 100 years. Check both days."),)
        return None if self.errors else (first, last)


def ask_or_clear(lang: str) -> Response:
    """Say what would go, or delete it once that was confirmed, all or nothing."""
    form = period_form(request.form)
    period = form.period()
    if not current_user.is_authenticated:
        return _page(form, lang, 401)
    if period is None:
        return _page(form, lang, 422)
    counter = lock_diary(current_user.id)
    entries = within(records_of(current_user.id), *period)
    if len(entries) > MOST:
        return _too_many(form, lang)
    counts = counts_of(entries)
    seen = request.form.get("seen", type=int)
    if seen is None or not entries:
        return _asked(form, lang, 200, period, counts, counter.version)
    outcomes = diary.remove_all(current_user.id, entries, datetime.now(UTC), seen)
    if any(outcome.code != "ok" for outcome in outcomes):
        return _asked(form, lang, 409, period, counts, counter.version)
    db.session.commit()
    return _page(form, lang, 200, gone=len(entries))


def period_form(sent: Any) -> PeriodForm:
    """The form with what was sent; empty for None."""
    return PeriodForm(sent)  # type: ignore[no-untyped-call]


def _asked(
    form: PeriodForm,
    lang: str,
    status: int,
    period: tuple[date, date],
    counts: Mapping[str, int],
    seen: int,
) -> Response:
    db.session.rollback()
    days = [format_date(day, "d MMMM y", locale=lang) for day in period]
    return _page(form, lang, status, counts=counts, days=days, seen=seen)


def _too_many(form: PeriodForm, lang: str) -> Response:
    db.session.rollback()
    told = gettext("There are more than 10,000 entries on these days. Choose fewer days.")
    form.last.errors = (told,)
    return _page(form, lang, 422)


def _page(form: PeriodForm, lang: str, status: int, **more: Any) -> Response:
    return pages.personal(
        "tracker/clear.html", lang, status=status, form=form, answers=status, **more
    )


def _day(field: StringField) -> date | None:
    text = field.data or ""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        field.errors = (message("day", "bad_date" if text else "missing"),)
        return None
    return day
