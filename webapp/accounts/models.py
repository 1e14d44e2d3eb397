"""People and what they agreed to."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, cast
from uuid import UUID, uuid4

from flask_security import UserMixin, hash_password, verify_password
from sqlalchemy import (
    CheckConstraint,
    ColumnElement,
    CursorResult,
    ForeignKey,
    LargeBinary,
    String,
    select,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.accounts.consent import COVERING, DIARY, ConsentText, text
from webapp.accounts.names import LONGEST, tidied, tidied_login
from webapp.extensions import Model, UtcDateTime, db


class User(Model, UserMixin):
    """A person with an account, and an address or a name to sign in with. All hangs on `id`.

    Sign-ins and the links in mails carry `fs_uniquifier`; a new one ends them all.
    """

    __tablename__ = "user"
    __table_args__ = (CheckConstraint("email IS NOT NULL OR name IS NOT NULL", "has_a_login"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)  # type: ignore[assignment]
    email: Mapped[str | None] = mapped_column(String(254), unique=True)  # type: ignore[assignment]
    name: Mapped[str | None] = mapped_column(String(LONGEST), unique=True)  # tidied, see names.py
    password: Mapped[str | None] = mapped_column(String(255))
    active: Mapped[bool] = mapped_column(default=True)
    fs_uniquifier: Mapped[str] = mapped_column(String(64), unique=True)
    confirmed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    language: Mapped[str] = mapped_column(String(2))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    of_age_at: Mapped[datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)  # the last visit, to the day
    warnings: Mapped[int] = mapped_column(default=0, server_default="0", deferred=True)
    warned_at: Mapped[datetime | None] = mapped_column(UtcDateTime, deferred=True)
    claimed_at: Mapped[datetime | None] = mapped_column(UtcDateTime, deferred=True)
    consents: Mapped[list[Consent]] = relationship(
        back_populates="user", cascade="all, delete-orphan", passive_deletes=True
    )

    def verify_and_update_password(self, password: str) -> bool:
        """Only verify: Flask-Security's would write, and hash anew, in the middle of reading."""
        return self.password is not None and bool(verify_password(password, self.password))

    @property
    def login(self) -> str:
        """What they sign in with, and know themselves by."""
        return self.email or self.name or ""


class Consent(Model):
    """Somebody's explicit consent: to what, in which words, from when until when."""

    __tablename__ = "consent"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    purpose: Mapped[str] = mapped_column(String(20))
    text_version: Mapped[str] = mapped_column(String(20))
    text_sha256: Mapped[str] = mapped_column(String(64))
    language: Mapped[str] = mapped_column(String(2))
    given_at: Mapped[datetime] = mapped_column(UtcDateTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    user: Mapped[User] = relationship(back_populates="consents")


class Gone(Model):
    """An account that was erased: a mark of its id, and nothing else."""

    __tablename__ = "gone"

    mark: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)


def person(login: str) -> User | None:
    """Whose address or name this is, however its letters are cased."""
    looked_for = tidied_login(login)
    column = User.email if "@" in looked_for else User.name
    return db.session.scalar(select(User).where(column == looked_for))


def people() -> list[UUID]:
    """Everybody who has an account."""
    return list(db.session.scalars(select(User.id)))


def new_person(email: str, password: str, language: str) -> User:
    """A person who said to be 16 or older; neither confirmed nor in the database yet."""
    user = _newcomer(hash_password(password), language)
    user.email = email.strip().lower()
    return user


def new_named_person(name: str, hashed: str | None, language: str) -> User:
    """A person without an address, who needs no mail to be confirmed; not in the database yet."""
    user = _newcomer(hashed, language)
    user.name, user.confirmed_at = tidied(name), user.created_at
    return user


def consent_to(words: ConsentText) -> Consent:
    """A consent, given now to these words; it still needs its person."""
    return Consent(
        purpose=words.purpose,
        text_version=words.version,
        text_sha256=words.sha256,
        language=words.language,
        given_at=datetime.now(UTC),
    )


def open_account(email: str, password: str, language: str, *, consent: bool = True) -> UUID:
    """Add a person whose address needs no mail to be confirmed; the caller commits."""
    user = new_person(email, password, language)
    user.confirmed_at = user.created_at
    if consent:
        user.consents.append(consent_to(text(language)))
    db.session.add(user)
    db.session.flush()
    return user.id


def standing_consent(user_id: UUID, purpose: str = DIARY) -> Consent | None:
    """The consent that holds now and covers all that is done, newest first."""
    mine = select(Consent).where(*_covering(user_id, purpose))
    return db.session.scalar(mine.order_by(Consent.given_at.desc()).limit(1))


def consents_of(user_id: UUID) -> Sequence[Consent]:
    """All that this person ever agreed to, the newest first."""
    mine = select(Consent).where(Consent.user_id == user_id)
    return db.session.scalars(mine.order_by(Consent.given_at.desc(), Consent.purpose)).all()


def withdraw_consent(user_id: UUID, at: datetime, purpose: str = DIARY) -> int:
    """End every consent to this that stands: two taps at once may have given two; how many.

    A sync that is under way goes first; after this nothing more is taken. Whoever writes asks
    `has_consent` with the diary locked.
    """
    diary = db.metadata.tables["diary"]
    db.session.execute(select(diary.c.user_id).where(diary.c.user_id == user_id).with_for_update())
    standing = update(Consent).where(*_standing(user_id, purpose)).values(withdrawn_at=at)
    return cast("CursorResult[Any]", db.session.execute(standing)).rowcount


def has_consent(user_id: UUID, purpose: str = DIARY) -> bool:
    """Whether this may be done: keeping this person's diary, if nothing else is named."""
    mine = select(Consent.id).where(*_covering(user_id, purpose))
    return db.session.scalar(mine.limit(1)) is not None


def mark_of(user_id: UUID) -> bytes:
    """A mark of 32 bytes, which leads nobody back to the account: ids are random."""
    return hashlib.sha256(b"gone|" + user_id.bytes).digest()


def is_gone(user_id: UUID) -> bool:
    """Whether this account was erased."""
    return db.session.get(Gone, mark_of(user_id)) is not None


def _newcomer(hashed: str | None, language: str) -> User:
    now = datetime.now(UTC)
    return User(
        id=uuid4(),
        password=hashed,
        active=True,
        fs_uniquifier=uuid4().hex,
        language=language,
        created_at=now,
        of_age_at=now,
    )


def _covering(user_id: UUID, purpose: str) -> tuple[ColumnElement[bool], ...]:
    return *_standing(user_id, purpose), Consent.text_version.in_(COVERING[purpose])


def _standing(user_id: UUID, purpose: str) -> tuple[ColumnElement[bool], ...]:
    return Consent.user_id == user_id, Consent.purpose == purpose, Consent.withdrawn_at.is_(None)
