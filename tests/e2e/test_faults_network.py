"""Whatever the network does to a sync: nothing lost, nothing doubled, and the queue empties."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.breaks import (
    deaf,
    garbled,
    half,
    hotel,
    late,
    lost,
    says,
    slow,
    truncated,
    twice,
    unzippable,
)
from tests.e2e.conftest import Watch, phones
from tests.e2e.diary import SENT
from tests.e2e.held import cramps, held, nudge, put_in_outbox, quick, records, wait_until
from tests.e2e.proxy import Crossing, Fault, well
from tests.e2e.site import Site

ADDRESS = "alice@example.com"
FAULTS: dict[str, Fault] = {
    "lost": lost,
    "answered in vain": deaf,
    "twice at once": twice,
    "in drops": slow,
    "a hotel": hotel,
    "truncated": truncated,
    "garbled": garbled,
    "no real gzip": unzippable,
    "a fault of the server": says(500, "fault"),
    "busy without a time": says(503, "busy"),
}
GOOD = ("twice at once", "in drops")
CUTS = (0.0, 0.01, 0.3, 0.6, 0.9, 0.999)


@pytest.fixture(scope="module")
def alice(site: Site) -> UUID:
    return site.account(ADDRESS)


@pytest.fixture(scope="module")
def open_page(site: Site, browser: Browser, alice: UUID) -> Iterator[Page]:
    watch = Watch(site)
    with phones(browser, watch) as open_phone:
        page = open_phone(storage_state=site.signed_in(ADDRESS), service_workers="block")
        page.goto("/nl/vandaag")
        expect(page.locator("#sync-line")).to_contain_text(SENT)
        yield page
    assert watch.faults == []


@pytest.fixture
def page(site: Site, open_page: Page) -> Iterator[Page]:
    """Alice's phone, with everything sent, on a whole network; at the end it is so again."""
    yield open_page
    site.proxy.whole()


def settled(site: Site, page: Page, alice: UUID) -> None:
    """All is sent, and the phone and the server hold the same."""
    wait_until(page, lambda: held(page, alice, "outbox") == [])
    expect(page.locator("#sync-line")).to_contain_text(SENT)
    assert records(page, alice) == site.records(alice)


@pytest.mark.parametrize("name", FAULTS)
def test_an_entry_comes_over_once_whatever_meets_it(
    site: Site, page: Page, alice: UUID, name: str
) -> None:
    before, answered = len(site.records(alice)), site.operations(alice)
    heard = len(site.proxy.heard)
    site.proxy.order(FAULTS[name])
    quick(page, 3)
    settled(site, page, alice)
    assert len(site.records(alice)) == before + 1
    assert site.operations(alice) == answered + 1
    sent = [op["op"] for crossing in site.proxy.heard[heard:] for op in crossing.ops()]
    assert len(sent) == (1 if name in GOOD else 2)
    assert len(set(sent)) == 1


def test_an_answer_that_is_cut_anywhere_is_not_applied_by_half(
    site: Site, page: Page, alice: UUID
) -> None:
    before = records(page, alice)
    answered = site.operations(alice)
    site.proxy.always(lost)  # for what the phone tries by itself
    site.proxy.order(*map(half, CUTS))
    heard = len(site.proxy.heard)
    quick(page, 4)
    for more in range(1, len(CUTS) + 1):
        wait_until(page, lambda: len(site.proxy.heard) >= heard + more)  # noqa: B023
        assert records(page, alice) == before
        assert len(held(page, alice, "outbox")) == 1
        nudge(page)
    site.proxy.whole()
    nudge(page)
    settled(site, page, alice)
    assert site.operations(alice) == answered + 1


def test_an_old_request_after_a_newer_one_overwrites_nothing(
    site: Site, page: Page, alice: UUID
) -> None:
    site.proxy.order(late)
    quick(page, 5)
    settled(site, page, alice)
    five = next(row for row in held(page, alice, "records") if row["body"].get("worst") == 5)
    gone = {"op": str(uuid4()), "id": five["id"], "base": five["version"], "deleted": True}
    put_in_outbox(page, alice, gone | {"body": None, "fields": []})
    nudge(page)
    settled(site, page, alice)
    assert five["id"] not in site.records(alice)
    assert site.proxy.deliver_late() == [200]
    assert five["id"] not in site.records(alice)
    nudge(page)
    settled(site, page, alice)


def test_where_only_one_direction_works_no_queue_stands_still_afterwards(
    site: Site, page: Page, alice: UUID
) -> None:
    answered = site.operations(alice)
    for fault in (deaf, lost):
        site.proxy.always(fault)
        for worst in (1, 2, 3):
            quick(page, worst)
        expect(page.locator("#sync-line")).to_contain_text("3 notities staan veilig")
        assert len(held(page, alice, "outbox")) == 3
        site.proxy.whole()
        nudge(page)
        settled(site, page, alice)
    assert site.operations(alice) == answered + 6


def test_one_bad_entry_among_many_is_shown_and_stops_no_other(
    site: Site, page: Page, alice: UUID
) -> None:
    before = len(site.records(alice))
    began = {"began": "2026-11-20T08:00+01:00"}
    ops = [
        {"op": str(uuid4()), "id": str(uuid4()), "body": began | {"worst": 2}} for _ in range(100)
    ]
    ops[50]["body"] = began | {"worst": 99}
    put_in_outbox(page, alice, *ops)
    nudge(page)
    wait_until(page, lambda: held(page, alice, "outbox") == [])
    assert len(site.records(alice)) == before + 99
    (refused,) = held(page, alice, "refused")
    assert (refused["op"], refused["problems"][0]["field"]) == (ops[50]["op"], "worst")
    expect(page.locator("#sync-line")).to_contain_text("1 notitie is niet aangenomen")

    quick(page, 6)  # what is bad for ever stops nothing that comes after it
    wait_until(page, lambda: held(page, alice, "outbox") == [])
    assert len(site.records(alice)) == before + 100
    page.locator("#sync-line").get_by_role("link", name="Naar mijn dagboek").click()
    listed = page.locator("section", has=page.locator("#refused"))
    expect(listed).to_contain_text("pijn 99 van 10")
    listed.get_by_role("button", name="Weglaten").click()
    expect(listed).to_have_count(0)
    page.goto("/nl/vandaag")
    settled(site, page, alice)


def test_what_is_too_large_is_halved_until_it_fits(site: Site, page: Page, alice: UUID) -> None:
    def at_most_two(crossing: Crossing) -> None:
        ops = crossing.ops()
        fits = len(ops) <= 2 and not any(op["body"].get("note") for op in ops)
        (well if fits else says(413, "too_large"))(crossing)

    before = len(site.records(alice))
    site.proxy.always(at_most_two)
    ops = cramps(9)
    ops[4]["body"] |= {"note": "te groot voor wie dan ook"}
    put_in_outbox(page, alice, *ops)
    nudge(page)
    wait_until(page, lambda: held(page, alice, "outbox") == [])
    assert len(site.records(alice)) == before + 8
    assert [row["op"] for row in held(page, alice, "refused")] == [ops[4]["op"]]
    page.goto("/nl/dagboek")
    listed = page.locator("section", has=page.locator("#refused"))
    expect(listed).to_contain_text("pijn 2 van 10")
    listed.get_by_role("button", name="Weglaten").click()
    expect(listed).to_have_count(0)
    page.goto("/nl/vandaag")
