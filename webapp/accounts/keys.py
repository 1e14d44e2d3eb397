"""The data key of each person: what seals all that is theirs, wrapped by the server's key."""

from __future__ import annotations

from uuid import UUID

from flask import current_app
from sqlalchemy import ForeignKey, LargeBinary, Uuid, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import Model, db
from webapp.vault import Box, Unsealable, Vault


class DataKey(Model):
    """A person's data key, wrapped; without it their rows say nothing."""

    __tablename__ = "data_key"

    user_id: Mapped[UUID] = mapped_column(
        Uuid, ForeignKey("user.id", ondelete="CASCADE"), primary_key=True
    )
    wrapped: Mapped[bytes] = mapped_column(LargeBinary)


def open_box(user_id: UUID) -> Box:
    """What opens this person's rows; raises Unsealable if their key is gone."""
    key = _key(user_id)
    if key is None:
        raise Unsealable("the key of this diary is gone")
    return _vault().box(user_id, key.wrapped)


def own_box(user_id: UUID) -> Box:
    """What seals for this person; their key is made on the first write."""
    key = _key(user_id) or _new_key(user_id)
    return _vault().box(user_id, key.wrapped)


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
