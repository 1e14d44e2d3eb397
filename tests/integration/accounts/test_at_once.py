"""The same step of an account, taken several times in the same moment."""

from functools import partial

from flask import Flask

from tests.at_once import at_once, windows
from tests.integration.accounts.conftest import Mailbox
from tests.integration.accounts.steps import path, rows, sign_in, sign_up
from tests.people import Person, make_person
from webapp.accounts.codes.models import recovery_codes_left
from webapp.accounts.hashing import Gate
from webapp.accounts.models import has_consent, person


def test_eight_sign_ups_of_one_address_make_one_account_that_works(
    app: Flask, mailbox: Mailbox
) -> None:
    app.extensions["hashing"] = Gate(at_once=8)
    clients = [app.test_client() for _ in range(8)]
    answers = at_once(*(partial(sign_up, client) for client in clients))
    assert {(answer.status_code, answer.location) for answer in answers} == {
        (302, path("check_mail"))
    }
    assert rows(app) == (1, 1)
    confirmed = [clients[0].post(link).status_code for link in mailbox.links()]
    assert sorted(confirmed) == [302, *[410] * 7]
    assert sign_in(clients[0]).status_code == 302


def test_of_eight_who_open_one_link_to_make_a_password_one_wins(
    app: Flask, alice: Person, mailbox: Mailbox
) -> None:
    app.extensions["hashing"] = Gate(at_once=8)
    alice.client.post(path("forgot"), data={"email": alice.email})
    link, clients = mailbox.link(), [app.test_client() for _ in range(8)]
    answers = at_once(
        *(
            partial(client.post, link, data={"password": f"green boat number {n} of eight"})
            for n, client in enumerate(clients)
        )
    )
    assert sorted(answer.status_code for answer in answers) == [302, *[410] * 7]


def test_of_eight_who_open_one_link_to_a_new_address_one_wins(
    app: Flask, alice: Person, mailbox: Mailbox
) -> None:
    alice.client.post(path("change_address"), data={"email": "mies@example.com"})
    link, clients = mailbox.link(), [app.test_client() for _ in range(8)]
    answers = at_once(*(partial(client.post, link) for client in clients))
    assert sorted(answer.status_code for answer in answers) == [303, *[410] * 7]
    assert [mail["To"] for mail in mailbox.mails[2:]] == [alice.email]


def test_of_eight_people_who_want_one_address_one_gets_it(app: Flask, mailbox: Mailbox) -> None:
    people = [make_person(app, f"number{n}@example.com") for n in range(8)]
    for one in people:
        one.client.post(path("change_address"), data={"email": "mies@example.com"})
    links = [
        link
        for mail, link in zip(mailbox.mails, mailbox.links(), strict=True)
        if mail["To"] == "mies@example.com"
    ]
    assert len(set(links)) == 8
    answers = at_once(
        *(partial(one.client.post, link) for one, link in zip(people, links, strict=True))
    )
    assert sorted(answer.status_code for answer in answers) == [303, *[410] * 7]
    winner = [answer.status_code for answer in answers].index(303)
    with app.app_context():
        owner = person("mies@example.com")
        assert owner
        assert owner.id == people[winner].id


def test_codes_that_are_made_in_five_windows_are_ten_in_all(app: Flask, alice: Person) -> None:
    for name, data, status in (
        ("one_time_codes", {"act": "begin"}, 303),
        ("recovery_codes", {}, 200),
    ):
        answers = at_once(
            *(partial(window.post, path(name), data=data) for window in windows(app, alice, 5))
        )
        assert [answer.status_code for answer in answers] == [status] * 5
    with app.app_context():
        assert recovery_codes_left(alice.id) == 10


def test_consent_that_is_given_by_eight_taps_is_withdrawn_by_one(app: Flask, alice: Person) -> None:
    alice.client.post(path("consent"), data={"diary": "no"})
    taps = [partial(c.post, path("consent"), data={"diary": "yes"}) for c in windows(app, alice, 8)]
    assert [answer.status_code for answer in at_once(*taps)] == [303] * 8
    alice.client.post(path("consent"), data={"diary": "no"})
    with app.app_context():
        assert not has_consent(alice.id)
