"""Where somebody is signed in: a row for each browser, and whose row is gone is signed out.

The browser holds a random token, the row only its hash: whoever reads the database gets in nowhere.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    LargeBinary,
    ScalarSelect,
    String,
    and_,
    bindparam,
    delete,
    false,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from webapp.accounts.browser import Browser
from webapp.accounts.models import User
from webapp.extensions import Model, UtcDateTime, db
from webapp.rows import rows_gone
from webapp.second_wall import acting_for

# A diary is opened in pain and on one's own phone, which has a lock: asking for a password more
# often would cost more entries than it would save. docs/security.md says more.
IDLE = timedelta(days=30)  # a browser that was not here for so long is signed out
LONGEST = timedelta(days=180)  # and any browser so long after it signed in
SHARED_IDLE = timedelta(hours=1)  # the same where somebody said that it is not their own device
SHARED_LONGEST = timedelta(hours=12)
SEEN_EVERY = timedelta(minutes=10)  # so that most requests write nothing
FRESH = timedelta(minutes=10)  # so long it counts that somebody proved who they are
MOST = 50  # browsers of one person; the one that was away longest makes room
TOKEN_BYTES = 32


class SignIn(Model):
    """A browser in which somebody is signed in."""

    __tablename__ = "sign_in"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    token_sha256: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    kind: Mapped[str] = mapped_column(String(10))
    browser: Mapped[str | None] = mapped_column(String(20))
    begun_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    proved_at: Mapped[datetime] = mapped_column(UtcDateTime)
    shared: Mapped[bool] = mapped_column(server_default=false())  # not their own device


class Here(NamedTuple):
    """The sign-in of the browser that asks, as it was when the request came."""

    id: UUID
    begun_at: datetime
    last_seen_at: datetime
    proved_at: datetime
    shared: bool

    def is_fresh(self, now: datetime) -> bool:
        """Whether somebody proved here, not long ago, who they are."""
        return now - self.proved_at < FRESH


_LIMITS = {
    "last_seen": IDLE,
    "begun": LONGEST,
    "shared_seen": SHARED_IDLE,
    "shared_begun": SHARED_LONGEST,
}


def _over(moments: Mapping[str, Any]) -> ColumnElement[bool]:
    """Whether a sign-in is over, by the oldest moments at which it may have been so."""
    shared = or_(
        SignIn.last_seen_at <= moments["shared_seen"], SignIn.begun_at <= moments["shared_begun"]
    )
    return or_(
        SignIn.last_seen_at <= moments["last_seen"],
        SignIn.begun_at <= moments["begun"],
        and_(SignIn.shared, shared),
    )


# Made once: every request of somebody who is signed in asks this.
_HOLDER = (
    select(User, acting_for(SignIn.user_id), *(getattr(SignIn, name) for name in Here._fields))
    .join_from(User, SignIn)
    .where(User.fs_uniquifier == bindparam("uniquifier"), User.active)
    .where(
        SignIn.token_sha256 == bindparam("hash"),
        ~_over({name: bindparam(name) for name in _LIMITS}),
    )
)


def begin(user_id: UUID, browser: Browser, now: datetime, *, shared: bool = False) -> str:
    """Sign this browser in; the token that it keeps. `shared`: it is not their own device."""
    others = select(SignIn.id).where(SignIn.user_id == user_id)
    newest = others.order_by(SignIn.last_seen_at.desc()).limit(MOST - 1)
    rows_gone(delete(SignIn).where(SignIn.user_id == user_id, SignIn.id.not_in(newest)))
    token = _new_token()
    db.session.add(
        SignIn(
            user_id=user_id,
            token_sha256=_hash(token),
            kind=browser.kind,
            browser=browser.name,
            begun_at=now,
            last_seen_at=now,
            proved_at=now,
            shared=shared,
        )
    )
    return token


def holder(uniquifier: str, token: str, now: datetime) -> tuple[User, Here] | None:
    """Who holds this token, and where; None when it is not valid (any more).

    `uniquifier` is what the person's was at signing in: a new password makes another.
    """
    given = {"uniquifier": uniquifier, "hash": _hash(token)}
    found = db.session.execute(_HOLDER, given | _oldest(now)).one_or_none()
    return None if found is None else (found[0], Here(*found[2:]))


def sign_ins_of(user_id: UUID, now: datetime) -> Sequence[SignIn]:
    """Every browser in which somebody is signed in, the one that was here last first."""
    mine = select(SignIn).where(SignIn.user_id == user_id, ~_over(_oldest(now)))
    return db.session.scalars(mine.order_by(SignIn.last_seen_at.desc(), SignIn.begun_at)).all()


def person_at(sign_in: UUID) -> ScalarSelect[UUID]:
    """Whose sign-in this is, as part of another question."""
    return select(SignIn.user_id).where(SignIn.id == sign_in).scalar_subquery()


def see(sign_in: UUID, now: datetime) -> None:
    """Note that this browser was here."""
    db.session.execute(update(SignIn).where(SignIn.id == sign_in).values(last_seen_at=now))


def prove(sign_in: UUID, now: datetime) -> str | None:
    """Note that somebody proved here who they are; the new token, or None when it has ended.

    A copy that was made of the token before ends with it.
    """
    token = _new_token()
    mine = update(SignIn).where(SignIn.id == sign_in).returning(SignIn.id)
    proved = db.session.execute(mine.values(token_sha256=_hash(token), proved_at=now))
    return token if proved.one_or_none() else None


def end_token(token: str) -> None:
    """End the sign-in of this token, if there is one."""
    rows_gone(delete(SignIn).where(SignIn.token_sha256 == _hash(token)))


def end_one(user_id: UUID, sign_in: UUID) -> int:
    """End one sign-in of this person; how many that were."""
    return rows_gone(delete(SignIn).where(SignIn.user_id == user_id, SignIn.id == sign_in))


def end_all(user_id: UUID, but: UUID | None = None) -> int:
    """End every sign-in of this person, but perhaps one; how many that were."""
    mine = delete(SignIn).where(SignIn.user_id == user_id)
    return rows_gone(mine if but is None else mine.where(SignIn.id != but))


def forget_over(now: datetime) -> int:
    """Remove everybody's sign-ins that are over; how many that were."""
    return rows_gone(delete(SignIn).where(_over(_oldest(now))))


def _oldest(now: datetime) -> dict[str, datetime]:
    return {name: now - limit for name, limit in _LIMITS.items()}


def _new_token() -> str:
    return secrets.token_urlsafe(TOKEN_BYTES)


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
