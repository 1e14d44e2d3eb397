"""The session of this browser: how somebody gets signed in here, since when, and how it ends."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from flask import Flask, Response, g, request, session
from flask_login import current_user
from flask_security import login_user, logout_user
from flask_security.utils import set_request_attr
from sqlalchemy.exc import OperationalError

from webapp.accounts.browser import browser_of
from webapp.accounts.models import User
from webapp.accounts.sign_ins import (
    SEEN_EVERY,
    Here,
    begin,
    end_token,
    holder,
    person_at,
    prove,
    see,
)
from webapp.accounts.unused import use
from webapp.extensions import db, security
from webapp.memory import memory
from webapp.second_wall import act_for
from webapp.turns import begin_writing

TOKEN = "sign_in"  # noqa: S105 - its name in the session


def here_of(user_id: UUID) -> UUID | None:
    """The sign-in of this browser, if it is this person's."""
    is_theirs = current_user.is_authenticated and current_user.id == user_id
    return here().id if is_theirs else None


def begin_session(user: Any, *, shared: bool = False) -> None:
    """Sign somebody in under a new token; what this browser had before ends. The caller commits.

    `shared`: it is not their own device, and the cookie goes when the browser is closed.
    """
    _end_token()
    use(user.id, datetime.now(UTC))
    session.clear()
    session.permanent = not shared
    session["user"] = str(user.id)  # tells whose session it was when the account is gone
    browser = browser_of(request.user_agent.string)
    session[TOKEN] = begin(user.id, browser, datetime.now(UTC), shared=shared)
    login_user(user, remember=False, authn_via=["password"])


def prove_here() -> bool:
    """Note that somebody proved in this browser who they are; False when it is signed out.

    The caller commits.
    """
    token = prove(here().id, datetime.now(UTC))
    if token is not None:
        session[TOKEN] = token
    return token is not None


def stay_signed_in(user: User) -> bool:
    """Keep this browser signed in when a new password ends all others; False when it has ended.

    The caller commits.
    """
    session["_user_id"] = user.get_id()
    return prove_here()


def is_fresh() -> bool:
    """Whether who is signed in proved in this browser, not long ago, who they are."""
    return here().is_fresh(datetime.now(UTC))


def end_session() -> None:
    """End it, and leave nothing of it in the browser, nor of theirs in our memory.

    The caller commits; what it changed before this call is undone.
    """
    if current_user.is_authenticated:
        memory().forget(current_user.id)
    logout_user()  # without it the person whom this request loaded would stay
    begin_writing()  # past this the person would be asked for again
    _end_token()
    session.clear()
    g.pop("here", None)


def here() -> Here:
    """The sign-in of this browser; raises LookupError when nobody is signed in."""
    if not current_user.is_authenticated:
        raise LookupError("nobody is signed in here")
    known: Here = g.here
    return known


def init_app(app: Flask) -> None:
    """Have every request ask whose token it carries, and note now and then that it was here."""
    security.login_manager.user_loader(_load)
    app.after_request(_see)


def _load(uniquifier: str) -> User | None:
    found = holder(uniquifier, session.get(TOKEN, ""), datetime.now(UTC))
    if found is None:
        return None
    user, g.here = found
    act_for(user.id)
    set_request_attr("fs_authn_via", "session")
    set_request_attr("fs_paa", session.get("fs_paa", 0))
    return user


def _see(response: Response) -> Response:
    known: Here | None = g.get("here")
    now = datetime.now(UTC)
    if known and now - known.last_seen_at >= SEEN_EVERY:
        try:
            begin_writing()
            use(person_at(known.id), now)  # the person's row first, as whoever erases it
            see(known.id, now)
            db.session.commit()
        except OperationalError:  # what was asked is answered all the same
            db.session.rollback()
    return response


def _end_token() -> None:
    if TOKEN in session:
        end_token(session[TOKEN])
