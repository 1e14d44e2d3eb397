"""The cast and the stage: settings, a fresh database, and clients for Alice, Bob and nobody."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import settings as hypothesis
from werkzeug.test import TestResponse

from tests.answers import check_answer
from tests.database import fresh_database
from tests.midnight import wait_past_midnight
from tests.page import check_headers, check_page
from tests.people import Person, make_person
from tests.this_machine import stay
from webapp import create_app
from webapp.accounts import wall
from webapp.config import Settings
from webapp.extensions import db, limiter

SECRETS = {
    "SECRET_KEY": "test-Secret-0123456789-abcdefghijklmnop",
    "VAULT_KEY": "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
}
DATABASES = ("sqlite", "postgresql") if os.environ.get("TEST_POSTGRES_URL") else ("sqlite",)
RENDERED: dict[str, dict[Any, Any]] = {}  # by where the site says that it is

stay()

# An example that takes long on a busy machine is not a wrong one.
hypothesis.register_profile("rugwijs", deadline=None)
hypothesis.load_profile("rugwijs")


@pytest.fixture(autouse=True)
def _within_a_day() -> None:
    """What a test says of today holds until it is done."""
    wait_past_midnight(timedelta(seconds=5))


# pytest-flask keeps one request context open for a whole test, and flask-login remembers the
# person in it: Bob's client would be answered as Alice. Both overrides are needed.
@pytest.fixture(autouse=True)
def _push_request_context() -> None:
    return None


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Somebody who is not signed in."""
    return app.test_client()


@pytest.fixture(params=DATABASES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database with all tables, made by the migrations; of each kind at hand."""
    with fresh_database(request.param, tmp_path) as url:
        yield url


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    """Settings as a developer has them, with data in a folder of this test."""
    return Settings.from_environment(
        {
            **SECRETS,
            "DATABASE_URL": database_url,
            "DATA_DIR": str(tmp_path),
            "PUBLIC_URL": "http://localhost",
        }
    )


@pytest.fixture
def hash_cost() -> dict[str, int]:
    """What hashing a password costs: it is made slow so that nobody can guess many.

    Nearly every test makes somebody who signs in; those of signing in pay the full price.
    """
    return {"argon2__memory_cost": 64, "argon2__time_cost": 1}


@pytest.fixture
def app(
    settings: Settings, hash_cost: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Flask]:
    """The whole app over a fresh database; rate limits are off except where a test is of them."""
    for option, cost in hash_cost.items():
        monkeypatch.setitem(wall.HASHING, option, cost)
    app = create_app(settings)
    app.config.update(TESTING=True, PROPAGATE_EXCEPTIONS=False)
    limiter.enabled = False  # the setting is read once, in create_app
    # WhiteNoise leaves its file handles to the server, which the test client is not.
    app.wsgi_app = app.wsgi_app.application  # type: ignore[attr-defined,method-assign]
    app.test_client_class = OwnPages
    yield app
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
        limiter.enabled = True


@pytest.fixture
def rendered_once(app: Flask) -> None:
    """The public pages are made once for all tests that ask for this, and not for each.

    Not for a test that changes what a page is made of.
    """
    app.extensions["pages"] = RENDERED.setdefault(app.extensions["settings"].public_url, {})


class OwnPages(FlaskClient):
    """A browser on our own pages: its writes say so, and every answer it gets is checked."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        """Add Sec-Fetch-Site unless the test says otherwise; read the page as a checker would."""
        self.environ_base.setdefault("HTTP_SEC_FETCH_SITE", "same-origin")
        response = super().open(*args, **kwargs)
        self.application.extensions["post"].wait()  # what a mail says is read at once
        check_headers(response)
        check_answer(response)
        if response.mimetype == "text/html" and response.data and not response.content_encoding:
            check_page(response.text)
        return response


@pytest.fixture
def alice(app: Flask) -> Person:
    """Alice has an account, consented, and is signed in."""
    return make_person(app, "alice@example.com")


@pytest.fixture
def bob(app: Flask) -> Person:
    """Bob too, and must never see what is Alice's."""
    return make_person(app, "bob@example.com")
