"""A form on the server and a form on a device make the same body; tests/js reads the same file."""

import json
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from webapp.tracker.forms import form_class

CASES = json.loads(Path("tests/cases/forms.json").read_text(encoding="utf-8"))["cases"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_a_form_becomes_this_body(case: dict[str, Any], app: Flask) -> None:
    with app.test_request_context("/nl/noteren"):
        form = form_class(case["kind"], "nl")(MultiDict(case["entries"]))
        if "before" in case:
            form.hold(case["before"])
        assert form.body() == case["body"]
