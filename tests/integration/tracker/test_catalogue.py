"""The catalogue that tests/js works with is the one that pages carry."""

import json
from pathlib import Path

from flask import Flask
from flask_babel import force_locale

from webapp.tracker.catalogue import catalogue
from webapp.tracker.mistakes import message, messages
from webapp.tracker.values import NOTE_LIMIT

FILE = Path("tests/cases/catalogue.json")


def test_the_scripts_are_tested_with_the_real_catalogue(app: Flask) -> None:
    with app.test_request_context("/en/"), force_locale("en"):
        real = catalogue("en", "pain", "day", "profile") | {"messages": messages()}
    assert json.loads(FILE.read_text(encoding="utf-8")) == json.loads(json.dumps(real))


def test_a_message_holds_the_figures_of_its_field(app: Flask) -> None:
    with app.test_request_context("/en/"), force_locale("en"):
        assert message("sleep_h", "out_of_range") == "Fill in a number from 0 to 14."
        assert message("sleep_h", "not_a_step") == "Use at most 2 digits after the point."
        assert message("walk_min", "not_a_step") == "Fill in a whole number."
        assert str(NOTE_LIMIT) in message("note", "too_long")
        assert message("anything", "never_heard_of") == messages()["other"]
