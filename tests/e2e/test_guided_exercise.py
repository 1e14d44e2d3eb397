"""A guided exercise without a network: counted, kept on the phone, and in the diary."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.axe import faults_of
from tests.e2e.clock import stand_still
from tests.e2e.conftest import OpenPhone
from tests.e2e.diary import SENT, sign_in
from tests.e2e.kept import keep_everything, until
from tests.e2e.server import Server

ALICE = "alice@example.com"


def test_an_exercise_done_offline_ends_in_the_diary(server: Server, phone: OpenPhone) -> None:
    server.account(ALICE)
    page = phone()
    keep_everything(page)
    sign_in(page, ALICE)
    server.stop()
    page.goto("/nl/oefeningen/knie-naar-borst")
    expect(page.locator(".positions .figure")).to_have_count(2)

    open_guide(page)
    page.locator("input[name='pain-before'][value='5']").check(force=True)
    page.get_by_role("button", name="Start").click()
    page.clock.run_for(500)
    expect(page.locator(".guide .cue")).to_have_text("Maak je klaar, begin met links")
    page.clock.run_for(10_000)
    expect(page.locator(".guide .cue")).to_have_text("Haal je knie zacht naar je borst")
    expect(page.locator(".guide .count")).to_have_text("20")
    expect(page.locator(".guide")).to_contain_text("ronde 1 van 2 · links")

    page.get_by_role("button", name="Pauze").click()
    page.clock.run_for(600_000)
    expect(page.locator(".guide .count")).to_have_text("20")
    page.get_by_role("button", name="Ga verder").click()

    page.clock.fast_forward(200_000)
    expect(page.get_by_role("heading", name="Goed gedaan")).to_be_visible()
    page.locator("input[name='pain-after'][value='3']").check(force=True)
    page.get_by_role("button", name="Bewaar in mijn dagboek").click()
    expect(page.locator(".toast")).to_contain_text("Bewaard op deze telefoon")
    expect(page.locator("dialog.guide")).to_have_count(0)

    page.clock.resume()
    page.goto("/nl/dagboek")
    entry = page.locator("article", has_text="Oefening: Knie naar je borst")
    expect(entry).to_contain_text("5 van 10")
    expect(entry).to_contain_text("3 van 10")
    expect(entry).to_contain_text("nog niet verstuurd")
    expect(entry.get_by_role("link", name="Wijzigen")).to_have_count(0)

    server.start()
    page.goto("/nl/dagboek")
    page.clock.run_for(5_000)
    expect(page.locator("#sync-line")).to_contain_text(SENT)
    entry.get_by_role("button", name="Wissen").click()
    expect(page.locator("article", has_text="Oefening")).to_have_count(0)


def test_without_an_account_the_exercise_works_and_nothing_is_asked(phone: OpenPhone) -> None:
    page = phone()
    page.goto("/en/exercises/micro-break")
    open_guide(page, "Do this exercise with guidance")
    page.get_by_role("button", name="Start").click()
    page.clock.fast_forward(130_000)
    expect(page.get_by_role("heading", name="Well done")).to_be_visible()
    expect(page.locator(".guide")).to_contain_text("With an account this goes into your diary")
    expect(page.get_by_role("button", name="Keep in my diary")).to_have_count(0)
    page.get_by_role("button", name="Close").click()
    expect(page.locator("dialog.guide")).to_have_count(0)


def test_escape_pauses_and_stopping_early_keeps_nothing(server: Server, phone: OpenPhone) -> None:
    server.account(ALICE)
    page = phone()
    sign_in(page, ALICE)
    page.goto("/nl/oefeningen/brug")
    open_guide(page)
    page.get_by_role("button", name="Start").click()
    page.clock.run_for(12_000)
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Ga verder")).to_be_visible()
    page.get_by_role("button", name="Stoppen").click()
    expect(page.get_by_role("heading", name="Je bent gestopt")).to_be_visible()
    expect(page.get_by_role("button", name="Bewaar in mijn dagboek")).to_have_count(0)


@pytest.mark.parametrize(
    ("path", "seconds", "last"),
    [
        ("/nl/oefeningen/buikademhaling", 10 + 5 * 60, "Adem uit"),
        ("/nl/oefeningen/spierontspanning", 10 + 12 * 60, "Laat je gezicht los"),
        ("/nl/oefeningen/micro-pauze", 5 + 2 * 60, "Loop nog even"),
    ],
)
def test_what_calms_runs_to_its_end(phone: OpenPhone, path: str, seconds: int, last: str) -> None:
    page = phone()
    page.goto(path)
    open_guide(page)
    page.get_by_role("button", name="Start").click()
    page.clock.fast_forward((seconds - 1) * 1000)
    expect(page.locator(".guide .cue")).to_have_text(last)
    expect(page.locator(".guide .count")).to_have_text("1")
    page.clock.fast_forward(1_000)
    expect(page.get_by_role("heading", name="Goed gedaan")).to_be_visible()


def test_breathing_is_four_counts_in_and_six_out_and_its_circle_grows(phone: OpenPhone) -> None:
    page = phone()
    page.goto("/nl/oefeningen/buikademhaling")
    open_guide(page)
    page.get_by_role("button", name="Start").click()
    cue, count = page.locator(".guide .cue"), page.locator(".guide .count")
    page.clock.run_for(10_100)
    expect(cue).to_have_text("Adem in")
    expect(count).to_have_text("4")
    wide = "document.querySelector('.guide .breath').getBoundingClientRect().width"
    first = page.evaluate(wide)
    until(page, f"{wide} > {first * 1.05}")  # the browser moves it by a clock of its own
    page.clock.run_for(4_000)
    expect(cue).to_have_text("Adem uit")
    expect(count).to_have_text("6")


@pytest.mark.parametrize("wide", [320, 390, 844])
def test_the_guided_mode_fits_the_screen(phone: OpenPhone, wide: int) -> None:
    page = phone(viewport={"width": wide, "height": 390 if wide == 844 else 844})
    page.goto("/nl/oefeningen/spierontspanning")
    open_guide(page)
    page.get_by_role("button", name="Start").click()
    page.clock.run_for(16_000)
    fits = "document.querySelector('.guide').scrollWidth <= document.documentElement.clientWidth"
    assert page.evaluate(fits)
    page.get_by_role("button", name="Pauze").click()


def open_guide(page: Page, name: str = "Doe deze oefening met begeleiding") -> None:
    """Open the guided mode; from here on the clock is the test's own."""
    button = page.get_by_role("button", name=name)
    expect(button).to_be_visible()
    page.clock.install()
    stand_still(page)
    button.click()
    expect(page.locator("dialog.guide h2")).to_be_focused()


@pytest.mark.parametrize("path", ["/nl/oefeningen/open-boek", "/en/exercises/belly-breathing"])
def test_an_exercise_and_its_guided_mode_have_no_fault(online_phone: OpenPhone, path: str) -> None:
    page = online_phone(reduced_motion="reduce")
    page.goto(path)
    assert faults_of(page) == []
    page.locator("#guide-place button").click()
    expect(page.locator("dialog.guide h2")).to_be_focused()
    assert faults_of(page) == []
    page.get_by_role("button", name="Start").click()
    expect(page.locator(".guide .cue")).to_be_visible()
    page.locator(".guide .actions button").first.click()
    assert faults_of(page) == []
