"""What stands in the database of a phone, read as it is, and put there as no form would."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from uuid import UUID, uuid4

from playwright.sync_api import Error, Page, expect

from tests.e2e.diary import databases

OPEN = """
  const open = (user) => new Promise((resolve, reject) => {
    const opening = indexedDB.open(`rugwijs-${user}`);
    opening.onupgradeneeded = () => opening.transaction.abort();
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error('there is no such database'));
  });
  const done = (asked) => new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
"""
READ = f"""async ([user, store]) => {{{OPEN}
  await globalThis.still?.();
  const db = await open(user);
  const rows = await done(db.transaction(store).objectStore(store).getAll());
  db.close();
  return rows;
}}"""
ADD = f"""async ([user, rows]) => {{{OPEN}
  const db = await open(user);
  const store = db.transaction('outbox', 'readwrite').objectStore('outbox');
  await Promise.all(rows.map((row) => done(store.add(row))));
  db.close();
}}"""


def held(page: Page, user_id: UUID, store: str) -> list[dict[str, Any]]:
    """All rows of one store: records, outbox, refused or meta."""
    rows: list[dict[str, Any]] = page.evaluate(READ, [str(user_id), store])
    return rows


def records(page: Page, user_id: UUID) -> dict[str, dict[str, Any]]:
    """What the server told this phone: id to body, without what was deleted."""
    rows = held(page, user_id, "records")
    return {row["id"]: row["body"] for row in rows if not row["deleted"]}


def remembered(page: Page, user_id: UUID, name: str) -> Any:
    """What the phone remembers under a name; None when nothing."""
    rows = {row["name"]: row["value"] for row in held(page, user_id, "meta")}
    return rows.get(name)


def put_in_outbox(page: Page, user_id: UUID, *ops: dict[str, Any]) -> None:
    """Put changes in the outbox that a form would have refused."""
    blank = {"kind": "pain", "base": 0, "deleted": False, "saved": 0}
    rows = [blank | {"fields": sorted(op["body"] or ())} | op for op in ops]
    page.evaluate(ADD, [str(user_id), rows])


def cramps(many: int) -> list[dict[str, Any]]:
    """So many new entries, as the outbox holds them."""
    body = {"began": "2026-11-20T08:00+01:00", "worst": 2}
    return [{"op": str(uuid4()), "id": str(uuid4()), "body": dict(body)} for _ in range(many)]


def quick(page: Page, worst: int) -> None:
    """Save a cramp with the quick form of this page; returns when the phone says it is saved."""
    page.locator(f"#quick input[value='{worst}']").check(force=True)
    page.locator("#quick button[type=submit]").click()
    expect(page.locator("#quick input:checked")).to_have_count(0)


def nudge(page: Page) -> None:
    """Have the page sync now, as when the network comes back: no test waits for a pause."""
    page.evaluate("dispatchEvent(new Event('online'))")


def wait_until(page: Page, true: Callable[[], bool], seconds: float = 60) -> None:
    """Wait until something is true that only the test can tell."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with suppress(Error):  # the page went away under the question
            if true():
                return
        page.wait_for_timeout(50)
    raise AssertionError("never true")


def is_empty(page: Page) -> None:
    """Nothing of a person comes to be left on this phone."""
    wait_until(page, lambda: not any(name.startswith("rugwijs-") for name in databases(page)))
    keys = page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('rugwijs-'))")
    assert keys == []


def sync_in_background(page: Page, origin: str) -> None:
    """Let the browser fire the sync event of the worker, as it does when the network is back."""
    session = page.context.new_cdp_session(page)
    found: list[str] = []
    session.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda told: found.extend(one["registrationId"] for one in told["registrations"]),
    )
    session.send("ServiceWorker.enable")
    wait_until(page, lambda: bool(found))
    session.send(
        "ServiceWorker.dispatchSyncEvent",
        {
            "origin": origin,
            "registrationId": found[0],
            "tag": "rugwijs-sync",
            "lastChance": False,
        },
    )
