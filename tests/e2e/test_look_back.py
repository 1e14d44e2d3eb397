"""Looking back: the made-up person's own numbers, without network, by keyboard, and on paper."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.axe import faults_of
from tests.e2e.conftest import OpenPhone
from tests.e2e.diary import log_cramp, sign_in
from tests.e2e.kept import keep_app, until
from tests.e2e.server import Server
from webapp import demo
from webapp.zones import marked

PAGE = "/nl/dagboek/terugkijken"
ALICE = "alice@example.com"


def today() -> date:
    """The date where the phone is."""
    return datetime.now(ZoneInfo("Europe/Amsterdam")).date()


@pytest.fixture
def demo_phone(server: Server, phone: OpenPhone) -> Page:
    """The phone of the made-up person, on the page that looks back."""
    with server.inside():
        demo.seed(today())
    page = phone(reduced_motion="reduce")
    keep_app(page)
    sign_in(page, demo.DEMO_EMAIL, demo.DEMO_PASSWORD)
    page.goto(PAGE)
    expect(page.locator("#facts")).to_be_visible()
    return page


def logged() -> tuple[dict[str, list[dict[str, Any]]], dict[str, dict[str, Any]]]:
    """The demo's cramps and days by date, as they were made."""
    cramps: dict[str, list[dict[str, Any]]] = {}
    days: dict[str, dict[str, Any]] = {}
    for kind, _, body in demo.diary_of(uuid4(), today()):
        if kind == "pain":
            cramps.setdefault(body["began"][:10], []).append(body)
        elif kind == "day":
            days[body["day"]] = body
    return cramps, days


def expected_rows(length: int) -> list[list[str]]:
    """Worst pain, average, number of cramps, pain of the whole day and sitting, as words."""
    cramps, days = logged()
    rows = []
    for back in range(length - 1, -1, -1):
        day = (today() - timedelta(days=back)).isoformat()
        pains = [body["worst"] for body in cramps.get(day, [])]
        none = bool(days.get(day, {}).get("no_cramp"))
        sitting = days.get(day, {}).get("sitting_h")
        background = days.get(day, {}).get("background")
        rows.append([
            dutch(max(pains)) if pains else "geen kramp" if none else "niet bekend",
            dutch(sum(pains) / len(pains)) if pains else "–",
            str(len(pains)) if pains or none else "–",
            "–" if background is None else dutch(background),
            "–" if sitting is None else f"{dutch(sitting)} uur",
        ])  # fmt: skip
    return rows


def dutch(figure: float) -> str:
    """A figure with at most one decimal, and a comma."""
    return f"{round(figure, 1):g}".replace(".", ",")


def shows(page: Page, part: str, column: int, words: list[str]) -> None:
    """The table behind a picture comes to hold these words in a column; 0 names the rows."""
    cells = page.locator(f"#part-{part} .figures tbody tr > :nth-child({column + 1})")
    expect(cells).to_have_text(words)


@pytest.mark.parametrize("days", ["14", "90"])
def test_the_figures_are_those_that_were_logged(demo_phone: Page, days: str) -> None:
    page = demo_phone
    page.locator(f"input[name=period][value='{days}']").check(force=True)
    expect(page.locator("#shown")).to_contain_text("tot en met")
    page.locator("#factor").select_option("sitting_h")
    rows = expected_rows(int(days))
    page.locator("#part-pain summary").click()
    for column, words in zip((1, 2, 3, 5, 6), zip(*rows, strict=True), strict=True):
        shows(page, "pain", column, list(words))

    bars = page.locator("#part-pain figure > .chart .solid").get_attribute("d") or ""
    assert bars.count("M") == sum(worst.isdigit() for worst, *_ in rows)
    rings = page.locator("#part-pain figure > .chart .ring").get_attribute("d") or ""
    assert rings.count("M") == sum(worst == "geen kramp" for worst, *_ in rows)
    dashes = page.locator("#part-pain figure > .chart .all-day").last.get_attribute("d") or ""
    assert dashes.count("M") == sum(background != "–" for *_, background, _ in rows)
    diamonds = page.locator("#part-pain figure > .chart .diamond").get_attribute("d") or ""
    assert diamonds.count("M") == sum(sitting != "–" for *_, sitting in rows)


def test_all_years_count_every_cramp_with_its_place_and_hour(demo_phone: Page) -> None:
    page = demo_phone
    page.locator("input[name=period][value='all']").check(force=True)
    cramps = [body for bodies in logged()[0].values() for body in bodies]
    on = len(logged()[0])
    expect(page.locator("#part-facts")).to_contain_text(f"{len(cramps)} krampen op {on} dagen")

    left = sum(any(place.endswith("_left") for place in marked(body)) for body in cramps)
    right = sum(any(place.endswith("_right") for place in marked(body)) for body in cramps)
    expect(page.locator("#part-where")).to_contain_text(f"Links {left} keer")
    expect(page.locator("#part-where")).to_contain_text(f"rechts {right} keer")
    at_low_left = sum("low_left" in body["zones"] for body in cramps)
    zone = page.locator("#part-where [data-zone=low_left]")
    expect(zone.locator("text")).to_have_text(str(at_low_left))
    thigh = sum("at_thigh_left" in body for body in cramps)
    assert thigh
    expect(page.locator("#part-where [data-zone=thigh_left] text")).to_have_text(str(thigh))
    legs = sum(bool({"at_thigh_left", "at_thigh_right"} & set(body)) for body in cramps)
    expect(page.locator("#part-where")).to_contain_text(f"Bij {legs} daarvan liep het door")

    parts = [0, 0, 0, 0]
    for body in cramps:
        parts[int(body["began"][11:13]) // 6] += 1
    table = page.locator("#part-facts .counted").first.locator("tbody td")
    expect(table).to_have_text([str(part) for part in parts])
    warmth = sum("warmth" in body["relief"] for body in cramps)
    expect(page.locator("#part-facts tr", has_text="warmte")).to_contain_text(f"{warmth} keer")


def test_left_is_drawn_and_said_left(server: Server, online_phone: OpenPhone) -> None:
    server.account(ALICE)
    page = online_phone()
    sign_in(page, ALICE)
    log_cramp(page, 6, "low_left", "foot_left")
    page.goto(PAGE)
    where = page.locator("#part-where")
    expect(where).to_contain_text("Links 1 keer, midden 0 keer, rechts 0 keer.")
    left, right = where.locator("[data-zone=low_left]"), where.locator("[data-zone=low_right]")
    expect(left).to_have_attribute("data-heat", "4")
    expect(right).not_to_have_attribute("data-heat", "4")
    assert edge(page, "#part-where [data-zone=low_left]") < edge(
        page, "#part-where [data-zone=low_right]"
    )
    word = where.locator("svg text", has_text="Links").bounding_box()
    other = where.locator("svg text", has_text="Rechts").bounding_box()
    assert word
    assert other
    assert word["x"] < other["x"]
    assert edge(page, "#part-where [data-zone=foot_left]") < edge(
        page, "#part-where [data-zone=foot_right]"
    )
    expect(where).to_contain_text("links 1 keer, rechts 0 keer")
    page.locator("#part-where summary").click()
    shows(page, "where", 0, ["voet, links", "onderrug, links"])
    for column, said in enumerate(["1", "6", "–"], 1):
        shows(page, "where", column, [said, said])


def edge(page: Page, selector: str) -> float:
    """Where something begins, from the left."""
    box = page.locator(selector).bounding_box()
    assert box
    return box["x"]


def test_without_network_the_page_shows_the_same(server: Server, demo_phone: Page) -> None:
    page = demo_phone
    said = page.locator("#part-pain desc").text_content()
    server.stop()
    page.goto(PAGE)
    expect(page.locator("#facts")).to_be_visible()
    expect(page.locator("#part-pain desc")).to_have_text(said or "no description")
    page.locator("input[name=period][value='year']").check(force=True)
    expect(page.locator("#pain")).to_have_text("Pijn per week")
    server.start()


def test_the_calendar_is_walked_by_keyboard_and_opens_a_day(demo_phone: Page) -> None:
    page = demo_phone
    day = page.locator(f"[data-day='{today()}']")
    day.focus()
    for _ in range(9):
        page.keyboard.press("ArrowLeft")
    nine_ago = (today() - timedelta(days=9)).isoformat()
    expect(page.locator(f"[data-day='{nine_ago}']")).to_be_focused()
    page.keyboard.press("PageUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(".calendar a:focus")).to_have_count(1)
    cramps, days = logged()
    newest = max(day for day in cramps if day <= nine_ago)
    while page.locator(".calendar a:focus").get_attribute("data-day") != newest:
        behind = (page.locator(".calendar a:focus").get_attribute("data-day") or "") > newest
        page.keyboard.press("ArrowLeft" if behind else "ArrowRight")
        page.wait_for_timeout(50)
    worst = max(body["worst"] for body in cramps[newest])
    background = days.get(newest, {}).get("background")
    expect(page.locator(".calendar a:focus")).to_have_accessible_name(
        f"{weekday(newest)}: ergste pijn {worst} van 10, {len(cramps[newest])} kramp"
        + ("en" if len(cramps[newest]) > 1 else "")
        + (f", de hele dag pijn {background} van 10" if background else "")
    )
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/nl/dagboek#{newest}")


def weekday(day: str) -> str:
    """As the calendar names a day: "donderdag 5 nov"."""
    from babel.dates import format_date

    return format_date(date.fromisoformat(day), "EEEE d MMM", locale="nl").rstrip(".")


def test_what_was_chosen_is_there_again_after_a_look_at_a_day(demo_phone: Page) -> None:
    page = demo_phone
    page.locator("input[name=period][value='90']").check(force=True)
    page.locator("#factor").select_option("stress")
    expect(page.locator("#part-pain")).to_contain_text("Ruit: Stress")
    page.goto("/nl/dagboek")
    page.go_back()
    expect(page.locator("input[name=period][value='90']")).to_be_checked()
    expect(page.locator("#factor")).to_have_value("stress")
    assert "stress" not in page.url


def test_axe_finds_nothing_with_every_table_open(demo_phone: Page) -> None:
    page = demo_phone
    page.locator("#factor").select_option("sleep_h")
    for summary in page.locator("#look-back summary").all():
        summary.click()
    assert faults_of(page) == []
    page.set_viewport_size({"width": 320, "height": 700})
    until(page, "document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_on_paper_are_the_pictures_and_nothing_to_press(demo_phone: Page) -> None:
    page = demo_phone
    page.emulate_media(media="print")
    for gone in (".period", "#factor", ".bar", ".actions"):
        expect(page.locator(gone).first).to_be_hidden()
    for part in ("pain", "calendar", "where", "facts"):
        expect(page.locator(f"#part-{part} h2")).to_be_visible()
    expect(page.locator("#part-pain figure > .chart")).to_be_visible()


def test_who_has_logged_nothing_is_told_what_is_needed(
    server: Server, online_phone: OpenPhone
) -> None:
    server.account(ALICE)
    page = online_phone()
    page.goto(PAGE)
    expect(page.get_by_role("link", name="Inloggen")).to_be_visible()
    sign_in(page, ALICE)
    page.goto(PAGE)
    expect(page.get_by_text("Er is nog niets om te laten zien.")).to_be_visible()
    page.get_by_role("link", name="Eerste notitie maken").click()
    page.wait_for_url("**/nl/noteren")
