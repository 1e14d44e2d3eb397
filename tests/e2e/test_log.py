"""Logging in seconds: a cramp in two taps, the week, one's own questions, the day before."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.e2e.axe import faults_of
from tests.e2e.conftest import OpenPhone
from tests.e2e.diary import SENT, hold, save, sign_in, sign_up
from tests.e2e.kept import keep_app
from tests.e2e.server import Server
from tests.e2e.test_road import ALICE, day


def signed_in(server: Server, phone: OpenPhone) -> Page:
    """A phone of Alice, on Today."""
    page = phone(reduced_motion="reduce")
    keep_app(page)
    sign_up(page, server, ALICE)
    sign_in(page, ALICE)
    return page


def test_a_cramp_takes_two_taps_and_can_be_taken_back(server: Server, phone: OpenPhone) -> None:
    page = signed_in(server, phone)
    server.stop()
    page.locator("#quick-6").check(force=True)
    page.get_by_role("button", name="Bewaar deze kramp").click()
    expect(page.locator(".toast")).to_contain_text("De kramp is bewaard")
    expect(page.locator("#quick-6")).not_to_be_checked()
    more = hold(page, "Aanvullen")
    assert faults_of(page) == []

    more.click()
    expect(page.locator("form#entry input[name=worst][value='6']")).to_be_checked()
    page.locator("input[value='low_left']").check(force=True)
    save(page)
    expect(page.locator("article", has_text="pijn 6 van 10")).to_contain_text("onderrug, links")

    page.goto("/nl/noteren")
    page.get_by_role("button", name="Bewaar deze kramp").click()
    expect(page.locator("#quick-answer")).to_contain_text("Kies een getal")
    page.locator("#quick-2").check(force=True)
    page.get_by_role("button", name="Bewaar deze kramp").click()
    hold(page, "Ongedaan maken").click()
    expect(page.locator(".toast")).to_contain_text("Gewist")
    page.goto("/nl/dagboek")
    expect(page.locator("article")).to_have_count(1)


def test_the_week_catches_up_on_missed_days(server: Server, phone: OpenPhone) -> None:
    page = signed_in(server, phone)
    page.goto("/nl/noteren")
    days = page.locator(".week-day")
    expect(days).to_have_count(7)
    missed = days.nth(2)
    unknown = missed.get_by_role("button", name="weet niet")
    expect(unknown).to_have_attribute("aria-pressed", "true")
    missed.get_by_role("button", name="nee").click()
    expect(missed.get_by_role("button", name="nee")).to_have_attribute("aria-pressed", "true")
    assert faults_of(page) == []

    unknown.click()
    expect(unknown).to_have_attribute("aria-pressed", "true")
    days.nth(3).get_by_role("link", name="ja").click()
    expect(page.locator("#began")).to_have_value(f"{day(3)}T12:00")
    page.locator("form#entry input[name=worst][value='4']").check(force=True)
    save(page)
    page.goto("/nl/noteren")
    expect(days.nth(3).get_by_role("link", name="ja")).to_have_attribute("aria-current", "true")
    expect(unknown).to_have_attribute("aria-pressed", "true")


def test_a_quick_second_choice_is_never_turned_back(server: Server, phone: OpenPhone) -> None:
    page = signed_in(server, phone)
    page.goto("/nl/ik/bijhouden")
    turned_back = page.evaluate(
        """async () => {
          const box = (name) => document.getElementById(`ask_${name}`);
          const { port1, port2 } = new MessageChannel();
          const task = () => new Promise((resolve) => {
            port1.onmessage = resolve;
            port2.postMessage(0);
          });
          let turnedBack = 0;
          for (let wait = 0; wait < 600; wait += 20) {
            box('steps').click();
            for (let passed = 0; passed < wait; passed += 1) await task();
            box('stress').click();
            const chosen = box('stress').checked;
            for (let passed = 0; passed < 600; passed += 1) {
              await task();
              if (box('stress').checked !== chosen) turnedBack += 1;
            }
          }
          box('stress').click();
          return turnedBack;
        }"""
    )
    assert turned_back == 0
    expect(page.locator("#ask_stress")).not_to_be_checked()
    expect(page.locator(".toast").last).to_be_visible()


def test_a_person_chooses_the_questions_and_adds_one(server: Server, phone: OpenPhone) -> None:
    page = signed_in(server, phone)
    page.goto("/nl/ik/bijhouden")
    page.locator("#ask_steps").check()
    page.locator("#ask_stress").uncheck()
    page.locator("#own-name").fill("Paardrijden")
    page.locator("#own-input-1").check(force=True)
    page.locator("#own-unit").fill("minuten")
    page.get_by_role("button", name="Vraag toevoegen").click()
    expect(page.locator("#own-list")).to_contain_text("Paardrijden (minuten)")
    assert faults_of(page) == []

    page.goto("/nl/noteren/dag")
    expect(page.get_by_label("Stappen", exact=True)).to_be_visible()
    expect(page.locator("[data-factor=stress]")).not_to_be_visible()
    page.locator("#day").fill(day(1))
    page.get_by_label("Paardrijden").fill("45")
    page.get_by_label("Stappen", exact=True).fill("4000")
    save(page)
    expect(page.locator("article")).to_contain_text("Paardrijden")
    expect(page.locator("article")).to_contain_text("45 minuten")

    page.goto("/nl/noteren/dag")
    page.get_by_role("button", name="Net als de dag ervoor").click()
    expect(page.get_by_label("Paardrijden")).to_have_value("45")
    expect(page.get_by_label("Stappen", exact=True)).to_have_value("4000")
    page.goto("/nl/dagboek")
    expect(page.locator("article")).to_have_count(1)  # filled in is not yet saved

    other = phone()
    sign_in(other, ALICE)
    other.goto("/nl/noteren/dag")
    expect(other.get_by_label("Paardrijden")).to_be_visible()
    expect(other.locator("#sync-line")).to_contain_text(SENT)
