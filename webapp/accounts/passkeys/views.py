"""The passkeys of a person: signing in with one, and the page that lists, adds and removes them."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from flask import Flask, abort, flash, redirect, request
from flask_babel import gettext
from flask_login import current_user
from werkzeug.wrappers import Response

from webapp import journal, languages, pages
from webapp.accounts import told as told_by_mail
from webapp.accounts.arriving import arrived
from webapp.accounts.browser import browser_of
from webapp.accounts.by_mail import blueprint
from webapp.accounts.forms import SignInForm
from webapp.accounts.limits import ask_often, try_often
from webapp.accounts.once import LASTS
from webapp.accounts.passkeys.answers import NewPasskeyQuestion, PasskeyQuestion
from webapp.accounts.passkeys.ceremony import ALGORITHMS, Site, Unfit
from webapp.accounts.passkeys.forms import name_form, new_passkey_form, signed_form
from webapp.accounts.passkeys.models import (
    known_ids,
    passkeys_of,
    remove_passkey,
    rename_passkey,
)
from webapp.accounts.passkeys.proof import Full, keep, site, told, whose
from webapp.accounts.passkeys.question import ask
from webapp.accounts.replies import INVALID
from webapp.extensions import db
from webapp.journal import Event
from webapp.turns import begin_writing, reads_first

WITHIN = int(LASTS.total_seconds() * 1000)


@blueprint.post("/api/passkeys/question")
@ask_often
def passkey_question() -> Response:
    """What a passkey is to sign, whose ever it is."""
    return pages.data(PasskeyQuestion(ask("use"), site().host, WITHIN))


@blueprint.post("/api/passkeys/new")
@ask_often
def new_passkey_question() -> Response:
    """What a new passkey is made for."""
    known = known_ids(current_user.id)
    return pages.data(new_question(ask("make"), current_user.id, current_user.login, known))


def new_question(
    challenge: str, person: UUID, called: str, known: Sequence[bytes]
) -> NewPasskeyQuestion:
    """What a passkey is made for: whose it is to be, and which they have already."""
    return NewPasskeyQuestion(
        challenge=challenge,
        site=site().host,
        within=WITHIN,
        person=_text(person.bytes),
        called=called,
        algorithms=[int(one) for one in ALGORITHMS],
        known=[_text(one) for one in known],
    )


@languages.route(blueprint, "passkey_sign_in", methods=["GET", "POST"])
@try_often
@reads_first
def passkey_sign_in(lang: str) -> Response:
    """Sign in by a passkey: no name is asked, for a passkey knows whose it is."""
    if request.method != "POST":
        return redirect(languages.url("accounts.sign_in", lang))
    form = signed_form()
    try:
        if not form.validate():
            raise Unfit
        user = whose(form.signed())
    except Unfit as trouble:
        db.session.rollback()
        blank: Any = SignInForm(formdata=None)
        blank.form_errors.append(told(trouble))
        return pages.personal("accounts/sign_in.html", lang, INVALID, form=blank)
    # Ticked above both forms, and put in by the script.
    return arrived(user, lang, bool(request.form.get("shared")))


@languages.route(blueprint, "passkeys", methods=["GET", "POST"])
@reads_first
def passkeys(lang: str) -> Response:
    """The passkeys of a person; adds one that a script has made, or removes one."""
    if request.method == "POST" and "remove" in request.form:
        return _remove(request.form["remove"], lang)
    form = new_passkey_form()
    if request.method != "POST":
        form.name.data = usual_name()
        return _page(lang, form)
    if form.validate() and _kept(form):
        flash(gettext("Your new passkey works from now on."))
        return redirect(languages.url("accounts.passkeys", lang), 303)
    return _page(lang, form, INVALID)


@languages.route(blueprint, "passkey", methods=["GET", "POST"])
def one_passkey(lang: str, passkey: UUID) -> Response:
    """One passkey, which can be given another name."""
    mine = passkeys_of(current_user.id)
    known = next((one for one in mine if one.id == passkey), None) or abort(404)
    sent = request.method == "POST"
    form = name_form("" if sent else known.name)
    if not sent or not form.validate():
        status = INVALID if form.errors else 200
        return pages.personal("accounts/passkey.html", lang, status, form=form, known=known)
    if not rename_passkey(current_user.id, passkey, str(form.name.data)):
        abort(404)  # removed in this very moment
    db.session.commit()
    flash(gettext("The new name is saved."))
    return redirect(languages.url("accounts.passkeys", lang), 303)


def init_app(app: Flask) -> None:
    """Tell pages for which host passkeys are, if for any."""
    there = Site.at(app.extensions["settings"].public_url)
    app.jinja_env.globals["passkey_host"] = there.host if there.can_have_passkeys else ""


def _kept(form: Any) -> bool:
    try:
        keep(current_user, form.made(), str(form.name.data))
    except Full:
        db.session.rollback()
        form.form_errors.append(gettext("You have 20 passkeys. Remove one that you do not use."))
        return False
    except Unfit as trouble:
        db.session.rollback()
        form.form_errors.append(told(trouble))
        return False
    letter = told_by_mail.passkey_added(current_user)
    db.session.commit()
    letter.send()
    return True


def _remove(which: str, lang: str) -> Response:
    """Remove what was tapped; what was gone already is as good."""
    try:
        passkey = UUID(which)
    except ValueError:
        abort(404)
    begin_writing()
    gone = remove_passkey(current_user.id, passkey)
    letter = told_by_mail.passkey_removed(current_user)
    db.session.commit()
    if gone:
        journal.write(Event.PASSKEY_REMOVED)
        letter.send()
    flash(gettext("The passkey is removed. It opens your account no more."))
    return redirect(languages.url("accounts.passkeys", lang), 303)


def _page(lang: str, form: Any, status: int = 200) -> Response:
    return pages.personal(
        "accounts/passkeys.html",
        lang,
        status,
        form=form,
        passkeys=passkeys_of(current_user.id),
        has_password=current_user.password is not None,
        moment=languages.moment,
    )


def usual_name() -> str:
    """What a passkey of this browser is called unless its person says otherwise."""
    kind, name = browser_of(request.user_agent.string)
    kinds = {
        "phone": gettext("Phone"),
        "tablet": gettext("Tablet"),
        "computer": gettext("Computer"),
    }
    called = kinds[kind]
    return gettext("%(kind)s with %(browser)s", kind=called, browser=name) if name else called


def _text(value: bytes) -> str:
    return urlsafe_b64encode(value).rstrip(b"=").decode()
