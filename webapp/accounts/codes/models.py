"""What is kept of codes: a sealed secret with the newest number used, and marks."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, LargeBinary, delete, func, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from webapp.accounts.codes.one_time import WrongCode, counter_of, new_secret
from webapp.accounts.codes.recovery import mark_of, new_codes
from webapp.accounts.keys import open_box, own_box
from webapp.extensions import Model, UtcDateTime, db
from webapp.rows import rows_gone

PURPOSE = "totp"


class OneTimeCodes(Model):
    """That a person signs in with one-time codes, or is setting them up: then `since` is empty."""

    __tablename__ = "one_time_codes"

    user_id: Mapped[UUID] = mapped_column(
        ForeignKey("user.id", ondelete="CASCADE"), primary_key=True
    )
    secret: Mapped[bytes] = mapped_column(LargeBinary)
    last_counter: Mapped[int | None] = mapped_column(BigInteger)
    since: Mapped[datetime | None] = mapped_column(UtcDateTime)


class RecoveryCode(Model):
    """The mark of a recovery code that was not used yet."""

    __tablename__ = "recovery_code"

    mark: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)


def codes_since(user_id: UUID) -> datetime | None:
    """Since when this person signs in with one-time codes; None when they do not."""
    mine = select(OneTimeCodes.since).where(OneTimeCodes.user_id == user_id)
    return db.session.scalar(mine)


def begin_codes(user_id: UUID) -> None:
    """Begin to set up one-time codes, with a new secret. Those that are on stay as they are."""
    unfinished = OneTimeCodes.user_id == user_id, OneTimeCodes.since.is_(None)
    rows_gone(delete(OneTimeCodes).where(*unfinished))
    if codes_since(user_id) is None:
        sealed = own_box(user_id).seal(PURPOSE, user_id, new_secret())
        db.session.add(OneTimeCodes(user_id=user_id, secret=sealed))


def unfinished_secret(user_id: UUID) -> bytes | None:
    """The secret of the codes that this person is setting up."""
    row = db.session.get(OneTimeCodes, user_id)
    return None if row is None or row.since else _secret(row)


def finish_codes(user_id: UUID, typed: str, now: datetime) -> bool:
    """Have one-time codes count from now on, if this is one of them."""
    row = db.session.get(OneTimeCodes, user_id, with_for_update=True)
    if row is None or row.since or not _spend(row, typed, now):
        return False
    row.since = now
    return True


def end_codes(user_id: UUID) -> bool:
    """Have no one-time codes any more; whether they counted."""
    were_on = codes_since(user_id) is not None
    rows_gone(delete(OneTimeCodes).where(OneTimeCodes.user_id == user_id))
    return were_on


def end_codes_since(user_id: UUID, moment: datetime) -> None:
    """Have no codes any more that were set up or made from this moment on; older ones stay."""
    theirs = OneTimeCodes.user_id == user_id
    fresh = or_(OneTimeCodes.since.is_(None), OneTimeCodes.since >= moment)
    rows_gone(delete(OneTimeCodes).where(theirs, fresh))
    mine = RecoveryCode.user_id == user_id, RecoveryCode.made_at >= moment
    rows_gone(delete(RecoveryCode).where(*mine))


def use_code(user_id: UUID, typed: str, now: datetime) -> bool:
    """Whether this is a one-time code of now that was not used; from here on it is."""
    row = db.session.get(OneTimeCodes, user_id, with_for_update=True, populate_existing=True)
    return row is not None and row.since is not None and _spend(row, typed, now)


def replace_recovery_codes(user_id: UUID, now: datetime) -> list[str]:
    """Ten new recovery codes, to be shown once; the ones before work no more."""
    end_recovery_codes(user_id)
    codes = new_codes()
    for code in codes:
        db.session.add(RecoveryCode(mark=mark_of(user_id, code), user_id=user_id, made_at=now))
    return codes


def end_recovery_codes(user_id: UUID) -> int:
    """Have no recovery codes any more; how many there were."""
    return rows_gone(delete(RecoveryCode).where(RecoveryCode.user_id == user_id))


def use_recovery_code(user_id: UUID, typed: str) -> bool:
    """Whether this is a recovery code of this person; it works no more."""
    this = RecoveryCode.user_id == user_id, RecoveryCode.mark == mark_of(user_id, typed)
    return rows_gone(delete(RecoveryCode).where(*this)) == 1


def recovery_codes_left(user_id: UUID) -> int:
    """How many recovery codes this person has left."""
    mine = select(func.count()).select_from(RecoveryCode).where(RecoveryCode.user_id == user_id)
    return db.session.scalar(mine) or 0


def _spend(row: OneTimeCodes, typed: str, now: datetime) -> bool:
    try:
        row.last_counter = counter_of(_secret(row), typed, now, row.last_counter)
    except WrongCode:
        return False
    return True


def _secret(row: OneTimeCodes) -> bytes:
    return open_box(row.user_id).open(PURPOSE, row.user_id, row.secret)
