"""Passkeys as they are kept: what checks a signature, and a name that is sealed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID, uuid4

from sqlalchemy import BigInteger, ForeignKey, LargeBinary, delete, func, select, update
from sqlalchemy.orm import Mapped, mapped_column

from webapp.accounts.keys import open_box, own_box
from webapp.accounts.passkeys.ceremony import LONGEST_ID, NewKey
from webapp.extensions import Model, UtcDateTime, db
from webapp.rows import rows_gone

MOST = 20  # passkeys of one person
PURPOSE = "passkey"


class Passkey(Model):
    """A passkey of a person. The secret of it never leaves their device.

    Its name is sealed: people call a phone after whose it is.
    """

    __tablename__ = "passkey"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    credential_id: Mapped[bytes] = mapped_column(LargeBinary(LONGEST_ID), unique=True)
    public_key: Mapped[bytes] = mapped_column(LargeBinary)
    sign_count: Mapped[int] = mapped_column(BigInteger)
    name: Mapped[bytes] = mapped_column(LargeBinary)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class KnownPasskey(NamedTuple):
    """A passkey as its person sees it."""

    id: UUID
    name: str
    made_at: datetime
    used_at: datetime | None


def passkeys_of(user_id: UUID) -> Sequence[KnownPasskey]:
    """Every passkey of a person, the oldest first."""
    mine = select(Passkey).where(Passkey.user_id == user_id).order_by(Passkey.made_at, Passkey.id)
    rows = db.session.scalars(mine).all()
    box = open_box(user_id) if rows else None
    return [
        KnownPasskey(row.id, box.open(PURPOSE, row.id, row.name).decode(), row.made_at, row.used_at)
        for row in rows
        if box
    ]


def known_ids(user_id: UUID) -> list[bytes]:
    """The ids by which browsers know the passkeys of a person."""
    return list(db.session.scalars(select(Passkey.credential_id).where(Passkey.user_id == user_id)))


def passkey_by(credential_id: bytes, to_change: bool = False) -> Passkey | None:
    """The passkey with this id, whose ever it is."""
    this = select(Passkey).where(Passkey.credential_id == credential_id)
    return db.session.scalar(this.with_for_update() if to_change else this)


def count_passkeys(user_id: UUID) -> int:
    """How many passkeys a person has."""
    mine = select(func.count()).select_from(Passkey).where(Passkey.user_id == user_id)
    return db.session.scalar(mine) or 0


def add_passkey(user_id: UUID, key: NewKey, name: str, now: datetime) -> Passkey:
    """Keep a new passkey; raises IntegrityError when somebody has it already."""
    new = uuid4()
    row = Passkey(
        id=new,
        user_id=user_id,
        credential_id=key.credential_id,
        public_key=key.public_key,
        sign_count=key.sign_count,
        name=own_box(user_id).seal(PURPOSE, new, name.encode()),
        made_at=now,
    )
    db.session.add(row)
    db.session.flush()
    return row


def rename_passkey(user_id: UUID, passkey: UUID, name: str) -> bool:
    """Give a passkey another name; False when this person has no such passkey."""
    sealed = own_box(user_id).seal(PURPOSE, passkey, name.encode())
    mine = update(Passkey).where(Passkey.user_id == user_id, Passkey.id == passkey)
    named = mine.values(name=sealed).returning(Passkey.id)
    return db.session.execute(named).one_or_none() is not None


def remove_passkeys(user_id: UUID) -> int:
    """Remove every passkey of this person; how many that were."""
    return rows_gone(delete(Passkey).where(Passkey.user_id == user_id))


def remove_passkey(user_id: UUID, passkey: UUID) -> int:
    """Remove a passkey of this person; how many that were."""
    mine = delete(Passkey).where(Passkey.user_id == user_id, Passkey.id == passkey)
    return rows_gone(mine)
