"""Following a tip in a real browser: by taps, by keys, without network, and on two devices."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.axe import faults_of
from tests.e2e.breaks import lost
from tests.e2e.conftest import OpenPhone
from tests.e2e.diary import all_sent
from tests.e2e.kept import until
from tests.e2e.site import Site
from webapp.tracker.diary import save
from webapp.tracker.models import records_of
from webapp.tracker.records import Body, day_id

TODAY, TIPS = "/nl/vandaag", "/nl/tips"


@pytest.fixture
def sat_long(site: Site, alice: UUID) -> None:
    """Three days of sitting long, for T06."""
    today = datetime.now(ZoneInfo("Europe/Amsterdam")).date()
    now = datetime.now(UTC) + timedelta(minutes=1)
    with site.inside():
        for back in range(3):
            when = (today - timedelta(days=back)).isoformat()
            body = {"day": when, "sitting_h": 10}
            assert save(alice, "day", day_id(alice, when), body, now).code == "ok"


def opened(page: Page, path: str = TODAY) -> Page:
    page.goto(path)
    expect(page.locator("html")).to_have_class("js ready")
    return page


def card(page: Page) -> Locator:
    return page.locator("#today article[data-tip=T06]")


def toasted(page: Page, text: str) -> Locator:
    toast = page.locator(".toast", has_text=text)
    expect(toast).to_be_visible()
    return toast


def kept(site: Site, user: UUID, kind: str) -> list[Body]:
    with site.inside():
        return [each.body for each in records_of(user, kind)]


def test_a_tip_says_why_and_leads_to_its_days(sat_long: None, page: Page) -> None:
    opened(page)
    expect(card(page)).to_contain_text("Je zat op 3 van de 3 dagen")
    expect(card(page)).to_contain_text("wij kijken naar 8 uur per dag")
    expect(card(page).locator(".days a")).to_have_count(3)
    card(page).get_by_text("Waarom juist deze tip?").click()
    points = card(page).locator(".points dd")
    expect(points.last).to_be_visible()
    figures = [int(text.split()[0]) for text in points.all_inner_texts()]
    assert sum(figures[:-1]) == figures[-1] > 0
    reasons = card(page).get_by_text("Vooral omdat")
    expect(reasons).to_contain_text("omdat er redelijk bewijs voor is")
    expect(reasons).to_contain_text("omdat je laatste 2 weken erom vragen")
    day = card(page).locator(".days a").first
    when = day.locator("time").get_attribute("datetime")
    day.click()
    page.wait_for_url(f"**/nl/dagboek#{when}")


@pytest.mark.parametrize(
    ("path", "heading"),
    [(TODAY, "Wat kun je zelf doen?"), ("/en/today", "What can you do yourself?")],
)
def test_a_tip_leads_to_what_explains_it_also_without_a_network(
    sat_long: None, site: Site, kept_page: Page, path: str, heading: str
) -> None:
    page = opened(kept_page, path)
    link = card(page).get_by_role("link", name=f"“{heading}”")
    expect(link).to_be_visible()
    address = (link.get_attribute("href") or "").partition("#")[0]
    until(page, f"caches.match('{address}', {{ ignoreSearch: true }}).then(Boolean)")
    site.proxy.always(lost, path="/")
    link.click()
    there = page.get_by_role("heading", name=heading, exact=True)
    expect(there).to_be_in_viewport()
    assert there.bounding_box()["y"] < 300  # type: ignore[index]
    assert page.evaluate("scrollY") > 500


def test_a_week_is_tried_with_one_tap_a_day_and_asked_about(
    sat_long: None, site: Site, alice: UUID, page: Page
) -> None:
    opened(page)
    card(page).get_by_role("button", name="Probeer 7 dagen").click()
    week = page.locator("article[data-week=T06]")
    expect(week).to_contain_text("Wissel vaker van houding")
    expect(week).to_contain_text("Dag 1 van 7")
    week.get_by_role("button", name="Gedaan vandaag").click()
    expect(week.get_by_role("button", name="Vandaag gedaan.")).to_be_visible()
    expect(week.locator(".days .on")).to_have_count(1)
    assert faults_of(page) == []
    all_sent(page)
    [body] = kept(site, alice, "week")
    assert (body["tip"], body["done_1"]) == ("T06", True)


def test_a_choice_can_be_undone(sat_long: None, page: Page) -> None:
    opened(page)
    card(page).get_by_text("Past niet?").click()
    card(page).get_by_role("button", name="Niet voor mij").click()
    expect(card(page)).to_contain_text("Deze tip zie je niet meer.")
    toasted(page, "Bewaard").get_by_role("button", name="Ongedaan maken").click()
    expect(card(page).get_by_role("button", name="Probeer 7 dagen")).to_be_visible()


def test_a_tip_that_did_not_help_retires_says_so_and_can_come_back(
    sat_long: None, page: Page
) -> None:
    opened(page)
    card(page).get_by_role("button", name="Gedaan", exact=True).click()
    card(page).get_by_role("button", name="Werd erger").click()
    expect(card(page)).to_contain_text("Deze tip hielp jou niet.")
    opened(page, TIPS)
    away = page.locator("[data-mine=T06]")
    expect(away).to_contain_text("Deze tip hielp jou niet.")
    assert faults_of(page) == []
    away.get_by_role("button", name="Terughalen").click()
    expect(page.locator("#mine")).to_contain_text("Je koos nog niets.")


def test_what_is_chosen_without_a_network_is_sent_later(
    sat_long: None, site: Site, alice: UUID, page: Page
) -> None:
    opened(page)
    expect(card(page)).to_be_visible()
    site.proxy.always(lost, path="/")
    card(page).get_by_role("button", name="Bewaren", exact=True).click()
    expect(card(page).get_by_role("button", name="Bewaard", exact=True)).to_be_visible()
    site.proxy.whole()
    page.evaluate("dispatchEvent(new Event('online'))")
    all_sent(page)
    [body] = kept(site, alice, "follow")
    assert (body["tip"], body["saved"]) == ("T06", True)


def test_the_page_of_tips_for_a_guest(site: Site, site_phone: OpenPhone) -> None:
    page = opened(site_phone(), TIPS)
    expect(page.locator("#mine")).to_contain_text("Met een account")
    page.locator("summary", has_text="Zitten en rijden").click()
    expect(page.locator("#all-T06")).to_be_visible()
    assert faults_of(page) == []


def test_a_tip_can_be_tried_with_the_keys_alone(sat_long: None, page: Page) -> None:
    opened(page)
    card(page).get_by_role("button", name="Probeer 7 dagen").focus()
    page.keyboard.press("Enter")
    expect(page.locator("article[data-week=T06]")).to_be_visible()
    until(page, "document.activeElement !== document.body")


def test_days_that_nobody_wrote_down_can_still_be_filled_in(sat_long: None, page: Page) -> None:
    opened(page)
    asked = page.locator("#today", has_text="Van 2 dagen in de afgelopen week weten we niet")
    asked.get_by_role("link", name="Invullen kan nog").click()
    page.wait_for_url("**/nl/noteren#week")
    page.locator("#week .week-day").nth(1).get_by_role("button", name="nee").click()
    toasted(page, "Bewaard")
    opened(page)
    expect(page.locator("#today")).to_contain_text("Van 1 dag in de afgelopen week weten we niet")
    assert faults_of(page) == []
