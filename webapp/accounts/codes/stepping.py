"""The second step of signing in: a one-time code, or one of the recovery codes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from flask import flash, redirect, request
from flask_babel import gettext, ngettext
from werkzeug.wrappers import Response

from webapp import journal, languages, pages
from webapp.accounts import told
from webapp.accounts.arriving import arrived
from webapp.accounts.by_mail import blueprint
from webapp.accounts.codes.forms import code_form, recovery_form
from webapp.accounts.codes.models import recovery_codes_left, use_code, use_recovery_code
from webapp.accounts.codes.second_step import (
    end_second_step,
    guess_code_often,
    is_shared,
    who_is_half_in,
)
from webapp.accounts.forms import SignInForm
from webapp.accounts.limits import try_often
from webapp.accounts.models import User
from webapp.accounts.replies import INVALID
from webapp.extensions import db
from webapp.journal import Event


@languages.route(blueprint, "second_step", methods=["GET", "POST"])
@try_often
@guess_code_often
def second_step(lang: str) -> Response:
    """Ask for a code of whoever's password was right, and sign them in."""
    user = who_is_half_in()
    if user is None:
        return _too_late(lang)
    by_recovery = "recovery" in request.form
    forms = code_form(not by_recovery), recovery_form(by_recovery)
    tried = forms[by_recovery]
    if request.method == "POST" and tried.validate():
        done = _signed_in(user, tried, lang, by_recovery)
        if done:
            return done
    status = INVALID if tried.errors else 200
    shown = {"form": tried, "code": forms[0], "recovery": forms[1]}
    return pages.personal("accounts/second_step.html", lang, status, **shown)


def _signed_in(user: User, form: Any, lang: str, by_recovery: bool) -> Response | None:
    now = datetime.now(UTC)
    field = form.recovery if by_recovery else form.code
    shared, user_id = is_shared(), user.id
    db.session.refresh(user, with_for_update=True)  # first, as whoever erases them
    right = _is_right(user, field.data, now, by_recovery)
    if not right or not end_second_step(now):
        db.session.rollback()
        journal.write(Event.CODE_FAILED, person=user.id)
        field.errors = (_wrong(by_recovery),)
        return None
    left = recovery_codes_left(user.id)
    letter = told.recovery_code_used(user, left) if by_recovery else None
    to = "accounts.recovery_codes" if by_recovery else "tips.today"
    answer = arrived(user, lang, shared, to)
    if letter:
        journal.write(Event.RECOVERY_CODE_USED, person=user_id)
        letter.send()
        flash(say_left(left))
    return answer


def say_left(left: int) -> str:
    """How many recovery codes somebody has left, in words."""
    return ngettext(
        "You have %(num)s recovery code left.", "You have %(num)s recovery codes left.", left
    )


def _too_late(lang: str) -> Response:
    if request.method != "POST":
        return redirect(languages.url("accounts.sign_in", lang))
    blank: Any = SignInForm(formdata=None)
    blank.form_errors.append(
        gettext("Sign in first. After your password there are five minutes for the code.")
    )
    return pages.personal("accounts/sign_in.html", lang, INVALID, form=blank)


def _is_right(user: User, typed: str, now: datetime, by_recovery: bool) -> bool:
    if by_recovery:
        return use_recovery_code(user.id, typed)
    return use_code(user.id, typed, now)


def _wrong(by_recovery: bool) -> str:
    if by_recovery:
        return gettext("This is none of your recovery codes, or it was used before.")
    return gettext("This code is not right, or it was used before. Wait for the next one.")
