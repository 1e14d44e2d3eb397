"""The site at an https address of its own, as people have it; what it answers is not checked."""

from __future__ import annotations

from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

SITE = "https://rug.example"


class Visitor(FlaskClient):
    """A browser on the pages of the site."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        """Ask it of the site, whatever machine the test runs on."""
        return super().open(*args, **({"base_url": SITE} | kwargs))


def visitor(app: Flask) -> Visitor:
    """Somebody who is on the site, and says so with each write."""
    client = Visitor(app, app.response_class)
    client.environ_base |= {"HTTP_SEC_FETCH_SITE": "same-origin"}
    return client
