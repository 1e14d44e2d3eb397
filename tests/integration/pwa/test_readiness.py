"""Whether people may be sent to this process, asked by whoever runs it."""

from __future__ import annotations

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event, text
from sqlalchemy.exc import OperationalError

from webapp.extensions import db


def test_with_a_database_that_has_all_its_tables_it_is_ready(client: FlaskClient) -> None:
    answer = client.get("/readyz")
    assert (answer.status_code, answer.get_json()) == (200, {"status": "ok"})


def test_before_the_migrations_it_is_not(app: Flask, client: FlaskClient) -> None:
    with app.app_context():
        db.session.execute(text("UPDATE alembic_version SET version_num = '0001'"))
        db.session.commit()
    answer = client.get("/readyz")
    assert (answer.status_code, answer.get_json()["error"]["code"]) == (503, "behind")


def test_without_any_table_it_is_not(app: Flask, client: FlaskClient) -> None:
    with app.app_context():
        db.session.execute(text("DROP TABLE alembic_version"))
        db.session.commit()
    assert client.get("/readyz").status_code == 503


def test_while_the_database_is_away_it_is_not_and_still_serves(
    app: Flask, client: FlaskClient
) -> None:
    def away(*_: object) -> None:
        raise OperationalError("SELECT", {}, Exception("no connection"))

    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", away)
    answer = client.get("/readyz")
    assert (answer.status_code, answer.get_json()["error"]["code"]) == (503, "away")
    assert client.get("/healthz").status_code == 200
