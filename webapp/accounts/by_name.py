"""An account without an e-mail address: made with a name, and got back into by a recovery code."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

from flask import flash, redirect, request
from flask_babel import gettext
from flask_security import hash_password
from sqlalchemy.exc import IntegrityError
from werkzeug.wrappers import Response

from webapp import journal, languages, pages
from webapp.accounts import consent, told
from webapp.accounts.arriving import known_unless_shared
from webapp.accounts.by_mail import blueprint
from webapp.accounts.codes.models import (
    recovery_codes_left,
    replace_recovery_codes,
    use_recovery_code,
)
from webapp.accounts.limits import know_device, often, try_often
from webapp.accounts.models import User, new_named_person, person
from webapp.accounts.name_forms import NameSignUpForm, RecoverForm
from webapp.accounts.passwords import set_password
from webapp.accounts.replies import page
from webapp.accounts.signed_in import begin_session
from webapp.extensions import db
from webapp.journal import Event
from webapp.turns import begin_writing, reads_first


@languages.route(blueprint, "sign_up_by_name", methods=["GET", "POST"])
@often
@reads_first
def sign_up_by_name(lang: str) -> Response:
    """Make an account with a name; it works at once, and hands over its recovery codes."""
    form = NameSignUpForm()
    form.consent.label.text = consent.text(lang).statement
    if request.method == "POST" and form.validate():
        user = new_named_person(form.name.data, hash_password(form.password.data), lang)
        form.agree(user, lang)
        begin_writing()
        db.session.add(user)
        try:
            db.session.flush()
        except IntegrityError:  # somebody took it meanwhile
            db.session.rollback()
            form.say_taken()
        else:
            return welcomed(user, lang, by="password")
    return page("accounts/sign_up_by_name.html", lang, form)


@languages.route(blueprint, "recover", methods=["GET", "POST"])
@try_often
@reads_first
def recover(lang: str) -> Response:
    """A new password by a recovery code, which is used up; whoever has no address needs it.

    Wrong ones are not counted for the name: nobody guesses a code, and whoever knows the name
    could shut its owner out of the last way in.
    """
    form = RecoverForm()
    if request.method == "POST" and form.validate() and _recovered(form):
        flash(gettext("Your new password is saved. Sign in with it."))
        to_sign_in = redirect(languages.url("accounts.sign_in", lang))
        return know_device(to_sign_in, str(form.email.data))
    return page("accounts/recover.html", lang, form)


def welcomed(user: User, lang: str, by: str) -> Response:
    """Sign a new person in, and hand over their recovery codes; `by` is what they sign in with."""
    codes = replace_recovery_codes(user.id, datetime.now(UTC))
    begin_session(user)
    login = user.login
    db.session.commit()
    journal.write(Event.RECOVERY_CODES_MADE)
    answer = pages.personal("accounts/recovery_codes_shown.html", lang, codes=codes, new=by)
    return known_unless_shared(answer, login, shared=False)


def _recovered(form: RecoverForm) -> bool:
    """As much work for a name that nobody has as for another; the form says what is wrong."""
    hashed = hash_password(form.password.data)
    begin_writing()
    user = person(form.email.data)
    if user:
        db.session.refresh(user, with_for_update=True)  # first, as whoever erases them
    if not use_recovery_code(user.id if user else uuid4(), form.recovery.data) or not user:
        db.session.rollback()
        journal.write(Event.CODE_FAILED)
        form.form_errors.append(gettext("This name or address and this code do not fit."))
        return False
    letter = set_password(user, hashed)
    used = told.recovery_code_used(user, recovery_codes_left(user.id))
    user_id = user.id
    db.session.commit()
    for event in (Event.RECOVERY_CODE_USED, Event.PASSWORD_CHANGED):
        journal.write(event, person=user_id)
    letter.send()
    used.send()
    return True
