"""The site as it is in production: behind https, at an address of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.conftest import DATABASES
from tests.production import SITE
from tests.production import visitor as made
from webapp import create_app
from webapp.config import Settings
from webapp.extensions import db, limiter

# They are of what only PostgreSQL has.
OF_POSTGRESQL = ["test_v08_second_wall.py", "test_v13_database.py"]
collect_ignore = [] if "postgresql" in DATABASES else OF_POSTGRESQL


@pytest.fixture
def https_app(settings: Settings) -> Iterator[Flask]:
    """The whole app at its own https address."""
    app = create_app(replace(settings, public_url=SITE, production=True))
    app.config["PROPAGATE_EXCEPTIONS"] = False
    limiter.enabled = False
    app.wsgi_app = app.wsgi_app.application  # type: ignore[attr-defined,method-assign]
    yield app
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
    limiter.enabled = True


@pytest.fixture
def visitor(https_app: Flask) -> FlaskClient:
    """Somebody on the https site who is not signed in; what they get is not checked beforehand."""
    return made(https_app)


@pytest.fixture
def stranger(app: Flask) -> FlaskClient:
    """The same on a developer's site."""
    client = FlaskClient(app, app.response_class)
    client.environ_base |= {"HTTP_SEC_FETCH_SITE": "same-origin"}
    return client
