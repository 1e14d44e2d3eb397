"""Ten years of diary on a slow phone: 3,650 days and 5,000 cramps, added by the app itself.

Measured twice: while all of them wait to be sent, and when they are sent.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from playwright.sync_api import BrowserContext, Page, expect

from tests.bench.line import line
from tests.e2e.carry import PAGE, as_upload, choose, file_of
from tests.e2e.diary import sign_in
from tests.e2e.kept import keep_app, until
from tests.e2e.server import Server
from webapp.tracker.records import day_id
from webapp.zones import ZONES

ADDRESS = "bob@example.com"  # Alice has the other diary
DAYS, CRAMPS = 3650, 5000
TIMES = 5
SLOWDOWN = 4  # times
LONG = 50  # milliseconds: a task that lasts longer is felt
CALM = 2_000  # milliseconds after a save in which its tasks still run
# What the page says of itself: when a save is on the screen, and each task of over 50 ms, as the
# browser itself tells it.
WATCH = """
  new PerformanceObserver((list) => {
    for (const {startTime, duration} of list.getEntries()) {
      (self.long ??= []).push([startTime, duration]);
    }
  }).observe({type: 'longtask', buffered: true});
  const shown = () => (self.shownAt ??= performance.now());
  new MutationObserver(() => {
    if (self.shownAt || !self.pressedAt || !document.querySelector('#toasts .toast')) return;
    requestAnimationFrame(() => requestAnimationFrame(shown));
  }).observe(document, {childList: true, subtree: true});
  addEventListener('submit', () => (self.pressedAt = performance.now()), true);
"""


def measure(server: Server, context: BrowserContext) -> None:
    """Print the figures of a diary of ten years."""
    user = server.account(ADDRESS)
    page = context.new_page()
    keep_app(page)
    sign_in(page, ADDRESS)
    page.add_init_script(WATCH)
    add(page, file_of(user, *records(user)))
    slow = context.new_cdp_session(page)
    context.set_offline(True)
    slow.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    figures(page, "waiting")
    slow.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    context.set_offline(False)
    send_all(page)
    slow.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    figures(page, "sent")


def figures(page: Page, state: str) -> None:
    """Today, a save and the pictures, with the diary in this state."""
    told = f"ten years {state}, {SLOWDOWN}x"
    median(f"{told}: Today usable", lambda: today(page), 1000)
    saves = [save(page, worst % 11) for worst in range(TIMES)]
    line(f"{told}: save to screen", statistics.median(shown for shown, _ in saves), 100, "ms")
    tasks = [longest for _, longest in saves]
    line(f"{told}: longest task, median", statistics.median(tasks), LONG, "ms")
    line(f"{told}: longest task of all", max(tasks), LONG, "ms")
    median(f"{told}: look back, 14 days", lambda: look_back(page), 300)
    median(f"{told}: look back, all years", lambda: all_years(page), 300)


def today(page: Page) -> float:
    """Milliseconds from the start of the visit until the page answers, and says what was logged."""
    page.goto("/nl/vandaag")
    marks = "performance.getEntriesByName('rugwijs-today')"
    until(page, f"{marks}.length > 0")
    return float(page.evaluate(f"{marks}[0].startTime"))


def save(page: Page, worst: int) -> tuple[float, float]:
    """Milliseconds from the tap on Save until the screen says so; and its longest task."""
    today(page)
    page.wait_for_timeout(CALM)  # what the visit itself set going is over
    page.locator(f"form#quick .scale input[value='{worst}']").check(force=True)
    page.locator("form#quick button[type=submit]").click()
    until(page, "self.shownAt > 0")
    page.wait_for_timeout(CALM)
    told: list[float] = page.evaluate(
        """() => [self.shownAt - self.pressedAt, ...(self.long ?? [])
          .filter(([start]) => start > self.pressedAt - 100).map(([, duration]) => duration)]"""
    )
    return told[0], max(told[1:], default=0)


def look_back(page: Page) -> float:
    """Milliseconds of reading and drawing a fortnight, as the page measures them."""
    page.goto("/nl/dagboek/terugkijken")
    return last_look(page, 0)


def all_years(page: Page) -> float:
    """The same for all years, chosen on the page."""
    look_back(page)
    page.wait_for_timeout(CALM)
    took = chosen(page, "all")
    chosen(page, "14")  # it is remembered
    return took


def chosen(page: Page, period: str) -> float:
    """Milliseconds of reading and drawing a period, once it is chosen."""
    before = int(page.evaluate("performance.getEntriesByName('rugwijs-look-back').length"))
    # By the script: the bar at the bottom may lie over it.
    page.locator(f"input[name=period][value='{period}']").evaluate("(one) => one.click()")
    return last_look(page, before)


def last_look(page: Page, before: int) -> float:
    """What the page measured last, once it did so more often than before."""
    looks = "performance.getEntriesByName('rugwijs-look-back')"
    until(page, f"{looks}.length > {before}")
    return float(page.evaluate(f"{looks}.at(-1).duration"))


def median(name: str, one: Callable[[], float], budget: float) -> None:
    """Print the median of several."""
    line(name, statistics.median(one() for _ in range(TIMES)), budget, "ms")


def add(page: Page, file: dict[str, Any]) -> None:
    """Add a file to the diary on the page Take along; nothing is sent yet."""
    page.goto(PAGE)
    choose(page, as_upload(file))
    page.context.set_offline(True)
    page.get_by_role("button", name="Voeg").click()
    expect(page.locator("#bring-news")).to_have_text("Het is gelukt", timeout=120_000)


def send_all(page: Page) -> None:
    """Wait until the server has everything."""
    began = time.monotonic()
    page.goto("/nl/vandaag")
    expect(page.locator("#sync-line")).to_contain_text("Alles is verstuurd", timeout=300_000)
    print(f"{'ten years sent to the server':<50}{time.monotonic() - began:>8.1f} s")


def records(user: Any) -> list[dict[str, Any]]:
    """Ten years up to yesterday, the same each time but for the ids."""
    chance = random.Random(10)
    last = datetime.now(ZoneInfo("Europe/Amsterdam")).date() - timedelta(days=1)
    days = [last - timedelta(days=back) for back in range(DAYS)]
    cramps = [cramp(chance, chance.choice(days)) for _ in range(CRAMPS)]
    return [*(habits(chance, user, day) for day in days), *cramps]


def habits(chance: random.Random, user: Any, day: date) -> dict[str, Any]:
    """What somebody logs of a day."""
    body = {
        "day": day.isoformat(),
        "stress": chance.randint(0, 10),
        "sleep_h": chance.randint(10, 18) / 2,
        "walk_min": chance.randint(0, 90),
    }
    return {"kind": "day", "id": str(day_id(user, day.isoformat())), "body": body}


def cramp(chance: random.Random, day: date) -> dict[str, Any]:
    """A cramp of that day."""
    began = f"{day.isoformat()}T{chance.randint(0, 23):02}:{chance.randint(0, 59):02}+01:00"
    body = {
        "began": began,
        "worst": chance.randint(1, 10),
        "zones": [chance.choice(sorted(ZONES))],
        "minutes": chance.randint(1, 120),
    }
    made = f"{chance.getrandbits(128):032x}"
    random_id = f"{made[:8]}-{made[8:12]}-4{made[13:16]}-8{made[17:20]}-{made[20:]}"
    return {"kind": "pain", "id": random_id, "body": body}
