"""Another e-mail address: what is asked, what the link does, and what the one before can undo."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import update
from werkzeug.test import TestResponse

from tests.device import everything_in
from tests.integration.accounts.conftest import Mailbox, SetClock
from tests.integration.accounts.steps import copied, path, sign_in, sign_up, signed_in
from tests.integration.accounts.test_no_telling import seen
from tests.integration.accounts.test_whole_road import HEALTH_WORDS
from tests.people import PASSWORD, Person, make_person
from webapp.accounts.addresses import BACK_WITHIN, CONFIRM_WITHIN, AddressChange
from webapp.accounts.erase import erase
from webapp.accounts.models import person
from webapp.accounts.sign_ins import FRESH
from webapp.extensions import db
from webapp.languages import LANGUAGES, other
from webapp.mail import Folder

NEW = "mies@example.com"
PAGE = path("change_address")
SECOND = timedelta(seconds=1)


def ask(client: FlaskClient, address: str = NEW) -> TestResponse:
    """Ask for another address."""
    return client.post(PAGE, data={"email": address})


def link_to(mailbox: Mailbox, address: str) -> str:
    """The path of the link in the newest mail to this address."""
    theirs = [link for mail, link in zip(mailbox.mails, mailbox.links(), strict=True)
              if mail["To"] == address]  # fmt: skip
    return theirs[-1]


def told(mailbox: Mailbox) -> list[tuple[str, str]]:
    """To whom which mails went."""
    return [(mail["To"], mail["Subject"]) for mail in mailbox.mails]


def asked_before(app: Flask, by: timedelta) -> None:
    """Let what waits have been asked so long ago."""
    with app.app_context():
        db.session.execute(update(AddressChange).values(asked_at=datetime.now(UTC) - by))
        db.session.commit()


def moved(alice: Person, mailbox: Mailbox, to: str = NEW) -> None:
    """Alice has another address."""
    ask(alice.client, to)
    assert alice.client.post(link_to(mailbox, to)).status_code == 303


def test_who_is_erased_while_the_mail_server_is_slow_is_signed_out(
    app: Flask, alice: Person
) -> None:
    class Slow(Folder):
        def reach(self) -> None:
            with app.app_context():
                erase(alice.id)

    app.extensions["mail"] = Slow(app.extensions["settings"].mail_dir)
    assert ask(alice.client).status_code == 410


def test_nothing_changes_before_the_link_is_opened_and_its_button_tapped(
    app: Flask, alice: Person, client: FlaskClient, mailbox: Mailbox
) -> None:
    answer = ask(alice.client)
    assert (answer.status_code, answer.location) == (302, path("account"))
    assert NEW in alice.client.get(path("account")).text
    link = link_to(mailbox, NEW)
    assert NEW in client.get(link).text
    assert sign_in(client, NEW).status_code == 422
    answer = client.post(link)
    assert (answer.status_code, answer.location) == (303, path("sign_in"))
    assert NEW in client.get(path("sign_in")).text
    assert sign_in(client, alice.email).status_code == 422
    assert sign_in(client, NEW).status_code == 302


def test_in_the_browser_that_asked_one_stays_signed_in_and_every_other_ends(
    app: Flask, alice: Person, mailbox: Mailbox
) -> None:
    phone, thief = app.test_client(), copied(app, alice)
    sign_in(phone, alice.email)
    ask(alice.client)
    answer = alice.client.post(link_to(mailbox, NEW))
    assert (answer.status_code, answer.location) == (303, path("account"))
    assert NEW in alice.client.get(path("account")).text
    assert not signed_in(phone)
    assert not signed_in(thief)


def test_both_addresses_hear_of_it_and_each_has_what_it_needs(
    alice: Person, mailbox: Mailbox
) -> None:
    moved(alice, mailbox)
    assert told(mailbox) == [
        (alice.email, "Iemand wil je e-mailadres veranderen"),
        (NEW, "Bevestig je nieuwe e-mailadres"),
        (alice.email, "Je e-mailadres is veranderd"),
    ]
    assert mailbox.links()[0] == path("forgot")
    assert NEW not in mailbox.last_text()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_mails_are_in_the_persons_language_without_a_word_about_health(
    app: Flask, mailbox: Mailbox, lang: str
) -> None:
    bob = make_person(app, "bob@example.com", language=lang)
    make_person(app, "zoe@example.com", language=lang)
    page = path("change_address", other(lang))
    bob.client.post(page, data={"email": "zoe@example.com"})
    bob.client.post(page, data={"email": NEW})
    bob.client.post(link_to(mailbox, NEW))
    assert len(mailbox.mails) == 5
    for mail in mailbox.mails:
        text = str(mail.get_content())
        assert text.startswith({"nl": "Hallo,", "en": "Hello,"}[lang])
        assert not [word for word in HEALTH_WORDS if word in f"{mail['Subject']} {text}".lower()]
    assert all(link.startswith(f"/{lang}/") for link in mailbox.links())


def test_nobody_learns_whether_an_address_is_taken(
    app: Flask, alice: Person, bob: Person, mailbox: Mailbox
) -> None:
    sign_up(app.test_client(), email="pip@example.com")
    taken, pending, free = (
        seen(app, lambda _client, to: ask(alice.client, to), to)
        for to in (bob.email, "pip@example.com", NEW)
    )
    assert taken == free
    assert pending == free
    pages = []
    for to in (bob.email, "pip@example.com", NEW):
        ask(alice.client, to)
        pages.append(alice.client.get(path("account")).text.replace(to, "X"))
    assert pages[0] == pages[1] == pages[2]


def test_the_owner_of_a_taken_address_hears_of_it_and_gets_no_link_to_it(
    app: Flask, alice: Person, bob: Person, mailbox: Mailbox
) -> None:
    ask(alice.client, bob.email)
    assert told(mailbox)[1] == (bob.email, "Dit adres heeft al een account")
    assert link_to(mailbox, bob.email) == path("sign_in")
    assert alice.email not in mailbox.last_text()


def test_the_link_works_once(alice: Person, client: FlaskClient, mailbox: Mailbox) -> None:
    ask(alice.client)
    link = link_to(mailbox, NEW)
    assert client.post(link).status_code == 303
    assert client.get(link).status_code == 410
    assert client.post(link).status_code == 410


def test_an_older_link_is_dead_after_another_was_asked(
    alice: Person, client: FlaskClient, mailbox: Mailbox
) -> None:
    ask(alice.client, "first@example.com")
    ask(alice.client, NEW)
    assert client.post(link_to(mailbox, "first@example.com")).status_code == 410
    assert client.post(link_to(mailbox, NEW)).status_code == 303


def test_a_new_password_stops_it(alice: Person, client: FlaskClient, mailbox: Mailbox) -> None:
    ask(alice.client)
    link = link_to(mailbox, NEW)
    client.post(path("forgot"), data={"email": alice.email})
    client.post(mailbox.link(), data={"password": "three other green boats"})
    assert client.post(link).status_code == 410
    assert sign_in(client, alice.email, "three other green boats").status_code == 302


def test_a_link_to_make_a_password_that_went_to_the_address_before_is_dead(
    alice: Person, client: FlaskClient, mailbox: Mailbox
) -> None:
    client.post(path("forgot"), data={"email": alice.email})
    old = mailbox.link()
    moved(alice, mailbox)
    assert client.post(old, data={"password": "three other green boats"}).status_code == 410


@pytest.mark.parametrize(("within", "back"), [(CONFIRM_WITHIN, False), (BACK_WITHIN, True)])
def test_a_link_that_is_too_old_does_nothing_and_is_purged(
    app: Flask, alice: Person, client: FlaskClient, mailbox: Mailbox, within: timedelta, back: bool
) -> None:
    ask(alice.client)
    if back:
        alice.client.post(link_to(mailbox, NEW))
    link = link_to(mailbox, alice.email if back else NEW)
    asked_before(app, within - timedelta(minutes=1))
    assert client.get(link).status_code == 200
    assert app.test_cli_runner().invoke(args=["purge"]).exit_code == 0
    assert client.get(link).status_code == 200
    asked_before(app, within)
    before = everything_in(app)
    assert client.get(link).status_code == 410
    assert client.post(link).status_code == 410
    assert everything_in(app) == before
    assert app.test_cli_runner().invoke(args=["purge"]).exit_code == 0
    assert "address_change" not in {name for name, rows in everything_in(app).items() if rows}


@pytest.mark.parametrize("token", ["x", "x" * 500, "%00", "é"])
def test_a_garbled_link_is_told_as_such(client: FlaskClient, token: str) -> None:
    for lang in LANGUAGES:
        assert client.get(path("new_address", lang, token)).status_code == 410
        assert client.post(path("new_address", lang, token)).status_code == 410


def test_the_address_before_can_be_put_back_and_that_shuts_everybody_out(
    app: Flask, alice: Person, client: FlaskClient, mailbox: Mailbox
) -> None:
    moved(alice, mailbox)
    back = link_to(mailbox, alice.email)
    assert alice.email in client.get(back).text
    answer = client.post(back)
    assert (answer.status_code, answer.location) == (303, path("check_mail"))
    assert not signed_in(alice.client)
    for email in (NEW, alice.email):
        assert sign_in(client, email, PASSWORD).status_code == 422
    client.post(link_to(mailbox, alice.email), data={"password": "three other green boats"})
    assert sign_in(client, alice.email, "three other green boats").status_code == 302
    assert client.post(back).status_code == 410


def test_who_took_an_account_over_cannot_end_the_way_back(
    alice: Person, client: FlaskClient, mailbox: Mailbox
) -> None:
    moved(alice, mailbox)
    back = link_to(mailbox, alice.email)
    moved(alice, mailbox, "further@example.com")
    alice.client.post(
        path("change_password"), data={"current": PASSWORD, "password": "three other green boats"}
    )
    ask(alice.client, "again@example.com")
    assert client.post(back).status_code == 303
    assert not signed_in(alice.client)
    assert client.post(link_to(mailbox, "again@example.com")).status_code == 410


def test_an_address_that_somebody_got_meanwhile_stays_theirs(
    app: Flask, alice: Person, client: FlaskClient, mailbox: Mailbox
) -> None:
    ask(alice.client)
    link = link_to(mailbox, NEW)
    mies = make_person(app, NEW)
    assert client.post(link).status_code == 410
    with app.app_context():
        assert [person(it).id for it in (alice.email, NEW)] == [alice.id, mies.id]  # type: ignore[union-attr]


def test_who_never_confirmed_an_address_keeps_nobody_from_it(
    app: Flask, alice: Person, client: FlaskClient, mailbox: Mailbox
) -> None:
    ask(alice.client)
    link = link_to(mailbox, NEW)
    sign_up(client, email=NEW)
    squatter = mailbox.link()
    assert client.post(link).status_code == 303
    assert client.post(squatter).status_code == 410
    with app.app_context():
        assert person(NEW).id == alice.id  # type: ignore[union-attr]


def test_it_asks_first_who_confirmed_long_ago(
    alice: Person, mailbox: Mailbox, later: SetClock
) -> None:
    later(FRESH + SECOND)
    assert ask(alice.client).location.startswith(path("prove"))
    assert mailbox.mails == []


def test_when_no_mail_can_go_nothing_is_kept(
    app: Flask, alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything_in(app)
    app.extensions["mail"].port = 1
    answer = ask(alice.client)
    assert answer.status_code == 503
    assert everything_in(app) == before


def test_the_database_holds_no_link(app: Flask, alice: Person, mailbox: Mailbox) -> None:
    moved(alice, mailbox)
    kept = repr(everything_in(app))
    assert not [link for link in mailbox.links() if link.rsplit("/", 1)[1] in kept]
