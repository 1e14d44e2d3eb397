"""What somebody does with their own account, in real browsers with real mails."""

from __future__ import annotations

from datetime import UTC, datetime

from playwright.sync_api import Page, expect
from sqlalchemy import update

from tests.e2e.axe import faults_of
from tests.e2e.browsers import LAPTOP, PHONE
from tests.e2e.conftest import OpenPhone, Watch
from tests.e2e.diary import all_sent, link_of, log_cramp, log_day, sign_in
from tests.e2e.held import is_empty
from tests.e2e.kept import keep_app
from tests.e2e.server import Server
from tests.people import PASSWORD
from webapp.accounts.sign_ins import FRESH, SignIn
from webapp.extensions import db
from webapp.languages import PATHS

ALICE, NEW = "alice@example.com", "mies@example.com"
NEW_PASSWORD = "three other green boats"


def account(page: Page) -> None:
    """Go to Account by what a person taps."""
    page.goto(PATHS["accounts.me"]["nl"])
    page.get_by_role("link", name="Account: adres, wachtwoord en meer").click()
    expect(page.locator("h1")).to_have_text("Account")


def send(page: Page) -> None:
    """Tap the button of the form."""
    page.locator("main form button[type=submit]").click()


def test_a_password_is_pasted_changed_and_ends_the_other_browser(
    server: Server, phone: OpenPhone, watch: Watch
) -> None:
    server.account(ALICE)
    here, there = phone(user_agent=PHONE), phone(user_agent=LAPTOP)
    for page in (here, there):
        sign_in(page, ALICE)
    account(here)
    assert faults_of(here) == []
    here.get_by_role("link", name="Je wachtwoord veranderen").click()
    fields = {"current": "current-password", "password": "new-password"}
    for name, hint in fields.items():
        field = here.locator(f"#{name}")
        assert (field.get_attribute("type"), field.get_attribute("autocomplete")) == (
            "password",
            hint,
        )
    assert here.locator("form input[autocomplete=username]").input_value() == ALICE
    here.locator("#current").fill("not the password")
    here.locator("#password").fill(NEW_PASSWORD)
    send(here)
    expect(here.locator(".errors")).to_contain_text("Dit is niet je wachtwoord.")
    assert faults_of(here) == []
    paste(here, "#current", PASSWORD)
    paste(here, "#password", NEW_PASSWORD)
    send(here)
    expect(here.locator("main .notice")).to_contain_text("Je nieuwe wachtwoord is bewaard.")
    assert "veranderd" in str(server.mail_to(ALICE)["Subject"])
    there.goto(PATHS["accounts.account"]["nl"])
    expect(there.locator("h1")).to_have_text("Inloggen")
    sign_in(there, ALICE, NEW_PASSWORD)
    watch.faults = [fault for fault in watch.faults if "401" not in fault]


def test_an_address_is_changed_by_the_link_in_a_real_mail(server: Server, phone: OpenPhone) -> None:
    server.account(ALICE)
    page = phone()
    sign_in(page, ALICE)
    account(page)
    page.get_by_role("link", name="Je e-mailadres veranderen").click()
    page.locator("#email").fill("alice")
    send(page)
    page.locator(".errors").wait_for()
    assert faults_of(page) == []
    page.locator("#email").fill(NEW)
    send(page)
    expect(page.locator("main .notice")).to_contain_text(f"Er is een mail onderweg naar {NEW}")
    assert faults_of(page) == []
    page.goto(link_of(server, NEW))
    expect(page.locator("h1")).to_have_text("Bevestig je nieuwe adres")
    assert faults_of(page) == []
    send(page)
    expect(page.locator("main .notice")).to_contain_text(f"Dit is nu je e-mailadres: {NEW}")
    page.goto(link_of(server, ALICE))
    expect(page.locator("h1")).to_have_text("Zet je adres terug")
    assert faults_of(page) == []
    other = phone()
    sign_in(other, NEW)


def test_erasing_goes_with_what_waits_here_and_empties_the_other_phone(
    server: Server, phone: OpenPhone, watch: Watch
) -> None:
    server.account(ALICE)
    here, there = phone(user_agent=PHONE), phone(user_agent=LAPTOP)
    for page in (here, there):
        keep_app(page)
        sign_in(page, ALICE)
    log_cramp(there, 5)
    # This phone cannot send, though it has the pages: what is logged on it stays on it.
    here.context.route("**/api/sync", lambda route: route.abort())
    log_cramp(here, 7)
    here.goto(PATHS["accounts.account"]["nl"])
    here.get_by_role("link", name="Je account wissen").click()
    expect(here.locator("#unsent")).to_contain_text("1 notitie staat alleen nog op dit apparaat.")
    assert faults_of(here) == []
    send(here)
    expect(here.locator(".errors")).to_contain_text("Zet een vinkje")
    assert faults_of(here) == []
    with here.expect_download():
        here.get_by_role("button", name="Bewaar als bestand").click()
    here.get_by_label("Ik weet dat niemand het terug kan halen").check()
    here.context.unroute("**/api/sync")
    send(here)
    expect(here.locator("h1")).to_have_text("Je account is gewist")
    is_empty(here)
    there.goto("/nl/dagboek")
    dialog = there.get_by_role("dialog", name="Je account is gewist")
    expect(dialog).to_contain_text("Alles van jou is nu ook van")
    is_empty(there)
    for page in (here, there):
        assert faults_of(page) == []
    assert server.mail_to(ALICE)["Subject"] == "Je account is gewist"
    expected = ("/api/sync", "status of 410", "status of 401")
    watch.faults = [one for one in watch.faults if not any(text in one for text in expected)]


def test_a_period_is_deleted_without_network_and_put_back_until_one_leaves(
    server: Server, phone: OpenPhone, watch: Watch
) -> None:
    server.account(ALICE)
    here, there = phone(user_agent=PHONE), phone(user_agent=LAPTOP)
    keep_app(here)
    for page in (here, there):
        sign_in(page, ALICE)
    log_day(here, "2026-10-01", sleep_h="7")
    log_day(here, "2026-10-02", sleep_h="8")
    log_cramp(here, 6)
    all_sent(here)
    server.was_down = True  # for who watches: this phone has no network for a while
    here.context.set_offline(True)
    here.goto(PATHS["accounts.me"]["nl"])
    here.get_by_role("link", name="Mijn gegevens").click()
    assert faults_of(here) == []
    here.get_by_role("link", name="Een periode wissen").click()
    found = here.locator("#found")
    for first, last, told in (
        ("", "", "Kies een eerste en een laatste dag."),
        ("2026-10-02", "2026-10-01", "De eerste dag ligt na de laatste."),
        ("2025-10-01", "2025-10-02", "Op deze dagen staat niets"),
    ):
        ask_for(here, first, last)
        expect(found).to_contain_text(told)
    for again in (True, False):
        ask_for(here, "2026-10-01", "2026-10-02")
        expect(found.locator("h2")).to_have_text("Je gaat 2 notities wissen")
        expect(found.locator("h2")).to_be_focused()
        expect(found.locator("li")).to_have_text(["2 dagen"])
        assert faults_of(here) == []
        found.get_by_role("button", name="Ja, wis 2 notities").click()
        expect(found.locator("h2")).to_have_text("2 notities gewist")
        assert faults_of(here) == []
        if again:
            found.get_by_role("button", name="Zet alles terug").click()
            expect(found).to_contain_text("Alles staat er weer: 2 notities.")
    here.context.set_offline(False)
    here.goto("/nl/dagboek")
    all_sent(here)
    there.goto("/nl/dagboek")
    expect(there.locator("#diary article")).to_have_count(1)
    expect(there.locator("#diary article")).to_contain_text("pijn 6 van 10")


def test_a_file_asks_first_who_it_is_and_without_network_it_is_made_all_the_same(
    server: Server, phone: OpenPhone, watch: Watch
) -> None:
    server.account(ALICE)
    page = phone()
    keep_app(page)
    sign_in(page, ALICE)
    log_cramp(page, 6)
    all_sent(page)
    with server.inside():
        db.session.execute(update(SignIn).values(proved_at=datetime.now(UTC) - FRESH))
        db.session.commit()
    page.goto(PATHS["accounts.me"]["nl"])
    page.get_by_role("link", name="Mijn gegevens").click()
    page.get_by_role("link", name="Zet alles in een bestand").click()
    page.get_by_role("button", name="Alles bewaren").click()
    expect(page.locator("#out-said")).to_contain_text("Bevestig eerst dat jij het bent.")
    assert faults_of(page) == []
    server.was_down = True  # for who watches: this phone has no network for a while
    page.context.set_offline(True)
    with page.expect_download():
        page.get_by_role("button", name="Alles bewaren").click()
    page.context.set_offline(False)
    page.get_by_role("button", name="Alles bewaren").click()
    page.get_by_role("link", name="Bevestigen").click()
    expect(page.locator("h1")).to_have_text("Even bevestigen dat jij het bent")
    page.locator("#password").fill("not the password")
    send(page)
    expect(page.locator(".errors")).to_contain_text("Dit is niet je wachtwoord.")
    assert faults_of(page) == []
    page.locator("#password").fill(PASSWORD)
    send(page)
    expect(page.locator("h1")).to_have_text("Meenemen")
    with page.expect_download():
        page.get_by_role("button", name="Alles bewaren").click()
    watch.faults = [fault for fault in watch.faults if "status of 403" not in fault]


def ask_for(page: Page, first: str, last: str) -> None:
    """Ask what is there on these days."""
    page.locator("#first").fill(first)
    page.locator("#last").fill(last)
    page.locator("#period button[type=submit]").click()


def paste(page: Page, field: str, text: str) -> None:
    """Paste, as a person or a password manager does."""
    page.locator(field).focus()
    page.locator(field).evaluate(
        """(field, text) => {
          const data = new DataTransfer();
          data.setData('text/plain', text);
          const init = {clipboardData: data, bubbles: true, cancelable: true};
          const taken = field.dispatchEvent(new ClipboardEvent('paste', init));
          if (!taken) throw new Error('the page refuses to paste');
          field.select();
          document.execCommand('insertText', false, text);
        }""",
        text,
    )
    expect(page.locator(field)).to_have_value(text)
