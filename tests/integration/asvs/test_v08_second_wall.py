"""ASVS chapter 8, the second wall: PostgreSQL itself shows nobody the diary of somebody else.

All tests on PostgreSQL run behind it, so it also lets through what each person needs.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from flask import Flask
from psycopg import sql
from sqlalchemy import bindparam, select

from tests.database import fresh_database, owner_of, plain
from tests.device import cramp, device_of
from tests.people import Person
from webapp.config import Settings
from webapp.extensions import db
from webapp.tracker import models
from webapp.tracker.models import Record, Row

DIARY = {"record", "earlier", "operation", "device", "diary", "ended"}
# Asked before anybody knows who is there, by a random value or an address; nothing of health.
BEFORE = {
    "sign_in", "consent", "data_key", "passkey", "address_change", "one_time_codes",
    "recovery_code",
}  # fmt: skip


@pytest.fixture
def database_url(tmp_path: Path) -> Iterator[str]:
    """SQLite has no such wall; without PostgreSQL this file is left out (conftest.py)."""
    with fresh_database("postgresql", tmp_path) as url:
        yield url


@pytest.fixture
def both(alice: Person, bob: Person) -> tuple[Person, Person]:
    """Alice and Bob, each with two entries, one of them changed on two devices at once."""
    for person in (alice, bob):
        phone, tablet = device_of(person), device_of(person)
        record = uuid4()
        phone.sync(phone.edit(record, cramp()), phone.edit(uuid4(), cramp()))
        tablet.sync()
        mine, yours = phone.edit(record, cramp(9), "worst"), tablet.edit(record, cramp(2), "worst")
        phone.sync(mine)
        tablet.sync(yours)
    return alice, bob


@contextmanager
def acting(settings: Settings, whom: UUID | None) -> Iterator[psycopg.Connection[Any]]:
    """A connection of the app that acts for this person, or does not say for whom."""
    with psycopg.connect(plain(settings.database_url)) as connection:
        if whom:
            connection.execute("SELECT set_config('app.person', %s, true)", [str(whom)])
        yield connection
        connection.rollback()


def people_in(connection: psycopg.Connection[Any], table: str) -> set[UUID]:
    """Whose rows are seen, by a query that forgot to say whose it wants."""
    query = sql.SQL("SELECT user_id FROM {}").format(sql.Identifier(table))
    return {user for (user,) in connection.execute(query)}


def test_whoever_does_not_say_for_whom_meets_no_row(
    settings: Settings, both: tuple[Person, Person]
) -> None:
    with acting(settings, None) as connection:
        assert set.union(*(people_in(connection, table) for table in DIARY)) == set()
    with psycopg.connect(plain(owner_of(settings.database_url))) as owner:
        for table in DIARY - {"ended"}:
            assert people_in(owner, table) == {person.id for person in both}, "they are there"


def test_whoever_acts_for_one_sees_changes_and_writes_nothing_of_another(
    settings: Settings, both: tuple[Person, Person]
) -> None:
    alice, bob = both
    with acting(settings, bob.id) as connection:
        for table in DIARY - {"ended"}:
            assert people_in(connection, table) == {bob.id}
            named = sql.Identifier(table)
            hers = sql.SQL(" WHERE user_id = {}").format(sql.Literal(alice.id))
            for start in ("DELETE FROM {}", "UPDATE {} SET user_id = user_id"):
                done = connection.execute(sql.SQL(start).format(named) + hers)
                assert done.rowcount == 0
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(
                "INSERT INTO ended (user_id, epoch, lost_from) VALUES (%s, 1, 1)", [alice.id]
            )
    moved = pytest.raises(psycopg.errors.InsufficientPrivilege)
    with acting(settings, bob.id) as connection, moved:
        connection.execute("UPDATE device SET user_id = %s", [alice.id])


def test_what_is_said_ends_with_its_transaction(
    settings: Settings, both: tuple[Person, Person]
) -> None:
    with psycopg.connect(plain(settings.database_url)) as connection:
        connection.execute("SELECT set_config('app.person', %s, true)", [str(both[0].id)])
        assert people_in(connection, "record") == {both[0].id}
        connection.commit()
        assert people_in(connection, "record") == set()


def test_a_query_that_forgets_whose_rows_it_wants_reads_nothing_of_another(
    app: Flask, both: tuple[Person, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    alice, bob = both
    everybodys = select(*(getattr(Record, name) for name in Row._fields)).order_by(Record.version)
    after = everybodys.where(Record.version > bindparam("version"), bindparam("user").is_not(None))
    monkeypatch.setattr(models, "_AFTER", after.limit(bindparam("limit")))
    with app.app_context():  # as outside a request, where it acts for everybody
        met = models.changes_after(bob.id, 0, 100)
        hers, his = (_ids(person.id) for person in (alice, bob))
        assert {row.id for row in met} == hers | his, "it does forget"
    answer = device_of(bob).send().get_json()
    assert {UUID(record["id"]) for record in answer["changes"]} == his


def test_a_request_of_nobody_reads_nothing(app: Flask, both: tuple[Person, Person]) -> None:
    with app.test_request_context("/"):
        assert db.session.scalars(select(Record.user_id)).all() == []


def test_every_table_with_a_person_is_behind_the_wall_or_named_here(settings: Settings) -> None:
    with psycopg.connect(plain(owner_of(settings.database_url))) as owner:
        found = owner.execute(
            "SELECT relname, relforcerowsecurity FROM pg_class WHERE relrowsecurity"
        )
        walled: dict[str, bool] = dict(found.fetchall())
        assert walled == dict.fromkeys(DIARY, True), "also for whoever owns them"
    personal = {table.name for table in db.metadata.tables.values() if "user_id" in table.c}
    assert personal == DIARY | BEFORE


def _ids(user: UUID) -> set[UUID]:
    return set(db.session.scalars(select(Record.id).where(Record.user_id == user)))
