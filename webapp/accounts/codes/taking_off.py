"""Taking somebody's codes off for them: they lost the app and the recovery codes.

Only whoever runs the service does this, by command: docs/security.md says how they make sure who
asks.
"""

from __future__ import annotations

from typing import NamedTuple
from uuid import uuid4

from webapp import journal
from webapp.accounts import told
from webapp.accounts.codes.models import end_codes, end_recovery_codes
from webapp.accounts.mailing import Letter
from webapp.accounts.models import User
from webapp.accounts.sign_ins import end_all
from webapp.extensions import db
from webapp.journal import Event


class Taken(NamedTuple):
    """What went: how many recovery codes, how many sign-ins; and the letter that tells of it."""

    recovery_codes: int
    sign_ins: int
    letter: Letter | None  # None without an address


def take_codes_off(user: User) -> Taken:
    """Have the password be enough again, and sign its person out everywhere; commits.

    Raises LookupError when no one-time codes are on: then nothing changes.
    """
    if not end_codes(user.id):
        db.session.rollback()
        raise LookupError("no one-time codes are on")
    # Links in mails that were sent before are dead too: whoever asks may not be who had them.
    user.fs_uniquifier = uuid4().hex
    letter = told.codes_taken_off(user) if user.email else None
    taken = Taken(end_recovery_codes(user.id), end_all(user.id), letter)
    person = user.id
    db.session.commit()
    journal.write(Event.CODES_OFF, person=person)
    return taken
