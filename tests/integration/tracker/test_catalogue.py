"""The catalogue that tests/js works with is the one that pages carry."""

import json
import re
from pathlib import Path

from flask import Flask
from flask_babel import force_locale

from webapp.tracker.catalogue import catalogue, checks, elsewhere
from webapp.tracker.kinds import KINDS
from webapp.tracker.mistakes import message, messages
from webapp.tracker.values import NOTE_LIMIT

FILE = Path("tests/cases/catalogue.json")
CHECKS = Path("tests/cases/checks.json")
ELSEWHERE = Path("tests/cases/elsewhere.json")


def test_the_scripts_are_tested_with_the_real_catalogue(app: Flask) -> None:
    with app.test_request_context("/en/"), force_locale("en"):
        real = catalogue("en", "pain", "day", "profile") | {"messages": messages()}
    assert json.loads(FILE.read_text(encoding="utf-8")) == json.loads(json.dumps(real))


def test_the_scripts_are_tested_with_the_real_words_of_the_other_language(app: Flask) -> None:
    real = json.loads(json.dumps(elsewhere("en")))
    assert json.loads(ELSEWHERE.read_text(encoding="utf-8")) == real
    english = elsewhere("nl")
    assert set(real["factors"]) == set(english["factors"])
    assert real["feel"].keys() == english["feel"].keys()
    assert real["relief"] != english["relief"]


def test_a_message_holds_the_figures_of_its_field(app: Flask) -> None:
    with app.test_request_context("/en/"), force_locale("en"):
        assert message("sleep_h", "out_of_range") == "Fill in a number from 0 to 14."
        assert message("sleep_h", "not_a_step") == "Use at most 2 digits after the point."
        assert message("walk_min", "not_a_step") == "Fill in a whole number."
        assert str(NOTE_LIMIT) in message("note", "too_long")
        assert message("anything", "never_heard_of") == messages()["other"]


def test_the_scripts_are_tested_with_the_real_rules() -> None:
    real = json.loads(json.dumps(checks(*KINDS)))
    assert json.loads(CHECKS.read_text(encoding="utf-8")) == real


def test_a_device_has_a_rule_for_every_field() -> None:
    for kind, rules in checks(*KINDS).items():
        patterns = [name for name in rules if name.startswith("^")]
        for field in KINDS[kind]:
            assert field in rules or any(re.fullmatch(name, field) for name in patterns), field
    assert not any(re.fullmatch(name, "kept_A00") for name in checks("marks")["marks"])
