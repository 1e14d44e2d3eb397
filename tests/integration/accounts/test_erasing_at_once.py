"""An account is erased in one window while another window of the same person is busy."""

from __future__ import annotations

from functools import partial

import pytest
from flask import Flask

from tests.at_once import at_once, windows
from tests.integration.accounts.steps import path
from tests.people import PASSWORD, Person
from webapp.accounts.hashing import Gate

NEW = "three other green boats"
ACTS: dict[str, tuple[str, dict[str, str]]] = {
    "a cramp": ("/nl/noteren/kramp", {"began": "2026-01-05T08:30", "worst": "6"}),
    "a day": ("/nl/noteren/dag", {"day": "2026-01-05", "sleep_h": "7"}),
    "another password": (path("change_password"), {"current": PASSWORD, "password": NEW}),
    "another address": (path("change_address"), {"email": "mies@example.com"}),
    "consent": (path("consent"), {"diary": "no"}),
    "one-time codes": (path("one_time_codes"), {"act": "begin"}),
    "recovery codes": (path("recovery_codes"), {}),
}
DONE = {200, 302, 303, 422}  # the last where another window had changed the password
TOO_LATE = {401, 410}


@pytest.mark.parametrize("act", ACTS)
def test_the_other_window_is_done_or_signed_out_and_nothing_is_a_fault(
    app: Flask, alice: Person, act: str
) -> None:
    app.extensions["hashing"] = Gate(at_once=8)
    there, data = ACTS[act]
    erasing, *busy = windows(app, alice, 4)
    answers = at_once(
        partial(erasing.post, path("erase_account"), data={"sure": "y"}),
        *(partial(window.post, there, data=data) for window in busy),
    )
    erased, *others = [answer.status_code for answer in answers]
    assert erased == 303
    assert set(others) <= DONE | TOO_LATE
