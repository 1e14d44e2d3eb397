"""What comes of a passkey: fields that a script fills in, and the name that a person gives."""

from __future__ import annotations

import unicodedata
from typing import Any

from flask_babel import gettext, lazy_gettext
from flask_wtf import FlaskForm
from wtforms import HiddenField, StringField
from wtforms.validators import DataRequired, Length, ValidationError

from webapp.accounts.passkeys.ceremony import Made, Signed

LONGEST_NAME = 60
JOINER = "\u200d"
LONGEST = 64 * 1024  # characters; some authenticators send their certificates along


def tidied(name: str | None) -> str:
    """A name on one line, without spaces around it."""
    return " ".join((name or "").split())


def seen(_form: Any, field: Any) -> None:
    """Refuse what nobody sees, or what turns the rest around: only emoji are joined by such."""
    if any(unicodedata.category(one)[0] == "C" and one != JOINER for one in field.data or ""):
        raise ValidationError(gettext("This name has characters that cannot be seen."))


def _filled() -> HiddenField:
    return HiddenField(validators=[DataRequired(), Length(max=LONGEST)])


class PasskeyNameForm(FlaskForm):
    """What a person calls a passkey."""

    name = StringField(
        lazy_gettext("Name"),
        filters=[tidied],
        validators=[
            DataRequired(lazy_gettext("Fill in a name.")),
            Length(max=LONGEST_NAME, message=lazy_gettext("Use at most %(max)d characters.")),
            seen,
        ],
        render_kw={"maxlength": LONGEST_NAME, "autocomplete": "off"},
    )


class MadeForm(FlaskForm):
    """A passkey that a browser made."""

    key = _filled()
    client_data = _filled()
    attestation = _filled()

    def made(self) -> Made:
        """It, as it is checked."""
        return Made(*_texts(self.key, self.client_data, self.attestation))


class NewPasskeyForm(PasskeyNameForm, MadeForm):
    """The same, with what a person calls it."""


class SignedForm(FlaskForm):
    """A question that a passkey signed."""

    key = _filled()
    client_data = _filled()
    authenticator_data = _filled()
    signature = _filled()
    person = _filled()

    def signed(self) -> Signed:
        """It, as it is checked."""
        fields = self.key, self.client_data, self.authenticator_data, self.signature, self.person
        return Signed(*_texts(*fields))


def new_passkey_form() -> Any:
    """The form with what was sent."""
    return NewPasskeyForm()  # type: ignore[no-untyped-call]


def name_form(name: str) -> Any:
    """The form with the name that a passkey has now, or with what was sent."""
    return PasskeyNameForm(data={"name": name})  # type: ignore[no-untyped-call]


def signed_form() -> Any:
    """The form with what was sent."""
    return SignedForm()  # type: ignore[no-untyped-call]


def _texts(*fields: Any) -> list[str]:
    return [str(field.data) for field in fields]
