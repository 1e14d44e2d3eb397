"""The diary as a timeline: a month at a time, a day by its address, and gaps that say so."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from playwright.sync_api import Page, expect

from tests.e2e.conftest import OpenPhone
from tests.e2e.diary import save, sign_in
from tests.e2e.server import Server
from tests.e2e.test_look_back import today
from webapp.tracker import diary

ALICE = "alice@example.com"


def on(back: int) -> str:
    """The ISO date so many days ago."""
    return (today() - timedelta(days=back)).isoformat()


def keep_cramps(server: Server, user_id: UUID, worst_by_day: dict[int, int]) -> None:
    """One cramp on each day, by how many days ago."""
    with server.inside():
        for back, worst in worst_by_day.items():
            body = {"began": f"{on(back)}T10:00+01:00", "worst": worst}
            assert diary.save(user_id, "pain", uuid4(), body, datetime.now(UTC)).code == "ok"


def phone_of_alice(server: Server, phone: OpenPhone, worst_by_day: dict[int, int]) -> Page:
    """Signed in, with these cramps."""
    keep_cramps(server, server.account(ALICE), worst_by_day)
    page = phone(reduced_motion="reduce")
    sign_in(page, ALICE)
    return page


def test_older_months_come_when_asked_also_after_years(
    server: Server, online_phone: OpenPhone
) -> None:
    page = phone_of_alice(server, online_phone, {0: 3, 4: 5, 40: 6, 900: 7})
    page.goto("/nl/dagboek")
    cards = page.locator("#diary article")
    expect(cards).to_have_count(2)
    expect(page.get_by_text("3 dagen zonder notitie")).to_be_visible()
    older = page.get_by_role("button", name="Oudere dagen tonen")
    older.click()
    expect(cards).to_have_count(3)
    older.click()
    expect(cards).to_have_count(4)
    expect(page.get_by_text("859 dagen zonder notitie")).to_be_visible()
    expect(older).to_have_count(0)


def test_a_day_of_long_ago_opens_by_its_address(server: Server, online_phone: OpenPhone) -> None:
    page = phone_of_alice(server, online_phone, {0: 3, 370: 5, 390: 4, 400: 9, 2000: 1})
    page.goto(f"/nl/dagboek#{on(400)}")
    expect(page.locator(f"#day-{on(400)}")).to_be_focused()
    expect(page.locator("#diary article")).to_have_count(2)
    page.get_by_role("button", name="Nieuwere dagen tonen").click()
    expect(page.locator("#diary article")).to_have_count(3)
    page.goto(f"/nl/dagboek#{on(0)}")
    expect(page.locator(f"#day-{on(0)}")).to_be_focused()
    expect(page.get_by_role("button", name="Nieuwere dagen tonen")).to_have_count(0)


def test_a_day_without_an_entry_offers_to_log_it(server: Server, online_phone: OpenPhone) -> None:
    page = phone_of_alice(server, online_phone, {0: 3, 400: 9})
    page.goto(f"/nl/dagboek#{on(395)}")
    empty = page.locator(f"section[aria-labelledby='day-{on(395)}']")
    expect(empty).to_contain_text("Op deze dag noteerde je niets.")
    empty.get_by_role("link", name="Mijn dag noteren").click()
    expect(page.locator("#day")).to_have_value(on(395))


def test_the_answers_of_a_long_day_are_folded_and_stay_right(
    server: Server, online_phone: OpenPhone
) -> None:
    page = phone_of_alice(server, online_phone, {1: 3})
    page.goto("/nl/noteren/dag")
    for key in ("sitting_h", "walk_min", "sleep_h"):
        page.locator(f"#{key}").fill("7")
    for key in ("stress", "sleep_q"):
        page.locator(f"input[name={key}][value='4']").check(force=True)
    page.locator("details", has=page.locator("#driving_h")).locator("summary").first.click()
    for key in ("driving_h", "sitting_stretch_min"):
        page.locator(f"#{key}").fill("3")
    save(page)
    day = page.locator("#diary article", has_text="Mijn dag")
    day.locator("summary", has_text="7 antwoorden").click()
    expect(day.locator("dd").first).to_be_visible()
    expect(day.locator("dl")).to_contain_text("7 uur")
