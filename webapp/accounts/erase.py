"""Erasing an account: first it becomes unreadable, then every row of it goes.

A mark of it stays, which says nothing about anybody: by it a device hears that it is over, and
an old backup that is put back cannot bring the account back.
"""

from __future__ import annotations

import os
from pathlib import Path
from uuid import UUID, uuid4

from flask import current_app
from flask_babel import gettext
from sqlalchemy import delete, update

from webapp import journal
from webapp.accounts.models import Gone, User, is_gone, mark_of, people
from webapp.accounts.sign_ins import end_all
from webapp.extensions import db
from webapp.journal import Event
from webapp.memory import memory
from webapp.mishaps import Refused
from webapp.rows import rows_gone

LEDGER = "erased"  # in DATA_DIR: a backup of the database does not hold it


def erase(user_id: UUID) -> None:
    """Erase an account for good; raises LookupError when nobody has this id.

    Commits twice. If it stops half-way nobody can sign in, sync or read what is left of it, and
    `erase_the_rest` goes on.
    """
    if db.session.get(User, user_id) is None:
        raise LookupError("nobody has this account")
    _note(mark_of(user_id))
    _make_unreadable(user_id)
    db.session.commit()
    _remove(user_id)
    db.session.commit()
    memory().forget(user_id)
    fold_journal()
    journal.write(Event.ACCOUNT_ERASED, person=user_id)


def erase_the_rest() -> int:
    """Erase whoever was erased half-way, or came back with an old backup; how many that were."""
    noted = _noted()
    left = [user_id for user_id in people() if is_gone(user_id) or mark_of(user_id).hex() in noted]
    for user_id in left:
        erase(user_id)
    return len(left)


def say_gone(user_id: UUID) -> None:
    """Refuse a script that acts for an account that was erased: its device wipes itself."""
    if is_gone(user_id):
        raise gone()


def gone() -> Refused:
    """What somebody hears whose account was erased, perhaps in this very moment."""
    return Refused(410, "gone", gettext("This account was erased."))


def fold_journal() -> None:
    """SQLite's journal holds what was overwritten until it is folded into the database."""
    if db.engine.dialect.name != "sqlite":
        return
    connection = db.engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()


def _make_unreadable(user_id: UUID) -> None:
    # The person's row first: it is what signing in and every new row of theirs wait for.
    person = update(User).where(User.id == user_id)
    db.session.execute(person.values(active=False, fs_uniquifier=uuid4().hex))
    end_all(user_id)
    _empty("data_key", user_id)
    db.session.merge(Gone(mark=mark_of(user_id)))


def _remove(user_id: UUID) -> None:
    # A sync that is under way holds the diary's row: wait for it here, with nothing in hand.
    _empty("diary", user_id)
    # All that hangs on a person goes with them: each foreign key to them says so.
    rows_gone(delete(User).where(User.id == user_id))


def _empty(name: str, user_id: UUID) -> None:
    # By name: what a diary consists of is known above this capability, not in it.
    table = db.metadata.tables[name]
    rows_gone(delete(table).where(table.c.user_id == user_id))


def _ledger() -> Path:
    folder: Path = current_app.extensions["settings"].data_dir
    return folder / LEDGER


def _note(mark: bytes) -> None:
    """Write the mark down before anything goes."""
    if mark.hex() in _noted():
        return
    ours = os.open(_ledger(), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    with os.fdopen(ours, "a", encoding="ascii") as ledger:
        ledger.write(f"{mark.hex()}\n")
        ledger.flush()
        os.fsync(ledger.fileno())


def _noted() -> set[str]:
    return set(_ledger().read_text(encoding="ascii").split()) if _ledger().exists() else set()
