"""Passkeys: added, used to sign in without a name, listed and removed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.authenticator import Authenticator, as_text
from tests.device import everything_in
from tests.integration.accounts.conftest import Mailbox, SetClock
from tests.integration.accounts.steps import (
    add_passkey,
    passkey_sign_in,
    path,
    question,
    sign_in,
    signed_in,
)
from tests.integration.accounts.test_whole_road import HEALTH_WORDS
from tests.people import Person, make_person
from webapp.accounts.erase import erase
from webapp.accounts.models import person
from webapp.accounts.once import Used
from webapp.accounts.passkeys.ceremony import Site
from webapp.accounts.passkeys.models import MOST, Passkey
from webapp.extensions import db
from webapp.languages import LANGUAGES


@pytest.fixture
def key(alice: Person) -> Authenticator:
    """A passkey of Alice."""
    made = Authenticator()
    assert add_passkey(alice, made).status_code == 303
    return made


def test_somebody_signs_in_by_a_passkey_without_a_name(
    client: FlaskClient, alice: Person, bob: Person, key: Authenticator
) -> None:
    answer = passkey_sign_in(client, key)
    assert (answer.status_code, answer.location) == (302, "/nl/vandaag")
    assert client.get("/api/me").get_json()["user"] == str(alice.id)
    assert passkey_sign_in(client, key).status_code == 302, "as often as one likes"


def test_not_my_own_device_holds_for_a_passkey_too(client: FlaskClient, key: Authenticator) -> None:
    client.post(path("passkey_sign_in"), data=key.sign(question(client)) | {"shared": "y"})
    assert client.get("/api/me").get_json()["shared"] is True
    assert client.get_cookie("known") is None


def test_several_passkeys_of_one_person_each_sign_in_and_are_known_by_name(
    app: Flask, alice: Person, key: Authenticator
) -> None:
    second = Authenticator(counts=False)  # as those of Apple and Google
    add_passkey(alice, second, "  Sleutel aan\tmijn bos ")
    for _ in range(2):
        for one in (key, second):
            assert passkey_sign_in(app.test_client(), one).status_code == 302
    page = alice.client.get(path("passkeys")).text
    assert page.index("Mijn telefoon") < page.index("Sleutel aan mijn bos")
    assert page.count("Laatst gebruikt") == 2


def test_a_removed_passkey_opens_nothing_and_the_other_still_does(
    app: Flask, client: FlaskClient, alice: Person, key: Authenticator
) -> None:
    second = Authenticator()
    add_passkey(alice, second, "Tweede")
    with app.app_context():
        first = db.session.scalars(select(Passkey).order_by(Passkey.made_at)).first()
        assert first
        which = str(first.id)
    answer = alice.client.post(path("passkeys"), data={"remove": which}, follow_redirects=True)
    assert "De passkey is verwijderd" in answer.text
    assert "Mijn telefoon" not in answer.text
    assert passkey_sign_in(client, key).status_code == 422
    assert passkey_sign_in(client, second).status_code == 302


def test_bob_cannot_remove_what_is_alices(
    app: Flask, client: FlaskClient, bob: Person, key: Authenticator
) -> None:
    with app.app_context():
        which = str(db.session.scalars(select(Passkey.id)).one())
    before = everything_in(app)
    bob.client.post(path("passkeys"), data={"remove": which})
    assert everything_in(app) == before
    assert "Mijn telefoon" not in bob.client.get(path("passkeys")).text
    assert passkey_sign_in(client, key).status_code == 302


def test_nobody_has_more_passkeys_than_twenty(app: Flask, alice: Person) -> None:
    for n in range(MOST):
        assert add_passkey(alice, Authenticator(), f"Nummer {n}").status_code == 303
    answer = add_passkey(alice, Authenticator(), "Te veel")
    assert answer.status_code == 422
    assert "Je hebt 20 passkeys" in answer.text
    with app.app_context():
        assert len(db.session.scalars(select(Passkey)).all()) == MOST


def test_a_passkey_that_somebody_has_is_not_added_again(
    app: Flask, alice: Person, bob: Person, key: Authenticator
) -> None:
    assert question(alice.client, "new")["known"] == [as_text(key.id)]
    for one in (alice, bob):
        assert add_passkey(one, key).status_code == 422
    key.person = alice.id.bytes
    assert passkey_sign_in(app.test_client(), key).status_code == 302


@pytest.mark.parametrize("name", ["", "   ", "x" * 61])
def test_a_passkey_has_a_name(app: Flask, alice: Person, name: str) -> None:
    assert add_passkey(alice, Authenticator(), name).status_code == 422
    with app.app_context():
        assert db.session.scalars(select(Passkey)).all() == []


def test_the_question_tells_for_whom_it_is_and_for_which_site(alice: Person) -> None:
    asked = question(alice.client, "new")
    assert (asked["site"], asked["called"], asked["within"]) == ("localhost", alice.email, 300_000)
    challenges = {question(alice.client)["challenge"] for _ in range(50)}
    assert len(challenges) == 50
    assert {len(one) for one in challenges} == {43}, "256 bits"


def test_the_host_that_a_request_names_is_not_believed(app: Flask) -> None:
    for host in ("evil.example", "localhost:81", "localhost.evil.example"):
        visitor = FlaskClient(app, app.response_class)
        where = {"Host": host, "Sec-Fetch-Site": "same-origin", "X-Forwarded-Host": host}
        answer = visitor.post("/api/passkeys/question", headers=where)
        assert host not in answer.text
        assert answer.status_code == 400 or answer.get_json()["site"] == "localhost"


@pytest.mark.parametrize(
    ("url", "host", "origin", "usable"),
    [
        ("https://rugwijs.example", "rugwijs.example", "https://rugwijs.example", True),
        ("https://Rugwijs.Example:443", "rugwijs.example", "https://rugwijs.example", True),
        ("http://localhost:8000", "localhost", "http://localhost:8000", True),
        ("http://127.0.0.1:8000", "127.0.0.1", "http://127.0.0.1:8000", False),
    ],
)
def test_where_passkeys_are_for_comes_from_the_address_that_people_use(
    url: str, host: str, origin: str, usable: bool
) -> None:
    site = Site.at(url)
    assert (site.host, site.origin, site.can_have_passkeys) == (host, origin, usable)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_adding_and_removing_is_told_by_mail(app: Flask, mailbox: Mailbox, lang: str) -> None:
    person = make_person(app, "mies@example.com", language=lang)
    add_passkey(person, Authenticator(), "Kruiwagen")
    with app.app_context():
        which = str(db.session.scalars(select(Passkey.id)).one())
    for _ in range(2):  # what is gone already is not told again
        person.client.post(path("passkeys", lang), data={"remove": which})
    added, removed = mailbox.mails
    words = {"nl": ("toegevoegd", "verwijderd"), "en": ("added", "removed")}[lang]
    for mail, word in zip((added, removed), words, strict=True):
        text = str(mail.get_content())
        assert mail["To"] == person.email
        assert word in mail["Subject"]
        assert path("account", lang) in text
        assert path("forgot", lang) in text
        assert "Kruiwagen" not in text
        assert not [one for one in HEALTH_WORDS if one in f"{mail['Subject']} {text}".lower()]


def test_the_database_holds_no_name_in_clear(app: Flask, alice: Person) -> None:
    add_passkey(alice, Authenticator(), "Kruiwagen")
    assert "Kruiwagen" not in repr(everything_in(app))
    assert "Kruiwagen" in alice.client.get(path("passkeys")).text


def test_erasing_an_account_takes_its_passkeys_along(
    app: Flask, client: FlaskClient, alice: Person, bob: Person, key: Authenticator
) -> None:
    his = Authenticator()
    add_passkey(bob, his)
    with app.app_context():
        erase(alice.id)
        assert [row.user_id for row in db.session.scalars(select(Passkey))] == [bob.id]
    assert passkey_sign_in(client, key).status_code == 422
    assert passkey_sign_in(client, his).status_code == 302


def test_a_new_password_leaves_passkeys_and_a_closed_account_opens_by_none(
    app: Flask, client: FlaskClient, alice: Person, key: Authenticator
) -> None:
    assert sign_in(client, alice.email).status_code == 302
    assert passkey_sign_in(client, key).status_code == 302
    with app.app_context():
        found = person(alice.email)
        assert found
        found.active = False
        db.session.commit()
    assert passkey_sign_in(app.test_client(), key).status_code == 422


def test_signing_in_by_a_passkey_makes_the_device_known(
    client: FlaskClient, key: Authenticator
) -> None:
    passkey_sign_in(client, key)
    assert client.get_cookie("known")


def test_a_passkey_proves_who_one_is_and_anothers_does_not(
    app: Flask, alice: Person, bob: Person, key: Authenticator, later: SetClock
) -> None:
    add_passkey(bob, Authenticator())
    later(timedelta(minutes=11))
    there = path("passkeys")
    prove = alice.client.get(there).location
    assert prove.startswith(path("prove"))
    for who, sent, status in ((bob, key, 422), (alice, Authenticator(), 422), (alice, key, 303)):
        proof = sent.sign(question(who.client)) | {"way": "passkey"}
        answer = who.client.post(prove, data=proof)
        assert answer.status_code == status
    assert answer.location == there
    assert alice.client.get(there).status_code == 200
    assert bob.client.get(there).status_code == 302
    assert alice.client.post(prove, data=proof).status_code == 422, "it works once"


def test_what_is_to_be_done_with_passkeys_asks_who_it_is(
    alice: Person, key: Authenticator, later: SetClock
) -> None:
    made = Authenticator().make(question(alice.client, "new"))
    later(timedelta(minutes=11))
    answer = alice.client.post("/api/passkeys/new")
    assert (answer.status_code, answer.get_json()["error"]["code"]) == (403, "not_recent")
    for sent in (made | {"name": "x"}, {"remove": "x"}):
        assert alice.client.post(path("passkeys"), data=sent).location.startswith(path("prove"))


def test_who_has_no_passkey_is_not_asked_for_one(bob: Person, later: SetClock) -> None:
    later(timedelta(minutes=11))
    assert "Bevestigen met een passkey" not in bob.client.get(path("prove")).text


def test_marks_of_used_questions_do_not_stay(app: Flask, key: Authenticator) -> None:
    with app.app_context():
        db.session.add(Used(mark=b"old", at=datetime.now(UTC) - timedelta(minutes=11)))
        db.session.commit()
    passkey_sign_in(app.test_client(), key)
    with app.app_context():
        assert b"old" not in [row.mark for row in db.session.scalars(select(Used))]


def test_a_question_signs_nobody_in(client: FlaskClient) -> None:
    question(client)
    assert not signed_in(client)
    assert client.get(path("passkey_sign_in")).location == path("sign_in")
