"""Signing out on a phone: nothing is lost without a question, and nothing comes back."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import UUID

from playwright.sync_api import Page, expect

from tests.e2e.axe import faults_of
from tests.e2e.breaks import held as held_back
from tests.e2e.breaks import lost
from tests.e2e.diary import databases
from tests.e2e.held import held, is_empty, quick, sync_in_background, wait_until
from tests.e2e.kept import until
from tests.e2e.site import Site

AT_HOME = "location.pathname === '/nl/'"
# On a busy machine the five seconds may pass before all is sent: then somebody would wait.
AGAIN = "(it) => it.textContent.includes('Wacht en probeer opnieuw')"


def test_signing_out_sends_first_what_waits(site: Site, page: Page, alice: UUID) -> None:
    site.proxy.always(lost)
    quick(page, 6)
    page.goto("/nl/ik")
    site.proxy.whole()
    page.get_by_role("link", name="Uitloggen").click()
    until(
        page, f"{AT_HOME} || [...document.querySelectorAll('dialog button')].find({AGAIN})?.click()"
    )
    is_empty(page)
    assert [body["worst"] for body in site.records(alice).values()] == [6]


def test_signing_out_without_network_asks_and_loses_nothing_silently(
    site: Site, kept_page: Page, alice: UUID
) -> None:
    page = kept_page
    site.proxy.always(lost, path="/")
    quick(page, 6)
    page.goto("/nl/ik")
    page.get_by_role("link", name="Uitloggen").click()
    dialog = page.get_by_role("dialog", name="Nog niet alles is verstuurd")
    expect(dialog).to_contain_text("1 notitie staat alleen op deze telefoon.")
    assert faults_of(page) == []
    dialog.get_by_role("button", name="Wacht en probeer opnieuw").click()
    expect(dialog).to_contain_text("Versturen lukt nog niet.")
    with page.expect_download() as got:
        dialog.get_by_role("button", name="Bewaar als bestand").click()
    assert json.loads(Path(got.value.path()).read_text())["unsent"][0]["body"]["worst"] == 6
    dialog.get_by_role("button", name="Ingelogd blijven").click()
    assert len(held(page, alice, "outbox")) == 1

    page.get_by_role("link", name="Uitloggen").click()
    discard = dialog.get_by_role("button", name="Weggooien en uitloggen")
    expect(discard).to_be_disabled()
    dialog.get_by_label("Typ").fill("weggooi")
    expect(discard).to_be_disabled()
    dialog.get_by_label("Typ").fill("Weggooien")
    discard.click()
    page.wait_for_url("**/nl/")
    until(page, "() => localStorage.getItem('rugwijs-account') === null")
    wait_until(page, lambda: not any(name.startswith("rugwijs-") for name in databases(page)))
    assert site.records(alice) == {}
    site.proxy.whole()
    page.goto("/nl/vandaag")
    until(page, "() => localStorage.getItem('rugwijs-sign-out-due') === null")
    assert page.request.get("/api/me").status == 401


def test_a_sync_in_the_background_writes_nothing_into_a_wiped_phone(
    site: Site, kept_page: Page, alice: UUID
) -> None:
    page = kept_page
    site.proxy.always(lost)
    quick(page, 9)
    page.goto("/nl/artikelen")
    page.evaluate("localStorage.removeItem('rugwijs-account')")  # so that this page does not sync
    page.reload()
    page.evaluate(f"localStorage.setItem('rugwijs-account', '{alice}')")
    site.proxy.whole()
    site.proxy.order(held_back)
    heard = len(site.proxy.heard)
    sync_in_background(page, site.url)
    wait_until(page, lambda: len(site.proxy.heard) == heard + 1)
    assert [op["body"]["worst"] for op in site.proxy.heard[heard].ops()] == [9]

    page.goto("/nl/ik")
    page.get_by_role("link", name="Uitloggen").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Typ").fill("weggooien")
    dialog.get_by_role("button", name="Weggooien en uitloggen").click()
    page.wait_for_url("**/nl/")
    is_empty(page)
    site.proxy.whole()
    page.wait_for_timeout(1000)
    is_empty(page)
