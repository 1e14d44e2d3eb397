"""A trial in a diary, and what a test of trials does on a phone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator, Page, expect

from tests.e2e.server import Server
from tests.e2e.site import Site
from webapp.insights.trial.design import plan
from webapp.tracker.diary import save
from webapp.tracker.models import records_of
from webapp.tracker.records import trial_id, tried_id

ALICE = "alice@example.com"
NL, EN = "/nl/uitproberen", "/en/trials"
SEED = 5


def today() -> date:
    """The date where the phone is."""
    return datetime.now(ZoneInfo("Europe/Amsterdam")).date()


def keep(server: Server | Site, user: UUID, kind: str, record: UUID, body: dict[str, Any]) -> None:
    with server.inside():
        save(user, kind, record, body, datetime.now(UTC))


def seeded(
    server: Server | Site, user: UUID, days_ago: int, effect: int, known: int, **more: Any
) -> date:
    """A trial that began so many days ago, with pain and one tap on so many of its days."""
    began = today() - timedelta(days=days_ago)
    body: dict[str, Any] = {"habit": "breaks", "began": began.isoformat(), "seed": SEED}
    body |= {"block": 3, "pairs": 7} | more
    order = plan(SEED, body["block"], body["pairs"])
    with server.inside():
        now = datetime.now(UTC)
        save(user, "trial", trial_id(user, began.isoformat()), body, now)
        for n in range(known):
            day = (began + timedelta(days=n)).isoformat()
            worst = 6 + (effect if order[n] else 0) - n % 2 + n % 3
            save(user, "pain", uuid4(), {"began": f"{day}T20:00+01:00", "worst": worst}, now)
            did = {"trial": began.isoformat(), "day": day, "did": order[n] or n % 7 == 0}
            save(user, "tried", tried_id(user, began.isoformat(), day), did, now)
    return began


def choose(page: Page, name: str, begin: str) -> None:
    """Choose a habit by its name, and begin."""
    page.get_by_role("button", name=name).click()
    expect(page.locator("#plan-title")).to_be_focused()
    page.get_by_role("button", name=begin, exact=True).click()
    expect(page.locator("#trial-today")).to_be_visible()


def answers(page: Page) -> Locator:
    return page.locator("[aria-labelledby=trial-today] .trial-question button")


def expect_told(page: Page, place: int) -> None:
    """Wait until this of the two answers is the one that was given."""
    expect(answers(page).nth(place)).to_have_attribute("aria-pressed", "true")


def tried(server: Server | Site, user: UUID) -> list[dict[str, Any]]:
    """What the server has of the days of a trial."""
    with server.inside():
        return [dict(each.body) for each in records_of(user, "tried")]
