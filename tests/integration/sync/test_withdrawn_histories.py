"""Whatever the order of withdrawing, erasing, agreeing again and syncing, no entry is lost.

Erasing a diary must be to its devices as if the oldest backup of all was put back, in which
nothing was logged yet. The histories know of that already, so they are lived through once more
with erasing in the place of restoring: every promise must hold, and everybody must end where they
end with the backup.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from flask import Flask

from tests.histories.ledger import Ledger
from tests.histories.promises import check_end, live
from tests.histories.server import restored_at
from tests.histories.traces import trace
from tests.histories.world import ALICE, BOB, Trace, World
from tests.integration.sync.real import RealServer
from tests.integration.sync.test_twin import lived
from webapp.accounts.models import has_consent
from webapp.extensions import db
from webapp.sync.purge import erase_diary
from webapp.tracker.counter import begin_anew

FIRST = 300_001  # other seeds than those of other tests
RUNS, WATCHED = 15, 3


class WithdrawnServer(RealServer):
    """The real server, on which both people withdraw where a backup would be put back."""

    def backup(self) -> Any:
        """None is needed: what is erased comes from nowhere but the devices."""

    def restore(self, _backup: Any) -> None:
        """Withdraw, be erased, and agree again if they did before."""
        self.restores += 1
        now = datetime.fromtimestamp(restored_at(self.restores) / 1000, UTC)
        for user in (ALICE, BOB):
            with self.app.app_context():
                agreed = has_consent(UUID(user))
            self.consents(user, False)
            with self.app.app_context():
                if not erase_diary(UUID(user), now):
                    begin_anew(UUID(user), now)  # as the twin does, which never asks
                db.session.commit()
            self.consents(user, agreed)


@pytest.fixture
def real(app: Flask, monkeypatch: pytest.MonkeyPatch) -> RealServer:
    return WithdrawnServer(app, monkeypatch)


def withdrawing(seed: int, steps: int) -> Trace:
    """A history in which the only backup is one of the very beginning."""
    history = trace(seed, steps)
    often = len(history["steps"]) // 3
    later = [step for step in history["steps"] if step[0] != "backup"]
    for place in (2 * often, often):
        later.insert(place, ["restore", 0])
    return history | {"steps": [["backup"], *later]}


def test_everybody_ends_where_the_oldest_backup_would_have_brought_them(real: RealServer) -> None:
    for seed in range(FIRST, FIRST + RUNS):
        history, ledger = withdrawing(seed, 20), Ledger()
        told = lived(history, World(history))
        world = World(history, real.begin(history, ledger), ledger)
        assert lived(history, world) == told, f"seed {seed}"
        check_end(world)


def test_every_promise_holds_at_every_step(real: RealServer) -> None:
    for seed in range(FIRST + RUNS, FIRST + RUNS + WATCHED):
        history, ledger = withdrawing(seed, 40), Ledger()
        live(history, World(history, real.begin(history, ledger), ledger))
