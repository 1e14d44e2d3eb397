"""The end of every way to sign in."""

from __future__ import annotations

from flask import redirect
from werkzeug.wrappers import Response

from webapp import languages
from webapp.accounts.limits import know_device
from webapp.accounts.models import User
from webapp.accounts.signed_in import begin_session
from webapp.extensions import db


def arrived(user: User, lang: str, shared: bool, to: str = "tips.today") -> Response:
    """Sign somebody in who has proved who they are, commit, and lead them there.

    `shared`: it is not their own device, so it is not to be known either.
    """
    begin_session(user, shared=shared)
    login = user.login
    db.session.commit()
    return known_unless_shared(redirect(languages.url(to, lang)), login, shared)


def known_unless_shared(answer: Response, login: str, shared: bool) -> Response:
    """Let this device be known as one of whoever signs in so, if it is their own."""
    return answer if shared else know_device(answer, login)
