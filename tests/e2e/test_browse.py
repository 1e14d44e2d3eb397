"""Into the library by question and by place: by tap, by keyboard, offline, without JavaScript."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.axe import faults_of
from tests.e2e.conftest import OpenPhone
from tests.e2e.kept import keep_everything
from tests.e2e.server import Server
from webapp.library.place import PLACES, places
from webapp.library.shelf import shelf

WHERE, QUESTIONS = "/nl/waar-voel-je-het", "/nl/vragen"
LEVELS = PLACES[:5]
TARGET = 44  # px that a thumb needs
SMALLEST = 24  # px that WCAG 2.2 asks (2.5.8); the strip of leg has its line in the list as well


def tap_level(page: Page, place: str) -> None:
    """Tap a level of the picture, on its left."""
    page.locator(f".back-map a[href='#place-{place}'] .zone").first.tap(position={"x": 20, "y": 12})


def expect_section(page: Page, place: str) -> None:
    """The section of a place is on the screen and in the address."""
    page.wait_for_url(f"**#place-{place}")
    expect(page.locator(f"#name-{place}")).to_be_in_viewport()


def test_a_tap_on_the_back_goes_to_that_place(online_phone: OpenPhone) -> None:
    page = online_phone()
    for place in (*LEVELS, "leg"):
        page.goto(WHERE)
        expect(page.locator(f"#name-{place}")).not_to_be_in_viewport()
        tap_level(page, place)
        expect_section(page, place)
    page.locator("#place-leg a[href='#back']").tap()
    expect(page.locator(".back-map")).to_be_in_viewport()


def test_every_level_is_big_enough_for_a_thumb(online_phone: OpenPhone) -> None:
    page = online_phone()
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 844})
        page.goto(WHERE)
        for place in (*LEVELS, "leg"):
            box = page.locator(f".back-map a[href='#place-{place}']").bounding_box()
            assert box is not None
            assert box["width"] >= TARGET
            assert box["height"] >= (SMALLEST if place == "leg" else TARGET), (place, width)
        for link in page.locator(".where nav a").all():
            box = link.bounding_box()
            assert box is not None
            assert box["height"] >= TARGET


def test_without_a_server_place_and_question_lead_to_their_articles(
    server: Server, phone: OpenPhone
) -> None:
    page = phone()
    keep_everything(page)
    server.stop()

    page.goto("/nl/artikelen")
    page.get_by_role("link", name="Op plek").tap()
    tap_level(page, "buttock")
    expect_section(page, "buttock")
    fit = next(place for place in places() if place.id == "buttock").articles[2]
    title = shelf().articles["nl"][fit.id].title
    page.locator("#place-buttock").get_by_role("link", name=title).tap()
    expect(page.locator("h1")).to_have_text(title)

    page.goto("/nl/artikelen")
    page.get_by_role("link", name="Op vraag").tap()
    page.get_by_text("Pillen en middelen").tap()
    page.get_by_role("link", name="Krijg ik kramp van koffie?").tap()
    expect(page.locator("h1")).to_have_text(shelf().articles["nl"]["B22"].title)
    expect(page.locator("#hoe-hangt-het-samen-met-kramp")).to_be_in_viewport()


def test_with_the_keyboard_the_list_does_what_the_picture_does(online_phone: OpenPhone) -> None:
    page = online_phone(has_touch=False, is_mobile=False)
    page.goto(WHERE)
    page.locator("main").focus()
    for place in PLACES:
        page.keyboard.press("Tab")
        focused = page.evaluate("document.activeElement.closest('.where nav')?.tagName")
        assert focused == "NAV", "the picture is no stop for the keyboard"
        assert page.evaluate("document.activeElement.hash") == f"#place-{place}"
    page.keyboard.press("Enter")
    expect_section(page, "elsewhere")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('section').id") == "place-elsewhere"

    page.goto(QUESTIONS)
    page.locator("summary", has_text="Hoelang duurt het?").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(shelf().articles["nl"]["E02"].title)
    expect(page.locator("#hoe-snel-wordt-het-minder")).to_be_in_viewport()


def test_without_javascript_both_ways_work(online_phone: OpenPhone) -> None:
    page = online_phone(java_script_enabled=False)
    page.goto(WHERE)
    tap_level(page, "low")
    expect_section(page, "low")
    page.goto(QUESTIONS)
    page.get_by_text("Hoe voorkom ik het?").tap()
    page.get_by_role("link", name="Hoe slaap ik beter?").tap()
    page.wait_for_url("**/nl/artikelen/slaap-en-rug#hoe-slaap-je-beter")


@pytest.mark.parametrize(
    "path", ["/nl/vragen", "/en/questions", "/nl/artikelen/preventie", "/en/where-do-you-feel-it"]
)
def test_opened_and_arrived_at_there_is_no_fault(online_phone: OpenPhone, path: str) -> None:
    page = online_phone(reduced_motion="reduce")
    page.goto(path + "#place-low")
    page.evaluate("document.querySelectorAll('.fold').forEach((fold) => { fold.open = true; })")
    assert faults_of(page) == []


@pytest.mark.parametrize("path", [WHERE, QUESTIONS, "/nl/artikelen", "/nl/artikelen/preventie"])
def test_big_letters_on_a_small_screen_fit(online_phone: OpenPhone, path: str) -> None:
    page = online_phone(viewport={"width": 320, "height": 640})
    page.goto(path)
    page.evaluate("document.querySelectorAll('.fold').forEach((fold) => { fold.open = true; })")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
