"""A new password, and what ends with it."""

from __future__ import annotations

from uuid import UUID

from webapp.accounts import mailing
from webapp.accounts.addresses import forget_asked
from webapp.accounts.mailing import Letter
from webapp.accounts.models import User
from webapp.accounts.sign_ins import end_all
from webapp.extensions import security


def set_password(user: User, hashed: str, but: UUID | None = None) -> Letter:
    """Give somebody this password; the mail that tells them, to be sent once this is committed.

    Every sign-in ends, but perhaps one; so do older links with which a password is made, and the
    link to an address that whoever was in wanted.
    """
    user.password = hashed
    security.datastore.set_uniquifier(user)
    end_all(user.id, but=but)
    forget_asked(user.id)
    return mailing.password_changed(user)
