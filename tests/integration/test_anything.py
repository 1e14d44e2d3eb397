"""Whatever is sent: no fault of the server, nothing stored in part, nothing typed lost."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markupsafe import escape

from tests.device import Device, cramp, device_of, everything_in
from tests.people import Person
from webapp.tracker.factors import FACTORS
from webapp.tracker.kinds import FIELDS
from webapp.tracker.models import records_of
from webapp.tracker.records import (
    check,
    day_id,
    follow_id,
    marks_id,
    plan_id,
    profile_id,
    tip_id,
    trial_id,
    tried_id,
    week_id,
)
from webapp.tracker.words import PROFILE

# One account meets all examples of a test, as a server would.
MODEST = settings(
    max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], database=None
)
DAY = "2026-01-05"

letters = st.characters(exclude_categories=())  # half an emoji too
numbers = st.one_of(
    st.integers(),
    st.sampled_from([2**31, 2**53, 2**63, 2**64, 10**400]),
    st.floats(),
)
plain = st.one_of(st.none(), st.booleans(), numbers, st.text(letters, max_size=20))
anything = st.recursive(
    plain,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(letters, max_size=5), inner)
    ),
    max_leaves=8,
)
bodies: dict[str, dict[str, Any]] = {
    "pain": cramp(zones=["low_left"], note="x"),
    "day": {"day": DAY, "sleep_h": 7.5, "ill": True},
    "profile": {"pregnant": True},
    "tip": {"tip": "T06", "day": DAY},
    "exercise": {"exercise": "X01", "began": f"{DAY}T08:30+01:00", "sets": 2},
    "follow": {"tip": "T06", "day": DAY, "saved": True, "not_now": DAY, "times": 1},
    "week": {"tip": "T06", "began": DAY, "done_1": True, "effect": "helped"},
    "plan": {"plan": "walking", "began": DAY, "minutes": 10, "week_2": 13},
    "trial": {"habit": "walk", "began": DAY, "seed": 7, "block": 3, "pairs": 7, "target": 1.5},
    "tried": {"trial": DAY, "day": "2026-01-06", "did": True},
    "marks": {"kept_B04": True, "read_X01": True},
}


def id_of(kind: str, user: UUID) -> UUID:
    """The id that the good body of this kind must have."""
    known = {
        "day": day_id(user, DAY),
        "profile": profile_id(user),
        "tip": tip_id(user, "T06", DAY),
        "follow": follow_id(user, "T06"),
        "week": week_id(user, "T06", DAY),
        "plan": plan_id(user, "walking", DAY),
        "trial": trial_id(user, DAY),
        "tried": tried_id(user, DAY, "2026-01-06"),
        "marks": marks_id(user),
    }
    return known.get(kind, uuid4())


def no_half_entry(app: Flask, person: Person) -> None:
    """Every entry that is stored passes the check again, and all of it can be shown."""
    with app.app_context():
        entries = records_of(person.id)
    now = datetime.now(UTC)
    assert [problem for each in entries for problem in check(each.kind, each.body, now)] == []
    assert person.client.get("/nl/dagboek/overzicht").status_code == 200
    for name in ("today", "trials"):
        assert person.client.get(f"/api/{name}?day={now.date()}").status_code == 200


def spoiled(data: st.DataObject, phone: Device) -> Any:
    """A good change of any kind, with something else in one place of it or of its body."""
    kind = data.draw(st.sampled_from(list(bodies)))
    op = phone.edit(id_of(kind, phone.person.id), dict(bodies[kind])) | {"kind": kind}
    place = data.draw(st.sampled_from([op, op["body"], op["body"]]))
    field = data.draw(st.sampled_from(sorted({*place, "extra"} | set(FIELDS[kind]))))
    place[field] = data.draw(anything | st.lists(anything, max_size=3))
    return op


@settings(MODEST, max_examples=60)
@given(data=st.data())
def test_whatever_json_comes_by_sync_is_taken_whole_or_refused_in_one_shape(
    app: Flask, alice: Person, data: st.DataObject
) -> None:
    phone = device_of(alice)
    request: Any = phone.request(*(spoiled(data, phone) for _ in range(8)))
    if data.draw(st.booleans()):
        request[data.draw(st.sampled_from([*request, "extra"]))] = data.draw(anything)
    if data.draw(st.integers(0, 9)) == 0:
        request = data.draw(anything)
    before = everything_in(app)
    answer = alice.client.post(
        "/api/sync", data=json.dumps(request), content_type="application/json"
    )
    ahead = answer.status_code == 503 and answer.get_json()["error"]["code"] == "ahead"
    assert ahead or answer.status_code in (200, 400, 403, 409, 413, 426), answer.text
    if answer.status_code != 200:
        assert set(answer.get_json()) == {"error"}
        assert everything_in(app) == before
    no_half_entry(app, alice)


texts = st.text(max_size=30)
figures = st.sampled_from(["0", "7,5", "-1", "1e9", "NaN", "٣", "9" * 400, "yes", "no", ""])
moments = st.sampled_from(["today", DAY, f"{DAY}T08:30", "9999-12-31T23:59", "2026-02-30T08:30"])
forms = {
    "/nl/noteren/kramp": [
        "began",
        "worst",
        "zones",
        "feel",
        "relief",
        "note",
        "minutes",
        "base",
        "user_id",
    ],
    "/nl/noteren/dag": ["day", "no_cramp", "base", *FACTORS],
    "/nl/ik/veilige-tips": [*PROFILE, "base"],
}
TYPED = {"began", "note", "day", *(key for key, each in FACTORS.items() if each.input == "number")}


@pytest.mark.parametrize("path", forms)
@MODEST
@given(data=st.data())
def test_whatever_a_form_sends_is_stored_whole_or_comes_back(
    app: Flask, alice: Person, path: str, data: st.DataObject
) -> None:
    field = st.sampled_from(forms[path])
    sent = data.draw(st.dictionaries(field, st.lists(texts | figures | moments, max_size=2)))
    before = everything_in(app)
    answer = alice.client.post(path, data=sent)
    assert answer.status_code in (303, 422)
    if answer.status_code == 422:
        assert everything_in(app) == before
        for typed in (values[0] for name, values in sent.items() if name in TYPED and values):
            assert escape(typed) in answer.text
    no_half_entry(app, alice)
