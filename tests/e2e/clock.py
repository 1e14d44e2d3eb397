"""The time on a phone, in a test's own hands."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page


def stand_still(page: Page) -> None:
    """On a page with a clock of the test: from here on time passes only when the test says so.

    Without this a slow machine adds its own seconds. axe waits in vain on such a page.
    """
    page.clock.pause_at(datetime.now(UTC) + timedelta(minutes=1))
