"""How long insights and Today take: the method alone, and the app with ten years of diary.

Times are of this machine as it was; each is the p95 of many, so a busy moment counts too.
"""

from __future__ import annotations

import gc
import random
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID, uuid4

import numpy as np
from flask import Flask
from flask.testing import FlaskClient

from tests.bench import ten_years
from tests.bench.insights.rows import Report
from tests.conftest import SECRETS
from tests.database import fresh_database
from tests.people import make_person
from webapp import create_app
from webapp.accounts.keys import own_box
from webapp.config import Settings
from webapp.extensions import db, limiter
from webapp.insights.associations import associations
from webapp.insights.table import Factor, Table
from webapp.tracker.counter import lock_diary, raise_version
from webapp.tracker.diary import save
from webapp.tracker.factors import FACTORS
from webapp.tracker.merge import Current
from webapp.tracker.models import sealed_row, write_rows
from webapp.tracker.records import tip_id

TIMES = 40
FILLED = 25  # factors of a day, besides those of the other measurement
TIPS_EVERY = 3  # days


def speed(report: Report) -> None:
    """Print the times."""
    report.heading("milliseconds, p95")
    report.at_most("365 days, 15 factors, 3 lags", p95(lambda: associations(noise(365, 15))), 50)
    report.at_most("10 years, 40 factors", p95(lambda: associations(noise(3650, 40)), 5), 1000)
    with ten_years_of_diary() as (app, client, user):
        for path in ("/api/today", "/api/insights"):
            asks(report, app, client, user, path)


def asks(report: Report, app: Flask, client: FlaskClient, user: UUID, path: str) -> None:
    """The app's answers: after each change, unchanged, and to a device that has it."""
    day = datetime.now(UTC).date()
    query = {"day": day.isoformat(), "lang": "nl"}
    numbers = count(1)

    def ask(**headers: str) -> Any:
        answer = client.get(path, query_string=query, headers=headers)
        assert answer.status_code in (200, 304), answer.text
        return answer

    def change() -> None:
        with app.app_context():
            body = {"began": f"{day}T00:{next(numbers) % 60:02}+01:00", "worst": 5}
            assert save(user, "pain", uuid4(), body, datetime.now(UTC)).code == "ok"
            db.session.commit()

    report.at_most(f"{path}, after a change", p95(ask, before=change), 300)
    report.at_most(f"{path}, unchanged", p95(ask), 300)
    etag = ask().headers["ETag"]
    report.at_most(f"{path}, known to the device", p95(lambda: ask(**{"If-None-Match": etag})), 300)


@contextmanager
def ten_years_of_diary() -> Iterator[tuple[Flask, FlaskClient, UUID]]:
    """The app with one person: 3,650 days, 5,000 cramps and the tips that were shown."""
    with TemporaryDirectory() as name, fresh_database("sqlite", Path(name)) as url:
        made = {**SECRETS, "DATABASE_URL": url, "DATA_DIR": name, "PUBLIC_URL": "http://localhost"}
        app = create_app(Settings.from_environment(made))
        limiter.enabled = False
        app.test_client_class = SameOrigin
        person = make_person(app, ten_years.ADDRESS)
        with app.app_context():
            fill(person.id)
            db.session.commit()
        gc.collect()
        gc.freeze()  # as each worker does: webapp/__main__.py
        yield app, person.client, person.id
        with app.app_context():
            db.session.remove()
            db.engine.dispose()
        gc.unfreeze()
        limiter.enabled = True


class SameOrigin(FlaskClient):
    """A browser on our own pages."""

    def open(self, *args: Any, **kwargs: Any) -> Any:
        """As a browser says it."""
        self.environ_base.setdefault("HTTP_SEC_FETCH_SITE", "same-origin")
        return super().open(*args, **kwargs)


def fill(user: UUID) -> None:
    """Write ten years at once, as sync does."""
    lock_diary(user)
    box, device, now = own_box(user), uuid4(), datetime.now(UTC)
    records = [*ten_years.records(user), *tips(user, now.date())]
    chance = random.Random(11)
    asked = [each for each in FACTORS.values() if each.key not in ("stress", "sleep_h", "walk_min")]
    rows = []
    for version, record in enumerate(records, 1):
        if record["kind"] == "day":
            more = {each.key: chance.randint(0, int(min(each.high, 10))) for each in asked[:FILLED]}
            yes = {each.key: chance.random() < 0.3 for each in asked if each.input == "yesno"}
            record["body"] |= more | yes
        fields = dict.fromkeys(record["body"], (version, device))
        state = Current(kind=record["kind"], body=record["body"], fields=fields, deleted=False)
        rows.append(sealed_row(user, UUID(record["id"]), box, state, version, now))
    write_rows(rows, [])
    raise_version(user, len(rows))


def tips(user: UUID, last: date) -> Iterator[dict[str, Any]]:
    """Which tips were shown."""
    for back in range(1, ten_years.DAYS, TIPS_EVERY):
        day = (last - timedelta(days=back)).isoformat()
        body = {"tip": f"T{1 + back % 50:02}", "day": day}
        yield {"kind": "tip", "id": str(tip_id(user, body["tip"], day)), "body": body}


def noise(length: int, factors: int) -> Table:
    """Days on which nothing is missing: the most work there is."""
    rng = np.random.default_rng(1)
    pain = np.array(rng.integers(0, 11, length), dtype=np.float64)
    columns = [Factor(f"f{n}", rng.normal(0, 1, length), False) for n in range(factors)]
    return Table(date(2016, 1, 4), pain, tuple(columns))


def p95(
    work: Callable[[], Any], times: int = TIMES, before: Callable[[], None] | None = None
) -> float:
    """Milliseconds that 19 of 20 runs stay under."""
    took = []
    for _ in range(times + 1):
        if before:
            before()
        began = time.perf_counter()
        work()
        took.append(1000 * (time.perf_counter() - began))
    return statistics.quantiles(took[1:], n=20)[-1]
