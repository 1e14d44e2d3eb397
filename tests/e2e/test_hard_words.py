"""A hard word shows its meaning at the word: by touch, keyboard and mouse, offline too."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.axe import faults_of
from tests.e2e.clock import stand_still
from tests.e2e.conftest import OpenPhone
from tests.e2e.held import wait_until
from tests.e2e.kept import keep_everything
from tests.e2e.server import Server
from webapp.library.glossary import glossary

DUTCH = glossary().terms["nl"]
ARTICLE = "/nl/artikelen/artrose"
WITHIN_THE_GRACE, LONGER_THAN_THE_GRACE = 100, 600  # ms
DESK = {"is_mobile": False, "has_touch": False, "viewport": {"width": 1280, "height": 800}}
VOICE = """() => {
  globalThis.said = [];
  speechSynthesis.getVoices = () => [{ lang: 'nl-NL' }];
  speechSynthesis.speak = (words) => { said.push(words.text); setTimeout(() => words.onend()); };
}"""


def words(page: Page) -> Locator:
    return page.locator("a.term[role=button]")


def word(page: Page, id_: str) -> Locator:
    return page.locator(f"a.term[role=button][href$='#{id_}']")


def meaning(page: Page, id_: str) -> Locator:
    return page.locator(f"#meaning-{id_}")


def test_a_tap_shows_the_meaning_and_a_tap_elsewhere_closes_it(online_phone: OpenPhone) -> None:
    page = online_phone()
    page.goto(ARTICLE)
    word(page, "cartilage").tap()
    expect(meaning(page, "cartilage")).to_have_text(DUTCH["cartilage"].meaning)
    expect(meaning(page, "cartilage")).to_be_visible()
    expect(word(page, "cartilage")).to_have_attribute("aria-expanded", "true")

    meaning(page, "cartilage").tap()
    page.wait_for_timeout(LONGER_THAN_THE_GRACE)
    expect(meaning(page, "cartilage")).to_be_visible()
    word(page, "cartilage").tap()
    expect(meaning(page, "cartilage")).to_be_hidden()
    expect(word(page, "cartilage")).to_have_attribute("aria-expanded", "false")

    word(page, "cartilage").tap()
    page.locator("h1").tap()
    expect(meaning(page, "cartilage")).to_be_hidden()
    assert page.url.endswith(ARTICLE)

    word(page, "scan").tap()
    page.get_by_role("link", name="Meer over scan").tap()
    expect(page.locator("h1")).to_have_text("Onderzoek en diagnose")


def test_the_keyboard_shows_it_and_escape_closes_it_where_you_are(online_phone: OpenPhone) -> None:
    page = online_phone(**DESK)
    page.goto(ARTICLE)
    expect(words(page).first).to_be_attached()
    page.locator(".contents summary").focus()
    link, text = word(page, "cartilage"), meaning(page, "cartilage")
    for _ in range(5):  # past the citation before it
        page.keyboard.press("Tab")
        if link.evaluate("link => link === document.activeElement"):
            break
    expect(text).to_be_visible()
    page.keyboard.press("Escape")
    expect(text).to_be_hidden()
    expect(link).to_be_focused()

    for key, shows in (("Enter", True), ("Enter", False), ("Space", True), ("Space", False)):
        top = page.evaluate("scrollY")
        page.keyboard.press(key)
        expect(text).to_be_visible(visible=shows)
        page.wait_for_timeout(LONGER_THAN_THE_GRACE)  # a page scrolls a moment after the key
        assert page.evaluate("scrollY") == top

    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="In de woordenlijst")).to_be_focused()
    page.wait_for_timeout(LONGER_THAN_THE_GRACE)
    expect(text).to_be_visible()
    page.keyboard.press("Escape")
    expect(link).to_be_focused()
    expect(text).to_be_hidden()

    page.keyboard.press("Enter")
    expect(text).to_be_visible()
    page.keyboard.press("Shift+Tab")
    expect(text).to_be_hidden()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(text).to_be_hidden()
    expect(meaning(page, "vertebra")).to_be_visible()
    assert page.url.endswith(ARTICLE)


def test_a_mouse_may_go_from_the_word_to_its_meaning(phone: OpenPhone) -> None:
    page = phone(**DESK)
    page.clock.install()
    page.goto(ARTICLE)
    stand_still(page)
    link, text = word(page, "vertebra"), meaning(page, "vertebra")
    link.hover()
    page.clock.run_for(LONGER_THAN_THE_GRACE)
    expect(text).to_be_visible()
    box = page.locator(".meaning:popover-open").bounding_box()
    assert box
    page.mouse.move(box["x"] + 20, box["y"] - 3)  # between the two
    page.clock.run_for(WITHIN_THE_GRACE)
    expect(text).to_be_visible()
    text.hover()
    page.clock.run_for(LONGER_THAN_THE_GRACE)
    expect(text).to_be_visible()
    page.mouse.move(5, 5)
    page.clock.run_for(LONGER_THAN_THE_GRACE)
    expect(text).to_be_hidden()

    link.hover()
    page.clock.run_for(LONGER_THAN_THE_GRACE)
    expect(text).to_be_visible()
    page.keyboard.press("Escape")
    expect(text).to_be_hidden()

    link.click()
    page.evaluate(
        "document.activeElement.blur()"
    )  # Safari gives a link no focus when it is pressed
    page.mouse.move(5, 5)
    page.clock.run_for(LONGER_THAN_THE_GRACE)
    expect(text).to_be_visible()
    word(page, "cartilage").click()
    page.clock.run_for(LONGER_THAN_THE_GRACE)
    expect(text).to_be_hidden()
    expect(meaning(page, "cartilage")).to_be_visible()


@pytest.mark.parametrize("path", [ARTICLE, "/en/articles/painkillers"])
def test_on_a_small_screen_with_large_letters_it_stays_in_the_window(
    online_phone: OpenPhone, path: str
) -> None:
    page = online_phone(viewport={"width": 320, "height": 568})
    page.goto(path)
    expect(words(page).first).to_be_attached()
    for zoom in ("100%", "200%"):
        page.evaluate("size => document.documentElement.style.setProperty('font-size', size)", zoom)
        for link in words(page).all():
            link.press("Enter")
            expect(page.locator(".meaning:popover-open")).to_be_visible()
            box = page.locator(".meaning:popover-open").bounding_box()
            assert box
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 320
            assert box["y"] >= 0
            assert box["y"] + box["height"] <= 568
            assert page.evaluate("document.documentElement.scrollWidth") <= 320
            page.keyboard.press("Escape")
            expect(page.locator(".meaning:popover-open")).to_have_count(0)


def test_without_a_server_the_meaning_and_the_list_are_there(
    server: Server, phone: OpenPhone
) -> None:
    page = phone()
    keep_everything(page)
    server.stop()
    page.goto(ARTICLE)
    word(page, "cartilage").tap()
    expect(meaning(page, "cartilage")).to_be_visible()
    page.get_by_role("link", name="In de woordenlijst").tap()
    expect(page.locator("h1")).to_have_text("Woordenlijst")
    expect(page.locator("div:target dt")).to_have_text("kraakbeen")
    expect(page.locator("div:target")).to_be_in_viewport()


def test_without_javascript_the_word_leads_to_the_list(online_phone: OpenPhone) -> None:
    page = online_phone(java_script_enabled=False)
    page.goto(ARTICLE)
    expect(meaning(page, "cartilage")).to_be_hidden()
    page.locator("a.term", has_text="kraakbeen").tap()
    expect(page).to_have_url(re.compile("/nl/woordenlijst#cartilage$"))
    expect(page.locator("#cartilage dd").first).to_have_text(DUTCH["cartilage"].meaning)


def test_a_screen_reader_hears_the_meaning_and_finds_no_fault(online_phone: OpenPhone) -> None:
    page = online_phone(reduced_motion="reduce")
    for path, lang in ((ARTICLE, "nl"), ("/en/articles/osteoarthritis-of-the-spine", "en")):
        page.goto(path)
        link = word(page, "cartilage")
        said = glossary().terms[lang]["cartilage"].meaning
        expect(link).to_have_accessible_description(said)
        link.press("Enter")
        expect(meaning(page, "cartilage")).to_be_visible()
        expect(link).to_have_accessible_description(said)
        assert faults_of(page) == []
        expect(meaning(page, "cartilage")).to_be_visible()


def test_neither_the_voice_nor_paper_gets_the_meanings(online_phone: OpenPhone) -> None:
    page = online_phone()
    page.add_init_script(f"({VOICE})()")
    page.goto(ARTICLE)
    word(page, "cartilage").press("Enter")
    expect(meaning(page, "cartilage")).to_be_visible()
    page.emulate_media(media="print")
    expect(meaning(page, "cartilage")).to_be_hidden()
    expect(word(page, "cartilage")).to_have_css("text-decoration-line", "none")
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Voorlezen").tap()
    wait_until(page, lambda: page.evaluate("said.length > 9 && !CSS.highlights.has('aloud')"))
    said = " ".join(page.evaluate("said"))
    assert "Bij artrose veranderen het kraakbeen en het bot van een gewricht." in said
    assert DUTCH["cartilage"].meaning not in said
    assert "woordenlijst" not in said
