"""Setting up one-time codes, and getting recovery codes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from flask import flash, redirect, request
from flask_babel import gettext
from flask_login import current_user
from werkzeug.wrappers import Response

from webapp import journal, languages, pages
from webapp.accounts import told
from webapp.accounts.by_mail import blueprint
from webapp.accounts.codes.forms import code_form
from webapp.accounts.codes.models import (
    begin_codes,
    codes_since,
    end_codes,
    finish_codes,
    recovery_codes_left,
    replace_recovery_codes,
    unfinished_secret,
)
from webapp.accounts.codes.one_time import drawn, link_of
from webapp.accounts.codes.one_time import shown as as_typed
from webapp.accounts.erase import gone
from webapp.accounts.limits import often
from webapp.accounts.mailing import Letter
from webapp.accounts.models import User
from webapp.accounts.replies import INVALID
from webapp.extensions import db
from webapp.journal import Event


@languages.route(blueprint, "one_time_codes", methods=["GET", "POST"])
@often
def one_time_codes(lang: str) -> Response:
    """Set up one-time codes in three steps, or have them no more."""
    act = request.form.get("act")
    if request.method == "POST":
        _hold_person()
    if act == "begin":
        begin_codes(current_user.id)
        db.session.commit()
    elif act == "stop":
        _stop()
    elif act == "finish":
        return _finish(lang)
    else:
        return _page(lang, code_form(sent=False))
    return redirect(languages.url("accounts.one_time_codes", lang), 303)


@languages.route(blueprint, "recovery_codes", methods=["GET", "POST"])
@often
def recovery_codes(lang: str) -> Response:
    """How many are left; makes new ones, and shows them this once."""
    if request.method != "POST":
        left = recovery_codes_left(current_user.id)
        return pages.personal("accounts/recovery_codes.html", lang, left=left)
    _hold_person()
    return _handed_over(lang, told.recovery_codes_made(current_user))


def _hold_person() -> None:
    # Of two windows at once each would else make ten codes, and all twenty would work.
    if db.session.get(User, current_user.id, with_for_update=True) is None:
        raise gone()


def _finish(lang: str) -> Response:
    form = code_form()
    user_id = current_user.id
    if not form.validate() or not finish_codes(user_id, form.code.data, datetime.now(UTC)):
        db.session.rollback()
        if not form.errors:
            wrong = gettext("This code is not right. Is the clock of your phone right?")
            form.code.errors = (wrong,)
        return _page(lang, form)
    journal.write(Event.CODES_ON)
    return _handed_over(lang, told.codes_on(current_user))


def _handed_over(lang: str, letter: Letter) -> Response:
    codes = replace_recovery_codes(current_user.id, datetime.now(UTC))
    on = codes_since(current_user.id) is not None
    db.session.commit()
    journal.write(Event.RECOVERY_CODES_MADE)
    letter.send()
    return pages.personal("accounts/recovery_codes_shown.html", lang, codes=codes, on=on)


def _stop() -> None:
    were_on = end_codes(current_user.id)
    letter = told.codes_off(current_user)
    db.session.commit()
    if were_on:
        journal.write(Event.CODES_OFF)
        letter.send()
        flash(gettext("One-time codes are off. Your password is enough again."))


def _page(lang: str, form: Any) -> Response:
    user_id = current_user.id
    since, secret = codes_since(user_id), unfinished_secret(user_id)
    link = link_of(secret, current_user.login) if secret else None
    return pages.personal(
        "accounts/one_time_codes.html",
        lang,
        INVALID if form.errors else 200,
        form=form,
        since=since and languages.moment(since),
        left=recovery_codes_left(user_id),
        link=link,
        qr=drawn(link) if link else None,
        secret=as_typed(secret) if secret else None,
    )
