"""What a test may ask of a phone about the things it keeps."""

from __future__ import annotations

import json
import time
from typing import Any
from urllib.request import urlopen

from playwright.sync_api import Error, Page, expect

from tests.e2e.server import Server

CACHED = """async () => {
  const found = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const response = await cache.match(request);
      const text = await response.text();
      found.push({name, url: request.url, text, headers: [...response.headers]});
    }
  }
  return found;
}"""


def keep_everything(page: Page, lang: str = "nl") -> None:
    """Visit the app and wait until every article is on this phone."""
    page.goto("/nl/artikelen" if lang == "nl" else "/en/articles")
    start = "Alle" if lang == "nl" else "All"
    expect(page.locator("#kept-line")).to_contain_text(f"{start} ", timeout=60_000)
    # The line is of one language; the other follows.
    everything = len(kept_list(page)["library"])
    counted = "caches.open('rugwijs-library').then((cache) => cache.keys())"
    until(page, f"{counted}.then((keys) => keys.length === {everything})")


def keep_app(page: Page) -> None:
    """Visit the app and wait until its own pages are on this phone; the library follows."""
    page.goto("/nl/kramp-nu")
    until(page, "navigator.serviceWorker.ready.then(() => true)")


def until(page: Page, expression: str, seconds: float = 60) -> None:
    """Wait until an expression is true, over reloads too.

    Playwright's own wait_for_function calls eval in the page, which our policy forbids.
    """
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if page.evaluate(expression):
                return
        except Error:
            pass  # the page went away under the question
        page.wait_for_timeout(100)
    raise AssertionError(f"never true: {expression}")


def kept_list(page: Page) -> dict[str, Any]:
    """What the served worker keeps."""
    text: str = page.evaluate("fetch('/sw.js').then((answer) => answer.text())")
    return _read(text)


def served_list(server: Server) -> dict[str, Any]:
    """The same, asked without a browser."""
    with urlopen(f"{server.url}/sw.js", timeout=30) as answer:
        return _read(answer.read().decode())


def cached(page: Page) -> list[dict[str, Any]]:
    """All that is in Cache Storage: cache name, url, text and headers of each."""
    found: list[dict[str, Any]] = page.evaluate(CACHED)
    return found


def check_for_update(page: Page) -> None:
    """Ask the server for a newer worker, as the browser does at each visit."""
    page.evaluate("navigator.serviceWorker.ready.then((registration) => registration.update())")


def _read(text: str) -> dict[str, Any]:
    first = text.split("\n", 1)[0]
    read: dict[str, Any] = json.loads(first.removeprefix("self.KEPT=").removesuffix(";"))
    return read
