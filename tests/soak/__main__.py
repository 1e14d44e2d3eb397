"""make soak: HISTORIES random histories, then MINUTES of five devices on each kind of database.

It prints what was done, and ends with 1 when a promise was broken. SEED makes another run of it.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.conftest import SECRETS
from tests.database import fresh_database
from tests.soak.crowd import Crowd
from tests.soak.histories import live_through
from tests.soak.place import Place
from tools.postgres import running_postgres

HISTORIES = int(os.environ.get("HISTORIES", "100000"))
MINUTES = float(os.environ.get("MINUTES", "10"))
SEED = int(os.environ.get("SEED", "1"))


def main() -> int:
    """Both, one after the other."""
    broken = _histories()
    broken += _crowd("sqlite")
    with running_postgres() as url:
        given = os.environ.get("TEST_POSTGRES_URL") or url
        if given:
            os.environ["TEST_POSTGRES_URL"] = given
            broken += _crowd("postgresql")
        else:
            print("PostgreSQL is not on this machine: its half is left out.")
    for one in broken:
        print(f"BROKEN: {one}")
    return 1 if broken else 0


def _histories() -> list[str]:
    begun = time.monotonic()
    lived = live_through(HISTORIES) if HISTORIES else None
    if lived is None:
        return []
    print(
        f"{lived.histories} histories, {lived.steps} steps, {lived.requests} answered requests,"
        f" {lived.restores} restores in {time.monotonic() - begun:.0f} s:"
        f" {len(lived.broken)} broke a promise.",
        flush=True,
    )
    return lived.broken


def _crowd(kind: str) -> list[str]:
    if not MINUTES:
        return []
    with TemporaryDirectory() as folder, fresh_database(kind, Path(folder)) as url:
        place = Place(Path(folder), {**SECRETS, "DATABASE_URL": url})
        try:
            crowd = Crowd(place, Random(SEED))
            broken = crowd.run(60 * MINUTES)
        finally:
            place.server.stop()
    done = ", ".join(f"{count} {what}" for what, count in sorted(crowd.did.items()))
    print(f"{kind}, {MINUTES:g} minutes: {done}; {len(broken)} promises broken.", flush=True)
    return [f"{kind}: {one}" for one in broken]


if __name__ == "__main__":
    sys.exit(main())
