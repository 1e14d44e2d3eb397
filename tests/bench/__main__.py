"""make bench: what a phone downloads and how fast it shows what was saved.

Bytes are exact; times depend on the machine, so they are told with the slowdown they had.
"""

from __future__ import annotations

import json
import statistics
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import BrowserContext, Page, Request, expect, sync_playwright

from tests.bench import ten_years, weights
from tests.bench.line import line
from tests.conftest import SECRETS
from tests.database import fresh_database
from tests.e2e.conftest import PHONE, QUIET, chromium_path
from tests.e2e.diary import SENT, sign_in
from tests.e2e.kept import keep_everything, until
from tests.e2e.server import Server
from tests.e2e.test_search import ask
from webapp import demo
from webapp.config import ROOT

SLOWDOWN = 4  # times, as Lighthouse slows a desktop to a cheap phone
SAVES = 20
MARK = """
  addEventListener('submit', () => sessionStorage.setItem('pressed', performance.now()), true);
  new MutationObserver(() => {
    const pressed = sessionStorage.getItem('pressed');
    if (pressed === null || !document.querySelector('#answer .notice.good')) return;
    sessionStorage.removeItem('pressed');
    const tell = () => sessionStorage.setItem('shown', performance.now() - pressed);
    tell();  // in the page; and again when it is drawn, unless the next page comes before
    requestAnimationFrame(() => requestAnimationFrame(tell));
  }).observe(document, {childList: true, subtree: true});
"""


def main() -> None:
    """Print every figure with its budget."""
    with TemporaryDirectory() as name, fresh_database("sqlite", Path(name)) as url:
        server = Server(Path(name), SECRETS | {"DATABASE_URL": url})
        began = time.monotonic()
        server.start()
        line("start until /healthz answers", time.monotonic() - began, 3, "s")
        try:
            with_browser(server)
        finally:
            server.stop()
    weights.print_all()


def with_browser(server: Server) -> None:
    """Figures that need a browser: the first load, and saving and searching on a slow phone."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=QUIET)
        phone = PHONE | {"base_url": server.url}
        first_load(browser.new_context(**phone))
        saving(server, browser.new_context(**phone))
        searching(browser.new_context(**phone))
        ten_years.measure(server, browser.new_context(**phone))
        browser.close()


def first_load(context: BrowserContext) -> None:
    """Requests and bytes over the wire of one article, by a phone that was never here."""
    page = context.new_page()
    asked: list[Request] = []
    page.on("requestfinished", lambda request: asked.append(request))
    page.goto("/nl/artikelen/houding", wait_until="load")
    mine = [request for request in asked if request.service_worker is None]
    sizes = [request.sizes() for request in mine]
    total = sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes)
    line("first load of an article: requests", len(mine), 12, "")
    line("first load of an article: over the wire", total / 1000, 60, "kB")


def saving(server: Server, context: BrowserContext) -> None:
    """From the tap on Save until the screen says so, with 120 days in the diary."""
    seed(server)
    page = context.new_page()
    keep_everything(page)
    sign_in(page, demo.DEMO_EMAIL, demo.DEMO_PASSWORD)
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    page.add_init_script(MARK)
    times = [one_save(page, worst % 11) for worst in range(SAVES)]
    name = f"save until shown, {SLOWDOWN}x slower"
    line(f"{name}: median of {SAVES}", statistics.median(times), 100, "ms")
    line(f"{name}: slowest of {SAVES}", max(times), 100, "ms")


def one_save(page: Page, worst: int) -> float:
    """Milliseconds between the tap and the frame that says it is saved."""
    page.goto("/nl/noteren/kramp")
    # Nobody answers before the sync of the page's start is over.
    expect(page.locator("#sync-line")).to_contain_text(SENT)
    page.locator(f".scale input[value='{worst}']").check(force=True)
    page.locator("form#entry button[type=submit]").last.click()
    page.wait_for_url("**/nl/dagboek")
    return float(page.evaluate("() => sessionStorage.getItem('shown')"))


def searching(context: BrowserContext) -> None:
    """From a question until its answer is on the page, for every kept question in Dutch."""
    page = context.new_page()
    page.goto("/nl/zoeken")
    ask(page, "rug")
    page.locator(".results").wait_for()  # the index is made
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    times = [one_search(page, question) for question in dutch_questions()]
    name = f"search, {SLOWDOWN}x slower"
    line(f"{name}: median of {len(times)}", statistics.median(times), 50, "ms")
    line(f"{name}: slowest of {len(times)}", max(times), 50, "ms")


def one_search(page: Page, question: str) -> float:
    """Milliseconds between a question and its answer, as the page measured them."""
    last = "performance.getEntriesByName('rugwijs-search')"
    before = int(page.evaluate(f"{last}.length"))
    ask(page, question)
    until(page, f"{last}.length > {before}")
    return float(page.evaluate(f"{last}.at(-1).duration"))


def dutch_questions() -> list[str]:
    """The kept questions on which phone and server agree."""
    kept = json.loads((ROOT / "tests" / "cases" / "questions.json").read_text())
    return [case["question"] for case in kept if case["lang"] == "nl"]


def seed(server: Server) -> None:
    """Give the made-up person her 120 days."""
    from webapp import create_app
    from webapp.config import Settings
    from webapp.extensions import db

    app = create_app(Settings.from_environment(server.environment))
    with app.app_context():
        demo.seed()
        db.session.remove()
        db.engine.dispose()


if __name__ == "__main__":
    main()
