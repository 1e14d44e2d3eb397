"""A backup is put back on the server, and the phones bring again what it lacks."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.e2e.conftest import OpenPhone
from tests.e2e.diary import all_sent, log_cramp, sign_in
from tests.e2e.kept import keep_app
from tests.e2e.server import Server

ALICE = "alice@example.com"


def back_up(server: Server, to: Path) -> None:
    """A whole copy of the database, taken while the server runs."""
    with sqlite3.connect(database(server)) as source:
        source.execute("VACUUM INTO ?", (str(to),))


def put_back(server: Server, backup: Path) -> None:
    """Put the copy in place of the database, and begin a new epoch."""
    server.stop()
    for ending in ("", "-wal", "-shm"):
        database(server).with_name(database(server).name + ending).unlink(missing_ok=True)
    database(server).write_bytes(backup.read_bytes())
    command = [sys.executable, "-m", "flask", "--app", "webapp", "new-epoch"]
    environment = os.environ | server.environment
    subprocess.run(command, cwd=server.root, env=environment, check=True, capture_output=True)
    server.start()


def database(server: Server) -> Path:
    return Path(server.environment["DATABASE_URL"].removeprefix("sqlite:///"))


def log(page: Page, worst: int) -> None:
    """Log a cramp, and wait until the server has it."""
    log_cramp(page, worst)
    all_sent(page)


def shows(page: Page, *worsts: int) -> None:
    """The diary comes to hold cramps of these numbers, and no other."""
    page.goto("/nl/dagboek")
    titles = page.locator("#diary article h4")
    expect(titles).to_have_count(len(worsts))
    for worst in worsts:
        expect(titles.filter(has_text=f"pijn {worst} van 10")).to_have_count(1)
    all_sent(page)


def test_what_a_restored_server_lacks_comes_back_from_the_phones(
    server: Server, phone: OpenPhone, tmp_path: Path
) -> None:
    server.account(ALICE)
    first, second = phone(), phone()
    for page in (first, second):
        keep_app(page)
        sign_in(page, ALICE)
    log(first, 1)
    log(first, 2)
    shows(second, 1, 2)
    shows(first, 1, 2)

    back_up(server, tmp_path / "backup.db")
    log(first, 7)
    log(second, 8)
    shows(second, 1, 2, 7, 8)
    second.goto("about:blank")  # or it would ask the server once a minute, and learn of the delete
    shows(first, 1, 2, 7, 8)
    first.locator("article", has_text="pijn 1 van 10").get_by_role("button", name="Wissen").click()
    expect(first.locator("#diary article")).to_have_count(3)
    shows(first, 2, 7, 8)
    all_sent(first)

    put_back(server, tmp_path / "backup.db")
    log(second, 9)
    shows(second, 1, 2, 7, 8, 9)  # this phone did not know yet of the delete that was lost
    shows(first, 2, 7, 8, 9)
    shows(second, 2, 7, 8, 9)
    anew = phone()
    sign_in(anew, ALICE)
    shows(anew, 2, 7, 8, 9)
