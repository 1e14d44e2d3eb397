"""Consent on a phone: without it all stays here, it is given in place, and new words ask again."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from playwright.sync_api import Locator, Page, expect
from sqlalchemy import update

from tests.e2e.axe import faults_of
from tests.e2e.breaks import lost
from tests.e2e.diary import SENT
from tests.e2e.held import cramps, held, nudge, put_in_outbox, quick, records, wait_until
from tests.e2e.proxy import well
from tests.e2e.site import Site
from webapp.accounts.ages import WITHDRAWN
from webapp.accounts.models import Consent, withdraw_consent
from webapp.extensions import db
from webapp.sync.purge import erase_withdrawn

LINE = "#sync-line"
ASKED = "We vragen je toestemming."


def of_diary(page: Page) -> Locator:
    """The part of the page of consent that is about the diary."""
    return page.get_by_role("region", name="Je dagboek bij ons")


def agree(page: Page) -> None:
    """Agree, on the page of consent, that the diary is kept."""
    of_diary(page).get_by_role("button", name="Ja, ik geef toestemming").click()
    expect(of_diary(page)).to_contain_text("Je gaf toestemming op")


def read(page: Page) -> None:
    """Follow the line to the page of consent."""
    expect(page.locator(LINE)).to_contain_text(ASKED)
    page.locator(LINE).get_by_role("link", name="Lees en kies").click()
    expect(of_diary(page)).to_be_visible()
    assert faults_of(page) == []


def test_without_consent_everything_stays_here_and_goes_on_after(
    site: Site, page: Page, alice: UUID
) -> None:
    with site.inside():
        withdraw_consent(alice, datetime.now(UTC))
    quick(page, 5)
    read(page)
    assert len(held(page, alice, "outbox")) == 1
    assert site.records(alice) == {}
    agree(page)
    expect(page.locator(LINE)).to_contain_text(SENT)
    assert [body["worst"] for body in site.records(alice).values()] == [5]


def test_consent_is_withdrawn_on_one_phone_while_another_pushes(
    site: Site, page: Page, other: Page, alice: UUID
) -> None:
    other.goto("/nl/ik/toestemming")
    put_in_outbox(page, alice, *cramps(250))
    site.proxy.order(well)
    site.proxy.always(lost)
    nudge(page)
    wait_until(page, lambda: len(held(page, alice, "outbox")) == 150)
    of_diary(other).get_by_role("button", name="Trek mijn toestemming in").click()
    expect(other.locator("main .notice")).to_contain_text("Je toestemming is ingetrokken.")
    site.proxy.whole()
    nudge(page)
    expect(page.locator(LINE)).to_contain_text(ASKED)
    assert len(site.records(alice)) == 100
    assert len(held(page, alice, "outbox")) == 150
    agree(other)
    nudge(page)
    wait_until(page, lambda: held(page, alice, "outbox") == [])
    assert len(site.records(alice)) == 250


def test_words_that_changed_are_asked_anew(site: Site, page: Page, alice: UUID) -> None:
    with site.inside():
        hers = update(Consent).where(Consent.user_id == alice)
        db.session.execute(hers.values(text_version="1"))
    quick(page, 6)
    read(page)
    expect(of_diary(page)).to_contain_text("De tekst is veranderd sinds je toestemming")
    agree(page)
    expect(page.locator(LINE)).to_contain_text(SENT)
    assert [body["worst"] for body in site.records(alice).values()] == [6]


def test_what_was_erased_here_after_withdrawing_comes_back_from_the_phones(
    site: Site, page: Page, other: Page, alice: UUID
) -> None:
    quick(page, 3)
    other.goto("/nl/vandaag")
    quick(other, 7)
    wait_until(other, lambda: len(site.records(alice)) == 2)
    nudge(page)
    wait_until(page, lambda: len(records(page, alice)) == 2)
    page.goto("/nl/ik/toestemming")
    assert faults_of(page) == []
    of_diary(page).get_by_role("button", name="Trek mijn toestemming in").click()
    expect(of_diary(page)).to_contain_text("van onze server gewist")
    assert faults_of(page) == []
    page.goto("/nl/vandaag")
    quick(page, 5)
    with site.inside():
        assert erase_withdrawn(datetime.now(UTC) + WITHDRAWN) == 1
    assert site.records(alice) == {}
    nudge(page)
    read(page)
    expect(of_diary(page)).to_contain_text("We hebben niets van je dagboek")
    assert len(records(page, alice)) == 2
    assert len(held(page, alice, "outbox")) == 1
    agree(page)
    expect(page.locator(LINE)).to_contain_text(SENT)
    nudge(other)
    wait_until(other, lambda: len(records(other, alice)) == 3)
    assert sorted(body["worst"] for body in site.records(alice).values()) == [3, 5, 7]
    assert records(page, alice) == records(other, alice) == site.records(alice)
