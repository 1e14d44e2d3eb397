"""A passkey gets another name: by its person alone, sealed, and never one that cannot be read."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.authenticator import Authenticator
from tests.device import everything_in
from tests.integration.accounts.conftest import Mailbox, SetClock
from tests.integration.accounts.steps import add_passkey, passkey_sign_in, path
from tests.page import Page
from tests.people import Person
from webapp.accounts.passkeys.models import Passkey
from webapp.extensions import db
from webapp.languages import LANGUAGES, PATHS

UNSEEN = "In deze naam staan tekens die je niet kunt zien."


@pytest.fixture
def key(alice: Person) -> Authenticator:
    """A passkey of Alice."""
    made = Authenticator()
    assert add_passkey(alice, made).status_code == 303
    return made


@pytest.fixture
def which(app: Flask, key: Authenticator) -> UUID:
    """The id of it."""
    with app.app_context():
        return db.session.scalars(select(Passkey.id)).one()


def page_of(passkey: UUID | str, lang: str = "nl") -> str:
    return PATHS["accounts.passkey"][lang].replace("<uuid:passkey>", str(passkey))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_renamed_on_a_page_of_its_own_and_works_as_before(
    client: FlaskClient, alice: Person, key: Authenticator, which: UUID, lang: str
) -> None:
    there = page_of(which, lang)
    assert f'href="{there}"' in alice.client.get(path("passkeys", lang)).text
    page = alice.client.get(there).text
    assert Page(page).all("h1")
    assert 'value="Mijn telefoon"' in page
    answer = alice.client.post(there, data={"name": "  Sleutel aan\tmijn bos "})
    assert (answer.status_code, answer.location) == (303, path("passkeys", lang))
    told = alice.client.get(path("passkeys", lang)).text
    assert {"nl": "De nieuwe naam is bewaard.", "en": "The new name is saved."}[lang] in told
    assert "Sleutel aan mijn bos" in told
    assert "Mijn telefoon" not in told
    assert passkey_sign_in(client, key).status_code == 302


def test_the_new_name_is_sealed_and_nothing_else_changes(
    app: Flask, alice: Person, which: UUID, mailbox: Mailbox
) -> None:
    before, mails = everything_in(app), len(mailbox.mails)
    alice.client.post(page_of(which), data={"name": "zwaluwstaart"})
    after = everything_in(app)
    assert "zwaluwstaart" not in str(after)
    assert {table for table in after if after[table] != before[table]} == {"passkey"}
    assert len(mailbox.mails) == mails


@pytest.mark.parametrize("name", ["Alice 👩‍💻", "X", "x" * 60, "<b>'; --", "שלום", "é"])
def test_whatever_can_be_read_is_a_name(alice: Person, which: UUID, name: str) -> None:
    assert alice.client.post(page_of(which), data={"name": name}).status_code == 303
    shown = Page(alice.client.get(page_of(which)).text).all("input")
    assert [one["value"] for one in shown if one.get("name") == "name"] == [name]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (None, "Vul een naam in."),
        ("", "Vul een naam in."),
        (" \t\n\u2003 ", "Vul een naam in."),
        ("x" * 61, "Gebruik hooguit 60 tekens."),
        ("x" * 50_000, "Gebruik hooguit 60 tekens."),
        ("a\0b", UNSEEN),
        ("a\x07b", UNSEEN),
        ("a\x7fb", UNSEEN),
        ("a\u200bb", UNSEEN),
        ("a\u202eb", UNSEEN),
        ("a\ufeffb", UNSEEN),
        ("a\ue000b", UNSEEN),
    ],
)
def test_what_is_no_name_is_said_at_the_field_and_changes_nothing(
    app: Flask, alice: Person, which: UUID, name: str | None, said: str
) -> None:
    before = everything_in(app)
    answer = alice.client.post(page_of(which), data={} if name is None else {"name": name})
    assert answer.status_code == 422
    assert answer.text.count(said) == 2, "above the form and at the field"
    assert "<h1>Mijn telefoon</h1>" in answer.text
    assert everything_in(app) == before


def test_a_new_passkey_gets_no_such_name_either(app: Flask, alice: Person) -> None:
    answer = add_passkey(alice, Authenticator(), "a\u202eb")
    assert answer.status_code == 422
    assert UNSEEN in answer.text
    with app.app_context():
        assert db.session.scalars(select(Passkey)).all() == []


def test_bob_finds_no_passkey_of_alices_and_renames_none(
    app: Flask, bob: Person, which: UUID
) -> None:
    before = everything_in(app)
    for passkey in (which, uuid4(), "x"):
        assert bob.client.get(page_of(passkey)).status_code == 404
        assert bob.client.post(page_of(passkey), data={"name": "Van Bob"}).status_code == 404
    assert everything_in(app) == before


def test_one_that_was_removed_has_no_page(alice: Person, which: UUID) -> None:
    alice.client.post(path("passkeys"), data={"remove": str(which)})
    assert alice.client.get(page_of(which)).status_code == 404
    assert alice.client.post(page_of(which), data={"name": "x"}).status_code == 404


def test_who_holds_an_open_phone_is_asked_first_and_led_back(
    app: Flask, alice: Person, key: Authenticator, which: UUID, later: SetClock
) -> None:
    later(timedelta(minutes=11))
    before = everything_in(app)["passkey"]
    for answer in (
        alice.client.get(page_of(which)),
        alice.client.post(page_of(which), data={"name": "Oude telefoon"}),
    ):
        assert answer.location.startswith(path("prove"))
    assert everything_in(app)["passkey"] == before
    proof = {"way": "password", "password": "correct horse battery staple"}
    assert alice.client.post(answer.location, data=proof).location == page_of(which)


def test_a_stranger_is_asked_to_sign_in(client: FlaskClient, which: UUID) -> None:
    assert client.get(page_of(which)).location == path("sign_in")
