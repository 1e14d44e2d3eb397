"""Adding a table that another program made: say what each column is, look first, and undo."""

from __future__ import annotations

import re
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.axe import faults_of
from tests.e2e.carry import PAGE, as_upload, choose, contents, stored
from tests.e2e.diary import SENT
from tests.e2e.server import Server
from webapp.languages import LANGUAGES, PATHS

ALICE = "alice@example.com"
CRAMPS = (
    "Datum;Tijd;Pijn (0-10);Duur in minuten;Plek;Opmerking\r\n"
    "22-03-2026;8:30;7;20;onderrug links;na het tillen\r\n"
    "23-03-2026;21.15;4;1:10;rechter bil;\r\n"
    '24-03-2026;7:00;9;;;"lang gezeten;\r\nen geschrokken"\r\n'
)
DAYS = "date,pain,sleep,steps,mood\n03-04-2025,65,7.5,1500,8\n05-06-2025,20,,9000,7\n"


def choose_table(page: Page, content: str | bytes, name: str = "rug.csv") -> None:
    """Choose a table, and wait for the question what each column holds."""
    choose(page, as_upload(content, name))
    expect(page.locator("#column-0")).to_be_visible()


def look(page: Page) -> None:
    """Look at what would be added."""
    page.get_by_role("button", name=re.compile("Bekijk eerst|Look first")).click()
    expect(page.locator("#column-0")).to_have_count(0)
    expect(page.locator("#bring-news")).to_be_focused()


def option(page: Page, name: str, value: str) -> None:
    """Choose one of the options under a question."""
    page.locator(f"#bring input[name={name}][value='{value}']").check(force=True)


def test_a_table_of_cramps_comes_in_without_network_and_comes_undone(
    server: Server, carrier: tuple[Page, UUID]
) -> None:
    page, user = carrier
    server.stop()
    page.goto(PAGE)
    choose_table(page, CRAMPS)
    expect(page.get_by_role("radio", name="Een kramp")).to_be_checked()
    expect(page.locator("#column-1")).to_have_value("time")
    expect(page.locator("#samples-4")).to_contain_text("onderrug links · rechter bil")
    look(page)
    expect(page.locator("#bring dd").first).to_have_text("3 nieuw")
    first = page.locator("#bring article").first
    expect(first).to_contain_text("08:30")
    expect(first).to_contain_text("Kramp, pijn 7 van 10")
    expect(first).to_contain_text("onderrug, links")
    page.get_by_role("button", name="Voeg 3 notities toe").tap()
    expect(page.locator("#bring")).to_contain_text("3 notities zijn erbij gekomen.")
    assert stored(page, user) == {"records": 0, "outbox": 3}

    page.get_by_role("button", name="Maak ongedaan").tap()
    expect(page.locator("#bring")).to_contain_text("3 notities zijn weer weg.")
    # What was on its way to the server may have reached it: that is undone by as many edits more.
    assert stored(page, user) in ({"records": 0, "outbox": 0}, {"records": 0, "outbox": 6})
    page.goto(PAGE)
    choose_table(page, CRAMPS)
    look(page)
    expect(page.locator("#bring dd").first).to_have_text("3 nieuw")
    page.goto(PAGE)
    choose_table(page, CRAMPS)
    look(page)
    page.get_by_role("button", name="Voeg 3 notities toe").tap()
    expect(page.locator("#bring-news")).to_have_text("Het is gelukt")
    server.start()
    page.goto("/nl/dagboek")
    expect(page.locator("#sync-line")).to_contain_text(SENT)
    assert len(contents(server, user)) == 3
    assert any(b"en geschrokken" in body for _, body in contents(server, user))

    page.goto(PAGE)
    choose_table(page, CRAMPS)
    look(page)
    expect(page.locator("#bring dd").first).to_have_text("3 had je al")
    expect(page.locator("#bring")).to_contain_text("Alles uit dit bestand staat al in je dagboek.")
    expect(page.get_by_role("button", name="Voeg")).to_have_count(0)


def test_what_only_the_person_knows_is_asked(carrier: tuple[Page, UUID]) -> None:
    page, user = carrier
    choose_table(page, DAYS)
    expect(page.get_by_role("radio", name="Een dag")).to_be_checked()
    expect(page.locator("#column-4")).to_have_value("out")
    page.get_by_role("button", name="Bekijk eerst").tap()
    expect(page.locator("#bring-must")).to_have_text("Beantwoord eerst de vragen hierboven.")
    expect(page.locator("#bring input[name=order]").first).to_be_focused()
    expect(page.get_by_role("group", name="Welke dag is 03-04-2025?")).to_contain_text(
        "4 maart 2025"
    )
    option(page, "order", "month")
    page.get_by_role("button", name="Bekijk eerst").tap()
    expect(page.locator("#bring-must")).to_have_text("Beantwoord eerst de vragen hierboven.")
    option(page, "scale", "100")
    look(page)
    first = page.locator("#bring article").first
    expect(first).to_contain_text("4 maart 2025")
    expect(first).to_contain_text("7 van 10")
    page.get_by_role("button", name="Andere kolommen kiezen").tap()
    expect(page.locator("#bring input[name=order][value=month]")).to_be_checked()
    page.locator("#column-3").select_option("out")
    look(page)
    page.get_by_role("button", name="Voeg 2 notities toe").tap()
    expect(page.locator("#bring-news")).to_have_text("Het is gelukt")
    assert sum(stored(page, user).values()) == 2


def test_a_wrong_column_can_be_put_right(carrier: tuple[Page, UUID]) -> None:
    page, _ = carrier
    choose_table(page, "A;B\n22-03-2026;7\n23-03-2026;5\n")
    page.get_by_role("button", name="Bekijk eerst").tap()
    expect(page.locator("#bring-must")).to_contain_text("Kies nog een kolom.")
    page.locator("#column-1").select_option("stress")
    page.locator("#column-0").select_option("stress")
    page.get_by_role("button", name="Bekijk eerst").tap()
    expect(page.locator("#bring-must")).to_contain_text("in welke kolom de datum staat")
    page.locator("#column-0").select_option("when")
    page.get_by_text("Staat het er vreemd bij?").tap()
    option(page, "separator", ",")
    expect(page.locator("#column-1")).to_have_count(0)
    option(page, "separator", ";")
    expect(page.locator("#column-1")).to_have_value("out")
    page.get_by_text("De eerste regel geeft de namen").tap()
    expect(page.locator("#bring")).to_contain_text("3 regels")
    page.locator("#column-1").select_option("stress")
    look(page)
    expect(page.locator("#bring")).to_contain_text("Regel 1, teken 1: dit kan Rugwijs niet lezen")


def test_cells_that_do_not_fit_are_left_out_only_when_asked(carrier: tuple[Page, UUID]) -> None:
    page, user = carrier
    choose_table(page, "Datum;Stress;Slaap\n22-03-2026;12;8\n31-02-2026;5;8\n24-03-2026;5;lang\n")
    look(page)
    expect(page.locator("#bring")).to_contain_text(
        "3 cellen zijn niet te gebruiken. Daardoor valt 1 regel"
    )
    expect(page.locator("#bring")).to_contain_text(
        "Regel 2, teken 12 (Stress): het getal is te klein"
    )
    expect(page.locator("#bring")).to_contain_text(
        "Regel 3, teken 1 (Datum): dit kan Rugwijs niet lezen"
    )
    page.get_by_role("button", name="Voeg 2 notities toe").tap()
    expect(page.locator("#bring-must")).to_contain_text("Kies eerst of je die weglaat.")
    assert stored(page, user) == {"records": 0, "outbox": 0}
    page.locator("#bring input[type=checkbox]").check()
    page.get_by_role("button", name="Voeg 2 notities toe").tap()
    expect(page.locator("#bring-news")).to_have_text("Het is gelukt")


BAD = [
    ('a;b\n1;"2\n3;4\n', "Regel 2, teken 3"),
    ('a;b\n"1"x;2\n', "Regel 2, teken 4"),
    ("datum;pijn\n\n;;\n", "geen regels"),
    ("a;b\n" + "1;2\n" * 25_001, "hoogstens 25.000 regels"),
    (";".join("ab"[n % 2] for n in range(201)) + "\n1\n", "hoogstens 200 kolommen"),
]


@pytest.mark.parametrize(("content", "told"), BAD, ids=[told for _, told in BAD])
def test_a_broken_table_is_refused_whole(
    carrier: tuple[Page, UUID], content: str, told: str
) -> None:
    page, user = carrier
    choose(page, as_upload(content, "rug.csv"))
    expect(page.locator("#bring-news")).to_have_text("Dit bestand kan niet worden toegevoegd")
    expect(page.locator("#bring")).to_contain_text(told)
    assert stored(page, user) == {"records": 0, "outbox": 0}


def test_what_differs_stays_as_it_is_unless_chosen(carrier: tuple[Page, UUID]) -> None:
    page, _ = carrier
    table = "Datum;Stress;Slaap\n22-03-2026;{};8\n"
    choose_table(page, table.format(3))
    look(page)
    page.get_by_role("button", name="Voeg 1 notitie toe").tap()
    expect(page.locator("#bring-news")).to_have_text("Het is gelukt")
    page.goto(PAGE)
    choose_table(page, table.format(4))
    look(page)
    expect(page.locator("#bring dd").first).to_have_text("1 anders")
    expect(page.locator("#bring article")).to_contain_text("Mijn dag anders dan in je dagboek")
    expect(page.get_by_role("radio", name="Wat in mijn dagboek staat")).to_be_checked()
    expect(page.get_by_role("button", name="Voeg")).to_have_count(0)
    option(page, "differs", "file")
    page.get_by_role("button", name="Voeg 1 notitie toe").tap()
    expect(page.locator("#bring")).to_contain_text("1 notitie is veranderd.")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_stage_has_a_fault(carrier: tuple[Page, UUID], lang: str) -> None:
    page, _ = carrier
    page.goto(PATHS["carry.take_along"][lang])
    choose_table(page, DAYS + "2025-02-31,1,1,1,1\n")
    assert faults_of(page) == []
    page.locator("#bring button").first.click()
    expect(page.locator("#bring-must")).not_to_be_empty()
    page.locator("#bring summary").click()
    assert faults_of(page) == []
    option(page, "scale", "100")
    option(page, "order", "day")
    look(page)
    assert faults_of(page) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_keyboard_is_enough(carrier: tuple[Page, UUID], lang: str) -> None:
    page, user = carrier
    page.on("filechooser", lambda _: None)
    page.goto(PATHS["carry.take_along"][lang])
    page.locator("#file").focus()
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Enter")
    chooser.value.set_files(as_upload("date,stress,x\n2026-03-22,3,7\n", "rug.csv"))
    expect(page.locator("#bring-news")).to_be_focused()
    press_to(page, "#column-2")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#column-2")).to_have_value("background")
    press_to(page, "#bring .actions button")
    page.keyboard.press("Enter")
    expect(page.locator("#bring article")).to_be_visible()
    expect(page.locator("#bring-news")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#bring .notice.good")).to_be_visible()
    # One look: between two of them it may be sent.
    assert sum(stored(page, user).values()) == 1


def press_to(page: Page, place: str) -> None:
    """Press Tab until the focus is there."""
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.locator(place).first.evaluate("(at) => at === document.activeElement"):
            return
    raise AssertionError(f"{place} is out of reach")
