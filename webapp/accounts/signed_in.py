"""The session of this browser: since when somebody is signed in here, and how that ends."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import session
from flask_login import current_user
from flask_security import logout_user

from webapp.memory import memory


def signed_in_at() -> datetime:
    """When the password was given for this session; long ago when it does not say."""
    return datetime.fromtimestamp(session.get("fs_paa", 0), UTC)


def end_session() -> None:
    """End it, and leave nothing of it in the browser, nor of theirs in our memory."""
    if current_user.is_authenticated:
        memory().forget(current_user.id)
    logout_user()
    session.clear()
