"""A device of a person, as far as the server can tell: it edits, sends and pulls."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Table, select
from werkzeug.test import TestResponse

from tests.people import Person
from webapp.extensions import db
from webapp.sync.protocol import SCHEMA

Json = dict[str, Any]


@dataclass
class Device:
    """What a device remembers between two requests."""

    person: Person
    client: FlaskClient
    id: UUID = field(default_factory=uuid4)
    epoch: int | None = None
    cursor: int = 0
    floor: int = 0
    n: int = 0
    records: dict[str, Json] = field(default_factory=dict)

    def edit(self, record: UUID | str, body: Json, *fields: str, base: int | None = None) -> Json:
        """A change of the named fields (of all if none is named), as this device would queue it."""
        return self._op(record, base, body=body, fields=list(fields or body))

    def delete(self, record: UUID | str, kind: str = "pain", base: int | None = None) -> Json:
        """The deletion of a record, as this device would queue it."""
        return self._op(record, base, kind=kind, body=None, fields=[], deleted=True)

    def request(self, *ops: Json, **more: Any) -> Json:
        """The request that sends these changes."""
        return {
            "v": 1,
            "schema": SCHEMA,
            "user": str(self.person.id),
            "device": str(self.id),
            "epoch": self.epoch,
            "cursor": self.cursor,
            "fresh": self.cursor == 0,
            "floor": self.floor,
            "ops": list(ops),
            **more,
        }

    def send(self, *ops: Json, **more: Any) -> TestResponse:
        """Send these changes; the answer is not applied."""
        return self.client.post("/api/sync", json=self.request(*ops, **more))

    def sync(self, *ops: Json) -> Json:
        """Send these changes and pull everything; the answer to the changes."""
        first: Json = self._apply(self.send(*ops))
        answer = first
        while answer["more"]:
            answer = self._apply(self.send())
        return first

    def pull_anew(self) -> None:
        """Pull everything in pages, and drop what was not met."""
        self.cursor, self.records = 0, {}
        while self._apply(self.send(fresh=True))["more"]:
            pass

    def codes(self, *ops: Json) -> list[str]:
        """What became of each of these changes."""
        return [result["code"] for result in self.sync(*ops)["results"]]

    def body(self, record: UUID | str) -> Json | None:
        """A record as this device knows it; None when it is deleted or was never here."""
        known = self.records.get(str(record))
        return None if known is None or known["deleted"] else known["body"]

    def _op(self, record: UUID | str, base: int | None, **more: Any) -> Json:
        self.n += 1
        known = self.records.get(str(record), {"version": 0, "kind": "pain"})
        return {
            "op": str(uuid4()),
            "n": self.n,
            "id": str(record),
            "kind": "pain" if "day" not in (more["body"] or {}) else "day",
            "base": known["version"] if base is None else base,
            "deleted": False,
            **more,
        }

    def _apply(self, response: TestResponse) -> Json:
        assert response.status_code == 200, response.text
        answer: Json = response.get_json()
        for record in answer["state"] + answer["changes"]:
            known = self.records.get(record["id"])
            if known is None or record["version"] > known["version"]:
                self.records[record["id"]] = record
        self.floor = answer["floor"] if self.cursor == 0 else self.floor
        self.epoch, self.cursor = answer["epoch"], answer["cursor"]
        return answer


def device_of(person: Person) -> Device:
    """A device on which this person is signed in."""
    return Device(person, person.client)


def cramp(worst: int = 5, **more: Any) -> Json:
    """The body of a cramp."""
    return {"began": "2026-03-09T08:30+01:00", "worst": worst, **more}


def everything_in(app: Flask) -> dict[str, list[str]]:
    """Every row of every table, to compare the database before and after."""
    with app.app_context():
        return {table.name: _rows(table) for table in db.metadata.sorted_tables}


def _rows(table: Table) -> list[str]:
    return sorted(repr(tuple(row)) for row in db.session.execute(select(table)))
