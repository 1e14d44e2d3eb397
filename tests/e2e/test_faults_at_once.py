"""Phones of one person that meet at the server in the same moment, on each kind of database."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from itertools import pairwise
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import DATABASES
from tests.e2e.conftest import PATIENCE, OpenPhone
from tests.e2e.diary import SENT
from tests.e2e.held import held, nudge, quick, remembered, wait_until
from tests.e2e.proxy import Crossing, well
from tests.e2e.site import Site, running_site
from tests.e2e.two_phones import DIARY, LINE, card, end_equal

TIMES = 5


@pytest.fixture(scope="module", params=DATABASES)
def site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    with running_site(tmp_path_factory.mktemp("site"), request.param) as made:
        yield made


@pytest.fixture
def third(site: Site, site_phone: OpenPhone, other: Page, hers: str) -> Page:
    """One more phone of Alice, with all that the others have."""
    opened = site_phone(storage_state=site.signed_in(hers), service_workers="block")
    opened.goto(DIARY)
    expect(opened.locator(LINE)).to_contain_text(SENT)
    return opened


def test_a_phone_that_pulls_while_two_others_push_at_once_misses_nothing(
    site: Site, page: Page, other: Page, third: Page, alice: UUID
) -> None:
    other.goto("/nl/vandaag")
    heard, site.proxy.busiest = len(site.proxy.heard), 0
    for time in range(TIMES):
        door = threading.Barrier(3)

        def meets(crossing: Crossing, door: threading.Barrier = door) -> None:
            door.wait(PATIENCE / 1000)
            well(crossing)

        site.proxy.order(meets, meets, meets)
        quick(page, 2 * time)
        quick(other, 2 * time + 1)
        nudge(third)
        for pushing in (page, other):
            wait_until(pushing, lambda: held(pushing, alice, "outbox") == [])  # noqa: B023
        nudge(third)
        expect(card(third)).to_have_count(2 * time + 2)
    assert site.proxy.busiest == 3
    after = end_equal(site, alice, page, other, third)
    assert sorted(body["worst"] for body in after.values()) == list(range(2 * TIMES))
    for worst in range(2 * TIMES):
        expect(card(third).filter(has_text=f"pijn {worst} van 10")).to_have_count(1)
    assert site.operations(alice) == 2 * TIMES

    device = remembered(third, alice, "device")
    asked = [crossing.asked() for crossing in site.proxy.heard[heard:]]
    its = [one for one in asked if one["device"] == device]
    assert not any(one["fresh"] for one in its)  # nothing was mended by a pull from the start
    assert all(one["cursor"] <= next_one["cursor"] for one, next_one in pairwise(its))
