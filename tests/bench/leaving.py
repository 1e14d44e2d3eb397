"""make bench-leaving: how long it takes to leave with ten years of diary, over 10,000 records.

Erasing is timed from the tap until its answer, when no row of the person is left, on SQLite and,
where it is at hand, on PostgreSQL; the file with everything from the tap until the browser has it.
"""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID, uuid4

from playwright.sync_api import sync_playwright
from sqlalchemy import func, select

from tests.bench.insights.speed import SameOrigin, fill
from tests.bench.line import at_least, line
from tests.conftest import SECRETS
from tests.database import fresh_database
from tests.e2e.carry import PAGE, stored
from tests.e2e.conftest import PHONE, QUIET, chromium_path
from tests.e2e.diary import sign_in
from tests.e2e.server import Server
from tests.people import make_person
from tools.postgres import running_postgres
from webapp import create_app
from webapp.config import Settings
from webapp.extensions import db, limiter
from webapp.languages import PATHS
from webapp.tracker.diary import save
from webapp.tracker.models import Record

RECORDS = 10_000
ADDRESS = "alice@example.com"
ERASED_WITHIN = 60  # seconds
FILE_WITHIN = 5  # seconds


def main() -> None:
    """Print each figure with its budget."""
    _erase("sqlite")
    with running_postgres() as url:
        if url:
            os.environ["TEST_POSTGRES_URL"] = url
            _erase("postgresql")
    _take_along()


def _erase(kind: str) -> None:
    with TemporaryDirectory() as name, fresh_database(kind, Path(name)) as url:
        made = {**SECRETS, "DATABASE_URL": url, "DATA_DIR": name, "PUBLIC_URL": "http://localhost"}
        app = create_app(Settings.from_environment(made))
        limiter.enabled, app.test_client_class = False, SameOrigin
        person = make_person(app, ADDRESS)
        with app.app_context():
            _fill(person.id)
            at_least(f"records, {kind}", _records(), RECORDS, "")
        began = time.monotonic()
        answer = person.client.post(PATHS["accounts.erase_account"]["nl"], data={"sure": "y"})
        line(f"erased, {kind}", time.monotonic() - began, ERASED_WITHIN, "s")
        assert answer.status_code == 303, answer.text
        with app.app_context():
            assert _records() == 0
            db.session.remove()
            db.engine.dispose()


def _fill(user_id: UUID) -> None:
    fill(user_id)
    now = datetime.now(UTC)
    for minute in range(RECORDS - _records()):
        began = f"2026-01-01T{minute // 60:02}:{minute % 60:02}+01:00"
        assert save(user_id, "pain", uuid4(), {"began": began, "worst": 5}, now).code == "ok"
    db.session.commit()


def _records() -> int:
    return db.session.scalar(select(func.count()).select_from(Record)) or 0


def _take_along() -> None:
    with TemporaryDirectory() as name, fresh_database("sqlite", Path(name)) as url:
        server = Server(Path(name), SECRETS | {"DATABASE_URL": url})
        user = server.account(ADDRESS)
        with server.inside():
            _fill(user)
        server.start()
        try:
            for form, took in _files(server, user).items():
                line(f"a file with everything: {form}", took, FILE_WITHIN, "s")
        finally:
            server.stop()


def _files(server: Server, user: UUID) -> dict[str, float]:
    took = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=QUIET)
        page = browser.new_page(base_url=server.url, **PHONE)
        sign_in(page, ADDRESS)
        while stored(page, user)["records"] < RECORDS:
            time.sleep(0.1)
        page.goto(PAGE)
        for form in ("Alles bewaren", "Om te lezen", "Als tabellen"):
            began = time.monotonic()
            with page.expect_download() as got:
                page.get_by_role("button", name=form).click()
            size = Path(got.value.path()).stat().st_size
            took[f"{form}, {size // 1000} kB"] = time.monotonic() - began
        browser.close()
    return took


if __name__ == "__main__":
    main()
