"""The records of the last days are those that reading everything would give."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from flask import Flask

from tests.people import Person
from webapp.extensions import db
from webapp.insights.days import own_day
from webapp.tracker.diary import remove, save
from webapp.tracker.lately import lately
from webapp.tracker.models import records_of
from webapp.tracker.records import day_id, profile_id

KINDS = ("pain", "day", "exercise", "profile")
LAST = date(2026, 11, 20)
FIRST = LAST - timedelta(days=9)


def keep(user: UUID, kind: str, record: UUID | None = None, **body: Any) -> UUID:
    record = record or uuid4()
    assert save(user, kind, record, body, datetime(2026, 11, 21, tzinfo=UTC)).code == "ok"
    return record


def a_diary(user: UUID) -> None:
    """A cramp, an exercise and a day on each of 30 days around the window, out of order."""
    for n in [*range(12, -18, -1)]:
        day = (FIRST + timedelta(days=n)).isoformat()
        if day > "2026-11-21":
            continue
        keep(user, "day", day_id(user, day), day=day, stress=n % 10 if n > 0 else 0)
        keep(user, "pain", began=f"{day}T23:30+01:00", worst=4)
        keep(user, "exercise", exercise="X01", began=f"{day}T08:30+01:00", sets=1)
    # A night that still belongs to the day before, on both edges.
    after, before = (LAST + timedelta(days=1)).isoformat(), (FIRST - timedelta(days=1)).isoformat()
    keep(user, "pain", began=f"{after}T01:30+01:00", day=LAST.isoformat(), worst=9)
    keep(user, "pain", began=f"{FIRST.isoformat()}T01:30+01:00", day=before, worst=8)
    keep(user, "profile", profile_id(user), pregnant=False)
    gone = keep(user, "pain", began=f"{LAST.isoformat()}T10:00+01:00", worst=10)
    remove(user, gone, datetime.now(UTC))


def test_it_gives_what_reading_everything_gives(app: Flask, alice: Person) -> None:
    with app.app_context():
        a_diary(alice.id)
        db.session.commit()
        found = lately(alice.id, FIRST, LAST, *KINDS)
        whole = [
            entry
            for entry in records_of(alice.id, *KINDS)
            if (day := own_day(entry)) is None or FIRST <= day <= LAST
        ]
    assert found == whole
    assert sum(entry.kind == "day" for entry in found) == 10
    assert {entry.body.get("worst") for entry in found if entry.kind == "pain"} == {4, 9}


def test_only_what_is_asked_for_and_never_anothers(app: Flask, alice: Person, bob: Person) -> None:
    with app.app_context():
        a_diary(alice.id)
        db.session.commit()
        assert lately(bob.id, FIRST, LAST, *KINDS) == []
        assert {entry.kind for entry in lately(alice.id, FIRST, LAST, "day")} == {"day"}
        assert {entry.kind for entry in lately(alice.id, FIRST, LAST, "pain")} == {"pain"}
