"""A new password, and what ends with it."""

from __future__ import annotations

from uuid import UUID

from webapp.accounts import mailing
from webapp.accounts.mailing import Letter
from webapp.accounts.models import User
from webapp.accounts.sign_ins import end_all
from webapp.extensions import security


def set_password(user: User, hashed: str, but: UUID | None = None) -> Letter:
    """Give somebody this password; the mail that tells them, to be sent once this is committed.

    Every sign-in ends, but perhaps one, and every older link with which a password is made.
    """
    user.password = hashed
    security.datastore.set_uniquifier(user)
    end_all(user.id, but=but)
    return mailing.password_changed(user)
