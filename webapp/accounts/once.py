"""What works once: a mark is left of it, so that it does not work again.

A browser keeps its own state in a cookie, and may bring an old one back: that something was used
must stand here.
"""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import LargeBinary, delete
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import Model, UtcDateTime, db
from webapp.rows import rows_gone

LASTS = timedelta(minutes=5)  # what is used once is given for this long


class Used(Model):
    """The mark of something that was used, kept for longer than it could be used at all."""

    __tablename__ = "used"

    mark: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


def use(secret: bytes, now: datetime) -> bool:
    """Use up something random that was given out; false when it was used already.

    Of two at once the second waits for the first. The caller commits.
    """
    rows_gone(delete(Used).where(Used.at < now - 2 * LASTS))
    try:
        with db.session.begin_nested():
            db.session.add(Used(mark=hashlib.sha256(secret).digest(), at=now))
    except IntegrityError:
        return False
    return True
