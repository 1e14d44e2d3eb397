"""ASVS chapter 13, configuration: nothing of the inside lies open, and nobody is told versions."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.integration.asvs.answers import every_answer, refusals

PROBES = """
/.git/config /.git/HEAD /.env /.env.local /.htaccess /.DS_Store /.well-known/ /.vscode/sftp.json
/config.py /webapp/config.py /pyproject.toml /package.json /requirements.txt /Makefile /Dockerfile
/instance/ /instance/secrets.env /instance/rugwijs.db /rugwijs.db /database.sqlite /dump.sql
/backup.zip /backup.tar.gz /logs/ /log.txt /server.log /server-status /server-info /metrics
/debug /console /__debug__/ /admin /admin/ /phpinfo.php /wp-login.php /actuator/health /swagger
/graphql /static/ /static/src/app.js /static/build/ /static/../webapp/config.py
/static/..%2fREADME.md /static/%2e%2e/pyproject.toml /static//etc/passwd
/nl/artikelen/../../etc/passwd /nl/artikelen/..%2f..%2fREADME.md
/templates/_layout.html /migrations/env.py /tests/conftest.py
"""


@pytest.mark.parametrize("path", PROBES.split())
def test_what_is_of_the_inside_is_not_there(stranger: FlaskClient, path: str) -> None:
    answer = stranger.get(path)
    assert answer.status_code == 404, path
    assert "import " not in answer.text


def test_no_answer_tells_what_it_is_made_with(app: Flask, stranger: FlaskClient) -> None:
    for where, answer in [*refusals(app, stranger), *every_answer(app, stranger)]:
        assert "Server" not in answer.headers, where
        assert "X-Powered-By" not in answer.headers, where
        shown = answer.text if answer.mimetype == "text/html" else ""
        assert not re.search(r"Werkzeug|Flask|granian|Traceback|SQLAlchemy|Python/", shown), where


def test_nothing_is_debugged_where_people_come(app: Flask) -> None:
    assert not app.debug
