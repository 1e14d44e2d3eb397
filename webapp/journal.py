"""What the service writes down of itself: one line of JSON for each event, for its operator.

The events and what may be told of them are lists: nothing that somebody typed, no address of a
person or a network and no title of a page can be in a line. Who is meant is told by the account's
id, which says nothing to anybody without the database.
"""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from flask import Flask, Response, has_request_context, request, session
from flask_login import user_logged_in, user_logged_out

NAME = "webapp.journal"
_log = logging.getLogger(NAME)


class Event(StrEnum):
    """What happened."""

    SIGNED_IN = "signed_in"
    SIGN_IN_FAILED = "sign_in_failed"
    SIGNED_OUT = "signed_out"
    CONSENT_GIVEN = "consent_given"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    SIGN_IN_ENDED = "sign_in_ended"  # from elsewhere
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 - an event
    WARNED = "warned"  # by mail, that an account which nobody uses will go
    PURGED = "purged"  # what was kept for long enough went
    ADDRESS_CHANGED = "address_changed"
    ACCOUNT_ERASED = "account_erased"
    CONFIRMED_AGAIN = "confirmed_again"  # proved once more who they are
    CONFIRM_AGAIN_FAILED = "confirm_again_failed"
    PASSKEY_ADDED = "passkey_added"
    PASSKEY_USED = "passkey_used"
    PASSKEY_REMOVED = "passkey_removed"
    CODES_ON = "codes_on"  # one-time codes
    CODES_OFF = "codes_off"
    CODE_FAILED = "code_failed"
    RECOVERY_CODES_MADE = "recovery_codes_made"
    RECOVERY_CODE_USED = "recovery_code_used"
    REFUSED = "refused"  # not allowed, from another site, or too often
    BUSY = "busy"  # the database is busy or away
    FAULT = "fault"
    MAIL_FAILED = "mail_failed"
    POLICY_BROKEN = "policy_broken"  # a browser kept a page from doing something


LEVELS = {
    Event.BUSY: logging.ERROR,
    Event.FAULT: logging.ERROR,
    Event.MAIL_FAILED: logging.WARNING,
    Event.POLICY_BROKEN: logging.WARNING,
}
REFUSALS = (403, 429)
METHODS = frozenset({"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"})
WAYS_IN = ("accounts.sign_in", "accounts.passkey_sign_in")


def init_app(app: Flask) -> None:
    """Write down who signs in and out, and what is refused."""
    user_logged_in.connect(_signed_in, app)
    user_logged_out.connect(_signed_out, app)

    @app.after_request
    def watch(response: Response) -> Response:
        if response.status_code in REFUSALS:
            write(Event.REFUSED, status=response.status_code)
        elif request.endpoint in WAYS_IN and response.status_code == 422:
            write(Event.SIGN_IN_FAILED)
        return response


def write(
    event: Event,
    *,
    person: object = None,
    status: int | None = None,
    purpose: str | None = None,
    limit: str | None = None,
    count: int | None = None,
    trouble: str | None = None,
    trail: str | None = None,
    directive: str | None = None,
    blocked: str | None = None,
    page: str | None = None,
) -> None:
    """Write a line.

    `purpose` is what a consent is for, `count` how much a `limit` let go, `trouble` the class of a
    fault and `trail` where it arose. What a browser reports is about a page and nobody's account:
    `directive` was broken on the route `page`, by something of the sort `blocked`.
    """
    told: dict[str, Any] = {"event": event.value}
    if has_request_context():
        method = request.method if request.method in METHODS else "other"
        told |= {"request": request.endpoint, "method": method}
        if event is not Event.POLICY_BROKEN:
            person = person or session.get("user")  # of the cookie: the database may be away
    more = {"person": person and str(person), "status": status, "purpose": purpose}
    more |= {"directive": directive, "blocked": blocked, "page": page}
    more |= {"limit": limit, "count": count, "trouble": trouble, "trail": trail}
    told |= {name: value for name, value in more.items() if value is not None}
    _log.log(LEVELS.get(event, logging.INFO), "%s", json.dumps(told), extra={"told": told})


def to_standard_error() -> None:
    """Have this process write its journal, and what its libraries have to say, as lines of JSON."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Lines())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    _log.setLevel(logging.INFO)


class Lines(logging.Formatter):
    """A line of JSON with the time in UTC.

    Of what a library says only its fixed words are written, without what it fills in: that may be
    what somebody typed.
    """

    def format(self, record: logging.LogRecord) -> str:
        """One line, whatever is in it."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        told = getattr(record, "told", None) or _of_a_library(record)
        return json.dumps({"time": at, "level": record.levelname.lower()} | told)


def _of_a_library(record: logging.LogRecord) -> dict[str, Any]:
    fixed = record.msg if record.args and isinstance(record.msg, str) else ""
    trouble = record.exc_info[0] if record.exc_info else None
    told = {"event": "library", "from": record.name, "words": fixed}
    return told | ({"trouble": trouble.__name__} if trouble else {})


def _signed_in(_app: Flask, user: Any) -> None:
    write(Event.SIGNED_IN, person=user.id)


def _signed_out(_app: Flask, user: Any) -> None:
    person = getattr(user, "id", None)
    if person is not None:  # who was not signed in may sign out too
        write(Event.SIGNED_OUT, person=person)
