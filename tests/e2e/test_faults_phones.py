"""Two phones of one person that do different things without network."""

from __future__ import annotations

from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.breaks import held as held_back
from tests.e2e.breaks import lost
from tests.e2e.conftest import OpenPhone
from tests.e2e.diary import log_day
from tests.e2e.held import held, quick
from tests.e2e.proxy import Crossing, well
from tests.e2e.site import Site
from tests.e2e.two_phones import (
    DIARY,
    card,
    change,
    end_equal,
    let_through,
    level,
    note,
    pain,
    with_one_cramp,
)

PAGE = 500  # records in an answer


@pytest.fixture
def both(site: Site, page: Page, other: Page, alice: UUID) -> tuple[Page, Page]:
    """Both phones in the diary, with one cramp of pain 5, and then without network."""
    return with_one_cramp(site, page, other, alice)


def test_two_phones_that_change_different_fields_both_keep_theirs(
    site: Site, both: tuple[Page, Page], alice: UUID
) -> None:
    first, second = both
    change(first, pain(7))
    change(second, note("bij het tillen"))
    assert [len(held(page, alice, "outbox")) for page in both] == [1, 1]
    ((_, body),) = end_equal(site, alice, second, first).items()
    assert (body["worst"], body["note"]) == (7, "bij het tillen")
    for page in both:
        expect(card(page)).to_contain_text("pijn 7 van 10")
        expect(card(page)).to_contain_text("bij het tillen")
        expect(card(page).locator("details.earlier")).to_have_count(0)


def test_a_delete_of_what_the_other_phone_changed_unseen_is_not_done_and_said(
    site: Site, both: tuple[Page, Page], alice: UUID
) -> None:
    first, second = both
    change(second, pain(8))
    card(first).get_by_role("button", name="Wissen").click()
    expect(card(first)).to_have_count(0)
    let_through(site, second, alice)
    site.proxy.whole()
    level(first, alice)
    told = "Deze notitie is ergens anders veranderd. Daarom is hij niet gewist."
    expect(first.locator("#toasts")).to_contain_text(told)
    ((_, body),) = end_equal(site, alice, first, second).items()
    assert body["worst"] == 8
    for page in both:
        expect(card(page)).to_contain_text("pijn 8 van 10")


def test_a_change_brings_back_whole_what_the_other_phone_deleted_unseen(
    site: Site, both: tuple[Page, Page], alice: UUID
) -> None:
    first, second = both
    ((_, before),) = site.records(alice).items()
    change(second, note("toch wel"))
    card(first).get_by_role("button", name="Wissen").click()
    expect(card(first)).to_have_count(0)
    let_through(site, first, alice)
    assert site.records(alice) == {}
    ((_, body),) = end_equal(site, alice, second, first).items()
    assert body == before | {"note": "toch wel"}
    for page in both:
        expect(card(page)).to_contain_text("pijn 5 van 10")


def test_an_entry_made_changed_deleted_and_put_back_is_one_in_sight_while_pages_come(
    site: Site, page: Page, other: Page, alice: UUID
) -> None:
    site.proxy.always(lost)
    quick(page, 3)
    page.goto(DIARY)
    change(page, pain(6))
    card(page).get_by_role("button", name="Wissen").click()
    expect(card(page)).to_have_count(0)
    page.locator("#toasts").get_by_role("button", name="Ongedaan maken").click()
    expect(card(page)).to_contain_text("pijn 6 van 10")
    waiting = held(page, alice, "outbox")
    assert [op["deleted"] for op in waiting] == [False, False, True, False]
    assert len({op["id"] for op in waiting}) == 1

    site.fill(alice, PAGE + 100)

    def the_last_page_waits(crossing: Crossing) -> None:
        (held_back if crossing.asked()["cursor"] >= PAGE else well)(crossing)

    site.proxy.always(the_last_page_waits)
    level(page, alice)
    assert len(held(page, alice, "records")) == PAGE + 1
    expect(card(page)).to_contain_text("pijn 6 van 10")

    after = end_equal(site, alice, page, other)
    assert after[waiting[0]["id"]]["worst"] == 6
    assert len(after) == PAGE + 101
    assert site.operations(alice) == PAGE + 104
    expect(card(other)).to_contain_text("pijn 6 van 10")


def test_two_phones_that_begin_the_same_day_make_one_of_it(
    site: Site, page: Page, other: Page, alice: UUID
) -> None:
    site.proxy.always(lost)
    log_day(page, "2026-11-20", walk_min="6")
    log_day(other, "2026-11-20", sitting_h="8")
    begun = [op for phone in (page, other) for op in held(phone, alice, "outbox")]
    assert [op["kind"] for op in begun] == ["day", "day"]
    assert begun[0]["id"] == begun[1]["id"]
    ((_, body),) = end_equal(site, alice, page, other).items()
    assert body == {"day": "2026-11-20", "walk_min": 6, "sitting_h": 8}


def test_what_changes_between_two_pages_of_a_first_sync_is_seen_later(
    site: Site, page: Page, site_phone: OpenPhone, alice: UUID, hers: str
) -> None:
    quick(page, 5)
    level(page, alice)
    site.fill(alice, PAGE + 100)
    page.goto(DIARY)

    def the_second_page_is_asked_late(crossing: Crossing) -> None:
        asked = crossing.asked()
        if asked["fresh"] and asked["cursor"] == PAGE:
            crossing.whole.wait(60)
        well(crossing)

    site.proxy.always(the_second_page_is_asked_late)
    new = site_phone(storage_state=site.signed_in(hers), service_workers="block")
    new.goto(DIARY)
    expect(card(new)).to_contain_text("pijn 5 van 10")
    assert len(held(new, alice, "records")) == PAGE
    change(page, pain(8))
    level(page, alice)
    assert len(end_equal(site, alice, new, page)) == PAGE + 101
    expect(card(new)).to_contain_text("pijn 8 van 10")


def test_what_comes_from_over_a_month_ago_shows_in_a_diary_that_was_open_and_empty(
    site: Site, page: Page, alice: UUID
) -> None:
    page.goto(DIARY)
    expect(page.locator("#diary")).to_contain_text("Je dagboek is nog leeg.")
    site.fill(alice, 3)
    level(page, alice)
    expect(card(page)).to_have_count(3)
    assert len(end_equal(site, alice, page)) == 3
