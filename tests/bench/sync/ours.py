"""Rugwijs as it runs in production, with people, their sessions, and devices that sync."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID, uuid4

from flask import Flask, Response, session

from tests.bench.sync.bodies import BODIES
from tests.bench.sync.load import Connection, Job
from tests.conftest import SECRETS
from tools.served import served
from webapp.accounts.consent import text
from webapp.accounts.models import User, consent_to
from webapp.accounts.signed_in import begin_session
from webapp.config import Settings
from webapp.sync.protocol import SCHEMA

END = re.compile(rb'"cursor":(\d+),"more":(true|false),"now":"[^"]*"\}$')
EPOCH = re.compile(rb'"epoch":(\d+)')


@dataclass
class Device:
    """A device of somebody who is signed in, as far as its requests go."""

    user: UUID
    cookie: str
    id: UUID = field(default_factory=uuid4)
    epoch: str = "null"
    cursor: str = "0"
    n: int = 0

    def sync(self, connection: Connection, ops: Sequence[str] = ()) -> tuple[bytes, bool]:
        """One exchange: the answer, and whether more is waiting."""
        fresh = "true" if self.cursor == "0" else "false"
        body = (
            f'{{"v":1,"schema":{SCHEMA},"user":"{self.user}","device":"{self.id}",'
            f'"epoch":{self.epoch},"cursor":{self.cursor},"fresh":{fresh},"floor":0,'
            f'"ops":[{",".join(ops)}]}}'
        )
        answer = connection.ask("POST", "/api/sync", self._headers(), body.encode())
        end = END.search(answer[-200:])
        epoch = EPOCH.search(answer[:200])
        if end is None or epoch is None:
            raise RuntimeError(f"this is no answer: {answer[:200]!r}")
        self.epoch, self.cursor = epoch[1].decode(), end[1].decode()
        return answer, end[2] == b"true"

    def op(self) -> str:
        """A new entry, as it waits in the outbox."""
        self.n += 1
        return (
            f'{{"op":"{uuid4()}","n":{self.n},"id":"{uuid4()}","kind":"pain","base":0,'
            f'"body":{BODIES[self.n % len(BODIES)]},"deleted":false,'
            '"fields":["began","worst","zones","feel","relief","note"]}'
        )

    def push(self, records: int, batch: int) -> Job:
        """Send so many new entries, so many at a time."""
        ops = [self.op() for _ in range(records)]
        batches = [ops[start : start + batch] for start in range(0, records, batch)]

        def job(connection: Connection) -> int:
            return sum(self._good(connection, ops) for ops in batches)

        return job

    def pull(self) -> Job:
        """Get everything that this device lacks."""

        def job(connection: Connection) -> int:
            met, more = 0, True
            while more:
                answer, more = self.sync(connection)
                met += answer.count(b'"version":')
            return met

        return job

    def _good(self, connection: Connection, ops: Sequence[str]) -> int:
        answer, _ = self.sync(connection, ops)
        good = answer.count(b'"code":"ok"')
        if good != len(ops):
            raise RuntimeError(f"not all was taken: {answer[:300]!r}")
        return good

    def _headers(self) -> str:
        return (
            f"Cookie: {self.cookie}\r\nSec-Fetch-Site: same-origin\r\n"
            "Content-Type: application/json\r\n"
        )


@dataclass
class Ours:
    """A running Rugwijs."""

    address: str
    app: Flask

    def people(self, many: int) -> list[Device]:
        """New people who consented and are signed in, each with a device."""
        from webapp.extensions import db

        now = datetime.now(UTC)
        with self.app.app_context():
            users = [_user(now) for _ in range(many)]
            db.session.add_all(users)
            db.session.commit()
            devices = [Device(user.id, self._signed_in(user)) for user in users]
            db.session.commit()
            return devices

    def other_device(self, device: Device) -> Device:
        """Another device of the same person, empty yet."""
        return Device(device.user, device.cookie)

    def _signed_in(self, user: User) -> str:
        with self.app.test_request_context():
            begin_session(user)
            response = Response(headers={"Cache-Control": "no-store"})
            self.app.session_interface.save_session(self.app, session, response)
        return response.headers["Set-Cookie"].partition(";")[0]


@contextmanager
def running(database_url: str, **settings: str) -> Iterator[Ours]:
    """Rugwijs over this empty database: two workers, as `python -m webapp` serves."""
    from webapp import create_app
    from webapp.extensions import db

    environment = SECRETS | {"DATABASE_URL": database_url} | settings
    with served(environment=environment) as address:
        app = create_app(Settings.from_environment(environment | {"PUBLIC_URL": address}))
        yield Ours(address, app)
        with app.app_context():
            db.engine.dispose()


def _user(now: datetime) -> User:
    user = User(
        id=uuid4(),
        email=f"{uuid4().hex}@example.com",
        password="!",  # nobody signs in with it
        active=True,
        fs_uniquifier=uuid4().hex,
        language="nl",
        created_at=now,
        confirmed_at=now,
        of_age_at=now,
    )
    user.consents.append(consent_to(text("nl")))
    return user
