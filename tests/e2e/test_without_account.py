"""A diary on the phone alone: begun, kept, removed, or taken into an account, after a yes."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, expect

from tests.e2e.axe import faults_of
from tests.e2e.conftest import OpenPhone, Watch
from tests.e2e.diary import SENT, all_sent, databases, log_cramp, log_day, sign_in, sign_up
from tests.e2e.kept import keep_everything, until
from tests.e2e.server import Server
from webapp.languages import LANGUAGES, PATHS
from webapp.tracker.models import records_of

ALICE = "alice@example.com"
LINE = "#sync-line"
NOTE = "kanariegeel"
ONLY_HERE = "Alleen op deze telefoon bewaard."


def begin(page: Page, lang: str = "nl") -> None:
    """Begin without an account; ends on Today."""
    page.goto(PATHS["accounts.without_account"][lang])
    page.locator("#local button").tap()
    page.wait_for_url(f"**{PATHS['tips.today'][lang]}")


def watch(page: Page) -> list[Request]:
    """Every request that this phone makes from now on, but for what anybody may fetch."""
    asked: list[Request] = []

    def note(request: Request) -> None:
        if request.method != "GET" or "/api/" in request.url:
            asked.append(request)

    page.context.on("request", note)
    return asked


def test_a_diary_begins_offline_and_goes_into_an_account_later(
    server: Server, phone: OpenPhone
) -> None:
    page = phone()
    keep_everything(page)
    asked = watch(page)
    server.stop()
    begin(page)
    expect(page.locator(LINE)).to_contain_text(ONLY_HERE)
    expect(page.locator("#today")).to_contain_text("Zonder account krijgen we niets van je")
    page.get_by_role("button", name="Geen kramp vandaag").tap()
    expect(page.locator("#today")).to_contain_text("Je noteerde: geen kramp vandaag.")
    log_cramp(page, 6, "low_left", note=NOTE)
    log_day(page, "2026-11-20", sleep_h="7")
    expect(page.locator("#diary article")).to_have_count(3)
    expect(page.locator(".tag")).to_have_count(0)
    for endpoint in ("tracker.look_back", "insights.insights", "trials.trials", "tips.tips"):
        page.goto(PATHS[endpoint]["nl"])
        expect(page.locator(LINE)).to_contain_text(ONLY_HERE)
        expect(page.get_by_text("Log in of maak een account")).to_have_count(0)
    server.start()
    page.goto("/nl/dagboek")
    page.reload()
    expect(page.locator("#diary")).to_contain_text(NOTE)
    assert [request.url for request in asked] == []

    sign_up(page, server, ALICE)
    sign_in(page, ALICE)
    assert not any(NOTE in (request.post_data or "") for request in asked)
    expect(page.get_by_role("heading", name="Je hebt 3 notities op deze telefoon")).to_be_visible()
    page.goto("/nl/ik")
    expect(page.locator("#local-title")).to_be_visible()
    assert faults_of(page) == []
    page.get_by_role("link", name="Bekijken en meenemen").tap()
    expect(page.locator("#local dd").first).to_contain_text("1 nieuw")
    assert faults_of(page) == []
    page.get_by_role("button", name="Neem 3 notities mee").tap()
    expect(page.locator("#local")).to_contain_text("Je notities staan in je account.")
    until(page, "indexedDB.databases().then((found) => found.length === 1)")
    page.goto("/nl/dagboek")
    all_sent(page)
    expect(page.locator("#diary article")).to_have_count(3)

    other = phone()
    sign_in(other, ALICE)
    other.goto("/nl/dagboek")
    expect(other.locator("#diary article")).to_have_count(3)
    expect(other.locator("#diary")).to_contain_text(NOTE)
    with server.inside():
        from webapp.accounts.models import person

        alice = person(ALICE)
        assert alice
        assert len(records_of(alice.id)) == 3


def test_left_apart_it_is_not_lost_and_comes_back_after_signing_out(
    server: Server, phone: OpenPhone
) -> None:
    server.account(ALICE)
    page = phone()
    begin(page)
    log_cramp(page, 4, "low_left", note=NOTE)
    sign_in(page, ALICE)
    page.get_by_role("button", name="Niet meenemen").tap()
    page.reload()
    expect(page.locator(LINE)).to_contain_text(SENT)
    expect(page.locator("#local-title")).to_have_count(0)
    page.goto("/nl/ik/meenemen")
    expect(page.get_by_role("button", name="Neem 1 notitie mee")).to_be_visible()
    page.goto("/nl/dagboek")
    expect(page.get_by_text("Je dagboek is nog leeg.")).to_be_visible()

    page.goto("/nl/ik")
    page.get_by_role("link", name="Uitloggen").tap()
    page.wait_for_url("**/nl/")
    page.goto("/nl/dagboek")
    expect(page.locator("#diary")).to_contain_text(NOTE)
    expect(page.locator(LINE)).to_contain_text(ONLY_HERE)


def test_what_was_typed_before_is_still_there_after_beginning(
    server: Server, phone: OpenPhone, watch: Watch
) -> None:
    page = phone()
    page.goto("/nl/noteren/kramp")
    page.locator(".scale input[value='8']").check(force=True)
    page.locator("form#entry button[type=submit]").last.click()
    page.get_by_role("link", name="Begin zonder account").tap()
    page.get_by_role("button", name="Begin zonder account").tap()
    page.get_by_role("link", name="Ga verder met invullen").tap()
    expect(page.locator(".scale input[value='8']")).to_be_checked()
    # Who saved without a diary was asked of the server: nobody is signed in after all.
    watch.faults[:] = [fault for fault in watch.faults if "401" not in fault]


def test_all_of_it_can_be_removed_and_is_offered_as_a_file_first(
    server: Server, phone: OpenPhone, tmp_path: Path
) -> None:
    page = phone()
    begin(page)
    log_cramp(page, 4, "low_left", note=NOTE)
    page.goto("/nl/ik")
    page.get_by_role("link", name="Een bestand maken of alles verwijderen").tap()
    page.get_by_role("button", name="Verwijder alles van deze telefoon").tap()
    expect(page.locator("#remove-sure")).to_contain_text("1 notitie is dan weg.")
    yes = page.get_by_role("button", name="Verwijder alles", exact=True)
    expect(yes).to_be_disabled()
    assert faults_of(page) == []
    with page.expect_download() as got:
        page.get_by_role("button", name="Alles bewaren").tap()
    assert NOTE in Path(got.value.path()).read_text(encoding="utf-8")
    page.locator("#remove-typed").fill("weggooien")
    yes.tap()
    page.wait_for_url("**/nl/")
    assert databases(page) == []
    assert page.evaluate("Object.keys(localStorage)") == []
    page.goto("/nl/dagboek")
    expect(page.get_by_role("heading", name="Log in of maak een account")).to_be_visible()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_page_of_it_has_a_fault(server: Server, phone: OpenPhone, lang: str) -> None:
    page = phone()
    page.emulate_media(reduced_motion="reduce")  # or axe sees colours on their way
    page.goto(PATHS["accounts.without_account"][lang])
    expect(page.locator("#local button")).to_be_visible()
    assert faults_of(page) == []
    begin(page, lang)
    for endpoint in ("accounts.without_account", "accounts.me", "tips.today", "carry.take_along"):
        page.goto(PATHS[endpoint][lang])
        expect(page.locator(f"{LINE} span")).to_be_visible()
        assert faults_of(page) == []
