"""Between the password and the code: who is half signed in, which opens nothing.

It stands in the signed session of one browser, for five minutes, and is used once.
"""

from __future__ import annotations

import hashlib
import secrets
import time
from datetime import datetime

from flask import session
from sqlalchemy import select

from webapp.accounts.limits import known_mark, limit_wrong
from webapp.accounts.models import User
from webapp.accounts.once import LASTS, use
from webapp.extensions import db

HALF = "half"
NOBODY = ("", "", "", 0, False)


def begin_second_step(user: User, shared: bool) -> None:
    """Remember here whose password was right, and whether it is not their own device."""
    known = known_mark(user.login) or ""
    once = secrets.token_urlsafe(16)
    session[HALF] = [user.fs_uniquifier, known, once, int(time.time()), shared]


def who_is_half_in() -> User | None:
    """Whose password was right in this browser, not long ago. A new password since then ends it."""
    uniquifier, _, _, at, _ = session.get(HALF) or NOBODY
    if not 0 <= time.time() - at <= LASTS.total_seconds():
        return None
    mine = select(User).where(User.fs_uniquifier == uniquifier, User.active)
    return db.session.scalar(mine)


def is_shared() -> bool:
    """Whether who is half in said that it is not their own device."""
    return bool((session.get(HALF) or NOBODY)[4])


def end_second_step(now: datetime) -> bool:
    """Whether this step was not taken before, also not with a copied session; it is now."""
    return use(session.pop(HALF)[2].encode(), now)


def _guesser() -> str:
    """A known device of whoever is half in, or all others together: a stranger shuts out none."""
    uniquifier, known, _, _, _ = session.get(HALF) or NOBODY
    return known or hashlib.sha256(uniquifier.encode()).hexdigest()


guess_code_often = limit_wrong(_guesser)
