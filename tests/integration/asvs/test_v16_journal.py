"""ASVS chapter 16, logging: events by their names, a line each, and nothing that was typed."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask

from tests.device import device_of
from tests.integration.accounts.steps import sign_in
from tests.people import PASSWORD, Person, make_person
from webapp import journal
from webapp.accounts import addresses
from webapp.extensions import db
from webapp.journal import Lines

TYPED = "zwaluwstaart\nlevel=error\r\nevent=forged\u2028"
FIELDS = {
    "time", "level", "event", "request", "method", "person", "status", "purpose", "trouble",
    "trail", "limit", "count", "directive", "blocked", "page",
}  # fmt: skip
OF_LIBRARIES = {"time", "level", "event", "from", "words", "trouble"}


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> Any:
    """What was written so far, as the operator reads it."""
    caplog.set_level(logging.INFO)
    return lambda: [json.loads(Lines().format(record)) for record in caplog.records]


def events(lines: Any) -> list[str]:
    """The names of what was written."""
    return [line["event"] for line in lines()]


def test_signing_in_and_out_is_written_with_who_it_was(app: Flask, lines: Any) -> None:
    alice = make_person(app, "alice@example.com")
    alice.client.post("/nl/uitloggen")
    told = [line for line in lines() if line["event"] in ("signed_in", "signed_out")]
    assert [line["event"] for line in told] == ["signed_in", "signed_out"]
    assert {line["person"] for line in told} == {str(alice.id)}
    assert "alice@example.com" not in json.dumps(lines())


def test_a_wrong_password_is_written_and_not_what_was_tried(
    app: Flask, alice: Person, lines: Any
) -> None:
    sign_in(app.test_client(), email=alice.email, password="not the password")
    assert events(lines)[-1] == "sign_in_failed"
    assert alice.email not in json.dumps(lines())
    assert "not the password" not in json.dumps(lines())


def test_what_is_refused_is_written(app: Flask, alice: Person, lines: Any) -> None:
    alice.client.post("/nl/noteren/kramp", headers={"Sec-Fetch-Site": "cross-site"})
    line = lines()[-1]
    assert (line["event"], line["status"], line["request"]) == ("refused", 403, "tracker.cramp")


def test_nothing_that_somebody_typed_is_in_any_line(
    app: Flask, alice: Person, lines: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone = device_of(alice)
    phone.sync(phone.edit(uuid4(), {"began": "2026-03-09T08:30+01:00", "worst": 5, "note": TYPED}))
    alice.client.get("/nl/zoeken", query_string={"q": TYPED})
    alice.client.get(f"/nl/artikelen/{TYPED.split()[0]}")
    sign_in(app.test_client(), email=TYPED, password=TYPED)
    monkeypatch.setattr("webapp.tracker.views.has_consent", lambda *_: int(TYPED))
    assert alice.client.post("/nl/noteren/kramp", data={"note": TYPED}).status_code == 500
    assert "fault" in events(lines)
    foreign = {"Sec-Fetch-Site": "cross-site"}
    answer = app.test_client().open("/nl/", method="ZWALUWSTAART", headers=foreign)
    assert answer.status_code == 403
    assert lines()[-1]["method"] == "other"
    assert "zwaluwstaart" not in json.dumps(lines()).lower()
    assert "forged" not in json.dumps(lines())


def test_a_line_is_one_line_of_known_fields_in_utc(
    app: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    with app.app_context():
        journal.write(journal.Event.FAULT, trail="one\ntwo", person=uuid4(), status=500)
        logging.getLogger("some.library").warning("failed on %r", TYPED)
    for record, fields in zip(caplog.records, (FIELDS, OF_LIBRARIES), strict=True):
        line = Lines().format(record)
        assert len(line.splitlines()) == 1
        assert json.loads(line).keys() <= fields
        assert json.loads(line)["time"].endswith("+00:00")
        assert "zwaluwstaart" not in line


def test_what_a_library_says_is_told_without_what_it_fills_in() -> None:
    record = logging.LogRecord("some.library", logging.WARNING, "x.py", 1, TYPED, None, None)
    assert json.loads(Lines().format(record))["words"] == ""
    try:
        int(TYPED)
    except ValueError:
        record.exc_info = sys.exc_info()
    line = Lines().format(record)
    assert json.loads(line)["trouble"] == "ValueError"
    assert "zwaluwstaart" not in line


def test_nobody_who_reads_a_line_learns_a_password(app: Flask, lines: Any) -> None:
    make_person(app, "alice@example.com")
    assert PASSWORD not in json.dumps(lines())


def test_confirming_again_is_written_and_so_is_failing_to(
    alice: Person, lines: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.clear()
    for password in ("not the password", PASSWORD):
        alice.client.post("/nl/ik/bevestig", data={"way": "password", "password": password})
    assert events(lines) == ["confirm_again_failed", "confirmed_again"]
    assert {line["person"] for line in lines()} == {str(alice.id)}
    assert "not the password" not in json.dumps(lines())


def test_a_new_password_and_an_ended_sign_in_are_written(
    app: Flask, alice: Person, lines: Any, caplog: pytest.LogCaptureFixture
) -> None:
    sign_in(app.test_client(), email=alice.email)
    caplog.clear()
    alice.client.post("/nl/ik/ingelogd", data={"end": "others"})
    new = "three other green boats"
    for given in ("not the password", PASSWORD):
        alice.client.post("/nl/ik/wachtwoord", data={"current": given, "password": new})
    assert events(lines) == ["sign_in_ended", "confirm_again_failed", "password_changed"]
    assert {line["person"] for line in lines()} == {str(alice.id)}
    assert new not in json.dumps(lines())


def test_another_address_is_written_without_it(
    alice: Person, lines: Any, caplog: pytest.LogCaptureFixture, app: Flask
) -> None:
    with app.app_context():
        token = addresses.new_token()
        addresses.ask(alice.id, "mies@example.com", token, datetime.now(UTC))
        db.session.commit()
    caplog.clear()
    app.test_client().post(f"/nl/nieuw-adres/{token}")
    (line,) = lines()
    assert (line["event"], line["person"]) == ("address_changed", str(alice.id))
    assert "mies" not in json.dumps(line)
    assert token not in json.dumps(line)


def test_an_erased_account_is_written_by_its_id_alone(
    alice: Person, lines: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.clear()
    alice.client.post("/nl/ik/account-wissen", data={"sure": "y"})
    (line,) = lines()
    assert (line["event"], line["person"]) == ("account_erased", str(alice.id))
    assert alice.email not in json.dumps(line)
