"""How many passwords are worked on at once: hashing is slow on purpose, and must starve nobody.

Two threads of a process at most are busy with passwords, of which one hashes and one waits. The
others answer whatever else is asked, and tell who comes too many that it is busy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from threading import BoundedSemaphore, Lock
from typing import Any, TypeVar, cast

from flask import Flask, current_app, request
from flask_babel import gettext
from passlib.context import CryptContext

from webapp.accounts.models import User
from webapp.extensions import db, security
from webapp.mishaps import Refused
from webapp.turns import begin_writing

AT_ONCE = 1  # hashes in a process; there is a process for each processor
IN_LINE = 1  # threads that wait for their hash; each that waits can answer nobody else
PATIENCE = 2  # seconds
TRY_AGAIN = 5  # seconds

View = TypeVar("View", bound=Callable[..., Any])


class Gate:
    """Lets few hash together; `most` tells how many that ever were, and `done` how many in all."""

    def __init__(self, at_once: int = AT_ONCE, in_line: int = IN_LINE) -> None:
        self._room = BoundedSemaphore(at_once + in_line)
        self._turn = BoundedSemaphore(at_once)
        self._count = Lock()
        self.now = self.most = self.done = 0

    def look(self) -> None:
        """Raise Refused where nobody more may even wait, and take no place."""
        if not self._room.acquire(blocking=False):
            raise _busy()
        self._room.release()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Hash within this; raises Refused where too many want to, with nothing done."""
        if not self._room.acquire(blocking=False):
            raise _busy()
        try:
            if not self._turn.acquire(timeout=PATIENCE):
                raise _busy()
            try:
                with self._counted():
                    yield
            finally:
                self._turn.release()
        finally:
            self._room.release()

    @contextmanager
    def _counted(self) -> Iterator[None]:
        with self._count:
            self.now += 1
            self.done += 1
            self.most = max(self.most, self.now)
        try:
            yield
        finally:
            with self._count:
                self.now -= 1


def while_there_is_room(view: View) -> View:
    """Send away at once who comes to hash too many: before limits, forms and the database.

    In a flood that is nearly everybody, and each costs the others their turn. The gate itself
    still decides.
    """

    @wraps(view)
    def there_is_room(*args: Any, **kwargs: Any) -> Any:
        if request.method == "POST":
            gate().look()
        return view(*args, **kwargs)

    return cast("View", there_is_room)


class GatedContext(CryptContext):  # type: ignore[misc]
    """The hashes of passwords, each in its turn, whoever of Flask-Security asks for one."""

    def hash(self, *args: Any, **kwargs: Any) -> str:
        """Make a hash."""
        with gate().turn():
            return cast("str", super().hash(*args, **kwargs))

    def verify(self, *args: Any, **kwargs: Any) -> bool:
        """Whether a password fits a hash, which costs as much as making one."""
        with gate().turn():
            return bool(super().verify(*args, **kwargs))


def init_app(app: Flask) -> None:
    """Put the gate before every hash of Flask-Security."""
    app.extensions["hashing"] = Gate()
    security.pwd_context = GatedContext(**security.pwd_context.to_dict())


def gate() -> Gate:
    """The gate of this app."""
    kept: Gate = current_app.extensions["hashing"]
    return kept


def confirmed_for_writing(user: User, password: str) -> User | None:
    """Begin to write as this person, whose password was found right; None when it is no more.

    All hashing is over by then: who writes has the database to himself. In between the password
    may have been changed, or the account closed or erased.
    """
    user_id, fitted = user.id, user.password
    renewed = security.pwd_context.hash(password) if fitted and _is_weak(fitted) else None
    begin_writing()
    again = db.session.get(User, user_id, with_for_update=True)
    if again is None or not again.active or again.password != fitted:
        return None
    again.password = renewed or fitted
    return again


def _is_weak(kept: str) -> bool:
    return bool(security.pwd_context.needs_update(kept))


def _busy() -> Refused:
    words = gettext(
        "Many people are signing in at this moment. Nothing was changed. "
        "Try again in a few seconds."
    )
    return Refused(503, "busy", words, retry_after=TRY_AGAIN)
