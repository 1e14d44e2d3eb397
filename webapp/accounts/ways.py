"""The ways in which somebody who is signed in proves again who they are.

A new way is a form in `WAYS` and a template accounts/_prove_<way>.html that draws it; the page, the
limits and the journal are the same for all. `is_open_to` says whether a person can prove it so;
`proves` whether what was sent is theirs: if so, this request has begun to write, if not the form
says why. `letter` is a mail to be sent once it counts.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import ClassVar

from flask_babel import gettext, lazy_gettext
from flask_login import current_user
from flask_security import Form
from wtforms import StringField, SubmitField
from wtforms.validators import Length

from webapp.accounts import told as told_by_mail
from webapp.accounts.codes.forms import LONGEST
from webapp.accounts.codes.models import (
    codes_since,
    recovery_codes_left,
    use_code,
    use_recovery_code,
)
from webapp.accounts.forms import own_password_field
from webapp.accounts.hashing import confirmed_for_writing
from webapp.accounts.mailing import Letter
from webapp.accounts.models import User
from webapp.accounts.passkeys.ceremony import Unfit
from webapp.accounts.passkeys.forms import SignedForm
from webapp.accounts.passkeys.models import count_passkeys
from webapp.accounts.passkeys.proof import told, whose
from webapp.extensions import db


class ByPassword(Form):
    """The password that they sign in with."""

    way: ClassVar[str] = "password"
    letter: Letter | None = None
    password = own_password_field()
    code = StringField(
        lazy_gettext("Code of 6 digits, or a recovery code"),
        validators=[Length(max=LONGEST)],
        render_kw={"autocomplete": "one-time-code", "maxlength": LONGEST},
    )
    submit = SubmitField(lazy_gettext("Go on"))

    @classmethod
    def is_open_to(cls, user: User) -> bool:
        """Whether they have one."""
        return bool(user.password)

    def proves(self, user: User) -> bool:
        """Whether it is the right one, and the code too where they sign in with one."""
        given, asked = self.password.data or "", self.asks_code
        if user.verify_and_update_password(given) and confirmed_for_writing(user, given):
            if not asked or self._is_code(user):
                return True
            db.session.rollback()
            self.code.errors = (gettext("This code is not right, or it was used before."),)
            return False
        self.password.errors = (gettext("This is not your password."),)
        return False

    @property
    def asks_code(self) -> bool:
        """Whether whoever is signed in signs in with a code too."""
        return codes_since(current_user.id) is not None

    def _is_code(self, user: User) -> bool:
        typed = self.code.data or ""
        if use_code(user.id, typed, datetime.now(UTC)):
            return True
        if not use_recovery_code(user.id, typed):
            return False
        self.letter = told_by_mail.recovery_code_used(user, recovery_codes_left(user.id))
        return True


class ByPasskey(Form, SignedForm):
    """A passkey of theirs."""

    way: ClassVar[str] = "passkey"
    letter: Letter | None = None

    @classmethod
    def is_open_to(cls, user: User) -> bool:
        """Whether they have one."""
        return count_passkeys(user.id) > 0

    def proves(self, user: User) -> bool:
        """Whether it is one of their own."""
        user_id = user.id
        try:
            if whose(self.signed()).id == user_id:
                return True
            trouble = Unfit()
        except Unfit as unfit:
            trouble = unfit
        db.session.rollback()
        self.form_errors = [told(trouble)]
        return False


Way = ByPasskey | ByPassword
# The first one that is open to somebody stands on top.
WAYS: tuple[type[Way], ...] = (ByPasskey, ByPassword)
