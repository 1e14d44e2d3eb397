"""The form that gives a device another name."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from wtforms import StringField
from wtforms.validators import DataRequired, Length

from webapp.sync.answers import LONGEST_NAME


def tidied(name: str | None) -> str:
    """A name on one line, without spaces around it."""
    return " ".join((name or "").split())


class NameForm(FlaskForm):
    """What a person calls a device."""

    name = StringField(
        lazy_gettext("Name"),
        filters=[tidied],
        validators=[
            DataRequired(lazy_gettext("Fill in a name.")),
            Length(max=LONGEST_NAME, message=lazy_gettext("Use at most %(max)d characters.")),
        ],
        render_kw={"maxlength": LONGEST_NAME, "autocomplete": "off"},
    )


def name_form(name: str | None) -> Any:
    """The form with the name that the device has now, or with what was sent."""
    return NameForm(data={"name": name})  # type: ignore[no-untyped-call]
