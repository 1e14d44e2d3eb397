"""What a person does on the page Take along, and what is then on the phone and on the server."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from playwright.sync_api import FilePayload, Page, expect

from tests.e2e.diary import sign_in
from tests.e2e.kept import keep_app
from tests.e2e.server import Server
from webapp.languages import PATHS
from webapp.tracker.models import records_of
from webapp.tracker.records import clean

PAGE = PATHS["carry.take_along"]["nl"]
STORED = """async (user) => {
  await globalThis.still?.();
  const open = indexedDB.open(`rugwijs-${user}`);
  const db = await new Promise((go) => (open.onsuccess = () => go(open.result)));
  // In one look: what is sent between two of them would be in neither.
  const both = db.transaction(['records', 'outbox']);
  const rows = (name) => new Promise((go) => {
    const asked = both.objectStore(name).getAll();
    asked.onsuccess = () => go(asked.result);
  });
  const [records, outbox] = [await rows('records'), await rows('outbox')];
  db.close();
  return {records: records.filter(({deleted}) => !deleted).length, outbox: outbox.length};
}"""


def cramp(worst: int, day: str = "2026-05-04", **more: Any) -> dict[str, Any]:
    """A record as it stands in a file."""
    body = {"began": f"{day}T08:30+02:00", "worst": worst, **more}
    return {"kind": "pain", "id": str(uuid4()), "body": body}


def file_of(user: UUID, *records: dict[str, Any], **about: Any) -> dict[str, Any]:
    """Our own file with these records."""
    made = {"format": "rugwijs", "version": 1, "schema": 1, "user": str(user), "made": "x"}
    return made | {"records": list(records)} | about


def as_upload(content: Any, name: str = "mijn.json") -> FilePayload:
    """A file to choose: bytes, text, or what becomes JSON."""
    if not isinstance(content, bytes | str):
        content = json.dumps(content, indent=1, ensure_ascii=False)
    data = content if isinstance(content, bytes) else content.encode()
    return {"name": name, "mimeType": "application/json", "buffer": data}


def choose(page: Page, file: FilePayload | Path) -> None:
    """Choose a file on the page, and wait for what the page says of it."""
    page.locator("#file").set_input_files(file)
    expect(page.locator("#bring-news")).to_be_focused()


def stored(page: Page, user: UUID) -> dict[str, int]:
    """How many living records and unsent edits are on the phone."""
    found: dict[str, int] = page.evaluate(STORED, str(user))
    return found


def contents(server: Server, user: UUID) -> list[tuple[str, bytes]]:
    """What the server has of somebody, each entry by its content alone."""
    with server.inside():
        return sorted((each.kind, clean(each.kind, each.body)) for each in records_of(user))


def today() -> date:
    """The date where the phone is."""
    return datetime.now(ZoneInfo("Europe/Amsterdam")).date()


def taken_along(page: Page, button: str, lang: str = "nl") -> Path:
    """The file that a button of the page makes."""
    page.goto(PATHS["carry.take_along"][lang])
    with page.expect_download() as download:
        page.get_by_role("button", name=button).tap()
    expect(page.locator("#out-said")).to_contain_text(download.value.suggested_filename)
    return Path(download.value.path())


def whole_file(page: Page, button: str = "Alles bewaren", lang: str = "nl") -> dict[str, Any]:
    """Our own file, read."""
    read: dict[str, Any] = json.loads(taken_along(page, button, lang).read_bytes())
    return read


def ready(page: Page, address: str) -> None:
    """Sign in on a phone that keeps the app, and open the page."""
    keep_app(page)
    sign_in(page, address)
    page.goto(PAGE)
