"""The forms of signing up, signing in and getting back in: Flask-Security's, in our words."""

from __future__ import annotations

from typing import Any, cast

from flask_babel import lazy_gettext
from flask_security import Form, LoginForm, RegisterFormV2, ResetPasswordForm
from flask_security.forms import (
    EmailValidation,
    IsString,
    email_required,
    password_required,
    unique_user_email,
)
from wtforms import (
    BooleanField,
    EmailField,
    PasswordField,
    StringField,
    SubmitField,
    ValidationError,
)
from wtforms.validators import DataRequired, Length, StopValidation

from webapp.accounts.guessing import easy_to_guess
from webapp.accounts.models import User, person
from webapp.accounts.names import tidied_login
from webapp.accounts.wall import SHORTEST_PASSWORD

PASSWORD = lazy_gettext("Password")
LONGEST_ADDRESS = 254
LONGEST_PASSWORD = 128  # Flask-Security makes no longer one


def tidy(login: str | None) -> str | None:
    """An address or a name in the one form in which it is kept: one person, one account."""
    return tidied_login(login) if isinstance(login, str) else login


def cut(password: str | None) -> str | None:
    """What is longer than any password here is wrong at its end too, and too much to work on."""
    return password[: LONGEST_PASSWORD + 1] if isinstance(password, str) else password


def plain(_form: Any, field: EmailField) -> None:
    """Stop at letters that not every mail server takes, and that look like others.

    Also where they are written as machines do: they would be read, kept and shown as letters.
    """
    address = field.data or ""
    labels = address.rpartition("@")[2].split(".")
    if not address.isascii() or any(label.startswith("xn--") for label in labels):
        raise StopValidation(
            lazy_gettext("We can only mail an address of plain letters, without accents.")
        )


def email_field(*checks: Any) -> EmailField:
    """An address, tidied before it is checked."""
    return EmailField(
        lazy_gettext("E-mail address"),
        filters=[tidy],
        validators=[IsString(), email_required, Length(max=LONGEST_ADDRESS), plain, *checks],
        render_kw={"autocomplete": "email", "inputmode": "email", "maxlength": LONGEST_ADDRESS},
    )


def login_field(*checks: Any) -> StringField:
    """What somebody signs in with: an address or a name."""
    return StringField(
        lazy_gettext("E-mail address or user name"),
        filters=[tidy],
        validators=[*checks, Length(max=LONGEST_ADDRESS)],
        render_kw={
            "autocomplete": "username webauthn",
            "autocapitalize": "none",
            "spellcheck": "false",
            "inputmode": "email",
            "maxlength": LONGEST_ADDRESS,
        },
    )


def of_age_field() -> BooleanField:
    """The statement that every new account needs."""
    return BooleanField(
        lazy_gettext("I am 16 or older"),
        validators=[DataRequired(lazy_gettext("You can have an account from the age of 16."))],
    )


def own_password_field(label: Any = PASSWORD, description: str = "") -> PasswordField:
    """The password that somebody has."""
    return PasswordField(
        label,
        filters=[cut],
        validators=[IsString(), password_required],
        render_kw={"autocomplete": "current-password"},
        description=description,
    )


def new_password_field(label: Any = PASSWORD) -> PasswordField:
    """A password to be made; any characters, pasted or typed."""
    return PasswordField(
        label,
        filters=[cut],
        validators=[IsString(), password_required],
        render_kw={"autocomplete": "new-password"},
    )


def refuse_easy_password(password: str, address: str) -> None:
    """Raise ValidationError for what is tried first: common ones, our words, the own address."""
    if len(password) < SHORTEST_PASSWORD:
        return  # Flask-Security says so
    if easy_to_guess(password.strip(), address):
        raise ValidationError(
            lazy_gettext(
                "This is easy to guess. Use a few words that have nothing to do with each other."
            )
        )


class SignUpForm(RegisterFormV2):
    """A new account: one statement that it needs, and a consent that somebody may give."""

    email = email_field(EmailValidation(verify=True), unique_user_email)
    password = new_password_field()
    password_confirm = None  # type: ignore[assignment]  # None leaves the field out
    of_age = of_age_field()
    consent = BooleanField()  # its label is the statement; an account does not hang on it
    submit = SubmitField(lazy_gettext("Make an account"))

    def validate_password(self, field: PasswordField) -> None:
        """Refuse a password that is easy to guess."""
        refuse_easy_password(field.data or "", self.email.data or "")

    def hide_that_the_address_is_taken(self) -> None:
        """Let nobody learn here who has an account: that one mistake is not shown."""
        if self.existing_email_user is not None:
            self.email.errors = ()


class SignInForm(LoginForm):
    """Address or name, and password. It never sends anybody elsewhere: `next` is not read."""

    email = login_field(IsString(), email_required)  # type: ignore[assignment]
    # Without a description Flask-Security links to a page of its own, which we do not have.
    password = own_password_field(description="-")
    remember = None  # type: ignore[assignment]  # None leaves the field out
    shared = BooleanField(lazy_gettext("This is not my own device"))
    submit = SubmitField(lazy_gettext("Sign in"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.password.description = ""

    def theirs(self) -> User:
        """Whose address and password these are, once they were found right."""
        return cast("User", self.user)

    def validate_email(self, field: Any) -> None:
        """Check an address as one; look for whose it is, or whose name."""
        if "@" in field.data:
            plain(self, field)
            EmailValidation(verify=False)(self, field)
        self.ifield, self.user = field, person(field.data)

    def validate_next(self, field: Any) -> None:
        """Accept anything, since nothing is done with it."""

    def hide_which_part_was_wrong(self) -> bool:
        """After a failed check: one answer for an unknown address, a wrong password, a pending one.

        True when address and password were well formed and did not fit an open account.
        """
        if self.ifield is None or not self.password.data:
            return False
        self.email.errors = ()
        self.password.errors = ()
        return True


class AddressForm(Form):
    """The address that a mail must go to, if it has an account. It never says whether it has."""

    email = email_field(EmailValidation(verify=True))
    submit = SubmitField(lazy_gettext("Send me a mail"))


class NewAddressForm(AddressForm):
    """Another address; the caller sets `user`. It never says whether somebody has it already."""

    user: User
    email = email_field(EmailValidation(verify=True))
    submit = SubmitField(lazy_gettext("Send me a link"))

    def validate_email(self, field: EmailField) -> None:
        """Refuse the address that they have."""
        if field.data == self.user.email:
            raise ValidationError(lazy_gettext("This is your address already."))


class ResetForm(ResetPasswordForm):
    """A new password; the caller sets `user`."""

    password = new_password_field()
    password_confirm = None  # type: ignore[assignment]  # None leaves the field out
    submit = SubmitField(lazy_gettext("Save my new password"))

    def validate_password(self, field: PasswordField) -> None:
        """Refuse a password that is easy to guess."""
        refuse_easy_password(
            field.data or "", self.user.login if isinstance(self.user, User) else ""
        )


class ChangePasswordForm(ResetForm):
    """The password that somebody has, and a new one; the caller sets `user`."""

    current = own_password_field(lazy_gettext("Your password now"))
    password = new_password_field(lazy_gettext("New password"))


class EraseForm(Form):
    """That somebody knows what they do."""

    sure = BooleanField(
        lazy_gettext("I know that nobody can bring it back"),
        validators=[DataRequired(lazy_gettext("Tick the box if you want to erase everything."))],
    )
    submit = SubmitField(lazy_gettext("Erase my account for good"))
