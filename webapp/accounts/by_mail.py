"""What goes by mail: signing up, confirming an address, and a new password.

Every answer here is the same for an address with an account and one without.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from flask import Blueprint, flash, redirect, request
from flask_babel import gettext
from flask_security import hash_password
from flask_security.confirmable import confirm_email_token_status, confirm_user
from flask_security.recoverable import reset_password_token_status
from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError
from werkzeug.wrappers import Response

from webapp import journal, languages, pages
from webapp.accounts import consent, mailing
from webapp.accounts.forms import AddressForm, ResetForm, SignUpForm
from webapp.accounts.limits import know_device, mail_often, often
from webapp.accounts.mailing import Letter
from webapp.accounts.models import User, consent_to, new_person, person
from webapp.accounts.passwords import set_password
from webapp.accounts.replies import dead_link, page, posted
from webapp.extensions import db
from webapp.turns import begin_writing, reads_first

blueprint = Blueprint("accounts", __name__)


@languages.route(blueprint, "sign_up", methods=["GET", "POST"])
@often
@mail_often
@reads_first
def sign_up(lang: str) -> Response:
    """Make an account that works once its address is confirmed."""
    form = SignUpForm()
    form.consent.label.text = consent.text(lang).statement
    known: Any = None
    if request.method == "POST":
        new = form.validate()
        known = form.existing_email_user
        form.hide_that_the_address_is_taken()
        if new or (known and not form.errors):
            return _join(form, lang, known)
    return page("accounts/sign_up.html", lang, form)


@languages.route(blueprint, "check_mail", methods=["GET"])
def check_mail(lang: str) -> Response:
    """Say that a mail is on its way, if the address is right."""
    return pages.personal("accounts/check_mail.html", lang)


@languages.route(blueprint, "resend", methods=["GET", "POST"])
@often
@mail_often
@reads_first
def resend(lang: str) -> Response:
    """Send the link to confirm an address again."""
    form = AddressForm()
    if request.method == "POST" and form.validate():
        user = person(form.email.data)
        pending = user if user and user.confirmed_at is None else None
        letter = mailing.confirm(pending or mailing.stranger(lang))
        return posted(letter, "accounts/resend.html", lang, form)
    return page("accounts/resend.html", lang, form)


@languages.route(blueprint, "confirm", methods=["GET", "POST"])
@often
def confirm(lang: str, token: str) -> Response:
    """Confirm an address by the link from a mail, with a button: a GET changes nothing."""
    expired, invalid, user = confirm_email_token_status(token)
    if expired or invalid or user is None:
        return dead_link(lang, "accounts.resend")
    if request.method != "POST":
        return pages.personal("accounts/confirm.html", lang)
    confirm_user(user)
    db.session.commit()
    flash(gettext("Your e-mail address is confirmed. You can sign in now."))
    return redirect(languages.url("accounts.sign_in", lang))


@languages.route(blueprint, "forgot", methods=["GET", "POST"])
@often
@mail_often
@reads_first
def forgot(lang: str) -> Response:
    """Send a link with which a new password is made."""
    form = AddressForm()
    if request.method == "POST" and form.validate():
        user = person(form.email.data)
        letter = _way_back(user if user and user.active else mailing.stranger(lang))
        return posted(letter, "accounts/forgot.html", lang, form)
    return page("accounts/forgot.html", lang, form)


@languages.route(blueprint, "reset", methods=["GET", "POST"])
@often
@reads_first
def reset(lang: str, token: str) -> Response:
    """Make a new password; every sign-in and every older link ends with it."""
    user = _owner_of_reset(token)
    if user is None:
        return dead_link(lang, "accounts.forgot")
    form = ResetForm()
    form.user = user
    if request.method != "POST" or not form.validate():
        return page("accounts/reset.html", lang, form)
    hashed = hash_password(form.password.data)
    begin_writing()
    user = _owner_of_reset(token, to_change=True)
    if user is None:  # of two at once only the first still may
        return dead_link(lang, "accounts.forgot")
    letter, address = set_password(user, hashed), user.login
    db.session.commit()
    journal.write(journal.Event.PASSWORD_CHANGED, person=user.id)
    letter.send()
    flash(gettext("Your new password is saved. Sign in with it."))
    return know_device(redirect(languages.url("accounts.sign_in", lang)), address)


def _join(form: SignUpForm, lang: str, known: User | None) -> Response:
    """As much work for a known address as for a new one: a hash, a write and a mail."""
    user = new_person(form.email.data, form.password.data, lang)
    if form.consent.data:
        user.consents.append(consent_to(consent.text(lang)))
    letter, taken = mailing.confirm(user), False
    if known and known.confirmed_at is not None:
        user.email = user.fs_uniquifier  # nobody's; it goes as it comes
        letter, taken = mailing.already_registered(known), True
    return posted(letter, "accounts/sign_up.html", lang, form, partial(_store, user, taken))


def _store(user: User, in_vain: bool) -> None:
    """Keep a new account, or only take as long as that.

    It takes the place of one that was never confirmed. Otherwise somebody could sign up with
    another's address and a password of their own, and wait until the owner of the address signs
    up too and confirms it.
    """
    begin_writing()
    unconfirmed = User.email == user.email, User.confirmed_at.is_(None)
    db.session.execute(delete(User).where(*unconfirmed))
    db.session.add(user)
    try:
        db.session.flush()
        if in_vain:
            db.session.execute(delete(User).where(User.id == user.id))
        db.session.commit()
    except IntegrityError:  # the same address, at the same moment: the first one counts
        db.session.rollback()


def _way_back(user: User) -> Letter:
    pending = user.email and user.confirmed_at is None
    return mailing.confirm(user) if pending else mailing.reset(user)


def _owner_of_reset(token: str, to_change: bool = False) -> User | None:
    """Whose password this link may change."""
    expired, invalid, user = reset_password_token_status(token)
    if expired or invalid or user is None:
        return None
    before = user.fs_uniquifier
    if to_change:
        db.session.refresh(user, with_for_update=True)
    return user if user.active and user.fs_uniquifier == before else None
