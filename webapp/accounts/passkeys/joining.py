"""An account that begins with a passkey: a name, no address and no password.

The page is asked twice: first for the name, so that no passkey is made for one that somebody has,
and then for the passkey.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode
from datetime import UTC, datetime
from typing import Any

from flask import request
from flask_wtf import FlaskForm
from sqlalchemy.exc import IntegrityError
from werkzeug.wrappers import Response
from wtforms import SubmitField

from webapp import journal, languages, pages
from webapp.accounts import consent
from webapp.accounts.by_mail import blueprint
from webapp.accounts.by_name import welcomed
from webapp.accounts.limits import ask_often, often
from webapp.accounts.models import User, new_named_person
from webapp.accounts.name_forms import Named
from webapp.accounts.passkeys.ceremony import Unfit, check_made
from webapp.accounts.passkeys.forms import MadeForm
from webapp.accounts.passkeys.models import add_passkey
from webapp.accounts.passkeys.proof import site, told
from webapp.accounts.passkeys.question import answer_once, ask, asked, joining
from webapp.accounts.passkeys.views import new_question, usual_name
from webapp.accounts.replies import INVALID
from webapp.extensions import db
from webapp.journal import Event
from webapp.turns import begin_writing, reads_first


class NamedForm(Named, FlaskForm):
    """Who makes an account with a passkey, before it is made."""

    submit = SubmitField()


@blueprint.post("/api/passkeys/join")
@ask_often
def joining_question() -> Response:
    """What the first passkey of a new account is made for."""
    challenge = ask("join")
    person = joining(urlsafe_b64decode(challenge + "="))
    return pages.data(new_question(challenge, person, called="", known=[]))


@languages.route(blueprint, "sign_up_by_passkey", methods=["GET", "POST"])
@often
@reads_first
def sign_up_by_passkey(lang: str) -> Response:
    """Make an account with a name and a passkey; it hands over its recovery codes."""
    form: Any = NamedForm()  # type: ignore[no-untyped-call]
    form.consent.label.text = consent.text(lang).statement
    if request.method != "POST" or not form.validate():
        return _page(lang, form, named=False)
    sent: Any = MadeForm()  # type: ignore[no-untyped-call]
    if not sent.validate():
        return _page(lang, form, named=True)
    try:
        user = _joined(form, sent, lang)
    except Unfit as trouble:
        db.session.rollback()
        form.form_errors.append(told(trouble))
        return _page(lang, form, named=True)
    except IntegrityError:  # somebody took the name meanwhile
        db.session.rollback()
        form.say_taken()
        return _page(lang, form, named=False)
    return welcomed(user, lang, by="passkey")


def _joined(form: Any, sent: Any, lang: str) -> User:
    """The new person with their passkey; begins to write. Raises Unfit or IntegrityError."""
    challenge = asked("join")
    key = check_made(site(), challenge, sent.made())
    now = datetime.now(UTC)
    user = new_named_person(form.name.data, None, lang)
    user.id = joining(challenge)
    form.agree(user, lang)
    begin_writing()
    answer_once(challenge, now)
    db.session.add(user)
    db.session.flush()
    add_passkey(user.id, key, usual_name(), now)
    journal.write(Event.PASSKEY_ADDED, person=user.id)
    return user


def _page(lang: str, form: Any, *, named: bool) -> Response:
    return pages.personal(
        "accounts/sign_up_by_passkey.html",
        lang,
        INVALID if form.errors else 200,
        form=form,
        named=named,
        words=consent.text(lang),
    )
