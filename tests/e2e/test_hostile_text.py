"""What somebody typed stays text on every page that shows it: two hundred that try not to."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.e2e.carry import taken_along
from tests.e2e.diary import SENT
from tests.e2e.hostile import CORPUS, WAYS
from tests.e2e.site import Site
from webapp.languages import LANGUAGES, PATHS
from webapp.tracker.diary import save
from webapp.tracker.records import day_id, settings_id

PAGES = (
    "tips.today",
    "tracker.log",
    "tracker.day",
    "tracker.look_back",
    "tracker.settings",
    "insights.insights",
    "sync.devices",
    "tracker.entries",
)
LISTEN = """
  self.broken = [];
  addEventListener('securitypolicyviolation', ({violatedDirective}) => {
    self.broken.push(violatedDirective);
  });
"""
WORKED = """() => [
  ...document.querySelectorAll('[data-evil], script:not([src]):not([type="application/json"])'),
].map(({outerHTML}) => outerHTML).concat(self.broken)"""


def keep(site: Site, alice: UUID, today: date) -> None:
    """Every text in a note of hers, and some as the names of her own questions."""
    now = datetime.now(UTC)
    names = {"own_1_name": CORPUS[1][:40], "own_1_unit": "<b>'\"", "own_2_name": CORPUS[25][:40]}
    with site.inside():
        inputs = {"own_1_input": "number", "own_2_input": "number"}
        assert save(alice, "settings", settings_id(alice), names | inputs, now).code == "ok"
        day = {"day": today.isoformat(), "own_1": 3, "own_2": 4, "note": CORPUS[0]}
        assert save(alice, "day", day_id(alice, today.isoformat()), day, now).code == "ok"
        for place, text in enumerate(CORPUS):
            began = f"{today - timedelta(days=place % 14)}T{place % 24:02}:30+01:00"
            cramp = {"began": began, "worst": place % 11, "note": text}
            assert save(alice, "pain", uuid4(), cramp, now).code == "ok", text


def dialogs_of(page: Page) -> list[str]:
    """What a page asks or says in a window of the browser, from now on."""
    told: list[str] = []

    def close(dialog: Dialog) -> None:
        told.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", close)
    return told


@pytest.mark.parametrize("lang", LANGUAGES)
def test_two_hundred_hostile_texts_stay_texts(
    site: Site, page: Page, alice: UUID, lang: str
) -> None:
    today = datetime.now(UTC).date() - timedelta(days=1)
    keep(site, alice, today)
    dialogs = dialogs_of(page)
    page.add_init_script(LISTEN)
    page.goto(PATHS["tracker.diary"][lang])
    expect(page.locator("#sync-line")).to_contain_text(SENT)
    expect(page.locator("#diary article")).to_have_count(len(CORPUS) + 1)
    shown = page.locator("#diary").text_content() or ""
    assert [text for text in CORPUS if text not in shown] == []
    worked = {"diary": page.evaluate(WORKED)}
    for endpoint in PAGES:
        page.goto(PATHS[endpoint][lang])
        page.wait_for_load_state("networkidle")
        worked[endpoint] = page.evaluate(WORKED)
    for text in WAYS:
        page.goto(PATHS["library.search"][lang] + "?q=" + text.replace("%", "%25"))
        worked[text] = page.evaluate(WORKED)
    assert {where: what for where, what in worked.items() if what} == {}
    assert dialogs == []


def test_the_page_to_read_has_them_as_texts_too(site: Site, page: Page, alice: UUID) -> None:
    keep(site, alice, datetime.now(UTC).date() - timedelta(days=1))
    page.goto("/nl/dagboek")
    expect(page.locator("#diary article")).to_have_count(len(CORPUS) + 1)
    file = taken_along(page, "Om te lezen")
    opened = page.context.new_page()
    dialogs = dialogs_of(opened)
    opened.set_content(file.read_text(encoding="utf-8"))
    assert opened.locator("[data-evil]").count() == 0
    assert "onerror=alert(1)" in (opened.locator("body").text_content() or "")
    assert dialogs == []
