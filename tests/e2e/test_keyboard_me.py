"""Settings, profile and account with the keys alone."""

from __future__ import annotations

from uuid import UUID

from playwright.sync_api import Page, expect

from tests.e2e.breaks import lost
from tests.e2e.diary import SENT
from tests.e2e.held import nudge, quick
from tests.e2e.keyboard import Keys
from tests.e2e.site import Site
from tests.people import PASSWORD

OWN = 8  # questions of one's own at most


def test_questions_are_chosen_and_made(page: Page) -> None:
    keys = Keys(page)
    page.goto("/nl/ik/bijhouden")
    keys.to("^Stappen")
    assert keys.press("Space").states["checked"] == "true"
    expect(page.locator(".toast")).to_be_visible()
    for number in range(OWN):
        keys.to("^Wat is het")
        page.keyboard.type(f"vraag {number}")
        keys.do("^Vraag toevoegen")
        expect(page.locator("#own-list label")).to_have_count(number + 1)
        if number < OWN - 1:
            expect(page.locator("#own-name")).to_be_focused()
            keys.press("Shift+Tab")
    expect(page.locator("#own-new")).to_be_hidden()
    assert keys.here().name == f"vraag {OWN - 1}"
    keys.to("^Ben je vaak laat op")
    keys.press("ArrowDown")
    expect(page.locator("#day_ends")).to_have_value("1")
    page.goto("/nl/noteren/dag")
    keys.to("^Stappen")
    page.goto("/nl/ik/bijhouden")
    expect(page.locator("#day_ends")).to_have_value("1")


def test_what_tips_should_know_is_told(page: Page) -> None:
    keys = Keys(page)
    page.goto("/nl/ik/veilige-tips")
    first = page.locator("form#entry fieldset").first
    keys.onto(first.locator("input:checked"))
    chosen = keys.press("ArrowRight")
    assert chosen.states["checked"] == "true"
    keys.do("^Bewaren$")
    page.wait_for_url("**/nl/ik")
    page.goto("/nl/ik/veilige-tips")
    expect(first.get_by_role("radio", name=chosen.name, exact=True)).to_be_checked()


def test_signing_out_asks_first_and_signing_in_comes_back(
    site: Site, page: Page, alice: UUID, hers: str
) -> None:
    keys = Keys(page)
    page.goto("/nl/noteren")
    site.proxy.always(lost, path="/api/sync")
    quick(page, 6)
    page.goto("/nl/ik")
    keys.do("^Uitloggen")
    dialog = page.get_by_role("dialog", name="Nog niet alles is verstuurd")
    expect(dialog).to_contain_text("1 notitie staat alleen op deze telefoon.")
    keys.do("^Wacht en probeer opnieuw")
    expect(dialog).to_contain_text("Versturen lukt nog niet.")
    assert keys.here().name == "Wacht en probeer opnieuw"
    keys.do("^Ingelogd blijven")
    expect(dialog).to_have_count(0)
    assert keys.here().name == "Uitloggen"
    site.proxy.whole()
    nudge(page)
    expect(page.locator("#sync-line")).to_contain_text(SENT)
    page.keyboard.press("Enter")
    page.wait_for_url("**/nl/")
    assert [body["worst"] for body in site.records(alice).values()] == [6]

    page.goto("/nl/inloggen")
    keys.to("^E-mail")
    page.keyboard.type(hers)
    keys.to("^Wachtwoord")
    page.keyboard.type(PASSWORD)
    keys.do("^Inloggen$")
    page.wait_for_url("**/nl/vandaag")
    expect(page.locator("#sync-line")).to_contain_text(SENT)


def test_the_keys_stay_in_the_line_when_its_words_change(
    site: Site, page: Page, alice: UUID
) -> None:
    line = page.locator("#sync-line")
    page.goto("/nl/ik")
    expect(line).to_contain_text(SENT)
    line.get_by_role("link", name="Uitleg").focus()
    page.context.set_offline(True)
    nudge(page)
    expect(line).not_to_contain_text(SENT)
    expect(line.get_by_role("link", name="Uitleg")).to_be_focused()
    page.context.set_offline(False)
