"""The clock of the micro-break: it counts while somebody sits, and says when to stand up."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.axe import faults_of
from tests.e2e.conftest import OpenPhone
from tests.e2e.kept import keep_everything
from tests.e2e.server import Server
from tests.e2e.test_warm_cold import MINUTE, NOTICED, go_on

PATHS = {"nl": "/nl/oefeningen/micro-pauze", "en": "/en/exercises/micro-break"}


def test_offline_it_counts_on_and_says_when_to_stand_up(server: Server, phone: OpenPhone) -> None:
    page = phone()
    keep_everything(page)
    server.stop()
    page.clock.install()
    page.add_init_script(NOTICED)
    page.goto(PATHS["nl"])
    timer = page.locator("#break-timer")
    timer.get_by_role("button", name="30 minuten").tap()
    expect(timer.get_by_role("button", name="Stop de wekker")).to_be_focused()
    page.goto("/nl/kramp-nu")
    page.clock.fast_forward(20 * MINUTE)
    page.goto(PATHS["nl"])
    expect(timer.locator(".time")).to_have_text(re.compile("^(10:00|9:[3-5])"))
    assert page.evaluate("window.noticed") == {"tones": 0, "buzzes": 0}

    timer.get_by_role("heading").tap()  # no sound without a touch of this page
    go_on(page, 10 * MINUTE)
    expect(timer.get_by_role("status")).to_contain_text("Tijd om even op te staan.")
    assert page.evaluate("window.noticed") == {"tones": 2, "buzzes": 1}
    expect(timer.get_by_role("button", name="45 minuten")).to_be_visible()
    expect(page.get_by_role("button", name="Doe deze oefening met begeleiding")).to_be_visible()


def test_it_is_on_the_page_of_the_break_alone(online_phone: OpenPhone) -> None:
    page = online_phone()
    page.goto("/nl/oefeningen/brug")
    expect(page.locator("#break-timer")).to_have_count(0)


@pytest.mark.parametrize("lang", PATHS)
def test_no_state_of_it_has_a_fault(phone: OpenPhone, lang: str) -> None:
    page = phone(reduced_motion="reduce")
    page.clock.install()
    page.goto(PATHS[lang])
    timer = page.locator("#break-timer")
    timer.locator("[data-minutes='45']").tap()
    assert faults_of(page) == []
    go_on(page, 45 * MINUTE)
    expect(timer.locator(".done.notice")).to_be_visible()
    assert faults_of(page) == []
