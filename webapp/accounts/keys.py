"""The data key of each person: what seals all that is theirs, wrapped by the server's key."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from flask import current_app
from sqlalchemy import ForeignKey, LargeBinary, Uuid, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from webapp.accounts.erase import say_gone
from webapp.extensions import Model, db
from webapp.vault import Box, Unsealable, Vault

STEP = 100  # keys in one transaction


class DataKey(Model):
    """A person's data key, wrapped; without it their rows say nothing."""

    __tablename__ = "data_key"

    user_id: Mapped[UUID] = mapped_column(
        Uuid, ForeignKey("user.id", ondelete="CASCADE"), primary_key=True
    )
    wrapped: Mapped[bytes] = mapped_column(LargeBinary)


def open_box(user_id: UUID) -> Box:
    """What opens this person's rows; raises Unsealable if their key is gone.

    Raises Refused (410) where the account is: its key goes first, its rows after that.
    """
    key = _key(user_id)
    if key is None:
        say_gone(user_id)
        raise Unsealable("the key of this diary is gone")
    return _vault().box(user_id, key.wrapped)


def own_box(user_id: UUID) -> Box:
    """What seals for this person; their key is made on the first write."""
    key = _key(user_id) or _new_key(user_id)
    return _vault().box(user_id, key.wrapped)


def rotate_keys() -> Iterator[int]:
    """Wrap everybody's data key with the current server key; tells after each step how many it was.

    Commits small steps: people go on reading and writing meanwhile. It can be stopped at any
    moment and done again. Raises Unsealable when a key was wrapped by none that is here.
    """
    after = UUID(int=0)
    while rows := _keys_after(after):
        done = sum(_rewrap(user_id, wrapped) for user_id, wrapped in rows)
        db.session.commit()
        after = rows[-1][0]
        yield done


def _keys_after(user_id: UUID) -> list[tuple[UUID, bytes]]:
    keys = select(DataKey.user_id, DataKey.wrapped).where(DataKey.user_id > user_id)
    rows = db.session.execute(keys.order_by(DataKey.user_id).limit(STEP)).all()
    db.session.rollback()  # nobody waits for us while we wrap
    return [(row.user_id, row.wrapped) for row in rows]


def _rewrap(user_id: UUID, wrapped: bytes) -> bool:
    fresh = _vault().rewrapped(user_id, wrapped)
    if fresh is None:
        return False
    # Only in the place of what was read: whoever was erased meanwhile gets no key back.
    same = update(DataKey).where(DataKey.user_id == user_id, DataKey.wrapped == wrapped)
    db.session.execute(same.values(wrapped=fresh))
    return True


def _new_key(user_id: UUID) -> DataKey:
    """A key for whoever has none; where another request makes one at this moment, that one."""
    key = DataKey(user_id=user_id, wrapped=_vault().new_data_key(user_id))
    try:
        with db.session.begin_nested():
            db.session.add(key)
    except IntegrityError:
        key = db.session.scalars(select(DataKey).where(DataKey.user_id == user_id)).one()
    db.session.info[DataKey] = key
    return key


def _key(user_id: UUID) -> DataKey | None:
    key = db.session.get(DataKey, user_id)
    db.session.info[DataKey] = key  # held, or the session forgets it and asks for it again
    return key


def _vault() -> Vault:
    vault: Vault = current_app.extensions["vault"]
    return vault
