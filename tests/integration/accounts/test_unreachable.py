"""An address where nobody is any more counts as warned; one that only says no for now does not."""

from __future__ import annotations

import pytest
from flask import Flask

from tests.integration.accounts.conftest import Mailbox
from tests.integration.accounts.steps import rows, sign_in
from tests.integration.accounts.test_unused import NOTHING, after, last_visit, long_ago
from tests.people import PASSWORD, Person
from webapp import journal
from webapp.accounts.unused import Done

GONE = "550 5.1.1 No such user"


def test_an_address_where_nobody_is_any_more_counts_as_warned_three_times(
    app: Flask, alice: Person, mailbox: Mailbox, caplog: pytest.LogCaptureFixture
) -> None:
    mailbox.refuses_person = GONE
    done = [(days, after(app, days)) for days in range(600, 740)]
    assert [(days, tuple(each)) for days, each in done if each != NOTHING] == [
        (640, (0, 0, 0, 1)), (700, (0, 0, 0, 1)), (723, (0, 0, 0, 1)), (730, (0, 0, 1, 0)),
    ]  # fmt: skip
    assert rows(app) == (0, 0)
    told = [vars(record)["told"] for record in caplog.records if hasattr(record, "told")]
    refused = [line["trouble"] for line in told if line["event"] == journal.Event.MAIL_FAILED]
    assert refused == ["AddressRefused"] * 3
    assert alice.email not in caplog.text


@pytest.mark.parametrize(
    "answer",
    [
        "450 4.2.1 Not now",
        "451 Not now",
        "550 5.7.1 Relaying denied",
        "554 5.7.1 We want no mail of you",
        "552 5.2.2 Mailbox full",
        "554 No",
        "550 5.1.8 Bad sender",
    ],
)
def test_a_refusal_that_may_end_warns_nobody_and_erases_nobody(
    app: Flask, alice: Person, mailbox: Mailbox, answer: str
) -> None:
    mailbox.refuses_person = answer
    assert [after(app, days) for days in (640, 700, 723, 730, 2000)] == [Done(0, 1, 0)] * 5
    mailbox.refuses_person = ""
    assert after(app, 2001) == Done(1, 0, 0)
    assert rows(app) == (1, 1)


def test_a_letter_that_is_not_wanted_says_nothing_of_who_is_there(
    app: Flask, alice: Person, mailbox: Mailbox
) -> None:
    mailbox.refuses_letter = "550 5.7.1 This looks like spam"
    assert [after(app, days) for days in (640, 700, 723, 800)] == [Done(0, 1, 0)] * 4


def test_an_address_that_works_again_gets_the_warnings_that_are_left(
    app: Flask, alice: Person, mailbox: Mailbox
) -> None:
    mailbox.refuses_person = GONE
    assert after(app, 640) == Done(0, 0, 0, 1)
    mailbox.refuses_person = ""
    assert [after(app, days) for days in (700, 723)] == [Done(1, 0, 0)] * 2
    assert len(mailbox.mails) == 2


def test_who_comes_back_with_an_address_that_is_gone_starts_anew(
    app: Flask, alice: Person, mailbox: Mailbox
) -> None:
    long_ago(app, alice, 724)
    mailbox.refuses_person = GONE
    for days in (0, 60, 83):
        after(app, days)
    assert last_visit(app, alice)[1] == 3
    assert sign_in(app.test_client(), email=alice.email, password=PASSWORD)
    assert last_visit(app, alice)[1:] == (0, None)
    assert after(app, 91) == NOTHING


def test_the_command_tells_of_addresses_that_are_gone_apart(
    app: Flask, alice: Person, mailbox: Mailbox
) -> None:
    mailbox.refuses_person = GONE
    long_ago(app, alice, 641)
    said = app.test_cli_runner().invoke(args=["purge"]).output
    assert "      0  unused accounts not reached by mail\n" in said
    assert "      1  unused accounts whose address is gone\n" in said
