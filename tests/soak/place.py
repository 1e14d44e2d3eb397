"""A real server for a soak run, with its database and the backups of it."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode
from uuid import UUID

import psycopg
from sqlalchemy import make_url, select

from tests.database import owner_of, plain
from tests.e2e.server import Server
from tests.people import PASSWORD
from webapp.extensions import db
from webapp.sync.ages import TOMBSTONES
from webapp.sync.models import Operation
from webapp.sync.purge import purge
from webapp.tracker.counter import begin_epoch
from webapp.tracker.models import changes_after, opened

ADDRESS = "alice@example.com"


class Place:
    """The server, killed and started again as often as it takes."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.server = Server(folder, environment)
        self.database = make_url(environment["DATABASE_URL"])
        self.backed_up = False
        self.server.start()
        self.user = self.server.account(ADDRESS)

    def cookie(self) -> str:
        """Sign in; the cookie of the session."""
        line = HTTPConnection("127.0.0.1", self.server.port, timeout=30)
        form = urlencode({"email": ADDRESS, "password": PASSWORD})
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Sec-Fetch-Site": "same-origin",
        }
        line.request("POST", "/nl/inloggen", form, headers)
        cookies = line.getresponse().getheader("Set-Cookie") or ""
        mine = re.search(r"\bsession=[^;]+", cookies)
        assert mine, cookies
        return mine[0]

    def kill(self) -> None:
        """kill -9, and start again."""
        self.server.stop()
        self.server.start()

    def backup(self) -> None:
        """Keep the database as it is now."""
        self.server.stop()
        self._copy(self._name(), self._name("backup"))
        self.backed_up = True
        self.server.start()

    def restore(self) -> set[str]:
        """Put the backup back and begin a new epoch; the ops that were answered before."""
        before = self.answered()
        self.server.stop()
        self._copy(self._name("backup"), self._name())
        with self.server.inside():
            begin_epoch(self.user, datetime.now(UTC))
        self.server.start()
        return before

    def purge(self) -> None:
        """Collect the tombstones; answered ops of so long ago go with them."""
        with self.server.inside():
            purge(self.user, datetime.now(UTC) + TOMBSTONES / 2)

    def answered(self) -> set[str]:
        """Every op that was answered."""
        with self.server.inside():
            return {str(op) for op in db.session.scalars(select(Operation.op))}

    def living(self) -> dict[str, dict[str, object]]:
        """What the server holds: id to kind and body."""
        user: UUID = self.user
        with self.server.inside():
            entries = opened(user, changes_after(user, 0, 1_000_000))
        return {
            str(one.id): {"kind": one.kind, "body": one.body} for one in entries if not one.deleted
        }

    def _name(self, what: str = "") -> str:
        return f"{self.database.database}{what and f'_{what}'}"

    def _copy(self, origin: str, copy: str) -> None:
        if self.database.get_backend_name() == "sqlite":
            for end in ("", "-wal", "-shm"):
                Path(copy + end).unlink(missing_ok=True)
                if Path(origin + end).exists():
                    shutil.copy(origin + end, copy + end)
            return
        with psycopg.connect(plain(owner_of("/postgres")), autocommit=True) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{copy}" WITH (FORCE)')
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s",
                [origin],
            )
            connection.execute(f'CREATE DATABASE "{copy}" TEMPLATE "{origin}"')
