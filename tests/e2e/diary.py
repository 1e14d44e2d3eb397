"""What a person does in the app, in Dutch: sign up, sign in, log, and read the diary."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.e2e.kept import until
from tests.e2e.server import Server
from tests.people import PASSWORD

SENT = re.compile("Alles is verstuurd|Everything has been sent")
WAITING = """async () => {
  await globalThis.still?.();
  const open = indexedDB.open(`rugwijs-${localStorage.getItem('rugwijs-account')}`);
  const db = await new Promise((go) => (open.onsuccess = () => go(open.result)));
  const asked = db.transaction('outbox').objectStore('outbox').count();
  const count = await new Promise((go) => (asked.onsuccess = () => go(asked.result)));
  db.close();
  return count;
}"""


def sign_up(page: Page, server: Server, address: str) -> None:
    """Make an account, and confirm it by the link from the mail."""
    page.goto("/nl/account-maken")
    page.locator("#email").fill(address)
    page.locator("#password").fill(PASSWORD)
    page.locator("#of_age").check()
    page.locator("#consent").check()
    page.locator("main form button[type=submit]").click()
    expect(page.locator("h1")).to_have_text("Kijk in je mail")
    page.goto(link_of(server, address))
    page.locator("main form button[type=submit]").click()
    expect(page.locator("h1")).to_have_text("Inloggen")


def link_of(server: Server, address: str) -> str:
    """The link in the newest mail to this address."""
    mail = server.mail_to(address)
    found = re.search(r"http://\S+", mail.get_content())
    assert found, mail.get_content()
    return found[0]


def sign_in(page: Page, address: str, password: str = PASSWORD) -> None:
    """Sign in by the form; ends on Today."""
    page.goto("/nl/inloggen")
    page.locator("#email").fill(address)
    page.locator("#password").fill(password)
    page.get_by_role("button", name="Inloggen", exact=True).click()
    page.wait_for_url("**/nl/vandaag")
    expect(page.locator("#sync-line")).to_contain_text(SENT)


def log_cramp(page: Page, worst: int, *zones: str, note: str = "") -> None:
    """Log a cramp from the bottom bar on; ends in the diary."""
    page.goto("/nl/noteren")
    page.get_by_role("link", name="Meer vertellen").click()
    page.wait_for_url("**/noteren/kramp")  # the page before it asks for the pain too
    wait_for_script(page, "#began")
    page.locator(f".scale input[value='{worst}']").check(force=True)
    for zone in zones:
        page.locator(f"input[value='{zone}']").check(force=True)
    if note:
        page.locator("textarea").fill(note)
    save(page)


def log_day(page: Page, day: str, **factors: str) -> None:
    """Log the habits of a day (ISO date); ends in the diary."""
    page.goto("/nl/noteren/dag")
    wait_for_script(page, "#day")
    page.locator("#day").fill(day)
    for key, value in factors.items():
        page.locator(f"#{key}").fill(value)
    save(page)


def wait_for_script(page: Page, field: str) -> None:
    """Wait until the script has filled in the time, so that it is there to keep the form."""
    expect(page.locator(field)).not_to_have_value("")


def save(page: Page) -> None:
    """Press Save; the diary opens."""
    page.locator("form#entry button[type=submit]").last.click()
    page.wait_for_url("**/nl/dagboek")
    expect(page.locator("#diary article, main article").first).to_be_visible()


def all_sent(page: Page) -> None:
    """Wait until all that this phone has saved is on the server, and its line says so.

    Right after a tap the line alone may still speak of what was before.
    """
    until(page, f"({WAITING})().then((count) => count === 0)")
    expect(page.locator("#sync-line")).to_contain_text(SENT)


def hold(page: Page, name: str) -> Locator:
    """A button of the short message; with the focus on it, the message waits for the test."""
    button = page.locator(".toast").get_by_role("button", name=name)
    button.focus()
    return button


def linger(page: Page) -> None:
    """Hold the short message by a pointer that rests on it, while the keyboard is on its way."""
    page.locator(".toast").hover()


def databases(page: Page) -> list[str]:
    """The names of the browser's databases of this site."""
    names: list[str] = page.evaluate(
        "async () => (await indexedDB.databases()).map(({name}) => name)"
    )
    return names
