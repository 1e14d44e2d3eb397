"""Clocks that are wrong, jump or change their zone: no order depends on them, and no day moves."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.breaks import lost, says
from tests.e2e.conftest import OpenPhone
from tests.e2e.held import held, nudge, quick, remembered, wait_until
from tests.e2e.site import Site
from tests.e2e.two_phones import (
    DIARY,
    LINE,
    card,
    change,
    end_equal,
    let_through,
    level,
    pain,
    with_one_cramp,
)

TEN_YEARS = timedelta(days=3653)
# One evening, told by three clocks; then the day after, on the other side of the date line.
TRAVELS = (
    ("Europe/Amsterdam", "2026-11-20T22:30Z"),
    ("Asia/Tokyo", "2026-11-20T22:40Z"),
    ("America/Los_Angeles", "2026-11-20T22:50Z"),
    ("Pacific/Kiritimati", "2026-11-22T09:30Z"),
    ("Pacific/Honolulu", "2026-11-22T09:40Z"),
)
WHEN_THERE = [
    "2026-11-20T23:30+01:00",
    "2026-11-21T07:40+09:00",
    "2026-11-20T14:50-08:00",
    "2026-11-22T23:30+14:00",
    "2026-11-21T23:40-10:00",
]


def on_day(page: Page, day: str) -> Locator:
    """The entries that the diary shows on a day."""
    return page.locator(f"section[aria-labelledby='day-{day}'] article")


@pytest.mark.parametrize("by", [TEN_YEARS, -TEN_YEARS], ids=["ahead", "behind"])
def test_of_two_changes_the_later_to_arrive_stays_whatever_the_clock_of_a_phone_says(
    site: Site, page: Page, other: Page, alice: UUID, by: timedelta
) -> None:
    if by < timedelta():  # such a phone has to make the entry, or its own form finds it too early
        page.clock.install(time=datetime.now(UTC) + by)
    both = with_one_cramp(site, page, other, alice)
    ((_, before),) = site.records(alice).items()
    page.clock.install(time=datetime.now(UTC) + by)
    for first, second, worst, off in ((page, other, 8, by), (other, page, 3, timedelta())):
        page.clock.set_system_time(datetime.now(UTC) + off)
        site.proxy.always(lost)
        change(first, pain(worst - 1))
        change(second, pain(worst))
        let_through(site, first, alice)
        let_through(site, second, alice)
        ((_, body),) = end_equal(site, alice, *both).items()
        assert body == before | {"worst": worst}
        for one in both:
            expect(on_day(one, before["began"][:10])).to_contain_text(f"pijn {worst} van 10")


def test_an_entry_of_a_day_that_has_yet_to_come_is_shown_stops_no_other_and_can_be_mended(
    site: Site, page: Page, other: Page, alice: UUID
) -> None:
    site.proxy.always(lost)
    quick(page, 1)
    page.clock.install(time=datetime.now(UTC) + TEN_YEARS)
    quick(page, 2)
    page.clock.set_system_time(datetime.now(UTC))
    quick(page, 3)
    site.proxy.whole()
    level(page, alice)
    expect(page.locator(LINE)).to_contain_text("1 notitie is niet aangenomen.")
    level(other, alice)
    expect(card(other)).to_have_count(2)
    page.goto(DIARY)
    refused = page.locator("section", has=page.locator("#refused"))
    expect(refused).to_contain_text("Deze dag moet nog komen.")
    refused.get_by_role("link").click()
    page.wait_for_url("**/noteren/kramp#*")
    page.locator("#began").fill("2026-11-20T08:00")
    page.locator("form#entry button[type=submit]").last.click()
    page.wait_for_url(f"**{DIARY}")
    after = end_equal(site, alice, page, other)
    assert sorted(body["worst"] for body in after.values()) == [1, 2, 3]
    expect(on_day(other, "2026-11-20")).to_contain_text("pijn 2 van 10")
    assert held(page, alice, "refused") == []


def test_a_clock_that_is_put_right_while_the_phone_must_wait_makes_no_wait_of_years(
    site: Site, page: Page, other: Page, alice: UUID
) -> None:
    page.clock.install(time=datetime.now(UTC))
    site.proxy.always(says(503, "busy", wait=600))
    quick(page, 4)
    wait_until(page, lambda: remembered(page, alice, "not_before") is not None)
    expect(page.locator(LINE)).to_contain_text("Bewaard op deze telefoon. 1 notitie wacht")
    page.clock.set_system_time(datetime.now(UTC) - TEN_YEARS)
    site.proxy.whole()
    heard = len(site.proxy.heard)
    nudge(page)
    wait_until(page, lambda: held(page, alice, "outbox") == [])
    page.wait_for_timeout(500)
    assert len(site.proxy.heard) - heard == 1  # and then it rests
    ((_, body),) = end_equal(site, alice, page, other).items()
    assert body["worst"] == 4


@pytest.mark.parametrize(
    ("times", "began"),
    [
        (
            ("2026-10-24T21:59Z", "2026-10-25T00:30Z", "2026-10-25T01:30Z", "2026-10-25T22:59Z"),
            ("10-24T23:59+02:00", "10-25T02:30+02:00", "10-25T02:30+01:00", "10-25T23:59+01:00"),
        ),
        (
            ("2026-03-28T22:59Z", "2026-03-29T00:59Z", "2026-03-29T01:00Z", "2026-03-29T21:59Z"),
            ("03-28T23:59+01:00", "03-29T01:59+01:00", "03-29T03:00+02:00", "03-29T23:59+02:00"),
        ),
    ],
    ids=["back", "forward"],
)
def test_the_night_in_which_the_clock_changes_keeps_each_entry_at_its_own_time(
    site: Site, page: Page, other: Page, alice: UUID, times: list[str], began: list[str]
) -> None:
    page.clock.install(time=times[0])
    for worst, time in enumerate(times):
        page.clock.set_system_time(time)
        quick(page, worst)
    page.goto(DIARY)
    after = end_equal(site, alice, page, other)
    assert {body["worst"]: body["began"] for body in after.values()} == {
        worst: f"2026-{moment}" for worst, moment in enumerate(began)
    }
    for one in (page, other):
        expect(on_day(one, f"2026-{began[0][:5]}")).to_have_count(1)
        expect(on_day(one, f"2026-{began[1][:5]}")).to_have_count(3)


def test_who_travels_keeps_each_entry_on_the_day_that_it_was_there(
    site: Site, site_phone: OpenPhone, other: Page, alice: UUID, hers: str
) -> None:
    page = site_phone(storage_state=site.signed_in(hers), service_workers="block", timezone_id=None)
    zone = page.context.new_cdp_session(page)
    page.clock.install(time="2026-11-20T22:30Z")
    for worst, (place, time) in enumerate(TRAVELS):
        zone.send("Emulation.setTimezoneOverride", {"timezoneId": place})
        page.clock.set_system_time(time)
        page.goto("/nl/vandaag")
        quick(page, worst)
    page.goto(DIARY)
    after = end_equal(site, alice, page, other)
    began = {body["worst"]: body["began"] for body in after.values()}
    assert [began[worst] for worst in range(len(TRAVELS))] == WHEN_THERE
    for one in (page, other):  # one is still in the last place, the other was always at home
        for worst, there in enumerate(WHEN_THERE):
            its = on_day(one, there[:10]).filter(has_text=f"pijn {worst} van 10")
            expect(its).to_contain_text(there[11:16])
