"""The description of the API: sound, closed, and as strict as the checks of the diary."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest

from tests.answers import validator, whole
from webapp.api.description import description
from webapp.api.operations import OPERATIONS
from webapp.api.shapes import ref
from webapp.config import ROOT
from webapp.sync.protocol import BadOp, Op
from webapp.tracker.kinds import STRUCTS

CASES = json.loads((ROOT / "tests/cases/records.json").read_text(encoding="utf-8"))["cases"]
# A schema cannot say that text has no space around it, or what day it is.
BEYOND = {"in_the_future", "too_long_ago", "not_a_step", "too_long", "bad_date"}


def every(part: Any) -> Iterator[dict[str, Any]]:
    """Every object within the description."""
    if isinstance(part, dict):
        yield part
    children = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    for child in children:
        yield from every(child)


def test_every_schema_is_a_schema_and_every_reference_leads_somewhere() -> None:
    schemas = whole()["components"]["schemas"]
    for name, schema in schemas.items():
        jsonschema_rs.meta.validate(schema | {"components": {"schemas": schemas}})
        assert schema["title"] == name
    references = {part["$ref"] for part in every(whole()) if isinstance(part.get("$ref"), str)}
    assert references == {f"#/components/schemas/{name}" for name in schemas}


def test_nothing_that_is_not_described_may_be_sent_but_in_what_is_answered_as_bad() -> None:
    for name, schema in whole()["components"]["schemas"].items():
        assert schema.get("additionalProperties") is (name == BadOp.__name__), name


def test_every_operation_has_its_own_name_and_tells_of_faults() -> None:
    assert len({one.name for one in OPERATIONS}) == len(OPERATIONS)
    for one in OPERATIONS:
        assert {401} & set(one.refusals) == ({401} if one.private else set())
        assert one.answers.keys().isdisjoint(one.refusals)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_a_body_that_is_kept_fits_its_schema_and_a_bad_one_does_not(case: dict[str, Any]) -> None:
    if case["kind"] not in STRUCTS:
        return
    fits = validator(ref(STRUCTS[case["kind"]])).is_valid(case["body"])
    codes = {code for _, code in case["problems"]}
    if not codes:
        assert fits
    elif codes - BEYOND:
        assert not fits


def test_a_change_that_does_not_fit_may_be_sent_as_long_as_it_can_be_answered() -> None:
    op = {"op": "0" * 8 + "-0000-4000-8000-" + "0" * 12, "n": 1}
    assert not validator(ref(Op)).is_valid(op)
    assert validator(ref(BadOp)).is_valid(op | {"mood": "low"})
    assert not validator(ref(BadOp)).is_valid({"op": op["op"]})


def test_it_says_where_the_app_is_and_how_its_cookie_is_called() -> None:
    made = description("https://example.org", "__Host-session")
    assert made["servers"] == [{"url": "https://example.org"}]
    assert made["components"]["securitySchemes"]["session"]["name"] == "__Host-session"
