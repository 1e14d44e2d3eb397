"""A sign-in as the server keeps it: its token, its limits, and how it ends for every copy."""

from __future__ import annotations

import base64
import hashlib
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event, func, select, update
from sqlalchemy.exc import OperationalError

from tests.asked import statements
from tests.device import device_of, everything_in
from tests.integration.accounts.conftest import SetClock
from tests.integration.accounts.steps import copied, path, sign_in, signed_in
from tests.integration.test_guard import WRITES, concrete
from tests.people import Person
from webapp import guard
from webapp.accounts import sign_ins
from webapp.accounts.models import User
from webapp.accounts.sign_ins import IDLE, LONGEST, SEEN_EVERY, SignIn
from webapp.extensions import db

A_DAY = timedelta(days=1)
A_MINUTE = timedelta(minutes=1)


def token_of(app: Flask, client: FlaskClient) -> str:
    """The token in the cookie of this browser."""
    cookie = client.get_cookie("session")
    assert cookie
    signer: Any = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]
    return str(signer.loads(cookie.value)["sign_in"])


def sign_ins_in(app: Flask, person: Person) -> int:
    with app.app_context():
        mine = select(func.count()).select_from(SignIn).where(SignIn.user_id == person.id)
        return db.session.scalar(mine) or 0


@pytest.mark.parametrize("way", ["/nl/uitloggen", "/api/sign-out"])
def test_after_signing_out_a_copied_cookie_opens_no_route(
    app: Flask, alice: Person, way: str
) -> None:
    thief = copied(app, alice)
    assert signed_in(thief)
    alice.client.post(way)
    before = everything_in(app)
    for rule in app.url_map.iter_rules():
        for method in {"GET", *WRITES} & (rule.methods or set()):
            answer = thief.open(concrete(rule.rule), method=method)
            if guard.ACCESS[rule.endpoint] == "public":
                continue
            if rule.rule.startswith("/api/"):
                assert answer.status_code == 401, (rule.rule, method)
                assert answer.get_json()["error"]["code"] == "signed_out"
            else:
                assert answer.status_code == 302, (rule.rule, method)
                assert answer.location in (path("sign_in", "nl"), path("sign_in", "en"))
    assert everything_in(app) == before
    assert sign_ins_in(app, alice) == 0


def test_a_copied_cookie_syncs_until_sign_out_and_not_after(app: Flask, alice: Person) -> None:
    thief = device_of(Person(alice.id, alice.email, copied(app, alice)))
    thief.sync()
    alice.client.post("/api/sign-out")
    assert thief.send().status_code == 401


def test_signing_out_leaves_other_browsers_and_other_people_signed_in(
    app: Flask, client: FlaskClient, alice: Person, bob: Person
) -> None:
    sign_in(client, alice.email)
    alice.client.post("/api/sign-out")
    assert signed_in(client)
    assert signed_in(bob.client)


def test_each_sign_in_has_a_token_of_its_own_and_ends_the_one_before(
    app: Flask, alice: Person, bob: Person
) -> None:
    planted = copied(app, bob)
    tokens = {token_of(app, planted)}
    for email in (alice.email, alice.email, bob.email):
        before = app.test_client()
        cookie = planted.get_cookie("session")
        assert cookie
        before.set_cookie("session", cookie.value)
        sign_in(planted, email)
        assert not signed_in(before)
        assert signed_in(planted)
        tokens.add(token_of(app, planted))
    assert len(tokens) == 4
    assert not signed_in(bob.client)
    assert sign_ins_in(app, alice) == 1


def test_the_database_holds_no_token_and_no_name_that_a_browser_gives_itself(
    app: Flask, alice: Person
) -> None:
    agent = "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0"
    alice.client.environ_base["HTTP_USER_AGENT"] = agent
    sign_in(alice.client, alice.email)
    token = token_of(app, alice.client)
    assert len(base64.urlsafe_b64decode(token + "=")) * 8 >= 128
    kept = repr(everything_in(app))
    assert token not in kept
    assert "Gecko" not in kept
    assert "140.0" not in kept
    with app.app_context():
        row = db.session.scalars(select(SignIn)).one()
        assert row.token_sha256 == hashlib.sha256(token.encode()).digest()
        assert (row.kind, row.browser) == ("phone", "Firefox")


def test_whoever_comes_by_now_and_then_stays_signed_in(alice: Person, later: SetClock) -> None:
    for days in (29, 58, 87):
        later(timedelta(days=days))
        assert signed_in(alice.client), days


def test_after_thirty_days_away_a_browser_is_signed_out(alice: Person, later: SetClock) -> None:
    later(IDLE - A_MINUTE)
    assert signed_in(alice.client)
    later(2 * IDLE + A_MINUTE)
    assert not signed_in(alice.client)
    assert device_of(alice).send().status_code == 401


def test_after_a_hundred_and_eighty_days_even_daily_use_does_not_help(
    alice: Person, later: SetClock
) -> None:
    for days in range(20, LONGEST.days, 20):
        later(timedelta(days=days))
        assert signed_in(alice.client), days
    later(LONGEST - A_MINUTE)
    assert signed_in(alice.client)
    later(LONGEST + A_MINUTE)
    assert not signed_in(alice.client)


def test_most_requests_write_nothing_about_the_sign_in(
    app: Flask, alice: Person, later: SetClock
) -> None:
    phone = device_of(alice)
    phone.sync()
    later(SEEN_EVERY - A_MINUTE)
    with statements(app) as asked:
        alice.client.get("/api/me")
        phone.sync()
        alice.client.get("/api/today?day=2026-03-09")
    assert not [one for one in asked if "UPDATE sign_in" in one]
    later(SEEN_EVERY + A_MINUTE)
    with statements(app) as asked:
        for _ in range(3):
            alice.client.get("/api/me")
            phone.sync()
    assert len([one for one in asked if "UPDATE sign_in" in one]) == 1


def test_who_is_asking_costs_one_question(app: Flask, alice: Person) -> None:
    alice.client.get("/api/me")
    for method, address in (("GET", "/api/me"), ("POST", "/api/sign-out")):
        with statements(app) as asked:
            alice.client.open(address, method=method)
        told = [one for one in asked if one.startswith("SELECT set_config")]  # and asks nothing
        assert len([one for one in asked if one.startswith("SELECT")]) - len(told) == 1, address
        assert len(told) <= 1


def test_a_database_that_cannot_note_it_answers_all_the_same(
    app: Flask, alice: Person, later: SetClock
) -> None:
    def busy(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.startswith("UPDATE sign_in"):
            raise OperationalError("UPDATE", {}, Exception("database is locked"))

    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", busy)
    later(A_DAY)
    assert alice.client.get("/api/me").get_json()["user"] == str(alice.id)


def test_a_new_password_leaves_no_sign_in_even_one_that_was_just_being_made(
    app: Flask, alice: Person
) -> None:
    with app.app_context():
        db.session.execute(update(User).values(fs_uniquifier="of the new password"))
        db.session.commit()
    assert sign_ins_in(app, alice) == 1
    assert not signed_in(alice.client)


def test_purging_removes_what_is_over_and_nothing_else(
    app: Flask, client: FlaskClient, alice: Person, bob: Person
) -> None:
    sign_in(client, alice.email)
    with app.app_context():
        first = select(SignIn.id).where(SignIn.user_id == alice.id).limit(1).scalar_subquery()
        away = datetime.now(UTC) - IDLE
        db.session.execute(update(SignIn).where(SignIn.id == first).values(last_seen_at=away))
        old = datetime.now(UTC) - LONGEST
        his = update(SignIn).where(SignIn.user_id == bob.id)
        db.session.execute(his.values(begun_at=old))
        db.session.commit()
    told = app.test_cli_runner().invoke(args=["purge"]).output
    assert "      2  sign ins that were over\n" in told
    assert (sign_ins_in(app, alice), sign_ins_in(app, bob)) == (1, 0)


def test_of_too_many_sign_ins_the_one_that_was_away_longest_ends(
    app: Flask, alice: Person, bob: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sign_ins, "MOST", 3)
    others: list[FlaskClient] = [app.test_client() for _ in range(3)]
    for other in others:
        sign_in(other, alice.email)
    assert [signed_in(one) for one in (alice.client, *others)] == [False, True, True, True]
    assert signed_in(bob.client)
