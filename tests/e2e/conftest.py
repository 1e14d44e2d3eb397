"""A real browser and a real server: `server`, `browser`, and `phone` to open one more phone.

Where a file's tests share one server, and what breaks between it and the phones: `site`.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

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
from tests.e2e.carry import ready
from tests.e2e.diary import SENT
from tests.e2e.patient import make_patient
from tests.e2e.server import Server
from tests.e2e.site import Site, running_site
from tests.midnight import wait_past_midnight

PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
    "locale": "nl-NL",
    "timezone_id": "Europe/Amsterdam",
}
# Chromium draws the lists under its address bar as pages of their own: a third of the work of
# opening a phone. The others are Playwright's own list, which this one takes the place of.
WITHOUT = [
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
]
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(WITHOUT)}",
]
PATIENCE = 30_000  # milliseconds; a busy machine is slow, and a right answer costs no waiting
OpenPhone = Callable[..., Page]
expect.set_options(timeout=PATIENCE)


class Watch:
    """What a page may never do: write an error to the console, or call somebody else."""

    def __init__(self, server: Server | Site) -> None:
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
        # So is the answer of a server that was set back (409), which the phone understands.
        told = ("net::ERR_", "status of 409")
        expected = self.server.was_down and any(text in message.text for text in told)
        # Behind a network that breaks, every answer that sync understands is one.
        url = message.location.get("url", "")
        expected |= isinstance(self.server, Site) and "/api/" in url
        # What a phone was saying of itself when its person signed out comes too late.
        expected |= "/api/devices/" in url and "status of 401" in message.text
        if message.type != "error" or expected or "status of 422" in message.text:
            return
        self.faults.append(f"console: {message.text} ({message.location.get('url')})")

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        ours = f"{address.scheme}://{address.netloc}" == self.server.url
        if not ours and address.scheme in ("http", "https", "ws", "wss"):
            self.faults.append(f"third party: {request.url}")


@pytest.fixture(autouse=True)
def _within_a_day() -> None:
    """A test in a browser takes longer than others."""
    wait_past_midnight(timedelta(minutes=2))


def chromium_path() -> str | None:
    """The system's Chromium, or None for the one that `playwright install chromium` fetched."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Where the servers of all tests run, one after the other, with the app loaded once."""
    folder = tmp_path_factory.mktemp("server")
    server = Server(folder, SECRETS | {"DATABASE_URL": f"sqlite:///{folder / 'test.db'}"})
    with server.kept_warm():
        yield server


@pytest.fixture
def server(machine: Server, tmp_path: Path) -> Iterator[Server]:
    """A running server with a fresh database, in processes of its own."""
    machine.renew()
    with fresh_database("sqlite", machine.folder):
        machine.start()
        yield machine
        machine.stop()
    shutil.copy(machine.log, tmp_path)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server with a fresh database behind a network that breaks on order, for one file."""
    with running_site(tmp_path_factory.mktemp("site"), "sqlite") as made:
        yield made


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
    with phones(browser, watch) as open_phone:
        yield open_phone


@pytest.fixture
def online_phone(phone: OpenPhone) -> OpenPhone:
    """The same without a worker, which would fetch the whole library for each test."""
    return partial(phone, service_workers="block")


@pytest.fixture
def site_phone(browser: Browser, site: Site) -> Iterator[OpenPhone]:
    """The same on the site that a file shares."""
    watch = Watch(site)
    with phones(browser, watch) as open_phone:
        yield open_phone
    site.proxy.whole()
    assert watch.faults == []


@pytest.fixture
def hers(request: pytest.FixtureRequest) -> str:
    """The address of an Alice of this test only: the tests of a file share their server."""
    return _address(request, "alice")


@pytest.fixture
def his(request: pytest.FixtureRequest) -> str:
    """Bob's."""
    return _address(request, "bob")


@pytest.fixture
def alice(site: Site, hers: str) -> UUID:
    """Her account on the shared site."""
    return site.account(hers)


@pytest.fixture
def bob(site: Site, his: str) -> UUID:
    """His."""
    return site.account(his)


@pytest.fixture
def page(site: Site, site_phone: OpenPhone, alice: UUID, hers: str) -> Page:
    """A phone of Alice on the shared site: on Today, with everything sent.

    Without a worker, which would fetch the whole library for each test.
    """
    return _on_today(site_phone, site.signed_in(hers), service_workers="block")


@pytest.fixture
def other(site: Site, site_phone: OpenPhone, page: Page, hers: str) -> Page:
    """A second phone of Alice, with all that the first has."""
    opened = site_phone(storage_state=site.signed_in(hers), service_workers="block")
    opened.goto("/nl/dagboek")
    expect(opened.locator("#sync-line")).to_contain_text(SENT)
    return opened


@pytest.fixture
def kept_page(site: Site, site_phone: OpenPhone, alice: UUID, hers: str) -> Page:
    """The same with a worker, and the app's pages on the phone."""
    opened = _on_today(site_phone, site.signed_in(hers))
    opened.evaluate("navigator.serviceWorker.ready.then(() => true)")
    opened.goto("/nl/vandaag")
    return opened


def _on_today(site_phone: OpenPhone, state: dict[str, Any], **more: Any) -> Page:
    opened = site_phone(storage_state=state, reduced_motion="reduce", **more)
    opened.goto("/nl/vandaag")
    expect(opened.locator("#sync-line")).to_contain_text(SENT)
    return opened


@pytest.fixture
def carrier(server: Server, phone: OpenPhone) -> tuple[Page, UUID]:
    """Alice on Take along, with an empty diary: the page, and her account."""
    user = server.account("alice@example.com")
    page = phone(reduced_motion="reduce")
    ready(page, "alice@example.com")
    return page, user


def _address(request: pytest.FixtureRequest, name: str) -> str:
    return f"{name}+{abs(hash(request.node.name)) % 10**8}@example.com"


@contextmanager
def phones(browser: Browser, watch: Watch) -> Iterator[OpenPhone]:
    """Open phones on what is watched, and close them at the end."""
    contexts: list[BrowserContext] = []

    def open_phone(**differently: Any) -> Page:
        context = browser.new_context(**PHONE | {"base_url": watch.server.url} | differently)
        context.set_default_timeout(PATIENCE)
        watch.follow(context)
        contexts.append(context)
        if differently.get("java_script_enabled", True):
            make_patient(context)
        return context.new_page()

    yield open_phone
    for context in contexts:
        context.close()
