"""Logging in seconds, counted in taps of a thumb: a cramp from the home screen, and a whole day."""

from __future__ import annotations

import json
from urllib.request import urlopen

from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import OpenPhone
from tests.e2e.diary import sign_in
from tests.e2e.server import Server
from tests.e2e.test_road import ALICE

USUAL = 7  # questions of a day that are asked until somebody chooses otherwise


class Thumb:
    """Taps that are counted, each where a finger can reach what it means."""

    def __init__(self) -> None:
        self.taps = 0

    def tap(self, what: Locator) -> None:
        """Tap in the middle of it, once it is on the screen."""
        what.scroll_into_view_if_needed()
        box = what.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 43, (str(what), box)
        what.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        self.taps += 1


def phone_of_alice(server: Server, phone: OpenPhone) -> Page:
    """A phone with a touch screen, signed in."""
    server.account(ALICE)
    page = phone(reduced_motion="reduce", has_touch=True, is_mobile=True)
    sign_in(page, ALICE)
    return page


def manifest(server: Server) -> dict[str, object]:
    """What the icon on the home screen opens."""
    with urlopen(f"{server.url}/nl/app.webmanifest") as answer:
        found: dict[str, object] = json.load(answer)
    return found


def test_a_cramp_is_two_taps_from_the_icon_on_the_home_screen(
    server: Server, online_phone: OpenPhone
) -> None:
    page, thumb = phone_of_alice(server, online_phone), Thumb()
    page.goto(str(manifest(server)["start_url"]))
    thumb.tap(page.locator(".option", has=page.locator("#quick-6")))
    thumb.tap(page.get_by_role("button", name="Bewaar deze kramp"))
    expect(page.locator(".toast")).to_contain_text("De kramp is bewaard")
    assert thumb.taps == 2
    page.goto("/nl/dagboek")
    expect(page.locator("article")).to_contain_text("pijn 6 van 10")


def test_a_day_is_one_tap_for_each_question_and_no_keyboard(
    server: Server, online_phone: OpenPhone
) -> None:
    page, thumb = phone_of_alice(server, online_phone), Thumb()
    page.goto("/nl/noteren/dag")
    asked = page.locator("form#entry [data-factor]").filter(visible=True)
    expect(asked).to_have_count(USUAL)
    for question in asked.all():
        scale = question.locator(".scale .option").nth(4)
        thumb.tap(scale if scale.count() else question.locator(".choice, .option").first)
    thumb.tap(page.locator("form#entry button[type=submit]").last)
    page.wait_for_url("**/nl/dagboek")
    assert thumb.taps == USUAL + 1
    expect(page.locator("article")).to_contain_text(f"{USUAL} antwoorden")


def test_an_answer_of_one_tap_can_be_made_finer_and_taken_back(
    server: Server, online_phone: OpenPhone
) -> None:
    page = phone_of_alice(server, online_phone)
    page.goto("/nl/noteren/dag")
    sleep = page.locator("[data-factor=sleep_h]")
    seven = sleep.get_by_role("button", name="Slaap: 7 uur")
    expect(sleep.locator("input")).to_have_value("")  # nothing is filled in beforehand
    seven.click()
    expect(sleep.locator("input")).to_have_value("7")
    expect(seven).to_have_attribute("aria-pressed", "true")
    sleep.get_by_role("button", name="Meer").click()
    expect(sleep.locator("input")).to_have_value("7,25")
    expect(seven).to_have_attribute("aria-pressed", "false")
    seven.click()
    expect(sleep.locator("input")).to_have_value("7")
    sleep.locator("input").fill("7,0")
    seven.click()
    expect(sleep.locator("input")).to_have_value("")


def test_a_place_gets_stronger_by_the_tap(server: Server, online_phone: OpenPhone) -> None:
    page, thumb = phone_of_alice(server, online_phone), Thumb()
    page.goto("/nl/noteren/kramp")
    zone = page.locator(".zones > .back-map [data-zone=low_left] .zone")
    for said in (
        "Gekozen: onderrug, links.",
        "Gekozen: onderrug, links (licht).",
        "Gekozen: onderrug, links (matig).",
        "Gekozen: onderrug, links (sterk).",
        "",
    ):
        thumb.tap(zone)
        expect(page.locator("#where-said")).to_have_text(said)
    expect(page.locator("input[value=low_left]")).not_to_be_checked()
    for name in ("low_right", "foot_left"):
        thumb.tap(page.locator(f".zones > .back-map [data-zone={name}] .zone"))
    expect(page.locator("input[value=low_right]")).to_be_checked()
    expect(page.locator("input[value=low_left]")).not_to_be_checked()
    expect(page.locator("#where-said")).to_have_text("Gekozen: onderrug, rechts; voet, links.")


def test_the_clock_runs_on_log_and_is_seen_on_today(
    server: Server, online_phone: OpenPhone
) -> None:
    page = phone_of_alice(server, online_phone)
    expect(page.locator("#clock")).to_be_hidden()
    page.goto("/nl/noteren")
    page.locator("#clock [data-do=start]").click()
    page.goto("/nl/vandaag")
    page.locator("#clock [data-do=end]").click()
    page.locator("#let-go input[name=worst][value='5']").check(force=True)
    page.locator("#let-go button[type=submit]").click()
    expect(page.locator("#clock-answer")).to_contain_text("Bewaard op deze telefoon")
    page.goto("/nl/dagboek")
    expect(page.locator("article")).to_contain_text("pijn 5 van 10")
    expect(page.locator("article")).to_contain_text("0 minuten")


def test_a_note_from_right_to_left_stands_as_it_was_written(
    server: Server, online_phone: OpenPhone
) -> None:
    page = phone_of_alice(server, online_phone)
    note = "שלום 💥\nשורה שנייה"
    page.goto("/nl/noteren/dag")
    page.locator("#note").fill(note)
    page.locator("form#entry button[type=submit]").last.click()
    page.wait_for_url("**/nl/dagboek")
    shown = page.locator("article dd", has_text="שלום")
    assert shown.inner_text() == note
    assert shown.evaluate("it => getComputedStyle(it).direction") == "rtl"
    assert page.locator("article dt").evaluate("it => getComputedStyle(it).direction") == "ltr"


def test_whatever_somebody_does_with_their_data_is_at_most_three_taps_away(
    server: Server, online_phone: OpenPhone
) -> None:
    page = phone_of_alice(server, online_phone)
    for name, title in (
        ("Zet alles in een bestand", "Meenemen"),
        ("Verbeter een notitie, of wis er een", "Mijn dagboek"),
        ("Een periode wissen", "Een periode wissen"),
        ("Je account wissen", "Je account wissen"),
    ):
        thumb = Thumb()
        page.goto("/nl/vandaag")
        thumb.tap(page.locator("nav").get_by_role("link", name="Ik", exact=True))
        page.wait_for_url("**/nl/ik")
        thumb.tap(page.get_by_role("link", name="Mijn gegevens"))
        page.wait_for_url("**/mijn-gegevens")
        thumb.tap(page.get_by_role("link", name=name))
        expect(page.locator("h1")).to_have_text(title)
        assert thumb.taps == 3
