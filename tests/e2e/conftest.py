"""A real browser and a real server: `server`, `browser`, and `phone` to open one more phone."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Playwright,
    Request,
    expect,
    sync_playwright,
)

from tests.conftest import SECRETS
from tests.database import fresh_database
from tests.e2e.server import Server

PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
    "locale": "nl-NL",
    "timezone_id": "Europe/Amsterdam",
}
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 30_000  # milliseconds; a busy machine is slow, and a right answer costs no waiting
OpenPhone = Callable[..., Page]
expect.set_options(timeout=PATIENCE)


class Watch:
    """What a page may never do: write an error to the console, or call somebody else."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.faults: list[str] = []

    def follow(self, context: BrowserContext) -> None:
        """Watch every page of this context, open now or later."""
        context.on("console", self._console)
        context.on("weberror", lambda error: self.faults.append(f"script: {error.error}"))
        context.on("request", self._request)

    def _console(self, message: ConsoleMessage) -> None:
        # Each request that fails is written to the console, some after the server is back; and a
        # form that comes back with its mistakes (422) counts as one.
        expected = "net::ERR_" in message.text and self.server.was_down
        if message.type != "error" or expected or "status of 422" in message.text:
            return
        self.faults.append(f"console: {message.text} ({message.location.get('url')})")

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        ours = f"{address.scheme}://{address.netloc}" == self.server.url
        if not ours and address.scheme in ("http", "https", "ws", "wss"):
            self.faults.append(f"third party: {request.url}")


def chromium_path() -> str | None:
    """The system's Chromium, or None for the one that `playwright install chromium` fetched."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if (path := shutil.which(name))), None)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A running server with a fresh database."""
    with fresh_database("sqlite", tmp_path) as url:
        made = Server(tmp_path, SECRETS | {"DATABASE_URL": url})
        made.start()
        yield made
        made.stop()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright itself, for tests that start a browser in a way of their own."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One Chromium for all tests; each test opens contexts of its own in it."""
    started = playwright.chromium.launch(executable_path=chromium_path(), args=QUIET)
    yield started
    started.close()


@pytest.fixture
def watch(server: Server) -> Iterator[Watch]:
    """Faults of all pages of this test; none may be left at its end."""
    watching = Watch(server)
    yield watching
    assert watching.faults == []


@pytest.fixture
def phone(browser: Browser, server: Server, watch: Watch) -> Iterator[OpenPhone]:
    """Open a phone: an empty browser of its own with one page. Options as of new_context."""
    contexts: list[BrowserContext] = []

    def open_phone(**differently: Any) -> Page:
        context = browser.new_context(**PHONE | {"base_url": server.url} | differently)
        context.set_default_timeout(PATIENCE)
        watch.follow(context)
        contexts.append(context)
        return context.new_page()

    yield open_phone
    for context in contexts:
        context.close()
