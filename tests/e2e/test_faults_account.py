"""The life of an account on a phone: erased, signed out, taken over by another."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import UUID

from playwright.sync_api import Page, expect

from tests.e2e.axe import faults_of
from tests.e2e.breaks import held as held_back
from tests.e2e.breaks import lost, says
from tests.e2e.diary import SENT
from tests.e2e.held import cramps, held, is_empty, nudge, put_in_outbox, quick, wait_until
from tests.e2e.proxy import well
from tests.e2e.site import Site
from tests.people import PASSWORD
from webapp.accounts.erase import erase

LINE = "#sync-line"


def enter(page: Page, who: str) -> None:
    """Sign in by the form, whatever the line then says."""
    page.goto("/nl/inloggen")
    page.locator("#email").fill(who)
    page.locator("#password").fill(PASSWORD)
    page.locator("main form button[type=submit]").click()
    page.wait_for_url("**/nl/vandaag")


def erase_on_the_server(site: Site, user_id: UUID) -> None:
    with site.inside():
        erase(user_id)


def test_an_erased_account_empties_the_phone_and_says_so(
    site: Site, page: Page, alice: UUID
) -> None:
    quick(page, 4)
    wait_until(page, lambda: held(page, alice, "outbox") == [])
    erase_on_the_server(site, alice)
    nudge(page)
    dialog = page.get_by_role("dialog", name="Je account is gewist")
    expect(dialog).to_contain_text("Alles van jou is nu ook van deze telefoon gehaald.")
    is_empty(page)
    assert faults_of(page) == []
    dialog.get_by_role("button", name="Naar het begin").click()
    page.wait_for_url("**/nl/")
    assert page.request.get("/api/me").status == 401
    is_empty(page)


def test_what_was_never_sent_to_an_erased_account_can_be_taken_along(
    site: Site, page: Page, alice: UUID
) -> None:
    site.proxy.always(lost)
    quick(page, 7)
    erase_on_the_server(site, alice)
    other = page.context.new_page()
    site.proxy.whole()
    other.goto("/nl/dagboek")
    other.get_by_role("dialog").wait_for()
    other.keyboard.press("Escape")
    expect(other.locator("article", has_text="pijn 7 van 10")).to_be_visible()

    page.bring_to_front()
    nudge(page)
    dialog = page.get_by_role("dialog", name="Je account is gewist")
    expect(dialog).to_contain_text("1 notitie staat alleen nog op deze telefoon.")
    empty = dialog.get_by_role("button", name="Maak deze telefoon leeg")
    expect(empty).to_be_disabled()
    assert faults_of(page) == []
    dialog.get_by_role("button", name="Nog niet").click()
    expect(page.locator(LINE)).to_contain_text("Je account is gewist.")
    assert faults_of(page) == []
    page.locator(LINE).get_by_role("button", name="Wat nu?").click()
    with page.expect_download() as got:
        dialog.get_by_role("button", name="Bewaar als bestand").click()
    kept = json.loads(Path(got.value.path()).read_text())
    assert [op["body"]["worst"] for op in kept["unsent"]] == [7]
    empty.click()
    expect(dialog).to_contain_text("Alles van jou is nu ook van deze telefoon gehaald.")
    is_empty(page)
    expect(other.get_by_text("Log in of maak een account").first).to_be_visible()


def test_a_sign_in_that_lapses_keeps_the_queue_and_goes_on_after(
    site: Site, page: Page, alice: UUID, hers: str
) -> None:
    put_in_outbox(page, alice, *cramps(150))
    site.proxy.order(well, says(401, "signed_out"))
    nudge(page)
    expect(page.locator(LINE)).to_contain_text("50 notities wachten op deze telefoon.")
    assert len(site.records(alice)) == 100
    page.context.clear_cookies()
    nudge(page)
    page.wait_for_timeout(500)
    expect(page.locator(LINE)).to_contain_text("Log opnieuw in.")
    assert faults_of(page) == []
    page.locator(LINE).get_by_role("link", name="Inloggen").click()
    enter(page, hers)
    expect(page.locator(LINE)).to_contain_text(SENT)
    assert len(site.records(alice)) == 150
    assert held(page, alice, "outbox") == []


def test_another_person_on_the_phone_never_sends_what_waits_here(
    site: Site, page: Page, alice: UUID, bob: UUID, hers: str, his: str
) -> None:
    site.proxy.always(lost)
    quick(page, 8)
    page.context.clear_cookies()
    heard = len(site.proxy.heard)
    site.proxy.whole()
    enter(page, his)
    expect(page.locator(LINE)).to_contain_text(SENT)
    quick(page, 1)
    wait_until(page, lambda: held(page, bob, "outbox") == [])
    asked = [crossing.asked() for crossing in site.proxy.heard[heard:]]
    by_bob = [one for one in asked if one["user"] == str(bob)]
    assert [op["body"]["worst"] for one in by_bob for op in one["ops"]] == [1]
    assert [body["worst"] for body in site.records(bob).values()] == [1]
    assert site.records(alice) == {}
    assert [op["body"]["worst"] for op in held(page, alice, "outbox")] == [8]
    page.goto("/nl/dagboek")
    expect(page.locator("article")).to_have_count(1)

    page.context.clear_cookies()
    enter(page, hers)
    wait_until(page, lambda: held(page, alice, "outbox") == [])
    assert [body["worst"] for body in site.records(alice).values()] == [8]
    assert [body["worst"] for body in site.records(bob).values()] == [1]


def test_with_the_cookie_of_somebody_else_nothing_is_written(
    site: Site, page: Page, alice: UUID, bob: UUID, his: str
) -> None:
    site.proxy.always(lost)
    quick(page, 8)
    page.context.clear_cookies()
    page.context.add_cookies(site.signed_in(his)["cookies"])
    heard = len(site.proxy.heard)
    site.proxy.whole()
    site.proxy.order(held_back, path="/api/me")
    nudge(page)

    def sent() -> list[int]:
        asked = [crossing.asked() for crossing in site.proxy.heard[heard:]]
        hers = [one for one in asked if one["user"] == str(alice)]
        return [op["body"]["worst"] for one in hers for op in one["ops"]]

    wait_until(page, lambda: 8 in sent())
    assert site.records(alice) == site.records(bob) == {}
    site.proxy.whole()
    expect(page.locator(LINE)).to_contain_text(SENT)  # it is Bob's phone now
    assert site.operations(alice) == site.operations(bob) == 0
    assert len(held(page, alice, "outbox")) == 1
