"""The days of a trial: the plan goes on with them, and what was missed can still be told."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from playwright.sync_api import expect

from tests.e2e.conftest import OpenPhone
from tests.e2e.diary import all_sent, sign_in
from tests.e2e.kept import keep_app
from tests.e2e.server import Server
from tests.e2e.trials import ALICE, NL, SEED, seeded, today, tried
from webapp.insights.trial.design import plan


def test_the_plan_goes_on_with_the_days_and_yesterday_can_still_be_told(
    server: Server, phone: OpenPhone
) -> None:
    user = server.account(ALICE)
    began = seeded(server, user, 10, 0, 0)
    page = phone()
    keep_app(page)
    sign_in(page, ALICE)
    server.stop()  # it knows no other day than its own
    order = plan(SEED, 3, 7)
    for back in (6, 3, 0):
        day = today() - timedelta(days=back)
        page.clock.set_fixed_time(datetime(day.year, day.month, day.day, 12, tzinfo=UTC))
        page.goto(NL)
        word = "met" if order[(day - began).days] else "zonder"
        expect(page.locator("#trial-today")).to_have_text(f"Vandaag: {word}")
    expect(page.locator("#trial-progress")).to_have_text("Dag 11 van 42")
    before = page.get_by_role("group", name=re.compile("^Gisteren: "))
    before.get_by_role("button", name="Niet gedaan").click()
    expect(before).to_have_count(0)
    page.get_by_text("Alle dagen als lijst").click()
    expect(page.locator("tr", has_text="niet gedaan")).to_be_visible()
    expect(page.locator("tr", has_text="komt nog")).to_have_count(31)


def test_days_that_were_missed_can_be_told_for_a_week_and_stay_missing_if_not(
    server: Server, online_phone: OpenPhone
) -> None:
    user = server.account(ALICE)
    began = seeded(server, user, 20, 0, 15)
    page = online_phone()
    sign_in(page, ALICE)
    page.goto(NL)
    page.get_by_text("Nog 4 eerdere dagen staan open").click()
    days = page.locator(".trial-late .trial-question")
    expect(days).to_have_count(6)
    expect(page.locator(".trial-late [aria-pressed=true]")).to_have_count(2)  # were told before
    days.nth(1).get_by_role("button", name="Niet gedaan").click()
    expect(page.locator(".trial-late summary")).to_have_text("Nog 3 eerdere dagen staan open")
    pressed = days.nth(1).locator("[aria-pressed=true]")
    expect(pressed).to_have_text("✓Niet gedaan")
    expect(pressed).to_be_focused()
    all_sent(page)
    told = {str(body["day"]): body["did"] for body in tried(server, user)}
    missed = began + timedelta(days=17)
    assert (len(told), told[missed.isoformat()]) == (16, False)
    pressed.click()
    expect(page.locator(".trial-late summary")).to_have_text("Nog 4 eerdere dagen staan open")
    all_sent(page)
    assert len(tried(server, user)) == 15
    page.get_by_role("link", name="Invullen kan nog").click()
    page.wait_for_url("**/nl/noteren#week")
