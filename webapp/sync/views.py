"""`POST /api/sync`: what a device changed, for what it lacks."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import Blueprint, Flask, Response, request
from flask_limiter.util import get_remote_address
from flask_login import current_user
from werkzeug.exceptions import UnsupportedMediaType

from webapp.accounts.models import User, has_consent
from webapp.extensions import db, limiter
from webapp.mishaps import Refused
from webapp.sync import protocol
from webapp.sync.exchange import exchange as exchange_with

RATE = "120 per minute"
STATUSES = {"invalid": 400, "too_large": 413, "update": 426}

blueprint = Blueprint("sync", __name__)


def init_app(app: Flask) -> None:
    """Add the endpoint."""
    app.register_blueprint(blueprint)


def _person() -> User:
    user: User = current_user._get_current_object()
    return user


def _who() -> str:
    # The limit is counted before the wall asks to sign in.
    return str(_person().get_id() or get_remote_address())


@blueprint.post("/api/sync")
@limiter.limit(RATE, key_func=_who)
def exchange() -> Response:
    """Make the device and the diary of the person who is signed in the same."""
    asked = _read()
    user_id = _person().id
    if asked.user != user_id:
        raise Refused(403, "wrong_user")
    if not has_consent(user_id):
        raise Refused(403, "consent")
    answer = exchange_with(user_id, asked, datetime.now(UTC))
    db.session.commit()
    return Response(protocol.written(answer), mimetype="application/json")


def _read() -> protocol.Request:
    if request.mimetype != "application/json":
        raise UnsupportedMediaType
    request.max_content_length = protocol.REQUEST_LIMIT
    try:
        return protocol.read(request.get_data(cache=False))
    except protocol.Invalid as error:
        raise Refused(STATUSES[error.code], error.code) from None
