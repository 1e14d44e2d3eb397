"""A site for all tests of a file: a server behind a network that breaks, and what it holds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from flask import Flask
from sqlalchemy import func, select

from tests.conftest import SECRETS
from tests.database import fresh_database
from tests.e2e.proxy import Proxy
from tests.e2e.server import Server
from tests.people import PASSWORD
from webapp import create_app
from webapp.accounts.models import open_account
from webapp.config import Settings
from webapp.extensions import db, limiter
from webapp.sync import protocol
from webapp.sync.exchange import exchange
from webapp.sync.models import Operation
from webapp.sync.protocol import OPS_A_DAY, OPS_LIMIT
from webapp.tracker.models import changes_after, opened


class Site:
    """The server, the network in front of it, and a look at the server's data."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.server = Server(folder, environment)
        self.proxy = Proxy(self.server.port)
        self.server.environment["PUBLIC_URL"] = self.proxy.url
        self.server.was_down = True  # for who watches: a request that fails is expected here
        self.app: Flask = create_app(Settings.from_environment(self.server.environment))
        self.server.start()

    @property
    def url(self) -> str:
        """Where a browser meets it."""
        return self.proxy.url

    @property
    def was_down(self) -> bool:
        """As of Server."""
        return self.server.was_down

    def close(self) -> None:
        """Stop all of it."""
        self.proxy.close()
        self.server.stop()
        with self.app.app_context():
            db.engine.dispose()

    @contextmanager
    def inside(self) -> Iterator[None]:
        """Work on the server's data; what was done is kept at the end."""
        with self.app.app_context():
            yield
            db.session.commit()
            db.session.remove()

    def account(self, address: str) -> UUID:
        """A confirmed account with consent; its password is that of tests.people."""
        with self.inside():
            user_id: UUID = open_account(address, PASSWORD, "nl", consent=True)
        return user_id

    def signed_in(self, address: str) -> dict[str, Any]:
        """What a browser holds just after signing in, as `storage_state` of a new context.

        The form of the server itself takes ten people a minute from one address.
        """
        client = self.app.test_client()
        limiter.enabled = False
        typed = {"email": address, "password": PASSWORD}
        answer = client.post("/nl/inloggen", data=typed, headers={"Sec-Fetch-Site": "same-origin"})
        limiter.enabled = True
        assert answer.status_code == 302, answer.text
        cookie = client.get_cookie("session")
        assert cookie is not None
        kept = {"name": "session", "value": cookie.value, "domain": "127.0.0.1", "path": "/"}
        rest = {"expires": -1, "httpOnly": True, "secure": False, "sameSite": "Lax"}
        arriving = [{"name": "rugwijs-arriving", "value": "1"}]
        origins = [{"origin": self.url, "localStorage": arriving}]
        return {"cookies": [kept | rest], "origins": origins}

    def records(self, user_id: UUID) -> dict[str, dict[str, Any]]:
        """What the server holds of somebody: id to body, without what was deleted."""
        with self.inside():
            rows = opened(user_id, changes_after(user_id, 0, 1_000_000))
        return {str(row.id): dict(row.body) for row in rows if not row.deleted}

    def fill(self, user_id: UUID, many: int) -> None:
        """Give somebody so many cramps, sent by another device over the days before."""
        body = {"began": "2026-03-09T08:30+01:00", "worst": 5}
        device, epoch, cursor = uuid4(), None, 0
        for start in range(0, many, OPS_LIMIT):
            ops = [_new(body, n) for n in range(start + 1, min(start + OPS_LIMIT, many) + 1)]
            now = datetime.now(UTC) - timedelta(days=many // OPS_A_DAY - start // OPS_A_DAY)
            asked = protocol.Request(user_id, device, epoch, cursor, False, 0, ops)
            with self.inside():
                answer = exchange(user_id, asked, now)
            epoch, cursor = answer.epoch, cursor + len(ops)

    def operations(self, user_id: UUID) -> int:
        """How many changes of somebody were ever answered: each counts once."""
        with self.inside():
            mine = select(func.count()).where(Operation.user_id == user_id)
            return db.session.scalar(mine) or 0


@contextmanager
def running_site(folder: Path, kind: str) -> Iterator[Site]:
    """A site with a fresh database of this kind."""
    with fresh_database(kind, folder) as url:
        made = Site(folder, SECRETS | {"DATABASE_URL": url})
        yield made
        made.close()


def _new(body: dict[str, Any], n: int) -> protocol.Op:
    return protocol.Op(
        op=uuid4(), n=n, id=uuid4(), kind="pain", base=0, body=body,
        fields=sorted(body), deleted=False,
    )  # fmt: skip
