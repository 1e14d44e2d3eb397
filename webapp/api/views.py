"""`GET /api/openapi.json`."""

from __future__ import annotations

import msgspec
from flask import Blueprint, Flask, Response, current_app

from webapp import pages
from webapp.api.description import description

blueprint = Blueprint("api", __name__)


@blueprint.get("/api/openapi.json")
def openapi() -> Response:
    """The description of the API; the same for everybody."""
    kept: dict[str, pages.Rendered] = current_app.extensions.setdefault("openapi", {})
    if not kept:
        address = current_app.extensions["settings"].public_url
        made = description(address, current_app.config["SESSION_COOKIE_NAME"])
        kept["made"] = pages.Rendered.of(msgspec.json.encode(made))
    return pages.answer(kept["made"], "application/json")


def init_app(app: Flask) -> None:
    """Register the blueprint."""
    app.register_blueprint(blueprint)
