"""Adding a file of ours: into the same diary, into another account, and back again."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.axe import faults_of
from tests.e2e.carry import (
    PAGE,
    as_upload,
    choose,
    contents,
    cramp,
    file_of,
    stored,
    taken_along,
    today,
    whole_file,
)
from tests.e2e.conftest import OpenPhone
from tests.e2e.diary import SENT, all_sent, log_cramp, sign_in
from tests.e2e.kept import keep_app
from tests.e2e.server import Server
from webapp import demo
from webapp.languages import LANGUAGES, PATHS
from webapp.tracker.models import records_of

ALICE, BOB = "alice@example.com", "bob@example.com"


def test_a_diary_moves_to_an_empty_account_and_is_equal(server: Server, phone: OpenPhone) -> None:
    with server.inside():
        demo.seed(today())
        from webapp.accounts.models import person

        owner = person(demo.DEMO_EMAIL)
        assert owner
        theirs = owner.id
    bob = server.account(BOB)
    page = phone()
    keep_app(page)
    sign_in(page, demo.DEMO_EMAIL, demo.DEMO_PASSWORD)
    file = taken_along(page, "Alles bewaren")

    other = phone()
    keep_app(other)
    sign_in(other, BOB)
    other.goto(PAGE)
    server.stop()
    choose(other, file)
    expect(other.locator("#bring")).to_contain_text("Dit bestand komt uit een ander account.")
    other.get_by_role("button", name="Ja, voeg").tap()
    expect(other.locator("#bring-news")).to_have_text("Het is gelukt")
    expect(other.locator("#bring-news")).to_be_focused()
    server.start()
    other.goto("/nl/dagboek")
    expect(other.locator("#sync-line")).to_contain_text(SENT)
    assert contents(server, bob) == contents(server, theirs)
    with server.inside():
        ids = {each.id for each in records_of(theirs) if each.kind != "pain"}
        assert not ids & {each.id for each in records_of(bob) if each.kind in ("day", "profile")}

    page.goto(PAGE)
    choose(page, file)
    expect(page.locator("#bring")).to_contain_text("Alles uit dit bestand staat al in je dagboek.")
    expect(page.get_by_role("button", name="Voeg")).to_have_count(0)


def test_what_differs_is_asked_once_and_all_of_it_comes_undone(
    server: Server, carrier: tuple[Page, UUID]
) -> None:
    page, user = carrier
    log_cramp(page, 4, "low_left")
    expect(page.locator("#sync-line")).to_contain_text(SENT)
    file = whole_file(page)
    file["records"][0]["body"] |= {"worst": 9, "zones": ["low_right"]}
    file["records"] += [cramp(2), cramp(3)]
    before = contents(server, user)

    choose(page, as_upload(file))
    expect(page.locator("#bring dd")).to_contain_text("2 nieuw 1 anders")
    mine = page.get_by_role("radio", name="Wat in mijn dagboek staat")
    expect(mine).to_be_checked()
    expect(page.get_by_role("button", name="Voeg 2 notities toe")).to_be_visible()
    page.get_by_role("radio", name="Wat in het bestand staat").check(force=True)
    page.get_by_role("button", name="Voeg 3 notities toe").tap()
    expect(page.locator("#bring")).to_contain_text("2 notities zijn erbij gekomen.")
    expect(page.locator("#bring")).to_contain_text("1 notitie is veranderd.")
    all_sent(page)
    assert len(contents(server, user)) == 3
    now = [body for _, body in contents(server, user)]
    assert any(b'"low_right"' in body and b'"worst":9' in body for body in now)

    page.goto(PAGE)
    expect(page.locator("#bring")).to_contain_text("mijn.json")
    page.get_by_role("button", name="Maak ongedaan").tap()
    expect(page.locator("#bring-news")).to_have_text("Het is ongedaan gemaakt")
    expect(page.locator("#bring")).to_contain_text("2 notities zijn weer weg.")
    all_sent(page)
    assert contents(server, user) == before
    page.goto(PAGE)
    expect(page.get_by_role("button", name="Maak ongedaan")).to_have_count(0)


def test_without_network_it_is_added_and_undone(server: Server, carrier: tuple[Page, UUID]) -> None:
    page, user = carrier
    server.stop()
    page.goto(PAGE)
    choose(page, as_upload(file_of(user, cramp(5), cramp(6))))
    page.get_by_role("button", name="Voeg 2 notities toe").tap()
    expect(page.locator("#bring")).to_contain_text("verstuurd zodra er internet is")
    assert stored(page, user) == {"records": 0, "outbox": 2}
    page.get_by_role("button", name="Maak ongedaan").tap()
    expect(page.locator("#bring-news")).to_have_text("Het is ongedaan gemaakt")
    page.goto("/nl/dagboek")
    expect(page.get_by_text("Je dagboek is nog leeg.")).to_be_visible()
    server.start()
    page.goto("/nl/dagboek")
    expect(page.locator("#sync-line")).to_contain_text(SENT)
    assert contents(server, user) == []
    assert stored(page, user) == {"records": 0, "outbox": 0}


def test_an_entry_that_was_changed_since_stays(server: Server, carrier: tuple[Page, UUID]) -> None:
    page, user = carrier
    choose(page, as_upload(file_of(user, cramp(5), cramp(6))))
    page.get_by_role("button", name="Voeg 2 notities toe").tap()
    expect(page.locator("#bring-news")).to_have_text("Het is gelukt")
    page.goto("/nl/dagboek")
    page.locator("article", has_text="pijn 6 van 10").get_by_role("link", name="Wijzigen").tap()
    page.locator("textarea").fill("klopt")
    page.locator("form#entry button[type=submit]").last.click()
    page.wait_for_url("**/nl/dagboek")
    page.goto(PAGE)
    page.get_by_role("button", name="Maak ongedaan").tap()
    expect(page.locator("#bring")).to_contain_text("1 notitie heb je daarna veranderd.")
    page.goto("/nl/dagboek")
    expect(page.locator("#diary article")).to_have_count(1)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_stage_has_a_fault(carrier: tuple[Page, UUID], lang: str) -> None:
    page, _ = carrier
    page.goto(PATHS["carry.take_along"][lang])
    assert faults_of(page) == []
    choose(page, as_upload("{"))
    assert faults_of(page) == []
    worse = cramp(5) | {"kind": "weather"}
    choose(page, as_upload(file_of(uuid4(), cramp(5), worse)))
    assert faults_of(page) == []
    page.locator("#bring button").first.click()
    expect(page.locator("#bring-must")).not_to_be_empty()
    assert faults_of(page) == []
    page.locator("#bring input[type=checkbox]").check()
    page.locator("#bring button").first.click()
    expect(page.locator("#bring .notice.good")).to_be_visible()
    assert faults_of(page) == []
    page.locator("#bring button").first.click()
    expect(page.locator("#bring .notice.good a, #bring .button")).to_have_count(0)
    expect(page.locator("#bring-news")).to_be_focused()
    assert faults_of(page) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_keyboard_is_enough(carrier: tuple[Page, UUID], lang: str) -> None:
    page, user = carrier
    # Long before the key, or the browser may open its own window instead.
    page.on("filechooser", lambda _: None)
    page.goto(PATHS["carry.take_along"][lang])
    page.locator("#file").focus()
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Enter")
    chooser.value.set_files(as_upload(file_of(user, cramp(5))))
    expect(page.locator("#bring-news")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#bring .notice.good")).to_be_visible()
    expect(page.locator("#bring-news")).to_be_focused()
    all_sent(page)
    assert stored(page, user) == {"records": 1, "outbox": 0}
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#bring-news")).to_be_focused()
    expect(page.locator("#bring .button")).to_have_count(0)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#file")).to_be_focused()
