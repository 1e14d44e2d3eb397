"""The page to take a diary along and to bring one in; the same for everybody."""

from __future__ import annotations

from flask import Blueprint, Flask
from flask_babel import force_locale

from webapp import pages
from webapp.carry.headings import headings, titles
from webapp.sync.protocol import OPS_A_DAY
from webapp.tracker.catalogue import catalogue, checks, elsewhere
from webapp.tracker.diary import RECORDS_LIMIT
from webapp.tracker.kinds import KINDS
from webapp.tracker.mistakes import messages

blueprint = Blueprint("carry", __name__)


@pages.public(blueprint, "take_along")
def take_along(lang: str) -> pages.Page:
    """Files of what was logged, out and in; the device makes and reads them."""
    words = catalogue(lang, *KINDS) | {"checks": checks(*KINDS)}
    words |= {"limits": {"records": RECORDS_LIMIT, "ops": OPS_A_DAY}, "elsewhere": elsewhere(lang)}
    with force_locale(lang):
        words |= {"titles": titles(lang), "headings": headings(lang), "messages": messages()}
    return pages.Page("carry/take_along.html", {"catalogue": words})


def init_app(app: Flask) -> None:
    """Register the blueprint."""
    app.register_blueprint(blueprint)
