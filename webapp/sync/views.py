"""`POST /api/sync`: what a device changed, for what it lacks; and the page that explains it."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import Flask, Response, request
from flask_login import current_user
from werkzeug.exceptions import HTTPException, UnsupportedMediaType

from webapp import guard, pages
from webapp.accounts import notice
from webapp.accounts.erase import say_gone
from webapp.accounts.models import User
from webapp.accounts.signed_in import end_session, here
from webapp.extensions import db, limiter
from webapp.mishaps import Refused
from webapp.sync import protocol
from webapp.sync.ages import DEVICES, EARLIER, OPERATIONS, TOMBSTONES
from webapp.sync.device_pages import blueprint, who
from webapp.sync.exchange import exchange as exchange_with
from webapp.sync.models import Forgotten
from webapp.turns import reads_first

RATE = "120 per minute"
STATUSES = {"invalid": 400, "too_large": 413, "update": 426, "ahead": 503}
SOON = 60  # seconds, for what an older server than the app cannot do yet


def init_app(app: Flask) -> None:
    """Add the endpoint."""
    app.register_blueprint(blueprint)
    notice.keeps(
        app, operations=OPERATIONS, tombstones=TOMBSTONES, devices=DEVICES, earlier=EARLIER
    )
    guard.ask_strangers(app, _say_whose_device_is_gone)


def _person() -> User:
    user: User = current_user._get_current_object()
    return user


@pages.public(blueprint, "saved")
def saved(_lang: str) -> pages.Page:
    """What the line about saving and sending means."""
    return pages.Page("sync/saved.html")


@blueprint.post("/api/sync")
@limiter.limit(RATE, key_func=who)
@reads_first
def exchange() -> Response:
    """Make the device and the diary of the person who is signed in the same."""
    asked = _read()
    user_id = _person().id
    if asked.user != user_id:
        say_gone(asked.user)
        raise Refused(403, "wrong_user")
    try:
        answer = exchange_with(user_id, asked, datetime.now(UTC))
    except Forgotten as forgotten:
        raise _parted(forgotten.at) from None
    db.session.commit()
    return Response(protocol.written(answer), mimetype="application/json")


def _parted(at: datetime) -> Refused:
    """What a forgotten device hears: sign in again, and after that take another number."""
    if here().begun_at >= at:
        return Refused(409, "newdev")
    end_session()
    db.session.commit()
    return Refused(401, "signed_out")


def _say_whose_device_is_gone() -> None:
    # Whoever was signed out before the account went would be asked for ever to sign in.
    if request.endpoint != f"{blueprint.name}.{exchange.__name__}":
        return
    try:
        user_id = _read().user
    except (Refused, HTTPException):
        return
    say_gone(user_id)


def _read() -> protocol.Request:
    if request.mimetype != "application/json":
        raise UnsupportedMediaType
    request.max_content_length = protocol.REQUEST_LIMIT
    try:
        return protocol.read(request.get_data(cache=False))
    except protocol.Invalid as error:
        status = STATUSES[error.code]
        wait = SOON if status == 503 else None
        raise Refused(status, error.code, retry_after=wait) from None
