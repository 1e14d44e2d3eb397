"""The ways in which somebody who is signed in proves again who they are.

A new way is a form in `WAYS` and a template accounts/_prove_<way>.html that draws it; the page, the
limits and the journal are the same for all.
"""

from __future__ import annotations

from typing import ClassVar

from flask_babel import gettext, lazy_gettext
from flask_security import Form
from wtforms import SubmitField

from webapp.accounts.forms import own_password_field
from webapp.accounts.hashing import confirmed_for_writing
from webapp.accounts.models import User
from webapp.accounts.passkeys.ceremony import Unfit
from webapp.accounts.passkeys.forms import SignedForm
from webapp.accounts.passkeys.models import count_passkeys
from webapp.accounts.passkeys.proof import told, whose
from webapp.extensions import db


class Way(Form):
    """One way, as a form."""

    way: ClassVar[str]

    @classmethod
    def is_open_to(cls, user: User) -> bool:
        """Whether this person can prove it so."""
        raise NotImplementedError

    def proves(self, user: User) -> bool:
        """Whether what was sent is theirs; if so, this request has begun to write.

        If not, the form says why.
        """
        raise NotImplementedError


class ByPassword(Way):
    """The password that they sign in with."""

    way = "password"
    password = own_password_field()
    submit = SubmitField(lazy_gettext("Go on"))

    @classmethod
    def is_open_to(cls, user: User) -> bool:
        """Whether they have one."""
        return bool(user.password)

    def proves(self, user: User) -> bool:
        """Whether it is the right one."""
        given = self.password.data or ""
        if user.verify_and_update_password(given) and confirmed_for_writing(user, given):
            return True
        self.password.errors = (gettext("This is not your password."),)
        return False


class ByPasskey(Way, SignedForm):
    """A passkey of theirs."""

    way = "passkey"

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


WAYS: tuple[type[Way], ...] = (
    ByPasskey,
    ByPassword,
)  # the first one that is open to somebody stands on top
