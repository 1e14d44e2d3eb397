"""An account that nobody uses: three mails, then it goes; whoever comes back keeps it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from babel.dates import format_date
from flask import Flask
from sqlalchemy import update

from tests.at_once import at_once
from tests.device import cramp, device_of, everything_in
from tests.integration.accounts.conftest import Mailbox
from tests.integration.accounts.steps import path, rows, sign_in, sign_up
from tests.integration.accounts.test_whole_road import HEALTH_WORDS
from tests.people import PASSWORD, Person, make_person
from webapp import journal, mail
from webapp.accounts import unused
from webapp.accounts.ages import UNCONFIRMED, UNUSED, next_step
from webapp.accounts.models import User
from webapp.accounts.sign_ins import SignIn
from webapp.accounts.unused import Done, end_unused, forget_unconfirmed
from webapp.extensions import db
from webapp.languages import LANGUAGES

A_DAY = timedelta(days=1)
NOTHING = Done(0, 0, 0)


def after(app: Flask, days: float) -> Done:
    """What is done when the daily command runs so many days from now."""
    with app.app_context():
        return end_unused(datetime.now(UTC) + timedelta(days=days))


def long_ago(app: Flask, person: Person, days: float) -> None:
    """Have somebody's last visit be so many days ago."""
    with app.app_context():
        then = datetime.now(UTC) - timedelta(days=days)
        db.session.execute(update(User).where(User.id == person.id).values(used_at=then))
        db.session.execute(
            update(SignIn).where(SignIn.user_id == person.id).values(last_seen_at=then)
        )
        db.session.commit()


def last_visit(app: Flask, person: Person) -> tuple[Any, int, Any]:
    with app.app_context():
        user = db.session.get_one(User, person.id)
        return user.used_at, user.warnings, user.warned_at


def test_three_mails_and_then_the_account_goes_with_its_diary(
    app: Flask, alice: Person, bob: Person, mailbox: Mailbox
) -> None:
    phone = device_of(alice)
    phone.sync(phone.edit(uuid4(), cramp()))
    long_ago(app, bob, -800)
    done = [(days, after(app, days)) for days in range(600, 740)]
    assert [(days, tuple(each)) for days, each in done if each != NOTHING] == [
        (640, (1, 0, 0, 0)), (700, (1, 0, 0, 0)), (723, (1, 0, 0, 0)), (730, (0, 0, 1, 0)),
    ]  # fmt: skip
    assert [mail["To"] for mail in mailbox.mails] == [alice.email] * 3
    left = everything_in(app)
    assert len(left["user"]) == 1
    assert bob.email in left["user"][0]
    assert left["record"] == left["data_key"] == []
    answer = phone.send()
    assert (answer.status_code, answer.get_json()["error"]["code"]) == (410, "gone")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_warning_says_when_and_how_to_keep_it_in_their_language_and_nothing_of_health(
    app: Flask, mailbox: Mailbox, lang: str
) -> None:
    make_person(app, "cas@example.com", language=lang)
    after(app, 640)
    (warning,) = mailbox.mails
    text = str(warning.get_content())
    end = datetime.now(UTC) + UNUSED
    assert format_date(end, "d MMMM y", locale=lang) in text
    assert f"http://localhost{path('sign_in', lang)}" in text
    subjects = {"nl": "Gebruik je je account nog?", "en": "Do you still use your account?"}
    assert warning["Subject"] == subjects[lang]
    assert not [word for word in HEALTH_WORDS if word in f"{warning['Subject']} {text}".lower()]


def test_whoever_comes_back_in_between_starts_anew(
    app: Flask, alice: Person, mailbox: Mailbox
) -> None:
    long_ago(app, alice, 724)
    for days in (0, 60, 83):
        after(app, days)
    assert last_visit(app, alice)[1] == 3
    assert sign_in(app.test_client(), email=alice.email, password=PASSWORD)
    assert last_visit(app, alice)[1:] == (0, None)
    assert after(app, 91) == after(app, 639) == NOTHING
    assert after(app, 641) == Done(1, 0, 0)


def test_who_is_still_signed_in_uses_it_by_looking(app: Flask, alice: Person) -> None:
    long_ago(app, alice, 29)
    before, *_ = last_visit(app, alice)
    alice.client.get("/api/me")
    assert last_visit(app, alice)[0] - before > timedelta(days=28)


def test_a_visit_is_noted_once_a_day(app: Flask, alice: Person) -> None:
    long_ago(app, alice, 0.5)
    before = last_visit(app, alice)
    alice.client.get("/api/me")
    assert last_visit(app, alice) == before


def test_two_commands_at_once_mail_once_and_erase_once(
    app: Flask, alice: Person, mailbox: Mailbox
) -> None:
    for days, expected in ((640, 1), (700, 2), (723, 3)):
        at_once(*[lambda days=days: after(app, days)] * 2)
        assert len(mailbox.mails) == expected
    erased = [done.erased for done in at_once(*[lambda: after(app, 731)] * 2)]
    assert sum(erased) == 1
    assert rows(app) == (0, 0)


def test_an_account_without_an_address_goes_without_a_mail(
    app: Flask, alice: Person, mailbox: Mailbox
) -> None:
    with app.app_context():
        named = update(User).where(User.id == alice.id).values(email=None, name="kwikstaart")
        db.session.execute(named)
        db.session.commit()
    assert after(app, UNUSED.days - 0.1) == NOTHING
    assert after(app, UNUSED.days + 0.1) == Done(0, 0, 1)
    assert not mailbox.mails
    assert rows(app) == (0, 0)


def test_a_mail_server_that_is_away_loses_nothing_and_erases_nobody(
    app: Flask, alice: Person, mailbox: Mailbox
) -> None:
    there = app.extensions["mail"]
    app.extensions["mail"] = mail.Smtp("smtp://127.0.0.1:1")
    assert [after(app, days) for days in (640, 700, 730, 2000)] == [Done(0, 1, 0)] * 4
    app.extensions["mail"] = there
    assert after(app, 2001) == Done(1, 0, 0)
    assert after(app, 2060) == NOTHING, "every warning leaves the time that it names"
    assert [after(app, days) for days in (2061, 2084, 2091)] == [Done(1, 0, 0)] * 2 + [
        Done(0, 0, 1)
    ]
    assert len(mailbox.mails) == 3


def test_a_mail_that_is_refused_at_the_last_moment_goes_the_next_time(
    app: Flask, alice: Person, mailbox: Mailbox
) -> None:
    mailbox.refuses_letter = "451 Not now"
    assert after(app, 640) == Done(0, 1, 0)
    mailbox.refuses_letter = ""
    assert after(app, 640.01) == Done(1, 0, 0)


def test_a_command_that_broke_off_while_mailing_holds_nobody_up_for_long(
    app: Flask, alice: Person, mailbox: Mailbox
) -> None:
    with app.app_context():
        begun = datetime.now(UTC) + timedelta(days=640)
        db.session.execute(update(User).values(claimed_at=begun))
        db.session.commit()
    after(app, 640.01)
    assert not mailbox.mails
    after(app, 640.1)
    assert len(mailbox.mails) == 1


def test_whoever_comes_while_it_is_about_to_go_is_asked_first(
    app: Flask, alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    for days in (640, 700, 723):
        after(app, days)
    looked = []

    def come(silence: Any, now: datetime) -> Any:
        looked.append(alice)
        with app.app_context():
            db.session.execute(update(User).values(used_at=now, warnings=0))
            db.session.commit()
        return next_step(silence, now)

    monkeypatch.setattr(unused, "next_step", come)
    assert after(app, 731) == NOTHING
    assert looked
    assert rows(app) == (1, 1)


def test_an_account_that_was_never_confirmed_goes_after_a_month(
    app: Flask, alice: Person, mailbox: Mailbox
) -> None:
    sign_up(app.test_client())

    def forget(age: timedelta) -> int:
        with app.app_context():
            count = forget_unconfirmed(datetime.now(UTC) + age)
            db.session.commit()
            return count

    assert forget(UNCONFIRMED - A_DAY) == 0
    assert forget(UNCONFIRMED + A_DAY) == 1
    assert rows(app) == (1, 1), "Alice's stays"


def test_the_command_says_and_writes_down_what_went(
    app: Flask, alice: Person, mailbox: Mailbox, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    long_ago(app, alice, 641)
    said = app.test_cli_runner().invoke(args=["purge"]).output
    assert "      1  unused accounts warned\n" in said
    told = [vars(record)["told"] for record in caplog.records if hasattr(record, "told")]
    purged = {line["limit"]: line["count"] for line in told if line["event"] == "purged"}
    assert purged["unused_accounts_warned"] == 1
    assert len(purged) == len(said.splitlines())
    assert [line["person"] for line in told if line["event"] == journal.Event.WARNED] == [
        str(alice.id)
    ]
    assert alice.email not in str(told)
