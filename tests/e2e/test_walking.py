"""The walking programme: begun, walked and advised on, over weeks, devices and no network."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any

from playwright.sync_api import Page, expect

from tests.e2e.axe import faults_of
from tests.e2e.conftest import OpenPhone
from tests.e2e.diary import SENT, all_sent, hold, log_cramp, log_day, sign_in
from tests.e2e.kept import keep_app
from tests.e2e.server import Server

ALICE = "alice@example.com"
PATH = "/nl/wandelprogramma"
# Long enough ago that the weeks of a test lie before the day of the server.
NOW = datetime.now(UTC)
START = NOW.replace(hour=10, minute=0, second=0, microsecond=0) - timedelta(days=30)


def on_day(page: Page, number: int, path: str = PATH) -> None:
    """Open the programme on a day from the start of the test; timers run on as usual."""
    page.clock.set_fixed_time(START + timedelta(days=number))
    page.goto(path)
    expect(page.locator("#walking")).to_be_visible()


def begin(page: Page, minutes: int) -> None:
    """Answer how many minutes go now, and begin."""
    page.locator(f"#walk-begin input[value='{minutes}']").check(force=True)
    page.locator("#walk-begin button[type=submit]").tap()
    expect(page.locator("#walk-week")).to_have_text("Week 1 van 12")


def log(page: Page, minutes: int) -> None:
    """Note the minutes of a day that has none yet, in one tap."""
    page.get_by_role("button", name=f"Noteer {minutes} minuten", exact=True).tap()
    expect(page.locator(".toast")).to_contain_text(f"Bewaard: vandaag {minutes} minuten.")


def without_account(page: Page, plan: dict[str, Any], walked: dict[str, int]) -> None:
    """Lay a programme on the device as if nobody had been signed in."""
    kept = json.dumps({"plans": {plan["began"]: plan}, "walked": walked})
    page.evaluate("kept => localStorage.setItem('rugwijs-kept-walking', kept)", kept)


def date(number: int) -> str:
    return (START + timedelta(days=number)).date().isoformat()


def test_four_days_of_the_minutes_make_the_next_week_longer_on_every_phone(
    server: Server, online_phone: OpenPhone
) -> None:
    server.account(ALICE)
    page = online_phone()
    sign_in(page, ALICE)
    on_day(page, 0)
    begin(page, 10)
    expect(page.locator("#walk-week")).to_be_focused()
    for day in (0, 2, 3):
        on_day(page, day)
        log(page, 10)
    next_week = page.locator("[aria-labelledby=walk-next]")
    expect(next_week).to_contain_text("Zoals het nu staat: 10 minuten per dag.")
    expect(next_week).to_contain_text("Loop je nog op 1 dag 10 minuten of meer?")
    on_day(page, 5)
    log(page, 10)
    expect(next_week).to_contain_text("Zoals het nu staat: 13 minuten per dag.")
    all_sent(page)

    other = online_phone()
    sign_in(other, ALICE)
    on_day(other, 7)
    expect(other.locator("#walk-week")).to_have_text("Week 2 van 12")
    expect(other.locator(".walk-target")).to_contain_text("13 minuten per dag")
    week = other.locator("[aria-labelledby=walk-week]")
    expect(week).to_contain_text("Vorige week liep je op 4 dagen 10 minuten of meer. Daarom nu 13.")
    other.get_by_text("Alle weken").tap()
    expect(other.locator("tr", has_text="4 van 4 genoteerde dagen")).to_be_visible()


def test_minutes_are_added_to_the_day_as_it_was_and_can_be_taken_back(
    server: Server, online_phone: OpenPhone
) -> None:
    server.account(ALICE)
    page = online_phone()
    sign_in(page, ALICE)
    page.clock.set_fixed_time(START)
    log_day(page, date(0), walk_min="6", sitting_h="8")
    on_day(page, 0)
    begin(page, 10)
    today = page.locator("[aria-labelledby=walk-today]")
    expect(today).to_contain_text("Vandaag staan er 6 minuten genoteerd.")
    page.get_by_role("button", name="Tel er 4 bij: samen 10").tap()
    expect(today).to_contain_text("Vandaag staan er 10 minuten genoteerd.")
    page.get_by_label("Een ander aantal minuten erbij").fill("591")
    page.get_by_role("button", name="Noteer", exact=True).tap()
    expect(today.locator(".error")).to_have_text("Typ een heel getal van 1 tot 590.")
    expect(page.locator("#walk-other")).to_be_focused()
    page.locator("#walk-other").fill("12")
    page.keyboard.press("Enter")
    expect(page.locator(".toast")).to_contain_text("vandaag 22 minuten")
    undo = hold(page, "Ongedaan maken")
    expect(today).to_contain_text("Vandaag staan er 22 minuten genoteerd.")
    undo.tap()
    expect(today).to_contain_text("Vandaag staan er 10 minuten genoteerd.")

    page.goto("/nl/dagboek")
    entry = page.locator("article", has_text="Mijn dag")
    expect(entry).to_contain_text("10 minuten")
    expect(entry).to_contain_text("8 uur")


def test_a_worse_cramp_is_a_step_back_and_the_person_may_choose_otherwise(
    server: Server, online_phone: OpenPhone
) -> None:
    server.account(ALICE)
    page = online_phone()
    sign_in(page, ALICE)
    page.clock.set_fixed_time(START - timedelta(days=2))
    log_cramp(page, 2)
    on_day(page, 0)
    begin(page, 20)
    page.clock.set_fixed_time(START + timedelta(days=3))
    log_cramp(page, 6)
    on_day(page, 8)
    week = page.locator("[aria-labelledby=walk-week]")
    expect(page.locator(".walk-target")).to_contain_text("17 minuten")
    expect(week).to_contain_text("was 6 van 10, en de week ervoor 2. Daarom nu 17 minuten.")
    expect(week.get_by_role("link", name="Let op alarmsignalen bij rugpijn")).to_be_visible()

    page.get_by_text("Liever een ander aantal deze week?").tap()
    week.get_by_role("button", name="20 minuten").tap()
    undo = hold(page, "Ongedaan maken")
    expect(page.locator(".walk-target")).to_contain_text("20 minuten")
    expect(week).to_contain_text("Dit koos je zelf. Het advies was 17 minuten.")
    undo.tap()
    expect(page.locator(".walk-target")).to_contain_text("17 minuten")


def test_without_network_it_begins_counts_stops_and_goes_on(
    server: Server, phone: OpenPhone
) -> None:
    server.account(ALICE)
    page = phone()
    keep_app(page)
    sign_in(page, ALICE)
    server.stop()
    on_day(page, 0)
    begin(page, 15)
    log(page, 15)
    page.get_by_role("button", name="Stop met het programma").tap()
    expect(page.locator(".toast")).to_contain_text("Je bent gestopt.")
    undo = hold(page, "Ongedaan maken")
    undo.tap()
    expect(page.locator("#walk-week")).to_have_text("Week 1 van 12")
    page.get_by_role("button", name="Stop met het programma").tap()
    expect(page.locator("#walk-title")).to_be_focused()
    page.reload()
    page.get_by_role("button", name="Ga toch verder").tap()
    expect(page.locator("#walk-week")).to_have_text("Week 1 van 12")

    server.start()
    page.reload()
    expect(page.locator("#sync-line")).to_contain_text(SENT)
    expect(page.locator("[aria-labelledby=walk-today]")).to_contain_text("15 minuten genoteerd")


def test_nobody_keeps_it_on_the_phone_and_takes_it_along_with_a_yes(
    server: Server, online_phone: OpenPhone
) -> None:
    server.account(ALICE)
    page = online_phone()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    on_day(page, 0)
    begin(page, 10)
    log(page, 10)
    page.reload()
    expect(page.locator("[aria-labelledby=walk-today]")).to_contain_text("10 minuten genoteerd")
    assert not [url for url in asked if "/api/" in url]

    page.clock.set_fixed_time(NOW)  # Today asks the server, which knows no other day than its own
    sign_in(page, ALICE)
    on_day(page, 1)
    expect(page.locator("#walk-begin")).to_be_visible()
    expect(page.locator("#main li", has_text="Wandelprogramma, begonnen: ")).to_be_visible()
    page.get_by_role("button", name="Toevoegen").tap()
    expect(page.locator("#walk-week")).to_have_text("Week 1 van 12")
    page.get_by_text("Deze dagen als tabel").tap()
    expect(page.locator("tr", has_text="10 minuten")).to_be_visible()
    expect(page.locator("#sync-line")).to_contain_text(SENT)


def test_the_keyboard_alone_begins_and_logs(online_phone: OpenPhone) -> None:
    page = online_phone()
    on_day(page, 0, "/en/walking-programme")
    page.get_by_role("button", name="Start today").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#minutes-error")).to_be_visible()
    expect(page.locator("#walk-begin input").first).to_be_focused()
    page.keyboard.press("ArrowDown")  # the second: 10 minutes
    page.keyboard.press("Enter")
    expect(page.locator("#walk-week")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("[aria-labelledby=walk-today]")).to_contain_text("10 minutes are logged")


def test_who_told_us_about_me_cfs_is_not_asked_to_do_more(
    server: Server, online_phone: OpenPhone
) -> None:
    server.account(ALICE)
    page = online_phone()
    sign_in(page, ALICE)
    on_day(page, 0)
    begin(page, 10)
    page.goto("/nl/ik/veilige-tips")
    page.locator("input[name='mecfs'][value='yes']").check(force=True)
    page.locator("form#entry button[type=submit]").tap()
    page.wait_for_url(re.compile(r"/nl/(ik|dagboek/overzicht)$"))  # with its script, or before it
    on_day(page, 0)
    expect(page.locator("#walking")).to_contain_text("Je gaf aan dat je ME/CVS hebt.")
    expect(page.locator(".walk-target")).to_have_count(0)
    page.get_by_role("button", name="Stop met het programma").tap()
    expect(page.locator("#walking button")).to_have_count(0)


def test_a_tip_to_walk_leads_to_the_programme(server: Server, online_phone: OpenPhone) -> None:
    server.account(ALICE)
    page = online_phone()
    sign_in(page, ALICE)
    for back in range(4):
        log_day(page, (NOW - timedelta(days=back)).date().isoformat(), walk_min="5")
    page.goto("/nl/vandaag")
    page.get_by_role("link", name="Wandelprogramma van 12 weken").tap()
    expect(page.locator("#walk-begin")).to_be_visible()


def test_no_state_of_it_has_a_fault(phone: OpenPhone) -> None:
    page = phone(reduced_motion="reduce")
    plan = {"began": date(0), "minutes": 10}
    walked = {date(0): 10, date(1): 0, date(3): 25, date(8): 5}
    on_day(page, 0)
    page.get_by_role("button", name="Begin vandaag").tap()
    expect(page.locator("#minutes-error")).to_be_visible()
    assert faults_of(page) == []
    without_account(page, plan, walked)
    for day in (9, 100):
        on_day(page, day)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert faults_of(page) == [], day
    without_account(page, {**plan, "ended": date(9)}, walked)
    on_day(page, 10, "/en/walking-programme")
    expect(page.get_by_role("button", name="Go on after all")).to_be_visible()
    assert faults_of(page) == []
