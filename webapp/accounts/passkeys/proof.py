"""Who somebody is, by a passkey of theirs."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime

from flask import current_app
from flask_babel import gettext
from sqlalchemy.exc import IntegrityError

from webapp import journal
from webapp.accounts.models import User
from webapp.accounts.passkeys.ceremony import (
    Expired,
    Made,
    Signed,
    Site,
    Unfit,
    as_bytes,
    check_made,
    check_signed,
)
from webapp.accounts.passkeys.models import MOST, Passkey, add_passkey, count_passkeys, passkey_by
from webapp.accounts.passkeys.question import answer_once, asked
from webapp.extensions import db
from webapp.journal import Event
from webapp.turns import begin_writing


class Full(Exception):
    """A person has as many passkeys as one can have."""


def site() -> Site:
    """For whom the passkeys of this app are."""
    return Site.at(current_app.extensions["settings"].public_url)


def whose(sent: Signed) -> User:
    """Whose passkey signed the question that stands open in this browser; raises Unfit.

    Begins to write, with the person and their passkey held; the caller commits.
    """
    challenge = asked("use")
    key = passkey_by(as_bytes(sent.id))
    if key is None:
        raise Unfit
    _count(key, challenge, sent)  # before anybody has to wait for it
    user_id = key.user_id
    begin_writing()
    user = db.session.get(User, user_id, with_for_update=True)  # first, as whoever erases them
    key = passkey_by(as_bytes(sent.id), to_change=True)
    if key is None or user is None or not user.active:
        raise Unfit
    key.sign_count = _count(key, challenge, sent)
    now = datetime.now(UTC)
    key.used_at = now
    answer_once(challenge, now)
    journal.write(Event.PASSKEY_USED, person=user.id)
    return user


def keep(user: User, sent: Made, name: str) -> None:
    """Add the passkey that was made for the question that stands open; raises Unfit or Full.

    Begins to write; the caller commits.
    """
    challenge, user_id = asked("make"), user.id
    key = check_made(site(), challenge, sent)
    begin_writing()
    db.session.get(User, user_id, with_for_update=True)  # one by one, or there may be too many
    if count_passkeys(user_id) >= MOST:
        raise Full
    now = datetime.now(UTC)
    answer_once(challenge, now)
    try:
        with db.session.begin_nested():
            add_passkey(user_id, key, name, now)
    except IntegrityError:  # somebody has it already
        raise Unfit from None
    journal.write(Event.PASSKEY_ADDED)


def told(trouble: Unfit) -> str:
    """What is said of it to a person."""
    if isinstance(trouble, Expired):
        return gettext("That took too long, or was done before. Try once more.")
    return gettext("This passkey does not work here. Use another one, or your password.")


def _count(key: Passkey, challenge: bytes, sent: Signed) -> int:
    """How often it was used by now; raises Unfit unless it signed, and for its own person."""
    if not secrets.compare_digest(key.user_id.bytes, as_bytes(sent.person)):
        raise Unfit
    return check_signed(site(), challenge, sent, key.public_key, key.sign_count)
