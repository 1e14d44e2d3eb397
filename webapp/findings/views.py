"""`/.well-known/security.txt`, and where browsers report what our pages were kept from doing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from flask import Blueprint, Flask, Response, abort, current_app, request
from werkzeug.exceptions import HTTPException, UnsupportedMediaType

from webapp import guard, journal
from webapp.accounts.limits import network
from webapp.extensions import limiter
from webapp.findings import report

blueprint = Blueprint("findings", __name__)

LARGEST = 16 * 1024  # bytes of a report
RATE = "30 per minute"
VALID = timedelta(days=180)  # from the start of the process: a server nobody tends says so itself


@blueprint.get("/.well-known/security.txt")
def security_txt() -> Response:
    """Where to tell what is wrong with our security (RFC 9116)."""
    settings = current_app.extensions["settings"]
    until: datetime = current_app.extensions["tended_until"]
    lines = (
        f"Contact: mailto:{settings.contact}",
        f"Expires: {until:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: nl, en",
        f"Canonical: {settings.public_url}/.well-known/security.txt",
    )
    response = Response("\n".join(lines) + "\n", mimetype="text/plain")
    response.headers["Cache-Control"] = "no-cache"
    return response


@blueprint.post(guard.FINDINGS)
@limiter.limit(RATE, key_func=network)
def reported() -> tuple[str, int]:
    """Write down what a browser reports of a page of ours, in words of ours alone."""
    if request.mimetype not in report.SORTS:
        raise UnsupportedMediaType
    request.max_content_length = LARGEST
    ours = current_app.extensions["origins"]
    try:
        findings = report.read(request.mimetype, request.get_data(cache=False), ours)
    except ValueError:
        abort(400)
    for finding in findings:
        journal.write(
            journal.Event.POLICY_BROKEN,
            directive=finding.directive,
            blocked=finding.blocked,
            page=_route(finding.path),
        )
    return "", 204


def _route(path: str | None) -> str:
    """The name of the route behind a path: an address may hold an id, and its name does not."""
    try:
        endpoint, _ = current_app.url_map.bind("").match(path or "", method="GET")
    except HTTPException:
        return "unknown"
    return str(endpoint)


def init_app(app: Flask) -> None:
    """Register the blueprint."""
    app.extensions["tended_until"] = datetime.now(UTC) + VALID
    app.register_blueprint(blueprint)
