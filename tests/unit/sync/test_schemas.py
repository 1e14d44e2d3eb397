"""What an older app does not know, it cannot take away."""

from uuid import uuid4

import pytest

from webapp.sync.protocol import OLDEST_SCHEMA, SCHEMA
from webapp.sync.schemas import ADDED, meant
from webapp.tracker.kinds import FIELDS
from webapp.tracker.merge import Body, Change


def change(kind: str, body: Body | None, *fields: str, was: int | None = None) -> Change:
    """An edit of a record that was seen at version 3."""
    return Change(
        id=uuid4(), kind=kind, base=3, body=body, fields=list(fields), deleted=body is None, was=was
    )


def test_a_form_of_before_the_strengths_leaves_them() -> None:
    edit = change("pain", {"worst": 5}, "at_low_left", "note", "worst")
    assert meant(edit, 1) == ["note", "worst"]
    assert meant(edit, SCHEMA) == ["at_low_left", "note", "worst"]


def test_what_an_older_app_does_write_it_meant() -> None:
    edit = change("day", {"day": "2026-01-05", "note": "x"}, "note")
    assert meant(edit, 1) == ["note"]


def test_a_field_that_is_new_in_one_kind_may_be_old_in_another() -> None:
    assert meant(change("pain", {}, "note"), 1) == ["note"]
    assert meant(change("day", {}, "note"), 1) == []


def test_an_offer_is_the_whole_record_and_a_delete_is_a_delete() -> None:
    assert meant(change("pain", {}, "at_low_left", was=2), 1) == ["at_low_left"]
    assert meant(change("pain", None), 1) == []


@pytest.mark.parametrize("schema", ADDED)
def test_every_field_that_was_added_is_there(schema: int) -> None:
    assert OLDEST_SCHEMA < schema <= SCHEMA
    for kind, fields in ADDED[schema].items():
        assert fields <= set(FIELDS[kind])
