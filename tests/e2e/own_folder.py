"""A browser with a folder of its own, that is opened and closed: what it wrote down can be read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, Playwright

from tests.e2e.conftest import PATIENCE, PHONE, QUIET, chromium_path


class Phone:
    """A browser that is opened and closed, with a folder of its own."""

    def __init__(self, playwright: Playwright, folder: Path, address: str) -> None:
        self.playwright, self.folder, self.address = playwright, folder, address

    @contextmanager
    def running(self) -> Iterator[BrowserContext]:
        """Open it; at the end it is closed."""
        path = chromium_path()
        context = self.playwright.chromium.launch_persistent_context(
            self.folder, executable_path=path, args=QUIET, base_url=self.address, **PHONE
        )
        context.set_default_timeout(PATIENCE)
        yield context
        context.close()


def found_in(folder: Path, word: str) -> list[str]:
    """The files that hold a word, in either way in which a browser writes one down."""
    forms = [word.encode(), word.encode("utf-16-le")]
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if any(form in path.read_bytes() for form in forms)]
