"""Front page, health check, and what the phone needs to keep the app."""

from __future__ import annotations

import json
from hashlib import sha256

from flask import Blueprint, Flask, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from webapp import assets, languages, pages
from webapp.languages import current, url
from webapp.library.exercise import exercises
from webapp.library.shelf import shelf
from webapp.mishaps import Refused
from webapp.pwa import manifest as manifests
from webapp.pwa.answers import Health
from webapp.pwa.kept import kept
from webapp.pwa.readiness import state

blueprint = Blueprint("pwa", __name__)


@blueprint.get("/")
def front() -> AnyResponse:
    """Send people to the front page in their browser's language."""
    response = redirect(url("pwa.home", current()))
    response.headers["Vary"] = "Accept-Language"
    return response


@blueprint.get("/healthz")
def health() -> Response:
    """Say that the process serves."""
    return pages.data(Health())


@blueprint.get("/readyz")
def ready() -> Response:
    """Say whether people may be sent here; raises Refused (503) while the database is not ready."""
    found = state()
    if found != "ok":
        raise Refused(503, found)
    return pages.data(Health())


@pages.public(blueprint, "home")
def home(_lang: str) -> pages.Page:
    """What Rugwijs is, for whom, and where what you log is kept."""
    return pages.Page("pwa/home.html")


@pages.public(blueprint, "offline")
def offline(lang: str) -> pages.Page:
    """What is on this phone, for who asks for something that is not."""
    articles = [
        {"url": url("library.show", lang, slug=article.slug), "title": article.title}
        for article in shelf().in_order(lang)
    ]
    moves = [
        {"url": url("library.exercise", lang, slug=exercise.slug), "title": exercise.title}
        for exercise in exercises().in_order(lang)
    ]
    return pages.Page("pwa/offline.html", {"articles": articles + moves})


@pages.public(blueprint, "install")
def install(_lang: str) -> pages.Page:
    """How to put Rugwijs on a phone or computer."""
    return pages.Page("pwa/install.html")


@languages.route(blueprint, "manifest")
def manifest(lang: str) -> Response:
    """The web app manifest in this language."""
    made = manifests.rendered(lang)
    return _unstored(made.body, "application/manifest+json", made.etag)


@blueprint.get("/sw.js")
def worker() -> Response:
    """The service worker: one line with what this release keeps, then the built script.

    The browser compares it byte by byte, so a page that changed is a new worker.
    """
    script = (assets.BUILD / "worker.js").read_bytes()
    body = f"self.KEPT={json.dumps(kept().as_json())};\n".encode() + script
    response = _unstored(body, "text/javascript", sha256(body).hexdigest()[:16])
    response.headers["Service-Worker-Allowed"] = "/"
    return response


def init_app(app: Flask) -> None:
    """Register the blueprint."""
    app.register_blueprint(blueprint)


def _unstored(body: bytes, mimetype: str, etag: str) -> Response:
    """An answer that browsers ask for again each time, and get again only when it changed."""
    response = Response(body, mimetype=mimetype)
    response.headers["Cache-Control"] = "no-cache"
    response.set_etag(etag, weak=True)
    response.make_conditional(request)
    return response
