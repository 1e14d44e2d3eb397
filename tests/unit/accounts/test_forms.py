"""What makes a password easy to guess, and an address one address."""

from __future__ import annotations

import pytest
from flask import Flask
from flask_babel import Babel
from wtforms import ValidationError

from webapp.accounts.forms import refuse_easy_password, tidy


@pytest.mark.parametrize(
    "password", ["a" * 15, "12" * 8, "mies@example.com", "MIES@example.com ", "wachtwoord12345"]
)
def test_what_is_tried_first_is_refused(password: str) -> None:
    app = Flask(__name__)
    Babel(app)
    with app.app_context(), pytest.raises(ValidationError, match="easy to guess"):
        refuse_easy_password(password, "mies@example.com")


@pytest.mark.parametrize(
    "password", ["correct horse battery", "密码密码很长的密码一二三四五六", "too short"]
)
def test_other_passwords_are_not_judged(password: str) -> None:
    refuse_easy_password(password, "mies@example.com")


def test_an_address_loses_its_spaces_and_capitals() -> None:
    assert tidy("  Mies@Example.COM\t") == "mies@example.com"
    assert tidy(None) is None
