"""The diary, looking back and taking along with the keys alone."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from playwright.sync_api import Page, expect

from tests.e2e.carry import PAGE, as_upload, cramp, file_of
from tests.e2e.held import held, nudge, put_in_outbox, wait_until
from tests.e2e.keyboard import Keys
from tests.e2e.test_road import day


def sent_cramps(page: Page, alice: UUID, *entries: tuple[int, int], **more: Any) -> None:
    """Cramps of so many days ago and this bad, sent; each with `more` told of it."""
    ops = [
        {
            "op": str(uuid4()),
            "id": str(uuid4()),
            "body": {"began": f"{day(ago)}T08:00+01:00", "worst": worst} | more,
        }
        for ago, worst in entries
    ]
    put_in_outbox(page, alice, *ops)
    nudge(page)
    wait_until(page, lambda: held(page, alice, "outbox") == [])


def test_turning_to_older_and_newer_days_goes_on_there(page: Page, alice: UUID) -> None:
    sent_cramps(page, alice, (1, 3), (40, 4))
    keys = Keys(page)
    page.goto("/nl/dagboek")
    expect(page.locator("#diary article")).to_have_count(1)
    keys.do("^Oudere dagen tonen")
    expect(page.locator("#diary article")).to_have_count(2)
    expect(page.locator(f"#day-{day(40)}")).to_be_focused()
    page.goto("/nl/vandaag")
    page.goto(f"/nl/dagboek#{day(40)}")
    expect(page.locator(f"#day-{day(40)}")).to_be_focused()
    keys.do("^Nieuwere dagen tonen", "Shift+Tab")
    expect(page.locator(f"#day-{day(1)}")).to_be_focused()


def test_what_was_refused_is_left_out(page: Page, alice: UUID) -> None:
    sent_cramps(page, alice, (1, 99), (2, 98))
    keys = Keys(page)
    page.goto("/nl/dagboek")
    left = page.locator("section", has=page.locator("#refused")).get_by_role("listitem")
    expect(left).to_have_count(2)
    keys.do("^Weglaten")
    expect(left).to_have_count(1)
    assert keys.here().name == "Weglaten"
    page.keyboard.press("Enter")
    expect(left).to_have_count(0)
    expect(page.locator("#main")).to_be_focused()


def test_looking_back_needs_no_pointer(page: Page, alice: UUID) -> None:
    of_last_month = int(day(0)[-2:])
    sent_cramps(page, alice, (0, 1), (of_last_month, 4))
    keys = Keys(page)
    page.goto("/nl/dagboek/terugkijken")
    expect(page.locator("#facts")).to_be_visible()
    keys.to("30 dagen")
    keys.press("ArrowRight")
    expect(page.locator("input[name=period][value='90']")).to_be_checked()
    keys.here()
    keys.do("^Alle getallen")
    expect(page.locator("#part-pain .figures tbody tr").last).to_be_visible()
    keys.here()
    page.reload()
    keys.do("Vorige maand$")
    expect(page.locator(":focus")).to_have_attribute("aria-disabled", "true")
    assert keys.here().name.endswith("Vorige maand")
    assert keys.press("Tab").name.endswith("Volgende maand")


def test_a_diary_is_taken_along_and_a_file_is_brought_in_and_back(page: Page, alice: UUID) -> None:
    sent_cramps(page, alice, (0, 1))
    keys = Keys(page)
    # Long before the key, or the browser may open its own window instead.
    page.on("filechooser", lambda _: None)
    page.goto(PAGE)
    keys.to("^Alles bewaren")
    with page.expect_download():
        page.keyboard.press("Enter")
    expect(page.locator("#out-said")).to_contain_text("rugwijs")
    assert keys.here().name == "Alles bewaren"
    keys.onto(page.locator("#file"))
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Enter")
    chooser.value.set_files(as_upload(file_of(alice, cramp(5))))
    expect(page.locator("#bring-news")).to_be_focused()
    keys.do("^Voeg 1 notitie toe")
    expect(page.locator("#bring .notice.good")).to_be_visible()
    expect(page.locator("#bring-news")).to_be_focused()
    keys.do("^Maak ongedaan")
    expect(page.locator("#bring .button")).to_have_count(0)
    expect(page.locator("#bring-news")).to_be_focused()
