"""Heat and cold in turn: the clock runs to its end, survives a reload, and works offline."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.axe import faults_of
from tests.e2e.clock import stand_still
from tests.e2e.conftest import OpenPhone
from tests.e2e.diary import SENT, sign_in
from tests.e2e.kept import keep_app
from tests.e2e.server import Server

MINUTE = 60_000
# Counts what somebody hears and feels.
NOTICED = """
  window.noticed = {tones: 0, buzzes: 0};
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (when) {
    window.noticed.tones += 1;
    start.call(this, when);
  };
  navigator.vibrate = () => { window.noticed.buzzes += 1; return true; };
"""


def open_clock(page: Page, path: str = "/nl/warm-en-koud") -> None:
    """Open the page; its clock is the test's own."""
    page.clock.install()
    page.add_init_script(NOTICED)
    page.goto(path)
    expect(page.locator("#warm-cold")).to_be_visible()


def go_on(page: Page, milliseconds: int) -> None:
    """Let time pass, and the page take a look."""
    page.clock.fast_forward(milliseconds)
    page.clock.run_for(1_000)


def test_offline_the_clock_runs_to_its_end_with_a_sound_at_each_change(
    server: Server, phone: OpenPhone
) -> None:
    page = phone()
    keep_app(page)
    server.stop()
    open_clock(page)
    stand_still(page)
    told, time = page.locator(".told"), page.locator("#warm-cold .time")

    page.get_by_role("button", name="Begin met warm").tap()
    expect(told).to_have_text("Leg de warmte op je rug, met een doek ertussen.")
    expect(page.get_by_role("button", name="Pauze")).to_be_focused()
    go_on(page, 4 * MINUTE)
    expect(time).to_have_text("5:59")
    go_on(page, 5 * MINUTE)
    expect(told).to_have_text("De laatste minuut warmte. Leg de kou vast klaar.")
    assert page.evaluate("window.noticed") == {"tones": 0, "buzzes": 0}

    go_on(page, MINUTE)
    expect(told).to_have_text("Nu de kou, met een doek ertussen. Haal de warmte weg.")
    expect(page.locator("[aria-current=step]")).to_contain_text("Koud")
    assert page.evaluate("window.noticed") == {"tones": 2, "buzzes": 1}

    go_on(page, 10 * MINUTE)
    expect(told).to_contain_text("De tijd is om.")
    expect(page.get_by_role("button", name="Begin met warm")).to_be_visible()
    assert page.evaluate("window.noticed") == {"tones": 4, "buzzes": 2}


def test_a_reload_and_a_pause_lose_nothing(phone: OpenPhone) -> None:
    page = phone()
    open_clock(page)
    stand_still(page)
    time = page.locator("#warm-cold .time")
    page.get_by_role("button", name="Begin met warm").tap()
    go_on(page, 2 * MINUTE)
    page.goto("/nl/artikelen")
    page.clock.fast_forward(2 * MINUTE)
    page.goto("/nl/warm-en-koud")
    expect(time).to_contain_text("5:5")

    page.get_by_role("button", name="Pauze").tap()
    left = time.inner_text()
    go_on(page, 30 * MINUTE)
    page.reload()
    expect(time).to_have_text(left)
    expect(page.locator(".told")).to_contain_text("Pauze.")
    page.get_by_role("button", name="Ga verder").tap()
    go_on(page, MINUTE)
    expect(time).to_contain_text("4:5")


def test_the_keyboard_alone_starts_skips_and_stops_it(phone: OpenPhone) -> None:
    page = phone()
    open_clock(page, "/en/heat-and-cold")
    stand_still(page)
    page.get_by_role("button", name="Start with heat").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Go to cold now")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Back to heat")).to_be_focused()
    expect(page.locator(".told")).to_have_text(
        "Now the cold, with a cloth between. Take the heat away."
    )
    page.clock.run_for(2_000)
    assert page.evaluate("window.noticed") == {"tones": 0, "buzzes": 0}  # it was a choice
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Start with heat")).to_be_focused()
    expect(page.locator(".told")).to_be_empty()


def test_who_told_us_about_numb_skin_is_warned(server: Server, online_phone: OpenPhone) -> None:
    server.account("alice@example.com")
    page = online_phone()
    sign_in(page, "alice@example.com")
    page.goto("/nl/warm-en-koud")
    expect(page.locator("#warm-cold")).to_be_visible()
    expect(page.locator("#numb")).to_be_hidden()
    page.goto("/nl/ik/veilige-tips")
    page.locator("input[name='numb_skin'][value='yes']").check(force=True)
    page.locator("form#entry button[type=submit]").tap()
    page.wait_for_url(re.compile(r"/nl/(ik|dagboek/overzicht)$"))  # with its script, or before it
    expect(page.locator("#sync-line")).to_contain_text(SENT)
    page.goto("/nl/warm-en-koud")
    expect(page.locator("#numb")).to_contain_text("Je gaf aan dat je warmte en kou minder")


@pytest.mark.parametrize("path", ["/nl/warm-en-koud", "/en/heat-and-cold"])
def test_no_state_of_it_has_a_fault(phone: OpenPhone, path: str) -> None:
    page = phone(reduced_motion="reduce")
    open_clock(page, path)
    page.locator("[data-do=start]").tap()
    assert faults_of(page) == []
    page.locator("[data-do=pause]").tap()
    assert faults_of(page) == []
    page.locator("[data-do=resume]").tap()
    go_on(page, 20 * MINUTE)
    expect(page.locator(".told.notice")).to_be_visible()
    assert faults_of(page) == []
