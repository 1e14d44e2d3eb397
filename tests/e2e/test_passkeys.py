"""Passkeys in a real browser: added, used, removed, refused, and what stays when one stops."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Page, Request, expect
from sqlalchemy import update

from tests.e2e.axe import faults_of
from tests.e2e.browsers import PHONE
from tests.e2e.conftest import OpenPhone, Watch
from tests.e2e.diary import SENT, log_cramp, sign_in
from tests.e2e.passkey import Keys, server_with_a_name
from tests.e2e.server import Server
from webapp.accounts.sign_ins import FRESH, SignIn
from webapp.extensions import db
from webapp.languages import PATHS

ALICE, BOB = "alice@example.com", "bob@example.com"
PAGE = PATHS["accounts.passkeys"]["nl"]
SIGN_IN = PATHS["accounts.sign_in"]["nl"]
BUTTON = "Inloggen met een passkey"
# What the browser offers beside the address is tried in a test of its own.
NOT_OFFERED = "delete PublicKeyCredential.isConditionalMediationAvailable"


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server under a name: a number has no passkeys."""
    with server_with_a_name(tmp_path_factory.mktemp("named")) as named:
        yield named


@pytest.fixture
def page(server: Server, online_phone: OpenPhone) -> Page:
    """Alice is signed in, by her password."""
    server.account(ALICE)
    opened = online_phone(reduced_motion="reduce", user_agent=PHONE)
    opened.add_init_script(NOT_OFFERED)
    sign_in(opened, ALICE)
    return opened


def add(page: Page, name: str | None = None) -> None:
    page.goto(PAGE)
    if name is not None:
        page.get_by_label("Naam").fill(name)
    page.get_by_role("button", name="Passkey toevoegen").click()


def added(page: Page, name: str | None = None) -> None:
    add(page, name)
    expect(page.locator("main .notice")).to_contain_text("Je nieuwe passkey werkt")


def leave(page: Page) -> None:
    page.goto(PATHS["accounts.sign_out"]["nl"])
    page.locator("main button[type=submit]").click()
    page.wait_for_url("**/nl/")


def databases(page: Page) -> list[str]:
    found: list[str] = page.evaluate(
        "indexedDB.databases().then((all) => all.map((db) => db.name))"
    )
    return [name for name in found if name.startswith("rugwijs-")]


def test_added_with_a_tap_and_signed_in_with_a_tap_after_this_phone_was_emptied(
    server: Server, page: Page
) -> None:
    keys = Keys(page)
    log_cramp(page, 6)
    expect(page.locator("#sync-line")).to_contain_text(SENT)
    page.goto(PATHS["accounts.account"]["nl"])
    page.get_by_role("link", name="Passkeys").click()
    expect(page.get_by_label("Naam")).to_have_value("Telefoon met Chrome")
    page.get_by_role("button", name="Passkey toevoegen").click()
    expect(page.locator("main .cards li h2")).to_have_text("Telefoon met Chrome")
    assert faults_of(page) == []
    (kept,) = keys.kept()
    assert (kept["rpId"], kept["isResidentCredential"]) == ("localhost", True)
    assert server.mail_to(ALICE)["Subject"] == "Er is een passkey aan je account toegevoegd"

    leave(page)
    assert databases(page) == []
    page.goto(SIGN_IN)
    page.get_by_role("button", name=BUTTON).click()  # the one tap here; the other is the finger
    page.wait_for_url("**/nl/vandaag")
    expect(page.locator("#sync-line")).to_contain_text(SENT)
    page.goto("/nl/dagboek")
    expect(page.locator("#diary article h4")).to_contain_text("pijn 6 van 10")
    page.goto(PAGE)
    expect(page.locator("main .cards li")).to_contain_text("Laatst gebruikt")


def test_the_browser_offers_it_where_the_address_is_typed(
    server: Server, page: Page, online_phone: OpenPhone
) -> None:
    keys = Keys(page)
    added(page)
    other = online_phone()
    Keys(other).put(keys.kept()[0])
    other.goto(SIGN_IN)
    other.wait_for_url("**/nl/vandaag")


def test_a_phone_has_one_passkey_of_an_account_and_an_account_several_phones(
    page: Page, server: Server, online_phone: OpenPhone
) -> None:
    Keys(page)
    added(page, "Telefoon")
    add(page, "Nog eens")
    expect(page.locator("main form .error")).to_have_text(
        "Dit apparaat heeft al een passkey voor je account."
    )
    laptop = online_phone()
    laptop.add_init_script(NOT_OFFERED)
    Keys(laptop)
    sign_in(laptop, ALICE)
    added(laptop, "Laptop")
    expect(laptop.locator("main .cards li h2")).to_have_text(["Telefoon", "Laptop"])
    for one in (page, laptop):
        leave(one)
        one.goto(SIGN_IN)
        one.get_by_role("button", name=BUTTON).click()
        one.wait_for_url("**/nl/vandaag")


def test_a_removed_passkey_is_refused_in_words_and_the_password_works(page: Page) -> None:
    Keys(page)
    added(page)
    page.get_by_role("button", name="Verwijderen").click()
    expect(page.locator("main .notice")).to_contain_text("De passkey is verwijderd")
    leave(page)
    page.goto(SIGN_IN)
    page.get_by_role("button", name=BUTTON).click()
    expect(page.locator("#errors")).to_contain_text("Deze passkey werkt hier niet")
    expect(page.get_by_role("button", name=BUTTON)).to_be_visible()
    assert faults_of(page) == []
    sign_in(page, ALICE)


def test_with_a_wrong_finger_nothing_happens(page: Page) -> None:
    keys = Keys(page)
    added(page)
    keys.finger(known=False)
    add(page, "Met een verkeerde vinger")
    expect(page.locator("main form .error")).to_have_text(
        "Er is niets gebeurd. Je kunt het nog eens proberen."
    )
    page.reload()
    expect(page.locator("main .cards li")).to_have_count(1)
    leave(page)
    page.goto(SIGN_IN)
    button = page.get_by_role("button", name=BUTTON)
    button.click()
    told = page.locator("main form .error")
    expect(told).to_have_text("Er is niets gebeurd. Je kunt het nog eens proberen.")
    keys.finger(known=True)
    button.click()
    page.wait_for_url("**/nl/vandaag")


def test_a_passkey_confirms_who_it_is(page: Page, server: Server) -> None:
    Keys(page)
    added(page)
    with server.inside():
        db.session.execute(update(SignIn).values(proved_at=datetime.now(UTC) - FRESH))
    page.goto(PAGE)
    expect(page.locator("h1")).to_have_text("Even bevestigen dat jij het bent")
    assert faults_of(page) == []
    page.get_by_role("button", name="Bevestigen met een passkey").click()
    expect(page.locator("h1")).to_have_text("Passkeys")


def test_another_persons_passkey_confirms_nothing(
    page: Page, server: Server, online_phone: OpenPhone
) -> None:
    keys = Keys(page)
    added(page)
    (hers,) = keys.kept()
    server.account(BOB)
    phone_of_bob = online_phone()
    phone_of_bob.add_init_script(NOT_OFFERED)
    his = Keys(phone_of_bob)
    sign_in(phone_of_bob, BOB)
    added(phone_of_bob)
    with server.inside():
        db.session.execute(update(SignIn).values(proved_at=datetime.now(UTC) - FRESH))
    his.clear()
    his.put(hers)
    phone_of_bob.goto(PAGE)
    phone_of_bob.get_by_role("button", name="Bevestigen met een passkey").click()
    expect(phone_of_bob.locator("#errors")).to_contain_text("Deze passkey werkt hier niet")
    assert faults_of(phone_of_bob) == []


def test_a_phone_without_a_passkey_says_so_and_the_password_works(page: Page) -> None:
    leave(page)
    Keys(page)
    page.goto(SIGN_IN)
    page.get_by_role("button", name=BUTTON).click()
    expect(page.locator("main form .error")).to_have_text(
        "Er is niets gebeurd. Je kunt het nog eens proberen."
    )
    sign_in(page, ALICE)


def test_what_was_sent_once_signs_nobody_in_again(page: Page, watch: Watch) -> None:
    Keys(page)
    added(page)
    leave(page)
    sent: list[Request] = []
    page.on("request", lambda one: sent.append(one) if one.method == "POST" else None)
    page.goto(SIGN_IN)
    page.get_by_role("button", name=BUTTON).click()
    page.wait_for_url("**/nl/vandaag")
    (assertion,) = [
        one for one in sent if one.url.endswith(PATHS["accounts.passkey_sign_in"]["nl"])
    ]
    assert parse_qs(assertion.post_data or "")["signature"]
    leave(page)
    again = page.evaluate(
        "(sent) => fetch('/nl/inloggen/passkey', sent).then((it) => it.status)",
        {
            "method": "POST",
            "body": assertion.post_data,
            "headers": {"Content-Type": "application/x-www-form-urlencoded"},
        },
    )
    assert again == 422
    assert page.evaluate("fetch('/api/me').then((it) => it.status)") == 401
    watch.faults = [fault for fault in watch.faults if "/api/me" not in fault]


def test_without_javascript_or_without_passkeys_the_page_is_whole(
    server: Server, phone: OpenPhone
) -> None:
    server.account(ALICE)
    bare = phone(java_script_enabled=False)
    old = phone(service_workers="block")
    old.add_init_script("delete window.PublicKeyCredential")
    for one in (bare, old):
        one.goto(SIGN_IN)
        expect(one.get_by_role("button", name=BUTTON)).to_be_hidden()
        one.locator("#email").fill(ALICE)
        one.locator("#password").fill("correct horse battery staple")
        one.get_by_role("button", name="Inloggen", exact=True).click()
        one.wait_for_url("**/nl/vandaag")
        one.goto(PAGE)
        expect(one.locator("main")).to_contain_text("Deze browser kan hier geen passkeys maken")
        expect(one.get_by_role("button", name="Passkey toevoegen")).to_be_hidden()


def test_without_a_connection_it_says_so(server: Server, page: Page) -> None:
    Keys(page)
    leave(page)
    page.goto(SIGN_IN)
    server.stop()
    page.get_by_role("button", name=BUTTON).click()
    expect(page.locator("main form .error")).to_contain_text("Heb je verbinding?")
    server.start()
    expect(page.get_by_role("button", name=BUTTON)).to_be_enabled()


def test_an_account_begins_with_a_name_and_a_passkey(
    server: Server, online_phone: OpenPhone
) -> None:
    page = online_phone(reduced_motion="reduce")
    keys = Keys(page)
    page.goto(PATHS["accounts.sign_up_by_name"]["nl"])
    page.get_by_role("link", name="Account maken met een passkey").click()
    assert faults_of(page) == []
    page.get_by_label("Gebruikersnaam").fill("Kruiwagen")
    page.locator("#of_age").check()
    page.locator("#consent").check()
    page.get_by_role("button", name="Verder").click()
    expect(page.locator("main")).to_contain_text("Je naam is kruiwagen")
    assert faults_of(page) == []
    keys.finger(known=False)
    page.get_by_role("button", name="Maak een passkey").click()
    expect(page.locator("main form [role=alert]")).to_contain_text("Er is niets gebeurd")
    keys.finger(known=True)
    page.get_by_role("button", name="Maak een passkey").click()
    expect(page.locator("h1")).to_have_text("Je herstelcodes")
    expect(page.locator("main")).to_contain_text("Zonder deze codes en je passkey")
    assert len(keys.kept()) == 1
    page.get_by_role("link", name="Ik heb ze bewaard").click()
    expect(page.locator("#sync-line")).to_contain_text(SENT)
    assert server.mails() == []
