"""The code that somebody types: of an app, or one that was written down."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from wtforms import StringField
from wtforms.validators import DataRequired, Length

LONGEST = 100  # characters, with whatever spaces


def recovery_field() -> StringField:
    """A recovery code."""
    return StringField(
        lazy_gettext("Recovery code"),
        validators=[
            DataRequired(lazy_gettext("Fill in a recovery code.")),
            Length(max=LONGEST),
        ],
        render_kw={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"},
    )


class CodeForm(FlaskForm):
    """Six digits."""

    code = StringField(
        lazy_gettext("Code of 6 digits"),
        validators=[
            DataRequired(lazy_gettext("Fill in the code that your app shows.")),
            Length(max=LONGEST),
        ],
        render_kw={
            "autocomplete": "one-time-code",
            "inputmode": "numeric",
            "maxlength": LONGEST,
        },
    )


class RecoveryForm(FlaskForm):
    """A recovery code."""

    recovery = recovery_field()


def code_form(sent: bool = True) -> Any:
    """The form with what was sent, or empty."""
    return CodeForm() if sent else CodeForm(formdata=None)  # type: ignore[no-untyped-call]


def recovery_form(sent: bool = True) -> Any:
    """The form with what was sent, or empty."""
    return RecoveryForm() if sent else RecoveryForm(formdata=None)  # type: ignore[no-untyped-call]
