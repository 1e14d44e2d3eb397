"""What a person or a script gets when something cannot be done: one page, one JSON shape."""

from __future__ import annotations

from math import ceil
from time import time
from traceback import format_tb
from typing import Any

from flask import Flask, current_app, jsonify
from flask_babel import force_locale, gettext, lazy_gettext, ngettext
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import (
    HTTPException,
    InternalServerError,
    SecurityError,
    ServiceUnavailable,
)
from werkzeug.wrappers import Response

from webapp import journal, pages
from webapp.extensions import limiter
from webapp.guard import is_api
from webapp.journal import Event
from webapp.languages import current

WAIT = 10  # seconds, when the database is busy
CODES = {
    400: "invalid",
    401: "signed_out",
    403: "forbidden",
    404: "unknown",
    405: "wrong_method",
    409: "conflict",
    413: "too_large",
    415: "wrong_content_type",
    422: "invalid",
    429: "too_many",
    500: "fault",
    503: "busy",
}
TEXTS = {
    400: lazy_gettext("We could not read what was sent. Go back and try again."),
    401: lazy_gettext("You are not signed in. Sign in and try again."),
    403: lazy_gettext("This cannot be done from here. Open the page again and try once more."),
    404: lazy_gettext("This page does not exist. It may have moved."),
    405: lazy_gettext("This address does not take that kind of request."),
    413: lazy_gettext("That is too much at once. Make it shorter and try again."),
    415: lazy_gettext("This address does not take what is sent in this way."),
    500: lazy_gettext("Something went wrong on our side. What you saved is safe. Try again later."),
    503: lazy_gettext("We are busy right now. What you saved is safe. Try again in a minute."),
}


def in_words(seconds: int) -> str:
    """About how long that is: "12 minutes"."""
    if seconds <= 60:
        return ngettext("%(num)s second", "%(num)s seconds", seconds)
    if seconds <= 60 * 60:
        return ngettext("%(num)s minute", "%(num)s minutes", ceil(seconds / 60))
    return ngettext("%(num)s hour", "%(num)s hours", ceil(seconds / 3600))


def seconds_until(moment: float) -> int:
    """How many seconds somebody has to wait, at least one."""
    return max(1, int(moment - time()))  # the limiter has rounded up


class Refused(Exception):
    """A request that cannot be done, with its own code.

    `fields` says per field what is wrong; `more` is laid into the error of an API answer;
    `retry_after` says in how many seconds it may try again.
    """

    def __init__(
        self,
        status: int,
        code: str,
        message: str | None = None,
        fields: dict[str, str] | None = None,
        more: dict[str, Any] | None = None,
        retry_after: int | None = None,
    ) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.message = message
        self.fields = fields or {}
        self.more = more or {}
        self.retry_after = retry_after


def init_app(app: Flask) -> None:
    """Answer every refusal and fault in the language and the form of the request."""

    @app.errorhandler(Refused)
    def refused(refusal: Refused) -> Response:
        return _answer(refusal)

    @app.errorhandler(HTTPException)
    def http_error(error: HTTPException) -> Response:
        status = error.code or 500
        if 300 <= status < 400:
            return error.get_response()
        message = _where_we_are() if isinstance(error, SecurityError) else None
        answer = _answer(Refused(status, CODES.get(status, "invalid"), message))
        for name in ("Retry-After", "Allow"):
            if name in error.get_response().headers:
                answer.headers[name] = error.get_response().headers[name]
        return answer

    @app.errorhandler(OperationalError)
    def busy(_error: OperationalError) -> Response:
        journal.write(Event.BUSY)
        return http_error(ServiceUnavailable(retry_after=WAIT))

    @app.errorhandler(Exception)
    def fault(error: Exception) -> Response:
        journal.write(Event.FAULT, trail=_trail(error))
        return http_error(InternalServerError())


def _where_we_are() -> str:
    """For who asked for a name that is not ours, by mistake or by a trick of somebody else's."""
    with force_locale(current()):
        return gettext(
            "Rugwijs is not at this address. You find it at %(address)s.",
            address=current_app.extensions["settings"].public_url,
        )


def _trail(fault: BaseException) -> str:
    """Where a fault and its causes arose, without their messages: those may hold what was typed."""
    trail = []
    cause: BaseException | None = fault
    while cause is not None:
        trail.append("".join(format_tb(cause.__traceback__)) + type(cause).__qualname__)
        cause = cause.__cause__ or cause.__context__
    return "\n".join(reversed(trail))


def _answer(refusal: Refused) -> Response:
    response: Response
    status = refusal.status
    with force_locale(current()):
        message = refusal.message or _told(status)
    if is_api():
        error: dict[str, Any] = {"code": refusal.code, "message": message}
        if refusal.fields:
            error["fields"] = refusal.fields
        response = jsonify({"error": error | refusal.more})
        response.status_code = status
    else:
        response = _page(status, message)
    if refusal.retry_after is not None:
        response.headers["Retry-After"] = str(refusal.retry_after)
    return response


def _told(status: int) -> str:
    limit = limiter.current_limit
    if status == 429 and limit:
        wait = in_words(seconds_until(limit.reset_at))
        return gettext("That was often in a short time. Try again in %(time)s.", time=wait)
    return str(TEXTS.get(status) or gettext("This could not be done."))


def _page(status: int, message: str) -> Response:
    with force_locale(current()):
        title = gettext("Page not found") if status == 404 else gettext("That did not work")
    try:
        return pages.personal("mishap.html", current(), status=status, title=title, message=message)
    except Exception as worse:
        journal.write(Event.FAULT, trail=_trail(worse))
        return Response(message, status, mimetype="text/plain")
