"""The same step of an account, taken several times in the same moment."""

from functools import partial

from flask import Flask

from tests.at_once import at_once, windows
from tests.integration.accounts.conftest import Mailbox
from tests.integration.accounts.steps import path, rows, sign_in, sign_up
from tests.people import Person
from webapp.accounts.hashing import Gate
from webapp.accounts.models import has_consent


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


def test_consent_that_is_given_by_eight_taps_is_withdrawn_by_one(app: Flask, alice: Person) -> None:
    alice.client.post(path("consent"), data={"diary": "no"})
    taps = [partial(c.post, path("consent"), data={"diary": "yes"}) for c in windows(app, alice, 8)]
    assert [answer.status_code for answer in at_once(*taps)] == [303] * 8
    alice.client.post(path("consent"), data={"diary": "no"})
    with app.app_context():
        assert not has_consent(alice.id)
