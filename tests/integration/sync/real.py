"""The real server, for the same histories as the twin: the whole app over a real database."""

from __future__ import annotations

from collections import Counter as Count
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any, cast
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import delete, insert, select
from sqlalchemy.exc import OperationalError

from tests.device import everything_in
from tests.histories.diary import NOW, Watcher
from tests.histories.server import restored_at
from tests.histories.wire import Reply
from tests.histories.world import ALICE, BOB, Trace
from tests.people import PASSWORD
from webapp.accounts.consent import text
from webapp.accounts.keys import DataKey
from webapp.accounts.models import User, consent_to, has_consent, new_person, withdraw_consent
from webapp.extensions import Model, db
from webapp.sync import ages, protocol, views
from webapp.sync import exchange as exchange_module
from webapp.sync.models import Device, Operation
from webapp.sync.protocol import Op
from webapp.sync.purge import purge
from webapp.tracker import diary as diary_module
from webapp.tracker.counter import Diary, Ended, begin_epoch
from webapp.tracker.diary import Judged, Outcome, apply
from webapp.tracker.draft import Draft
from webapp.tracker.history import Earlier, earlier_of
from webapp.tracker.merge import Change, Current, Entry, Merged, merge
from webapp.tracker.models import Record, changes_after, opened

TABLES: tuple[type[Model], ...] = (Operation, Device, Record, Earlier, Diary, Ended, DataKey)
AGES = timedelta(days=100_000)  # what is answered and what was earlier stays for good

Taken = tuple[UUID, Op, int, str, Current | None, Merged]
Rows = dict[type[Model], list[dict[str, Any]]]


class Clock:
    """The clock of the server in a history."""

    def now(self, _zone: tzinfo) -> datetime:
        """A moment that never changes."""
        return NOW


class RealServer:
    """What tests.histories.world asks of a server, answered by the app itself."""

    def __init__(self, app: Flask, patch: pytest.MonkeyPatch) -> None:
        self.app, self.patch = app, patch
        self.taken: list[Taken] = []
        self._watch()
        self.clients: dict[str | None, FlaskClient] = {None: app.test_client()}
        for user in (ALICE, BOB):
            self.clients[user] = self._signed_in(user)

    def begin(self, trace: Trace, watcher: Watcher) -> RealServer:
        """Empty both diaries, and take the limits of a history."""
        self.watcher, self.restores = watcher, 0
        self.patch.setattr(exchange_module, "PAGE_LIMIT", trace["page"])
        self.patch.setattr(protocol, "REQUEST_LIMIT", trace["room"])
        with self.app.app_context():
            _empty()
            for epoch, user in enumerate((ALICE, BOB), 1):
                db.session.add(Diary(user_id=UUID(user), version=0, epoch=epoch))
            db.session.commit()
        return self

    def answer(self, cookie: str | None, payload: bytes) -> Reply:
        """One request over HTTP, as far as the test client goes."""
        answer = self.clients[cookie].post(
            "/api/sync", data=payload, content_type="application/json"
        )
        assert answer.status_code != 500, answer.text
        taken, self.taken = self.taken, []
        for one in taken if answer.status_code == 200 else ():
            self.watcher.took(*one)
        wait = answer.headers.get("Retry-After")
        return Reply(answer.status_code, answer.data, int(wait) if wait else None)

    def torn(self, cookie: str | None, payload: bytes) -> None:
        """The database goes away in the very last moment of a request."""

        def fail() -> None:
            db.session.flush()
            raise OperationalError("COMMIT", {}, Exception("the disk is full"))

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(db.session, "commit", fail)
            answer = self.answer(cookie, payload)
        assert answer.status != 200

    def backup(self) -> Rows:
        """What a backup holds: the rows of both people's diaries."""
        with self.app.app_context():
            return {
                table: [
                    dict(row)
                    for row in db.session.execute(select(*table.__table__.columns)).mappings()
                ]
                for table in TABLES
            }

    def restore(self, backup: Rows) -> None:
        """Put a backup back, and begin a new epoch of every diary."""
        self.restores += 1
        now = datetime.fromtimestamp(restored_at(self.restores) / 1000, UTC)
        with self.app.app_context():
            _empty()
            for table, rows in backup.items():
                if rows:
                    db.session.execute(insert(table), rows)
            for user in (ALICE, BOB):
                begin_epoch(UUID(user), now)
            db.session.commit()

    def purge(self) -> None:
        """Collect the tombstones, as when all of them are old."""
        with self.app.app_context():
            for user in (ALICE, BOB):
                purge(UUID(user), NOW + 2 * ages.TOMBSTONES)
            db.session.commit()

    def entries(self, user: str) -> list[Entry]:
        """Every row of a person, deleted ones too."""
        with self.app.app_context():
            return opened(UUID(user), changes_after(UUID(user), 0, 1_000_000))

    def history(self, user: str, record: UUID) -> list[tuple[str, object]]:
        """The earlier values of a record: field and value."""
        with self.app.app_context():
            return [(one.field, one.value) for one in earlier_of(UUID(user), record)]

    def epoch(self, user: str) -> int:
        """Which history of this person's diary this is."""
        with self.app.app_context():
            return db.session.scalars(select(Diary.epoch).where(Diary.user_id == UUID(user))).one()

    def known(self) -> set[str]:
        """Every op that was answered."""
        with self.app.app_context():
            return {str(op) for op in db.session.scalars(select(Operation.op))}

    def results(self, user: str) -> dict[str, int]:
        """How many ops came to what."""
        with self.app.app_context():
            mine = select(Operation.code).where(Operation.user_id == UUID(user))
            return Count(db.session.scalars(mine))

    def everything(self) -> object:
        """All that is held."""
        return everything_in(self.app)

    def consents(self, user: str, given: bool) -> None:
        """This person consents, or no longer does."""
        with self.app.app_context():
            if given and not has_consent(UUID(user)):
                person = db.session.get_one(User, UUID(user))
                person.consents.append(consent_to(text("nl")))
            if not given:
                withdraw_consent(UUID(user), datetime.now(UTC))
            db.session.commit()

    def _watch(self) -> None:
        """Note every change that the server takes; what is rolled back is thrown away later."""
        merged: list[tuple[Current | None, Merged]] = []

        def noted(current: Current | None, change: Change, *how: Any) -> Merged:
            merged.append((current, merge(current, change, *how)))
            return merged[-1][1]

        def noting(draft: Draft, device: UUID, judged: Judged, version: int, start: int) -> Outcome:
            outcome = apply(draft, device, judged, version, start)
            if merged:
                op = cast(Op, judged.change)
                self.taken.append((draft.user_id, op, version, outcome.code, *merged.pop()))
            return outcome

        self.patch.setattr(diary_module, "merge", noted)
        self.patch.setattr(exchange_module, "apply", noting)
        self.patch.setattr(views, "datetime", Clock())
        self.patch.setattr(ages, "OPERATIONS", AGES)
        self.patch.setattr(ages, "EARLIER", AGES)

    def _signed_in(self, user: str) -> FlaskClient:
        email = f"{user}@example.com"
        with self.app.app_context():
            person = new_person(email, PASSWORD, "nl")
            person.id, person.confirmed_at = UUID(user), person.created_at
            db.session.add(person)
            db.session.commit()
        self.consents(user, True)
        client = self.app.test_client()
        answer = client.post("/nl/inloggen", data={"email": email, "password": PASSWORD})
        assert answer.status_code == 302
        return client


def _empty() -> None:
    for table in TABLES:
        db.session.execute(delete(table))
