"""Changes of address that wait for a link from a mail: to a new one, or back to the one before.

The link holds a random token, the row only its hash. A row is taken once: by whoever deletes it.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple, cast
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, LargeBinary, String, and_, delete, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from webapp.accounts.models import User
from webapp.extensions import Model, UtcDateTime, db
from webapp.rows import rows_gone

CONFIRM_WITHIN = timedelta(hours=4)  # by a link to the new address
BACK_WITHIN = timedelta(days=7)  # by a link to the address before: mail is not read every day
TOKEN_BYTES = 32


class AddressChange(Model):
    """An address that an account gets once somebody opens the link that was mailed there."""

    __tablename__ = "address_change"

    token_sha256: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    address: Mapped[str] = mapped_column(String(254))
    back: Mapped[bool]  # whether it is the address before, for who did not want another
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Change(NamedTuple):
    """Whose address becomes which, and whether that is back to the one before; and since when."""

    user_id: UUID
    address: str
    back: bool
    asked_at: datetime


def new_token() -> str:
    """What is in a link, and nowhere else."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def ask(user_id: UUID, address: str, token: str, now: datetime, *, back: bool = False) -> None:
    """Keep a change to this address until the link with this token is opened.

    A new address takes the place of one that was asked before. The way back to an address stays
    beside it: who took an account over could else end it by asking again.
    """
    if not back:
        forget_asked(user_id)
    row = AddressChange(
        token_sha256=_hash(token), user_id=user_id, address=address, back=back, asked_at=now
    )
    db.session.add(row)


def asked(token: str, now: datetime) -> Change | None:
    """The change that waits for this token; None when it was used, or is too old."""
    mine = select(*_CHANGE).where(AddressChange.token_sha256 == _hash(token), ~_over(now))
    return _change(db.session.execute(mine).one_or_none())


def take(token: str, now: datetime) -> Change | None:
    """The change that waits for this token, which from here on nobody else gets."""
    mine = delete(AddressChange).where(AddressChange.token_sha256 == _hash(token), ~_over(now))
    return _change(db.session.execute(mine.returning(*_CHANGE)).one_or_none())


def waiting(user_id: UUID, now: datetime) -> str | None:
    """The new address of this person that was not confirmed yet."""
    mine = select(AddressChange.address).where(AddressChange.user_id == user_id)
    return db.session.scalar(mine.where(~AddressChange.back, ~_over(now)))


def forget_asked(user_id: UUID) -> None:
    """Have no new address any more that waits to be confirmed."""
    rows_gone(delete(AddressChange).where(AddressChange.user_id == user_id, ~AddressChange.back))


def forget_all(user_id: UUID) -> None:
    """Have nothing of this person any more that waits."""
    rows_gone(delete(AddressChange).where(AddressChange.user_id == user_id))


def forget_old(now: datetime) -> int:
    """Remove everybody's changes that were not confirmed in time; how many that were."""
    return rows_gone(delete(AddressChange).where(_over(now)))


def make_room(address: str) -> None:
    """Remove an account with this address that was never confirmed: its owner is another."""
    rows_gone(delete(User).where(User.email == address, User.confirmed_at.is_(None)))


_CHANGE = (
    AddressChange.user_id,
    AddressChange.address,
    AddressChange.back,
    AddressChange.asked_at,
)


def _change(row: Sequence[Any] | None) -> Change | None:
    return None if row is None else Change(*cast("tuple[UUID, str, bool, datetime]", row))


def _over(now: datetime) -> ColumnElement[bool]:
    return or_(
        and_(~AddressChange.back, AddressChange.asked_at <= now - CONFIRM_WITHIN),
        and_(AddressChange.back, AddressChange.asked_at <= now - BACK_WITHIN),
    )


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
