"""A form on the server changes the diary by the same rule as a device."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from flask import Flask

from tests.device import cramp
from tests.people import Person
from webapp.accounts.keys import DataKey
from webapp.extensions import db
from webapp.tracker.counter import lock_diary
from webapp.tracker.diary import remove, save
from webapp.tracker.history import earlier_of
from webapp.tracker.models import record_of, records_of
from webapp.tracker.records import Problem, day_id
from webapp.vault import Unsealable

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)


@pytest.fixture
def user(app: Flask, alice: Person) -> UUID:
    return alice.id


def test_what_is_saved_is_read_back(app: Flask, user: UUID) -> None:
    record = uuid4()
    with app.app_context():
        assert save(user, "pain", record, cramp(6, zones=["low_left"]), NOW).code == "ok"
        db.session.commit()
        [entry] = records_of(user)
        assert (entry.id, entry.kind, entry.version) == (record, "pain", 1)
        assert entry.body == cramp(6, zones=["low_left"])
        assert record_of(user, record) == entry


def test_what_cannot_be_is_refused_and_nothing_is_written(app: Flask, user: UUID) -> None:
    with app.app_context():
        outcome = save(user, "pain", uuid4(), cramp(11), NOW)
        assert (outcome.code, outcome.problems) == ("bad", [Problem("worst", "out_of_range")])
        assert save(user, "day", uuid4(), {"day": "2026-11-22"}, NOW).problems == [
            Problem("id", "wrong_id")
        ]
        assert records_of(user) == []


def test_saving_what_is_there_already_raises_no_version(app: Flask, user: UUID) -> None:
    record = uuid4()
    with app.app_context():
        save(user, "pain", record, cramp(6), NOW)
        assert save(user, "pain", record, cramp(6), NOW).code == "ok"
        assert lock_diary(user).version == 1


def test_a_form_clears_what_is_left_out(app: Flask, user: UUID) -> None:
    record = uuid4()
    with app.app_context():
        save(user, "pain", record, cramp(6, note="weg ermee"), NOW)
        save(user, "pain", record, cramp(6), NOW)
        found = record_of(user, record)
        assert found is not None
        assert found.body == cramp(6)
        assert earlier_of(user, record) == []


def test_what_a_form_replaces_unseen_is_kept_as_an_earlier_value(app: Flask, user: UUID) -> None:
    record = uuid4()
    with app.app_context():
        save(user, "pain", record, cramp(6), NOW)
        save(user, "pain", record, cramp(9), NOW)
        save(user, "pain", record, cramp(2), NOW, seen=1)
        [earlier] = earlier_of(user, record)
        assert earlier == ("worst", 9, 3, NOW)


def test_a_form_deletes_what_it_showed_and_nothing_newer(app: Flask, user: UUID) -> None:
    record = uuid4()
    with app.app_context():
        save(user, "pain", record, cramp(6), NOW)
        save(user, "pain", record, cramp(9), NOW)
        assert remove(user, record, NOW, seen=2).code == "ok"
        assert remove(user, record, NOW).code == "ok"
        assert records_of(user) == []
        found = record_of(user, record)
        assert found is not None
        assert (found.deleted, found.body, found.version) == (True, {}, 3)


def test_a_deleted_record_may_be_written_again(app: Flask, user: UUID) -> None:
    record = day_id(user, "2026-11-22")
    with app.app_context():
        save(user, "day", record, {"day": "2026-11-22", "stress": 4}, NOW)
        remove(user, record, NOW)
        save(user, "day", record, {"day": "2026-11-22", "stress": 4}, NOW)
        assert [entry.body for entry in records_of(user)] == [{"day": "2026-11-22", "stress": 4}]


def test_records_are_given_by_kind_and_by_person(app: Flask, user: UUID, bob: Person) -> None:
    with app.app_context():
        save(user, "pain", uuid4(), cramp(6), NOW)
        save(user, "day", day_id(user, "2026-11-22"), {"day": "2026-11-22"}, NOW)
        assert [entry.kind for entry in records_of(user, "day", "profile")] == ["day"]
        assert len(records_of(user)) == 2
        assert records_of(bob.id) == []


def test_nothing_is_kept_before_the_caller_commits(app: Flask, user: UUID) -> None:
    with app.app_context():
        save(user, "pain", uuid4(), cramp(6), NOW)
        db.session.rollback()
        assert records_of(user) == []
        assert db.session.get(DataKey, user) is None


def test_without_its_key_a_diary_says_nothing_ever_again(app: Flask, user: UUID) -> None:
    with app.app_context():
        save(user, "pain", uuid4(), cramp(6), NOW)
        db.session.delete(db.session.get(DataKey, user))
        db.session.flush()
        with pytest.raises(Unsealable):
            records_of(user)
        assert db.session.get(DataKey, user) is None
