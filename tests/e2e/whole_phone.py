"""A whole browser, with all that it keeps in a folder: killed, started again, or put back."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, Playwright

from tests.e2e.conftest import PATIENCE, QUIET, chromium_path
from tests.e2e.site import Site

WHERE = "DevToolsActivePort"


class Phone:
    """A whole browser with a profile of its own, to be killed and started again."""

    def __init__(self, playwright: Playwright, folder: Path) -> None:
        self.playwright, self.folder = playwright, folder

    @contextmanager
    def running(self) -> Iterator[BrowserContext]:
        """Start it; at the end it is killed, whole and at once."""
        (self.folder / WHERE).unlink(missing_ok=True)
        path = chromium_path() or self.playwright.chromium.executable_path
        where = [f"--user-data-dir={self.folder}", "--remote-debugging-port=0"]
        command = [path, "--headless=new", *QUIET, *where, "about:blank"]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        process = subprocess.Popen(command, start_new_session=True, **quiet)  # type: ignore[call-overload]
        try:
            browser = self.playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{self._port()}")
            context = browser.contexts[0]
            context.set_default_timeout(PATIENCE)
            yield context
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def _port(self) -> str:
        end = time.monotonic() + 60
        while time.monotonic() < end:
            if (self.folder / WHERE).exists() and (text := (self.folder / WHERE).read_text()):
                return text.split("\n")[0]
            time.sleep(0.05)
        raise AssertionError("the browser does not start")


def arrive(site: Site, page: Page, address: str) -> None:
    """As after signing in by the form."""
    page.context.add_cookies(site.signed_in(address)["cookies"])
    page.evaluate("localStorage.setItem('rugwijs-arriving', '1')")
