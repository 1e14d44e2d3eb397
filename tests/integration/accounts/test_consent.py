"""Each consent apart: given, withdrawn as easily, kept with its words, and asked anew."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as Late
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html import unescape
from time import sleep
from uuid import uuid4

import pytest
from babel.dates import format_date
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update

from tests.at_once import windows
from tests.device import cramp, device_of, everything_in
from tests.integration.accounts.steps import path
from tests.page import Page
from tests.people import Person, make_person
from webapp.accounts import consent
from webapp.accounts.ages import WITHDRAWN
from webapp.accounts.consent import DIARY, PURPOSES, REMINDERS
from webapp.accounts.models import Consent, User, consent_to, has_consent
from webapp.extensions import db
from webapp.languages import LANGUAGES, ZONE
from webapp.sync.purge import erase_withdrawn
from webapp.tracker.counter import lock_diary


def say(person: Person, purpose: str, answer: str, lang: str = "nl") -> None:
    """Tap a button on the page."""
    assert person.client.post(path("consent", lang), data={purpose: answer}).status_code == 303


def choices(person: Person) -> set[tuple[str, str]]:
    """The buttons of the page."""
    buttons = Page(person.client.get(path("consent")).text).all("button")
    return {(button.get("name", ""), button.get("value", "")) for button in buttons}


def holds(app: Flask, person: Person, purpose: str = DIARY) -> bool:
    with app.app_context():
        return has_consent(person.id, purpose)


@pytest.mark.parametrize("purpose", PURPOSES)
def test_consent_is_withdrawn_and_given_again_with_one_button(
    app: Flask, alice: Person, purpose: str
) -> None:
    for _ in range(2):
        say(alice, purpose, "no")
        assert not holds(app, alice, purpose)
    for _ in range(2):
        say(alice, purpose, "yes")
        assert holds(app, alice, purpose)
    assert (purpose, "no") in choices(alice)
    assert (purpose, "yes") not in choices(alice)


def test_one_consent_says_nothing_of_the_other(app: Flask, alice: Person) -> None:
    assert (holds(app, alice), holds(app, alice, REMINDERS)) == (True, False)
    say(alice, REMINDERS, "yes")
    say(alice, DIARY, "no")
    assert (holds(app, alice), holds(app, alice, REMINDERS)) == (False, True)
    say(alice, REMINDERS, "no")
    assert not holds(app, alice, REMINDERS)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("purpose", PURPOSES)
def test_a_consent_is_kept_with_the_words_that_were_on_the_screen(
    app: Flask, purpose: str, lang: str
) -> None:
    cas = make_person(app, "cas@example.com", consent=False)
    page = cas.client.get(path("consent", lang)).text
    words = consent.text(lang, purpose)
    assert all(sentence in page for sentence in (*words.paragraphs, words.statement))
    say(cas, purpose, "yes", lang)
    say(cas, purpose, "no", lang)
    with app.app_context():
        kept = db.session.scalars(select(Consent)).one()
        assert (kept.purpose, kept.language) == (purpose, lang)
        assert (kept.text_version, kept.text_sha256) == (words.version, words.sha256)
        assert kept.withdrawn_at is not None
        assert kept.withdrawn_at > kept.given_at


def test_nothing_that_was_agreed_to_before_is_forgotten(alice: Person) -> None:
    say(alice, DIARY, "no")
    say(alice, DIARY, "yes")
    page = alice.client.get(path("consent", "en")).text
    assert page.count("Agreed on ") == 2
    assert page.count("Ended on ") == 1


def test_a_consent_that_was_given_twice_at_once_is_withdrawn_whole(
    app: Flask, alice: Person
) -> None:
    with app.app_context():
        user = db.session.get_one(User, alice.id)
        user.consents.append(consent_to(consent.text("nl")))
        db.session.commit()
    say(alice, DIARY, "no")
    assert not holds(app, alice)


def test_a_consent_to_words_that_name_less_is_asked_anew(app: Flask, alice: Person) -> None:
    phone = device_of(alice)
    phone.sync(phone.edit(uuid4(), cramp()))
    with app.app_context():
        db.session.execute(update(Consent).values(text_version="1"))
        db.session.commit()
    assert not holds(app, alice)
    waiting = phone.edit(uuid4(), cramp())
    assert phone.send(waiting).get_json()["error"]["code"] == "consent"
    page = alice.client.get(path("consent", "en")).text
    assert "The text has changed since you agreed on" in page
    # Whoever does not want the new words says so here.
    assert {(DIARY, "yes"), (DIARY, "no")} <= choices(alice)
    say(alice, DIARY, "yes")
    assert phone.codes(waiting) == ["ok"]
    with app.app_context():
        assert [one.withdrawn_at is None for one in _mine(alice)] == [False, True]


def test_the_consent_of_another_stays(app: Flask, alice: Person, bob: Person) -> None:
    say(alice, DIARY, "no")
    assert holds(app, bob)
    assert not holds(app, alice)


def test_who_never_agreed_has_no_consent(app: Flask) -> None:
    cas = make_person(app, "cas@example.com", consent=False)
    assert not holds(app, cas)
    assert 'name="diary" value="yes"' in cas.client.get(path("consent")).text


def test_a_stranger_has_no_consent_page(client: FlaskClient) -> None:
    assert client.get(path("consent")).headers["Location"] == path("sign_in")
    assert client.post(path("consent"), data={DIARY: "no"}).status_code == 302


@pytest.mark.parametrize("sent", [{}, {"agree": "yes"}, {"anything": "yes"}])
def test_what_names_no_purpose_changes_nothing(
    app: Flask, alice: Person, sent: dict[str, str]
) -> None:
    before = everything_in(app)
    assert alice.client.post(path("consent"), data=sent).status_code == 400
    assert everything_in(app) == before


def test_whatever_is_not_a_yes_is_a_no(app: Flask, alice: Person) -> None:
    say(alice, REMINDERS, "on")
    assert not holds(app, alice, REMINDERS)


@pytest.mark.parametrize("way", ["sync", "form"])
def test_withdrawing_waits_for_what_is_under_way_and_after_it_nothing_is_taken(
    app: Flask, alice: Person, way: str
) -> None:
    phone = device_of(alice)
    phone.sync(phone.edit(uuid4(), cramp()))
    with ThreadPoolExecutor(2) as others, app.app_context():
        lock_diary(alice.id)  # as a sync of another device does
        withdrawing = others.submit(say, alice, DIARY, "no")
        with pytest.raises(Late):
            withdrawing.result(timeout=0.5)
        late = others.submit(_push, app, alice, way)
        sleep(0.5)
        db.session.commit()
        withdrawing.result(timeout=20)
        in_order = db.engine.dialect.name == "postgresql"  # whoever waits for SQLite has no order
        assert late.result(timeout=20) == 403 or not in_order
    before = everything_in(app)
    assert _push(app, alice, way) == 403
    assert everything_in(app) == before


def test_who_agrees_and_withdraws_is_in_the_journal(
    alice: Person, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    say(alice, REMINDERS, "yes")
    say(alice, REMINDERS, "yes")
    say(alice, DIARY, "no")
    told = [vars(record)["told"] for record in caplog.records if hasattr(record, "told")]
    assert [(line["event"], line["purpose"]) for line in told] == [
        ("consent_given", "reminders"),
        ("consent_withdrawn", "diary"),
    ]
    assert {line["person"] for line in told} == {str(alice.id)}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_who_withdraws_reads_before_and_after_when_it_is_erased(
    app: Flask, alice: Person, lang: str
) -> None:
    phone = device_of(alice)
    phone.sync(phone.edit(uuid4(), cramp()))
    here, days = path("consent", lang), WITHDRAWN.days
    assert {"nl": f"nog {days} dagen", "en": f"for {days} days"}[lang] in _shown(alice, here)
    say(alice, DIARY, "no", lang)
    last = datetime.now(UTC) + WITHDRAWN + timedelta(days=1)
    day = format_date(last.astimezone(ZONE).date(), locale=lang)
    assert f"{ {'nl': 'uiterlijk op', 'en': 'on'}[lang] } {day} " in _shown(alice, here)
    with app.app_context():
        assert erase_withdrawn(last) == 1
    after = _shown(alice, here)
    assert day not in after
    assert {"nl": "We hebben niets van je dagboek.", "en": "We have nothing of"}[lang] in after
    say(alice, DIARY, "yes", lang)
    assert {"nl": f"nog {days} dagen", "en": f"for {days} days"}[lang] in _shown(alice, here)


def test_where_the_daily_command_did_not_run_no_day_that_is_over_is_promised(
    app: Flask, alice: Person
) -> None:
    phone = device_of(alice)
    phone.sync(phone.edit(uuid4(), cramp()))
    say(alice, DIARY, "no")
    with app.app_context():
        db.session.execute(update(Consent).values(withdrawn_at=datetime.now(UTC) - 2 * WITHDRAWN))
        db.session.commit()
    today = format_date(datetime.now(ZONE).date(), locale="nl")
    assert f"uiterlijk op {today} " in _shown(alice, path("consent"))


def test_who_withdraws_with_nothing_logged_has_nothing_to_lose(alice: Person) -> None:
    say(alice, DIARY, "no")
    assert "We hebben niets van je dagboek." in _shown(alice, path("consent"))


def _shown(person: Person, where: str) -> str:
    return unescape(person.client.get(where).text)


def _mine(person: Person) -> list[Consent]:
    mine = select(Consent).where(Consent.user_id == person.id)
    return list(db.session.scalars(mine.order_by(Consent.given_at)))


def _push(app: Flask, person: Person, way: str) -> int:
    (browser,) = windows(app, person, 1)
    if way == "sync":
        other = device_of(replace(person, client=browser))
        return other.send(other.edit(uuid4(), cramp())).status_code
    form = {"began": "2026-03-09T08:30", "worst": "5"}
    return browser.post("/nl/noteren/kramp", data=form).status_code
