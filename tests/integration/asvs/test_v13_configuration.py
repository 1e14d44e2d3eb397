"""ASVS chapter 13, configuration: nothing of the inside lies open, and nobody is told versions."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.integration.asvs.answers import every_answer, refusals
from webapp import create_app
from webapp.config import Settings
from webapp.extensions import db

PROBES = """
/.git/config /.git/HEAD /.env /.env.local /.htaccess /.DS_Store /.well-known/ /.vscode/sftp.json
/config.py /webapp/config.py /pyproject.toml /package.json /requirements.txt /Makefile /Dockerfile
/instance/ /instance/secrets.env /instance/rugwijs.db /rugwijs.db /database.sqlite /dump.sql
/backup.zip /backup.tar.gz /logs/ /log.txt /server.log /server-status /server-info /metrics
/debug /console /__debug__/ /admin /admin/ /phpinfo.php /wp-login.php /actuator/health /swagger
/graphql /static/ /static/src/pwa/register.js /static/src/css/base.css
/static/build/ /static/../webapp/config.py
/static/..%2fREADME.md /static/%2e%2e/pyproject.toml /static//etc/passwd
/nl/artikelen/../../etc/passwd /nl/artikelen/..%2f..%2fREADME.md
/templates/_layout.html /migrations/env.py /tests/conftest.py
"""


@pytest.fixture
def whole(settings: Settings) -> Iterator[FlaskClient]:
    """Somebody before the whole app, with what gives out the files."""
    app = create_app(settings)
    yield FlaskClient(app, app.response_class)
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


def test_what_is_of_the_inside_is_not_there(whole: FlaskClient) -> None:
    assert whole.get("/static/icons/icon.svg", buffered=True).status_code == 200
    for path in PROBES.split():
        with whole.get(path) as answer:
            assert answer.status_code == 404, path
            assert b"import " not in answer.get_data()


def test_no_answer_tells_what_it_is_made_with(app: Flask, stranger: FlaskClient) -> None:
    for where, answer in [*refusals(app, stranger), *every_answer(app, stranger)]:
        assert "Server" not in answer.headers, where
        assert "X-Powered-By" not in answer.headers, where
        shown = answer.text if answer.mimetype == "text/html" else ""
        assert not re.search(r"Werkzeug|Flask|granian|Traceback|SQLAlchemy|Python/", shown), where


def test_nothing_is_debugged_where_people_come(app: Flask) -> None:
    assert not app.debug
