"""A server that asks for time, a network that never answers, and a queue that stands too long."""

from __future__ import annotations

import time
from itertools import pairwise
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.breaks import deaf, hanging, lost, says
from tests.e2e.conftest import OpenPhone
from tests.e2e.diary import SENT
from tests.e2e.held import (
    cramps,
    held,
    nudge,
    put_in_outbox,
    quick,
    remembered,
    sync_in_background,
    wait_until,
)
from tests.e2e.proxy import Crossing, well
from tests.e2e.site import Site

LINE = "#sync-line"
WAIT = 5  # seconds


def left_to_wait(page: Page, user_id: UUID) -> float:
    """Seconds before this phone may ask again."""
    until: float = remembered(page, user_id, "not_before") or 0
    return until / 1000 - time.time()


@pytest.mark.parametrize(("status", "code"), [(503, "busy"), (429, "too_many")])
def test_who_is_asked_to_wait_asks_once_in_that_time(
    site: Site, kept_page: Page, alice: UUID, status: int, code: str
) -> None:
    page = kept_page
    site.proxy.always(says(status, code, wait=WAIT))
    heard = len(site.proxy.heard)
    quick(page, 3)
    wait_until(page, lambda: len(site.proxy.heard) > heard)
    other = page.context.new_page()
    other.goto("/nl/noteren")  # another page, another tab, another entry, the worker: none asks
    quick(other, 4)
    for _ in range(2):
        nudge(page)
        nudge(other)
        sync_in_background(page, site.url)
    # A page that is left in the middle of asking never hears that it must wait.
    wait_until(page, lambda: left_to_wait(page, alice) > WAIT - 1)
    page.goto("/nl/dagboek")
    expect(page.locator(LINE)).to_contain_text("Bewaard op deze telefoon. 2 notities wachten")
    refused = len(site.proxy.heard)
    site.proxy.whole()
    wait_until(page, lambda: held(page, alice, "outbox") == [])
    expect(page.locator(LINE)).to_contain_text(SENT)
    asked = [one.at for one in site.proxy.heard[heard : refused + 1]]
    assert len(asked) > 1
    assert all(later - soon > WAIT - 0.5 for soon, later in pairwise(asked))
    assert sorted(body["worst"] for body in site.records(alice).values()) == [3, 4]


def test_a_network_that_never_answers_is_given_up_and_tried_again(
    site: Site, site_phone: OpenPhone, alice: UUID, hers: str
) -> None:
    page = site_phone(storage_state=site.signed_in(hers), service_workers="block")
    page.clock.install()
    page.goto("/nl/vandaag")
    expect(page.locator(LINE)).to_contain_text(SENT)
    site.proxy.always(hanging)
    heard = len(site.proxy.heard)
    quick(page, 3)
    page.clock.run_for(500)
    wait_until(page, lambda: len(site.proxy.heard) == heard + 1)
    assert page.evaluate("navigator.onLine")
    expect(page.locator(LINE)).to_contain_text("1 notitie wordt verstuurd")
    page.clock.fast_forward(20_500)
    expect(page.locator(LINE)).to_contain_text("Geen verbinding. 1 notitie staat veilig")
    page.clock.fast_forward(1_500)
    wait_until(page, lambda: len(site.proxy.heard) == heard + 2)
    site.proxy.whole()
    page.clock.fast_forward(20_500)
    page.clock.fast_forward(3_000)
    wait_until(page, lambda: held(page, alice, "outbox") == [])
    assert site.operations(alice) == 1


def test_what_waits_for_over_a_day_is_said(site: Site, page: Page, alice: UUID) -> None:
    site.proxy.always(lost)
    long_ago = (time.time() - 25 * 3600) * 1000
    put_in_outbox(page, alice, cramps(1)[0] | {"saved": long_ago})
    nudge(page)
    told = "Er wacht al meer dan een dag iets op verzenden."
    expect(page.locator(LINE)).to_contain_text(told)
    site.proxy.whole()
    nudge(page)
    expect(page.locator(LINE)).to_contain_text(SENT)


def test_a_first_sync_of_many_goes_on_at_the_page_where_it_was_cut(
    site: Site, site_phone: OpenPhone, alice: UUID, hers: str
) -> None:
    many = 1_200
    site.fill(alice, many)

    def each_page_is_lost_once(crossing: Crossing) -> None:
        cursor = crossing.asked()["cursor"]
        (well if cursor in lost_once else deaf)(crossing)
        lost_once.add(cursor)

    lost_once: set[int] = set()
    site.proxy.always(each_page_is_lost_once)
    page = site_phone(storage_state=site.signed_in(hers), service_workers="block")
    page.goto("/nl/vandaag")
    heard = -1
    while len(held(page, alice, "records")) < many:
        wait_until(page, lambda: len(site.proxy.heard) > heard)  # noqa: B023
        heard = len(site.proxy.heard)
        nudge(page)
    site.proxy.whole()
    nudge(page)
    expect(page.locator(LINE)).to_contain_text(SENT)
    assert len(held(page, alice, "records")) == many
    asked = [one.asked() for one in site.proxy.heard]
    cursors = [one["cursor"] for one in asked if one["user"] == str(alice)]
    assert sorted({*cursors}) == [0, 500, 1000, 1200]
    assert cursors == sorted(cursors)  # no page was asked for after a later one had come
