"""The forms of an account without an address."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext
from flask_security.forms import IsString, email_required
from wtforms import BooleanField, PasswordField, StringField, SubmitField, ValidationError
from wtforms.validators import DataRequired

from webapp.accounts import consent, names
from webapp.accounts.codes.forms import recovery_field
from webapp.accounts.forms import (
    ResetForm,
    login_field,
    new_password_field,
    of_age_field,
    refuse_easy_password,
)
from webapp.accounts.models import User, consent_to, person

FAULTS = {
    "length": lazy_gettext("Use 3 to 32 characters."),
    "address": lazy_gettext("This is an address. Choose a name that says nothing about you."),
    "letters": lazy_gettext("Use letters, digits, dots, dashes and underscores, and no spaces."),
    "scripts": lazy_gettext("Use letters of one alphabet."),
    "reserved": lazy_gettext("This name is not for anybody. Choose another."),
    "taken": lazy_gettext("Somebody has this name already. Choose another."),
}


class Named:
    """What a new account with a name is asked, however its person signs in."""

    name = StringField(
        lazy_gettext("User name"),
        filters=[lambda name: names.tidied(name) if isinstance(name, str) else name],
        validators=[DataRequired(lazy_gettext("Fill in a name."))],
        render_kw={
            "autocomplete": "username",
            "autocapitalize": "none",
            "spellcheck": "false",
            "maxlength": names.LONGEST,
        },
    )
    of_age = of_age_field()
    consent = BooleanField()  # its label is the statement; an account does not hang on it

    def validate_name(self, field: StringField) -> None:
        """Refuse what is no name, or somebody's: a name has to be told from others."""
        fault: Any = names.fault_of(field.data)
        if fault is None and person(field.data):
            fault = "taken"
        if fault:
            raise ValidationError(FAULTS[fault])

    def agree(self, user: User, lang: str) -> None:
        """Keep the consent of this new person, if they gave it."""
        if self.consent.data:
            user.consents.append(consent_to(consent.text(lang)))

    def say_taken(self) -> None:
        """After all somebody has it."""
        self.name.errors = (FAULTS["taken"],)


class NameSignUpForm(Named, ResetForm):
    """A new account with a name and a password."""

    user = None  # nobody yet
    password = new_password_field()
    submit = SubmitField(lazy_gettext("Make an account"))

    def validate_password(self, field: PasswordField) -> None:
        """Refuse a password that is easy to guess."""
        refuse_easy_password(field.data or "", self.name.data or "")


class RecoverForm(ResetForm):
    """A name or address, a recovery code and a new password."""

    user = None  # whose it is nobody may learn from this form
    email = login_field(IsString(), email_required)
    recovery = recovery_field()
    password = new_password_field(lazy_gettext("New password"))

    def validate_password(self, field: PasswordField) -> None:
        """Refuse a password that is easy to guess."""
        refuse_easy_password(field.data or "", self.email.data or "")
