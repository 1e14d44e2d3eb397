"""The mails about an account: plain text in the person's language, and no word about health."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import uuid4

from babel.dates import format_date
from flask import current_app
from flask_babel import force_locale, gettext
from flask_security.confirmable import generate_confirmation_token
from flask_security.recoverable import generate_reset_password_token

from webapp import languages, mail
from webapp.accounts.models import User


@dataclass(frozen=True)
class Letter:
    """A mail that is written and not yet sent: first what it tells of is kept.

    One without a recipient is for a stranger: it is written so that an answer takes as long.
    """

    recipient: str
    subject: str
    text: str

    def send(self) -> None:
        """Send it, after the answer."""
        if self.recipient:
            mail.send(self.recipient, self.subject, self.text)

    def send_now(self) -> None:
        """Send it, and raise OSError when it was not taken."""
        mail.send_now(self.recipient, self.subject, self.text)


def stranger(language: str) -> User:
    """Somebody who has no account and no address, to write a letter to."""
    return User(email="", password="", fs_uniquifier=uuid4().hex, language=language)


def confirm(user: User) -> Letter:
    """Ask whether this address is theirs."""
    with force_locale(user.language):
        subject = gettext("Confirm your e-mail address")
    token = generate_confirmation_token(user)
    return letter(user, subject, "confirm", link=address_of(user, "accounts.confirm", token=token))


def already_registered(user: User) -> Letter:
    """Tell the owner that somebody tried to make a second account for this address."""
    with force_locale(user.language):
        subject = gettext("You already have an account")
    return letter(
        user,
        subject,
        "already_registered",
        link=address_of(user, "accounts.sign_in"),
        forgot=address_of(user, "accounts.forgot"),
    )


def reset(user: User) -> Letter:
    """Send the link with which a new password is made."""
    with force_locale(user.language):
        subject = gettext("Make a new password")
    token = generate_reset_password_token(user)
    return letter(user, subject, "reset", link=address_of(user, "accounts.reset", token=token))


def password_changed(user: User) -> Letter:
    """Tell that the password is another one now."""
    with force_locale(user.language):
        subject = gettext("Your password has been changed")
    return letter(user, subject, "password_changed", forgot=address_of(user, "accounts.forgot"))


def unused(user: User, end: datetime) -> Letter:
    """Warn that an account which nobody uses is erased, on the day of `end`."""
    with force_locale(user.language):
        subject = gettext("Do you still use your account?")
    day = format_date(end, "d MMMM y", locale=user.language)
    return letter(user, subject, "unused", link=address_of(user, "accounts.sign_in"), day=day)


def new_address(user: User, address: str, token: str) -> Letter:
    """Ask at an address whether somebody wants to use it for their account."""
    with force_locale(user.language):
        subject = gettext("Confirm your new e-mail address")
    link = address_of(user, "accounts.new_address", token=token)
    return replace(letter(user, subject, "new_address", link=link), recipient=address)


def address_taken(owner: User) -> Letter:
    """Tell the owner of an address that somebody wants it for another account."""
    with force_locale(owner.language):
        subject = gettext("This address already has an account")
    link = address_of(owner, "accounts.sign_in")
    return letter(owner, subject, "address_taken", link=link)


def address_asked(user: User) -> Letter:
    """Tell that somebody who is signed in wants another address, and how to stop that."""
    with force_locale(user.language):
        subject = gettext("Somebody wants to change your e-mail address")
    forgot = address_of(user, "accounts.forgot")
    return letter(user, subject, "address_asked", forgot=forgot)


def address_changed(user: User, before: str | None, token: str) -> Letter:
    """Tell at the address before that it is another one now, and how to put it back."""
    with force_locale(user.language):
        subject = gettext("Your e-mail address has been changed")
    link = address_of(user, "accounts.new_address", token=token)
    return replace(letter(user, subject, "address_changed", link=link), recipient=before or "")


def erased(user: User) -> Letter:
    """Tell that the account is erased, with all that was in it."""
    with force_locale(user.language):
        subject = gettext("Your account is erased")
    return letter(user, subject, "erased")


def letter(user: User, subject: str, template: str, **links: str) -> Letter:
    """A letter of this template to a person, in their language."""
    with force_locale(user.language):
        text = current_app.jinja_env.get_template(f"email/{template}.txt").render(**links)
    return Letter(user.email or "", subject, text.strip() + "\n")


def address_of(user: User, endpoint: str, **values: str) -> str:
    """An absolute link. Never by the Host header: whoever sends a request chooses that."""
    settings = current_app.extensions["settings"]
    return str(settings.public_url) + languages.url(endpoint, user.language, **values)
