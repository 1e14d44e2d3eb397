"""Front page, health check, and what the phone needs to keep the app."""

from __future__ import annotations

from flask import Blueprint, Flask, redirect
from werkzeug.wrappers import Response

from webapp import pages
from webapp.languages import current, url

blueprint = Blueprint("pwa", __name__)


@blueprint.get("/")
def front() -> Response:
    """Send people to the front page in their browser's language."""
    response = redirect(url("pwa.home", current()))
    response.headers["Vary"] = "Accept-Language"
    return response


@blueprint.get("/healthz")
def health() -> dict[str, str]:
    """Say that the process serves."""
    return {"status": "ok"}


@pages.public(blueprint, "home")
def home(lang: str) -> pages.Page:
    """What Rugwijs is, for whom, and where what you log is kept."""
    return pages.Page("pwa/home.html")


def init_app(app: Flask) -> None:
    """Register the blueprint."""
    app.register_blueprint(blueprint)
