"""Accounts that nobody uses: their owner is warned by mail three times, and then they go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from enum import Enum
from typing import Any, NamedTuple, cast
from uuid import UUID

from sqlalchemy import CursorResult, ScalarSelect, delete, func, or_, select, update

from webapp import journal, mail
from webapp.accounts import mailing
from webapp.accounts.ages import UNCONFIRMED, UNUSED, USED_EVERY, WARNINGS, Silence, Step, next_step
from webapp.accounts.erase import erase
from webapp.accounts.models import User
from webapp.extensions import db
from webapp.journal import Event
from webapp.rows import rows_gone

CLAIM = timedelta(hours=1)  # for so long a mail is the business of whoever began to send it
_LAST_USE = func.coalesce(User.used_at, User.created_at)


class Done(NamedTuple):
    """How many were warned, how many could not be, and how many accounts went.

    `refused` are addresses at which nobody is any more: there another try reaches nobody either,
    so that counts as a warning.
    """

    warned: int
    unreached: int
    erased: int
    refused: int = 0


class Told(Enum):
    """What became of a mail."""

    SENT = "sent"  # from here, or from whoever is at it in the same moment
    REFUSED = "refused"  # for good
    NOT_NOW = "not now"


def use(user_id: UUID | ScalarSelect[UUID], now: datetime) -> None:
    """Note that somebody uses their account: whatever was told about its end is over."""
    long_ago = or_(User.used_at.is_(None), User.used_at <= now - USED_EVERY)
    mine = update(User).where(User.id == user_id, long_ago)
    _change(mine.values(used_at=now, warnings=0, warned_at=None, claimed_at=None))


def forget_unconfirmed(now: datetime) -> int:
    """Remove accounts whose address was never confirmed, so that nobody could get in; how many."""
    never = User.confirmed_at.is_(None), User.used_at.is_(None), User.email.is_not(None)
    return rows_gone(delete(User).where(*never, User.created_at <= now - UNCONFIRMED))


def end_unused(now: datetime) -> Done:
    """Warn whoever is to be warned, and erase what is to be erased; commits after each.

    Where no mail can go now, nobody is warned and nobody who should have been is erased: it is
    done the next time. Where none ever will, each of the three tries counts as a warning.
    """
    mail_goes, erased, told = _mail_goes(), 0, Counter[Told]()
    for user_id, silence in _silent(now):
        step = next_step(silence, now)
        if step is Step.ERASE:
            erased += _erase(user_id, silence)
        elif step is Step.WARN:
            told[_warn(user_id, silence, now) if mail_goes else Told.NOT_NOW] += 1
    return Done(told[Told.SENT], told[Told.NOT_NOW], erased, told[Told.REFUSED])


def _silent(now: datetime) -> Iterator[tuple[UUID, Silence]]:
    columns = (User.id, _LAST_USE, User.warnings, User.warned_at, User.email)
    long = select(*columns).where(now - UNUSED + WARNINGS[0] >= _LAST_USE)
    found = db.session.execute(long.order_by(User.id)).all()
    db.session.rollback()  # nobody waits for us while we write letters
    for user_id, since, warnings, warned_at, email in found:
        yield user_id, Silence(since, warnings, warned_at, by_mail=bool(email))


def _mail_goes() -> bool:
    try:
        mail.reach()
    except OSError as trouble:
        journal.write(Event.MAIL_FAILED, trouble=type(trouble).__name__)
        return False
    return True


def _warn(user_id: UUID, silence: Silence, now: datetime) -> Told:
    free = or_(User.claimed_at.is_(None), User.claimed_at <= now - CLAIM)
    claimed = _change(update(User).where(*_still(user_id, silence), free).values(claimed_at=now))
    db.session.commit()
    if not claimed:
        return Told.SENT
    last_day = now + WARNINGS[silence.warnings]
    letter = mailing.unused(db.session.get_one(User, user_id), last_day)
    db.session.rollback()
    told = _send(letter, user_id)
    counts = told is not Told.NOT_NOW
    done: dict[str, Any] = {"warnings": silence.warnings + 1, "warned_at": now} if counts else {}
    # Whoever came meanwhile has no claim any more.
    mine = update(User).where(*_still(user_id, silence), User.claimed_at == now)
    _change(mine.values(claimed_at=None, **done))
    db.session.commit()
    if told is Told.SENT:
        journal.write(Event.WARNED, person=user_id)
    return told


def _send(letter: mailing.Letter, user_id: UUID) -> Told:
    try:
        letter.send_now()
    except OSError as trouble:
        journal.write(Event.MAIL_FAILED, person=user_id, trouble=type(trouble).__name__)
        return Told.REFUSED if isinstance(trouble, mail.AddressRefused) else Told.NOT_NOW
    return Told.SENT


def _erase(user_id: UUID, silence: Silence) -> int:
    # Held from here on: whoever comes in this moment waits, and is then told that it is gone.
    held = select(User.id).where(*_still(user_id, silence), User.active).with_for_update()
    if db.session.scalar(held) is None:
        db.session.rollback()
        return 0
    erase(user_id)
    return 1


def _still(user_id: UUID, silence: Silence) -> tuple[Any, ...]:
    return User.id == user_id, silence.since == _LAST_USE, User.warnings == silence.warnings


def _change(statement: Any) -> int:
    quiet = statement.execution_options(synchronize_session=False)
    return cast("CursorResult[Any]", db.session.execute(quiet)).rowcount
