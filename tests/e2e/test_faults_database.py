"""The server's database takes nothing: what was sent is undone whole, and comes over later."""

from __future__ import annotations

import resource
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.breaks import noted
from tests.e2e.conftest import OpenPhone
from tests.e2e.diary import SENT
from tests.e2e.held import cramps, held, nudge, put_in_outbox, wait_until
from tests.e2e.proxy import Answer
from tests.e2e.site import Site
from tests.e2e.two_phones import LINE, end_equal

MANY = 100
HALF = 60_000  # bytes: so many changes take about 100,000, and one takes 30,000
Trouble = Callable[[Site], AbstractContextManager[None]]


@contextmanager
def busy(site: Site) -> Iterator[None]:
    """Somebody else is writing, and does not come to an end."""
    with closing(sqlite3.connect(database(site), isolation_level=None)) as somebody:
        somebody.execute("BEGIN IMMEDIATE")
        yield


@contextmanager
def full(site: Site) -> Iterator[None]:
    """The system refuses to let a file grow in the middle of a commit."""
    with closing(sqlite3.connect(database(site))) as empty:
        assert empty.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
    limit(site, HALF)
    try:
        yield
    finally:
        limit(site, resource.RLIM_INFINITY)


@contextmanager
def read_only(site: Site) -> Iterator[None]:
    """The system opens the database for reading alone, as it does on a disk that fails."""
    url = site.server.environment["DATABASE_URL"]
    restart(site, f"sqlite:///file:{database(site)}?mode=ro&uri=true")
    try:
        yield
    finally:
        restart(site, url)


def database(site: Site) -> Path:
    return Path(site.server.environment["DATABASE_URL"].removeprefix("sqlite:///"))


def everything_in(site: Site) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table; read beside the app, which would wait for who writes."""
    with closing(sqlite3.connect(database(site))) as reader:
        names = [
            name
            for (name,) in reader.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        ]
        return {name: reader.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}


def limit(site: Site, size: int) -> None:
    """So large, and no larger, the server may make a file."""
    for process in site.server.processes():
        resource.prlimit(process, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def restart(site: Site, url: str) -> None:
    site.server.stop()
    site.server.environment["DATABASE_URL"] = url
    site.server.start()


@pytest.fixture
def page(site: Site, site_phone: OpenPhone, alice: UUID, hers: str) -> Page:
    """As everywhere, with a clock of the test's own: the phone must wait, and the test need not."""
    opened = site_phone(storage_state=site.signed_in(hers), service_workers="block")
    opened.clock.install()
    with opened.expect_response(lambda answer: answer.request.method == "PATCH"):
        opened.goto("/nl/vandaag")  # names itself as the last thing that it writes
    expect(opened.locator(LINE)).to_contain_text(SENT)
    return opened


@pytest.mark.parametrize("trouble", [busy, full, read_only], ids=lambda one: one.__name__)
def test_a_database_that_takes_nothing_undoes_all_of_it_and_gets_it_later(
    site: Site, page: Page, alice: UUID, trouble: Trouble
) -> None:
    ops = [op | {"saved": time.time() * 1000} for op in cramps(MANY)]
    answers: list[Answer] = []
    before = everything_in(site)
    with trouble(site):
        put_in_outbox(page, alice, *ops)
        site.proxy.always(noted(answers))
        nudge(page)
        waits = f"Bewaard op deze telefoon. {MANY} notities wachten"
        expect(page.locator(LINE)).to_contain_text(waits)
        assert [answer.status for answer in answers] == [503]
        assert everything_in(site) == before
        assert [op["op"] for op in held(page, alice, "outbox")] == [op["op"] for op in ops]
    wait = int(answers[0].headers["retry-after"])
    nudge(page)
    page.clock.fast_forward((wait + 1) * 1000)
    wait_until(page, lambda: held(page, alice, "outbox") == [])
    assert [answer.status for answer in answers] == [503, 200]
    assert end_equal(site, alice, page) == {op["id"]: op["body"] for op in ops}
