"""Who took back the consent to keep their diary, and until when the server has it all the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select

from webapp.accounts.ages import WITHDRAWN
from webapp.accounts.consent import DIARY
from webapp.accounts.models import Consent
from webapp.extensions import db
from webapp.languages import ZONE

A_DAY = timedelta(days=1)  # `flask purge` runs so often
_LAST = func.max(Consent.withdrawn_at)
# Who never agreed is not among them, nor who agreed to words that have changed since.
_WITHDREW = (
    select(Consent.user_id, _LAST)
    .where(Consent.purpose == DIARY)
    .group_by(Consent.user_id)
    .having(func.count() == func.count(Consent.withdrawn_at))
)


def withdrew_before(moment: datetime) -> Sequence[UUID]:
    """Everybody who took it back before `moment` and did not agree again since."""
    return db.session.scalars(_WITHDREW.having(moment >= _LAST)).all()


def withdrew_at(user_id: UUID) -> datetime | None:
    """Since when this person agrees no more; None where they do, or never did."""
    row = db.session.execute(_WITHDREW.where(Consent.user_id == user_id)).one_or_none()
    return row and row[1]


def gone_on(withdrawn_at: datetime, now: datetime) -> date:
    """The day on which the diary is gone from the server at the latest."""
    return max(withdrawn_at + WITHDRAWN + A_DAY, now).astimezone(ZONE).date()


def has_diary(user_id: UUID) -> bool:
    """Whether the server has anything that this person logged, or a mark of it."""
    # By name: what a diary consists of is known above this capability, not in it.
    record = db.metadata.tables["record"]
    return (
        db.session.scalar(select(record.c.id).where(record.c.user_id == user_id).limit(1))
        is not None
    )
