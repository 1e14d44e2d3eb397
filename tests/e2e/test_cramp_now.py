"""A cramp now: found in two taps, timed, and kept, without a network and without an account."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.e2e.axe import faults_of
from tests.e2e.clock import stand_still
from tests.e2e.conftest import OpenPhone
from tests.e2e.diary import SENT, hold, sign_in
from tests.e2e.kept import keep_everything, until
from tests.e2e.server import Server

ALICE = "alice@example.com"
OFFER = "Dit van deze telefoon toevoegen aan je dagboek?"


def open_from_home(page: Page) -> None:
    """One tap on the home page."""
    page.goto("/nl/")
    page.locator("main a[href='/nl/kramp-nu']").tap()
    expect(page.locator("h1")).to_have_text("Kramp nu")


def let_go(page: Page, worst: int, *helped: str) -> None:
    """End a clock that runs, say what helped, and save with one tap."""
    page.get_by_role("button", name="Het liet los").tap()
    for what in helped:
        page.locator("#let-go").get_by_label(what, exact=True).tap()
    page.locator(f"#let-go input[value='{worst}']").check(force=True)
    page.get_by_role("button", name="Bewaar deze kramp").tap()
    expect(page.locator("#clock-answer")).to_contain_text("Bewaard")


def test_without_network_a_cramp_is_timed_and_stands_in_the_diary(
    server: Server, phone: OpenPhone
) -> None:
    server.account(ALICE)
    page = phone()
    keep_everything(page)
    sign_in(page, ALICE)
    server.stop()

    open_from_home(page)
    page.get_by_role("button", name="Start de klok").tap()
    page.get_by_role("button", name="Het begon 5 minuten eerder").tap()
    page.goto("/nl/artikelen")
    page.goto("/nl/kramp-nu")
    expect(page.locator("#clock .time")).to_contain_text("5:")
    let_go(page, 7, "warmte", "iets anders")

    page.goto("/nl/dagboek")
    entry = page.locator("article", has_text="pijn 7 van 10")
    expect(entry).to_contain_text("5 minuten")
    expect(entry).to_contain_text("warmte, iets anders")

    server.start()
    page.goto("/nl/dagboek")
    expect(page.locator("#sync-line")).to_contain_text(SENT)


def test_a_cramp_of_nobody_waits_on_the_phone_for_a_yes(
    server: Server, online_phone: OpenPhone
) -> None:
    server.account(ALICE)
    page = online_phone()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_from_home(page)
    page.get_by_role("button", name="Start de klok").tap()
    let_go(page, 4, "ademen")
    assert not [url for url in asked if "/api/" in url]

    sign_in(page, ALICE)
    expect(page.get_by_role("heading", name=OFFER)).to_be_visible()
    expect(page.locator("#main li", has_text="Kramp: ")).to_contain_text("0 minuten")
    page.goto("/nl/dagboek")
    expect(page.get_by_text("Je dagboek is nog leeg.")).to_be_visible()
    page.get_by_role("button", name="Toevoegen").tap()
    expect(page.locator("article", has_text="pijn 4 van 10")).to_contain_text("0 minuten")
    expect(page.locator("#sync-line")).to_contain_text(SENT)
    page.reload()
    expect(page.locator("article", has_text="pijn 4 van 10")).to_have_count(1)
    expect(page.get_by_role("heading", name=OFFER)).to_have_count(0)


def test_a_cramp_that_is_thrown_away_can_be_taken_back(
    server: Server, online_phone: OpenPhone
) -> None:
    server.account(ALICE)
    page = online_phone()
    open_from_home(page)
    page.get_by_role("button", name="Start de klok").tap()
    let_go(page, 4)
    sign_in(page, ALICE)
    page.get_by_role("button", name="Weggooien").tap()
    expect(page.get_by_role("heading", name=OFFER)).to_have_count(0)
    hold(page, "Ongedaan maken").tap()
    expect(page.locator(".toast")).to_have_count(0)
    page.reload()
    expect(page.get_by_role("heading", name=OFFER)).to_be_visible()


def test_the_number_of_the_own_gp_stands_at_each_sign_and_goes_at_sign_out(
    server: Server, online_phone: OpenPhone
) -> None:
    server.account(ALICE)
    page = online_phone()
    sign_in(page, ALICE)
    page.goto("/nl/kramp-nu")
    page.get_by_label("Telefoonnummer").fill("020-123 45 67")
    page.get_by_role("button", name="Bewaar het nummer").tap()
    expect(page.get_by_text("Bewaard op deze telefoon.")).to_be_visible()
    sign = page.locator("details.sign", has_text="Je kunt niet plassen")
    sign.locator("summary").tap()
    call = sign.get_by_role("link", name="Bel je huisarts: 020-123 45 67")
    expect(call).to_have_attribute("href", "tel:0201234567")
    expect(sign.get_by_role("link", name="Bel 112")).to_have_attribute("href", "tel:112")

    page.goto("/nl/ik")
    page.get_by_role("link", name="Uitloggen").tap()
    page.wait_for_url("**/nl/")
    until(page, "localStorage.getItem('rugwijs-gp') === null")


def test_what_somebody_taps_while_lying_down_is_big(online_phone: OpenPhone) -> None:
    page = online_phone()
    page.goto("/nl/kramp-nu")
    page.get_by_role("button", name="Start de klok").tap()
    page.get_by_role("button", name="Het liet los").tap()
    expect(page.locator("#let-go .option").first).to_be_visible()
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    seen = 0
    for target in page.locator(
        ".move > summary, .sign > summary, main .button.big, main button.big, #let-go .option"
    ).all():
        box = target.bounding_box()
        if box:
            seen += 1
            assert box["height"] >= 64, target.inner_text()
    assert seen > 30


def test_breathing_along_says_when_the_five_minutes_are_over(phone: OpenPhone) -> None:
    page = phone()
    page.clock.install()
    page.goto("/nl/kramp-nu")
    stand_still(page)
    page.locator(".move", has_text="Adem rustig").locator("summary").tap()
    page.get_by_role("button", name="Adem mee").tap()
    said, count = page.locator("#breath .phase"), page.locator("#breath .lung")
    page.clock.run_for(1_000)
    expect(said).to_have_text("Adem in")
    expect(count).to_have_text("2")
    page.clock.fast_forward(298_500)
    expect(said).to_have_text("Adem uit")
    page.clock.run_for(1_000)
    expect(said).to_contain_text("Dat waren 5 minuten.")
    expect(count).to_be_empty()
    expect(page.get_by_role("button", name="Adem mee")).to_be_visible()


def test_the_night_light_can_be_read(online_phone: OpenPhone) -> None:
    page = online_phone(reduced_motion="reduce")
    page.goto("/nl/kramp-nu")
    page.get_by_role("button", name="Nachtlicht").tap()
    expect(page.get_by_role("button", name="Nachtlicht")).to_have_attribute("aria-pressed", "true")
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert faults_of(page) == []


def test_the_night_light_lasts_as_long_as_the_tab(online_phone: OpenPhone) -> None:
    page = online_phone()
    page.goto("/nl/kramp-nu")
    paper = "() => getComputedStyle(document.documentElement).backgroundColor"
    bright = page.evaluate(paper)
    page.get_by_role("button", name="Nachtlicht").tap()
    until(page, f"({paper})() !== '{bright}'")
    page.reload()
    expect(page.get_by_role("button", name="Nachtlicht")).to_have_attribute("aria-pressed", "true")
    until(page, f"({paper})() !== '{bright}'")
    page.get_by_role("button", name="Nachtlicht").tap()
    until(page, f"({paper})() === '{bright}'")
