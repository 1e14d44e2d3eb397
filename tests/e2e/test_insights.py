"""Insights in a real browser: every state that a person can meet, without network too."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.axe import faults_of
from tests.e2e.breaks import lost, says
from tests.e2e.conftest import OpenPhone
from tests.e2e.diary import all_sent
from tests.e2e.proxy import Fault
from tests.e2e.site import Site
from tests.unit.insights.diaries import planted
from webapp.insights.days import Day
from webapp.tracker.diary import save
from webapp.tracker.records import day_id

NL, EN = "/nl/inzichten", "/en/insights"
TOGETHER = "section[aria-labelledby=together]"


def keep(site: Site, user: UUID, days: list[Day]) -> None:
    """Put these rows in the diary on the server; the last of them is of today."""
    today = datetime.now(ZoneInfo("Europe/Amsterdam")).date()
    now = datetime.now(UTC) + timedelta(minutes=1)
    with site.inside():
        for back, row in enumerate(reversed(days)):
            when = (today - timedelta(days=back)).isoformat()
            known = {"no_cramp": True} if row.worst == 0 else {}
            assert save(user, "day", day_id(user, when), {"day": when, **row.values, **known}, now)
            if row.worst:
                body = {"began": f"{when}T00:05+01:00", "worst": row.worst, "relief": ["warmth"]}
                assert save(user, "pain", uuid4(), body | {"minutes": 20}, now).code == "ok"


def sitting(length: int) -> list[Day]:
    """The same, with hours of sitting."""
    days = planted(length)
    for n, day in enumerate(days):
        day.values["sitting_h"] = 5 + n % 3
    return days


@pytest.fixture
def found(site: Site, alice: UUID) -> None:
    keep(site, alice, sitting(100))


@pytest.fixture
def few(site: Site, alice: UUID) -> None:
    keep(site, alice, sitting(9))


@pytest.fixture
def nothing(site: Site, alice: UUID) -> None:
    keep(site, alice, planted(100, points=0.0))


def opened(page: Page, path: str = NL) -> Page:
    """The page, once it has asked and counted."""
    page.goto(path)
    expect(page.locator("html")).to_have_class("js ready")
    return page


def test_who_has_no_account_is_invited(site: Site, site_phone: OpenPhone) -> None:
    page = opened(site_phone())
    expect(page.locator("#insights")).to_contain_text("wat met je pijn samengaat")
    expect(page.locator("#insights a.button").first).to_be_visible()
    assert faults_of(page) == []


@pytest.mark.parametrize(
    ("path", "said", "chart", "row"),
    [
        (
            NL,
            "Op dagen na meer stress was je pijn gemiddeld 2,",
            r"^Stress 0 tot \d van 10: op \d+ dagen was je pijn gemiddeld \d,\d\. .+ dat \d,\d\.$",
            r"^Laag: 0 tot \d van 10$",
        ),
        (
            EN,
            "On days after more stress your pain was 2.",
            r"^Stress 0 to \d out of 10: on \d+ days your pain was \d\.\d on average\. ",
            r"^Low: 0 to \d out of 10$",
        ),
    ],
)
def test_what_is_found_is_told_shown_and_tabled(
    found: None, page: Page, path: str, said: str, chart: str, row: str
) -> None:
    opened(page, path)
    finding = page.locator(".finding")
    expect(finding.locator("h3")).to_contain_text(said)
    expect(finding.locator("figure")).to_have_attribute("aria-label", re.compile(chart))
    expect(finding.locator("table")).to_have_count(0)
    finding.locator("summary").click()
    expect(finding.locator("tbody th").first).to_have_text(re.compile(row))
    how = page.locator(f"{TOGETHER} > div > details")
    how.locator("summary").click()
    expect(how.locator("p").first).to_be_visible()
    assert faults_of(page) == []


def test_load_and_cramps_are_counted_on_the_phone(found: None, page: Page) -> None:
    opened(page)
    today = page.locator("section[aria-labelledby=load] .card").first
    expect(today.locator("p")).to_have_text(
        "Zitten: vandaag 5 uur. Op 10 van de 14 bekende dagen ervoor was het meer."
    )
    expect(today.locator("svg .before")).to_have_count(14)
    before = page.locator("section[aria-labelledby=before] .card").first
    # A cramp just after midnight looks at the day before: 7 hours on every third day.
    expect(before.locator("> p")).to_contain_text(re.compile(r"^Bij 0 van de \d+ krampen was het"))
    expect(page.locator("section[aria-labelledby=cramps] table").first).to_contain_text("20 min")
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_today_leads_to_it(found: None, page: Page) -> None:
    page.goto("/nl/vandaag")
    card = page.locator("section[aria-labelledby=insight-of-today]")
    expect(card).to_contain_text("Op dagen na meer stress was je pijn gemiddeld 2,")
    assert faults_of(page) == []
    card.get_by_role("link").click()
    expect(page.locator(".finding h3")).to_contain_text("Op dagen na meer stress")


@pytest.mark.parametrize(
    ("path", "lead", "habit", "begin"),
    [
        (NL, "Probeer een paar weken uit of dit je helpt:", "Rustig ademen", "Begin vandaag"),
        (EN, "Try out for a few weeks whether this helps you:", "Calm breathing", "Start today"),
    ],
)
def test_what_is_found_leads_to_trying_it_out(
    found: None, page: Page, path: str, lead: str, habit: str, begin: str
) -> None:
    opened(page, path)
    page.locator(".finding").get_by_role("link", name=f"{lead} {habit}").click()
    expect(page.locator("#plan-title")).to_have_text(habit)
    page.get_by_role("button", name=begin, exact=True).click()
    expect(page.locator("#trial-progress")).to_contain_text("1")
    expect(page.locator("#trial-today")).to_be_visible()


@pytest.mark.parametrize(
    ("path", "said"),
    [(NL, "Nog 11 dagen noteren"), (EN, "11 days of logging to go")],
)
def test_too_little_says_how_much_is_lacking(few: None, page: Page, path: str, said: str) -> None:
    opened(page, path)
    expect(page.locator(f"{TOGETHER} .empty strong")).to_have_text(said)
    expect(page.locator(".finding")).to_have_count(0)
    how = page.locator(f"{TOGETHER} details")
    how.locator("summary").click()
    expect(how.locator("li").first).to_contain_text("11")
    assert faults_of(page) == []


@pytest.mark.parametrize(
    ("path", "said"),
    [(NL, "We kunnen het nog niet zeggen"), (EN, "We cannot tell yet")],
)
def test_nothing_found_is_an_answer(nothing: None, page: Page, path: str, said: str) -> None:
    opened(page, path)
    expect(page.locator(f"{TOGETHER} .empty strong")).to_have_text(said)
    assert faults_of(page) == []


def test_without_network_the_last_answer_stays_with_its_date(
    site: Site, found: None, kept_page: Page
) -> None:
    page = opened(kept_page)
    expect(page.locator(".finding")).to_have_count(1)
    site.proxy.always(lost, path="/")
    opened(page)
    expect(page.locator(f"{TOGETHER} .meta").first).to_have_text("Dit is van vandaag.")
    expect(page.locator(".finding h3")).to_contain_text("Op dagen na meer stress")
    expect(page.locator("section[aria-labelledby=load] .card").first).to_contain_text("Zitten")
    assert faults_of(page) == []


def test_what_the_phone_has_is_not_sent_again(found: None, page: Page) -> None:
    opened(page)
    all_sent(page)  # Today told which tips it showed
    opened(page)
    expect(page.locator(".finding")).to_have_count(1)
    with page.expect_response("**/api/insights?*") as answered:
        page.goto(NL)
    assert answered.value.status == 304
    expect(page.locator(".finding")).to_have_count(1)
    expect(page.locator(f"{TOGETHER} .meta").first).not_to_contain_text("Dit is van")


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (lost, "Dit komt zodra er verbinding is."),
        (says(500, "fault"), "Ophalen lukt nu niet. We proberen het later opnieuw."),
    ],
)
def test_without_an_answer_it_says_so(site: Site, page: Page, broken: Fault, said: str) -> None:
    site.proxy.always(broken, path="/api/insights")
    opened(page)
    expect(page.locator(f"{TOGETHER} .empty")).to_have_text(said)
    expect(page.locator("section[aria-labelledby=before] .empty")).to_be_visible()
    assert faults_of(page) == []
