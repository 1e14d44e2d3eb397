"""The wall: every route is listed, foreign writes are refused, private routes ask to sign in."""

from __future__ import annotations

import json
import re
from io import BytesIO

import pytest
from flask import Flask, request
from flask.testing import FlaskClient
from sqlalchemy import event, text
from sqlalchemy.exc import DatabaseError, OperationalError

from tests.conftest import OwnPages
from tests.device import everything_in
from tests.people import PASSWORD, Person
from webapp import create_app, guard, pages
from webapp.config import Settings
from webapp.extensions import db
from webapp.tracker import views as tracker_views

WRITES = ("POST", "PUT", "PATCH", "DELETE")


def concrete(path: str) -> str:
    """The path of a rule with an entry that nobody has."""
    return re.sub(r"<uuid:\w+>", "00000000-0000-4000-8000-000000000000", path)


def test_every_route_says_who_may_call_it(app: Flask) -> None:
    assert {rule.endpoint for rule in app.url_map.iter_rules()} == set(guard.ACCESS)
    assert set(guard.ACCESS.values()) == {"public", "user", "fresh"}


def test_a_route_that_is_not_listed_is_shut(app: Flask, client: FlaskClient) -> None:
    app.add_url_rule("/forgotten", "forgotten", lambda: "open")
    assert client.get("/forgotten").status_code == 404


def test_private_routes_ask_a_stranger_to_sign_in(app: Flask, client: FlaskClient) -> None:
    private = [rule for rule in app.url_map.iter_rules() if guard.ACCESS[rule.endpoint] != "public"]
    assert private
    for rule in private:
        path = concrete(rule.rule)
        method = next(one for one in ("GET", *WRITES) if one in (rule.methods or ()))
        answer = client.open(path, method=method)
        if path.startswith("/api/"):
            assert answer.status_code == 401, path
            assert answer.get_json()["error"]["code"] == "signed_out"
        else:
            assert answer.status_code == 302, path
            assert answer.headers["Location"].endswith(("/inloggen", "/sign-in")), path


@pytest.mark.parametrize(
    ("headers", "allowed"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "https://evil.example"}, True),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"}, False),
        ({"Sec-Fetch-Site": "none"}, False),
        ({"Sec-Fetch-Site": ""}, False),
        ({"Sec-Fetch-Site": "nonsense"}, False),
        ({"Origin": "http://localhost"}, True),
        ({"Origin": "http://localhost:81"}, False),
        ({"Origin": "https://localhost"}, False),
        ({"Origin": "http://localhost.evil.example"}, False),
        ({"Origin": "null"}, False),
        ({}, False),
    ],
)
def test_only_our_own_pages_may_write(app: Flask, headers: dict[str, str], allowed: bool) -> None:
    stranger = FlaskClient(app, app.response_class)
    unsafe = [
        (rule.rule, method)
        for rule in app.url_map.iter_rules()
        for method in WRITES
        if method in (rule.methods or ())
    ]
    assert unsafe
    for path, method in unsafe:
        path = concrete(path)
        status = stranger.open(path, method=method, headers=headers).status_code
        assert (status == 403) is not allowed, (path, method, status)


@pytest.mark.parametrize("kind", ["application/json", "multipart/form-data", "text/plain"])
def test_a_page_takes_only_what_a_form_of_ours_sends(app: Flask, alice: Person, kind: str) -> None:
    before = everything_in(app)
    taking = [
        concrete(rule.rule)
        for rule in app.url_map.iter_rules()
        if "POST" in (rule.methods or ()) and not rule.rule.startswith(("/api/", guard.FINDINGS))
    ]
    assert len(taking) > 40
    for path in taking:
        data = {"email": alice.email, "password": PASSWORD, "code": (BytesIO(b"0"), "0.txt")}
        sent = {"data": data} if "multipart" in kind else {"data": json.dumps({"email": "x"})}
        answer = alice.client.post(path, content_type=kind, **sent)
        assert answer.status_code == 415, path
    assert everything_in(app) == before


def test_asking_for_the_headers_alone_does_nothing_else(app: Flask, alice: Person) -> None:
    before = everything_in(app)
    rules = [rule for rule in app.url_map.iter_rules() if "HEAD" in (rule.methods or ())]
    assert rules
    for path in (concrete(rule.rule) for rule in rules):
        status = alice.client.get(path).status_code
        assert alice.client.head(path).status_code == status, path
    assert everything_in(app) == before
    assert alice.client.get("/api/me").status_code == 200


def test_a_stranger_reads_public_pages_without_getting_a_cookie(
    app: Flask, client: FlaskClient
) -> None:
    rules = [rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())]
    public = [rule.rule for rule in rules if guard.ACCESS[rule.endpoint] == "public"]
    for path in public:
        if "<" not in path:
            answer = client.get(path)
            assert answer.status_code in (200, 302), path
            assert "Set-Cookie" not in answer.headers, path


@pytest.mark.parametrize("method", ["OPTIONS", "POST", "DELETE", "TRACE"])
def test_a_file_is_for_reading_and_its_refusals_have_the_headers_too(
    settings: Settings, method: str
) -> None:
    app = create_app(settings)
    app.test_client_class = OwnPages
    with app.test_client() as anybody:
        answer = anybody.open("/static/icons/icon.svg", method=method)
    assert 400 <= answer.status_code < 500


def test_an_unknown_address_gives_a_useful_page_in_its_language(client: FlaskClient) -> None:
    dutch, english = client.get("/nl/nergens"), client.get("/en/nowhere")
    assert dutch.status_code == english.status_code == 404
    assert 'lang="nl"' in dutch.text
    assert "Deze pagina bestaat niet" in dutch.text
    assert "This page does not exist" in english.text
    assert "/en/articles" in english.text


def test_an_unknown_api_address_answers_in_the_one_error_shape(client: FlaskClient) -> None:
    answer = client.get("/api/nothing")
    assert answer.status_code == 404
    assert set(answer.get_json()) == {"error"}
    assert set(answer.get_json()["error"]) == {"code", "message"}


def test_a_fault_says_nothing_about_the_inside(app: Flask, client: FlaskClient) -> None:
    guard.ACCESS["broken"] = "public"
    try:
        app.add_url_rule("/broken", "broken", lambda: str(1 // 0))
        answer = client.get("/broken", headers={"Accept-Language": "en"})
    finally:
        del guard.ACCESS["broken"]
    assert answer.status_code == 500
    assert "ZeroDivision" not in answer.text
    assert "What you saved is safe" in answer.text


@pytest.mark.parametrize(("path", "status"), [("/en/nowhere", 404), ("/en/log/cramp", 500)])
def test_when_even_the_page_of_mishaps_fails_its_words_are_left(
    client: FlaskClient,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    path: str,
    status: int,
) -> None:
    typed = "kruiwagen"

    def fail(*_: object, **__: object) -> None:
        raise LookupError(typed)

    monkeypatch.setattr(pages, "personal", fail)
    answer = client.post(path, data={"note": typed})
    assert (answer.status_code, answer.mimetype) == (status, "text/plain")
    assert answer.text
    assert "LookupError" in caplog.text
    assert typed not in answer.text + caplog.text


def test_the_log_of_a_fault_says_where_and_never_what_was_typed(
    app: Flask, alice: Person, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        try:
            int(request.form["note"])
        except ValueError as typed:
            raise LookupError(request.form["note"]) from typed

    monkeypatch.setattr(tracker_views, "has_consent", fail)
    answer = alice.client.post("/nl/noteren/kramp?uit=kruiwagen", data={"note": "kruiwagen"})
    assert answer.status_code == 500
    (told,) = [vars(record)["told"] for record in caplog.records]
    assert (told["event"], told["request"]) == ("fault", "tracker.cramp")
    assert "LookupError" in told["trail"]
    assert "ValueError" in told["trail"]
    assert 'raise LookupError(request.form["note"])' in told["trail"]
    assert "kruiwagen" not in caplog.text
    assert alice.email not in caplog.text


def test_the_database_shows_nobodys_words_in_its_errors(app: Flask) -> None:
    with app.app_context(), pytest.raises(DatabaseError) as trouble:
        db.session.execute(text("SELECT :typed FROM nowhere"), {"typed": "kruiwagen"})
    assert "kruiwagen" not in str(trouble.value)


@pytest.mark.parametrize("path", ["/nl/noteren/kramp", "/api/sync", "/nl/inloggen"])
def test_a_database_that_is_busy_or_away_asks_to_wait(
    app: Flask, alice: Person, path: str, caplog: pytest.LogCaptureFixture
) -> None:
    def busy(*_: object) -> None:
        raise OperationalError("SELECT", {}, Exception("database is locked"))

    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", busy)
    answer = alice.client.post(path, data={"email": alice.email, "password": PASSWORD})
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert alice.email not in caplog.text


def test_the_app_answers_healthz(client: FlaskClient) -> None:
    assert client.get("/healthz").get_json() == {"status": "ok"}


def test_the_front_door_follows_the_language_of_the_browser(client: FlaskClient) -> None:
    for language, path in (("en-GB,en;q=0.9", "/en/"), ("nl", "/nl/"), ("fr", "/nl/")):
        answer = client.get("/", headers={"Accept-Language": language})
        assert answer.headers["Location"] == path


def test_nothing_is_stored_of_what_belongs_to_one_person(alice: Person) -> None:
    for path in ("/api/me", "/nl/dagboek/overzicht"):
        answer = alice.client.get(path)
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "no-store"
