"""Trying something out: chosen, begun, told with one tap, and what came of it."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.e2e.axe import faults_of
from tests.e2e.conftest import OpenPhone
from tests.e2e.diary import SENT, all_sent, hold, sign_in
from tests.e2e.kept import keep_app
from tests.e2e.server import Server
from tests.e2e.trials import ALICE, EN, NL, answers, choose, expect_told, keep, seeded
from webapp.tracker.records import profile_id


def test_the_whole_road_from_a_choice_to_a_tap_on_every_phone(
    server: Server, online_phone: OpenPhone
) -> None:
    server.account(ALICE)
    page = online_phone()
    sign_in(page, ALICE)
    page.goto("/nl/vandaag")
    page.get_by_role("link", name="Probeer iets uit").click()
    choose(page, "Vaker even opstaan", "Begin vandaag")
    expect(page.locator("#trial-today")).to_have_text(re.compile("Vandaag: (met|zonder)"))
    expect(page.locator("#trial-progress")).to_have_text("Dag 1 van 42")
    expect(page.locator("#trials")).to_contain_text("De eerste keer kijken kan over 24 dagen")
    answers(page).nth(0).click()
    expect_told(page, 0)
    all_sent(page)

    other = online_phone()
    sign_in(other, ALICE)
    expect(other.locator("#trial-due")).to_contain_text("Vaker even opstaan")
    expect_told(other, 0)
    answers(other).nth(1).click()
    expect_told(other, 1)
    all_sent(other)
    page.reload()
    expect(page.locator("#sync-line")).to_contain_text(SENT)
    expect_told(page, 1)


def test_without_network_it_begins_is_told_undone_and_stopped(
    server: Server, phone: OpenPhone
) -> None:
    server.account(ALICE)
    page = phone()
    keep_app(page)
    sign_in(page, ALICE)
    server.stop()
    page.goto(f"{NL}#warmth")
    expect(page.locator("#plan-title")).to_have_text("Warmte in de avond")
    page.locator("#goal").select_option("1.5")
    page.get_by_role("button", name="Begin vandaag", exact=True).click()
    expect(page.locator("#trial-today")).to_be_visible()
    answers(page).nth(1).click()
    undo = hold(page, "Ongedaan maken")
    expect_told(page, 1)
    undo.click()
    expect(page.locator(".trial-question [aria-pressed=true]")).to_have_count(0)
    page.get_by_role("button", name="Geen kramp vandaag").click()
    expect(page.locator("#trials")).to_contain_text("Je pijn van vandaag staat genoteerd.")
    page.get_by_role("button", name="Stop met deze proef").click()
    undo = hold(page, "Ongedaan maken")
    expect(page.locator("#choose-title")).to_be_visible()
    undo.click()
    expect(page.locator("#trial-today")).to_be_visible()
    page.reload()
    expect(page.locator("#trial-today")).to_be_visible()
    server.start()
    page.reload()
    expect(page.locator("#sync-line")).to_contain_text(SENT)
    expect(page.locator("#trial-today")).to_be_visible()


def test_a_result_is_told_in_words_and_stays_without_network(
    server: Server, phone: OpenPhone
) -> None:
    user = server.account(ALICE)
    seeded(server, user, 24, -6, 24)
    page = phone()
    keep_app(page)
    sign_in(page, ALICE)
    page.goto(NL)
    result = page.locator(".trial-result")
    expect(result.locator("h2")).to_have_text("Dit helpt je waarschijnlijk merkbaar.")
    expect(result.locator(".trial-chance")).to_contain_text("kans dat het helpt")
    expect(result.get_by_role("img")).to_have_attribute(
        "aria-label", re.compile("8 van de 10 keer")
    )
    expect(page.locator("#choose-title")).to_be_visible()
    server.stop()
    page.reload()
    expect(result.locator("h2")).to_have_text("Dit helpt je waarschijnlijk merkbaar.")
    page.get_by_role("button", name=re.compile("Wis deze proef")).click()
    undo = hold(page, "Ongedaan maken")
    expect(result).to_have_count(0)
    undo.click()
    expect(result).to_have_count(1)


def test_a_trial_of_another_phone_brings_its_result_along(
    server: Server, online_phone: OpenPhone
) -> None:
    user = server.account(ALICE)
    page = online_phone()
    sign_in(page, ALICE)
    seeded(server, user, 24, -6, 24)
    page.goto(NL)
    expect(page.locator(".trial-result h2")).to_have_text("Dit helpt je waarschijnlijk merkbaar.")


def test_who_cannot_tell_yet_goes_on_or_leaves_it(server: Server, online_phone: OpenPhone) -> None:
    user = server.account(ALICE)
    seeded(server, user, 42, 0, 9)
    page = online_phone()
    sign_in(page, ALICE)
    page.goto(NL)
    expect(page.locator(".trial-result h2")).to_have_text(
        "Er zijn te weinig dagen om iets te zeggen."
    )
    page.get_by_role("button", name="Ga door tot dag 48").click()
    undo = hold(page, "Ongedaan maken")
    expect(page.locator("#trial-progress")).to_have_text("Dag 43 van 48")
    expect(page.locator("#trial-today")).to_be_visible()
    undo.click()
    expect(page.locator("#trial-today")).to_have_count(0)
    page.get_by_role("button", name="Laat het hierbij").click()
    expect(page.locator("#choose-title")).to_be_visible()
    expect(page.locator("#past")).to_be_visible()


def test_a_look_that_is_due_waits_for_the_network(server: Server, phone: OpenPhone) -> None:
    user = server.account(ALICE)
    seeded(server, user, 23, -4, 23)
    page = phone()
    keep_app(page)
    sign_in(page, ALICE)
    page.goto(NL)
    expect(page.locator("#trials")).to_contain_text("De eerste keer kijken kan over 1 dag:")
    server.stop()
    page.clock.set_fixed_time(datetime.now(UTC) + timedelta(days=2))
    page.goto(NL)
    expect(page.locator("#trials")).to_contain_text("De uitslag komt zodra je internet hebt.")


def test_what_is_not_safe_for_somebody_is_not_offered_and_a_running_one_says_stop(
    server: Server, online_phone: OpenPhone
) -> None:
    user = server.account(ALICE)
    keep(server, user, "profile", profile_id(user), {"numb_skin": True, "mecfs": True})
    page = online_phone()
    sign_in(page, ALICE)
    page.goto(NL)
    expect(page.locator("#choose-title")).to_be_visible()
    expect(page.get_by_role("button", name="Warmte in de avond")).to_have_count(0)
    expect(page.locator("#trials")).to_contain_text(
        "Niet voor jou, door wat je over jezelf zei: vaker even opstaan"
    )
    page.goto(f"{NL}#warmth")
    page.reload()
    expect(page.locator("#plan-title")).to_be_visible()
    expect(page.get_by_role("button", name="Begin vandaag")).to_have_count(0)

    seeded(server, user, 3, 0, 3)
    page.goto(NL)
    page.reload()
    expect(page.locator("#trials")).to_contain_text(
        "past niet bij wat je over jezelf zei. Stop ermee."
    )
    expect(page.locator("#trial-today")).to_have_count(0)


def test_the_keyboard_alone_chooses_begins_and_tells(
    server: Server, online_phone: OpenPhone
) -> None:
    server.account(ALICE, "en")
    page = online_phone()
    sign_in(page, ALICE)
    page.goto(EN)
    page.get_by_role("button", name="Calm breathing").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#plan-title")).to_be_focused()
    page.get_by_role("button", name="Start today").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#trial-today")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect_told(page, 0)
    expect(answers(page).nth(0)).to_be_focused()


def test_nobody_is_invited(online_phone: OpenPhone) -> None:
    page = online_phone()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{NL}#warmth")
    expect(page.locator("#trials")).to_contain_text("Met een account kun je iets uitproberen")
    assert not [url for url in asked if "/api/trials" in url or "warmth" in url]
    assert faults_of(page) == []


@pytest.mark.parametrize("path", [NL, EN])
def test_no_state_of_it_has_a_fault(server: Server, online_phone: OpenPhone, path: str) -> None:
    user = server.account(ALICE)
    seeded(server, user, 80, -4, 24, pairs=4)
    page = online_phone(reduced_motion="reduce")
    sign_in(page, ALICE)
    page.goto(path)
    expect(page.locator(".trial-result")).to_be_visible()
    assert faults_of(page) == []
    page.locator(".trial-choices button").first.click()
    expect(page.locator("#plan-title")).to_be_visible()
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert faults_of(page) == []
    page.locator("form button[type=submit]").click()
    expect(page.locator("#trial-today")).to_be_visible()
    answers(page).nth(0).click()
    expect_told(page, 0)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert faults_of(page) == []
