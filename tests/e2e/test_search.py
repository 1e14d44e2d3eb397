"""Search as a person does: on the phone with the server stopped, and without JavaScript."""

from __future__ import annotations

from playwright.sync_api import Page, Route, expect

from tests.e2e.axe import faults_of
from tests.e2e.conftest import OpenPhone
from tests.e2e.held import wait_until
from tests.e2e.kept import cached, keep_everything, until
from tests.e2e.keyboard import Keys
from tests.e2e.server import Server
from webapp.library.shelf import shelf


def title(id_: str) -> str:
    """The Dutch title of an article."""
    return shelf().articles["nl"][id_].title


def ask(page: Page, question: str) -> None:
    """Type a question and send it."""
    page.locator("#q").fill(question)
    page.locator("form.search button").click()


def test_without_a_server_the_phone_still_finds_it(server: Server, phone: OpenPhone) -> None:
    page = phone()
    keep_everything(page)
    server.stop()
    page.goto("/nl/artikelen")
    page.locator("#q").fill("hexenschot")
    first = page.locator(".results a").first
    expect(first).to_have_text(title("A01"))
    first.click()
    expect(page.locator("h1")).to_have_text(title("A01"))

    page.goto("/nl/zoeken")
    ask(page, "bruggetje")
    expect(page.locator(".results h2")).to_have_text("Brug oefening")
    page.locator(".results a").click()
    expect(page.locator("h1")).to_have_text("Brug")

    page.goto("/en/search")
    ask(page, "slipped disk")
    expect(page.locator(".results mark").first).to_be_visible()
    expect(page.locator("#found-line")).to_contain_text("found")


def test_a_question_sent_before_the_script_was_there_is_answered_offline(
    server: Server, phone: OpenPhone
) -> None:
    page = phone()
    keep_everything(page)
    server.stop()
    page.goto("/nl/zoeken?q=koffie")
    expect(page.locator(".results a").first).to_have_text(title("B22"))
    assert page.url == f"{server.url}/nl/zoeken"

    server.start()
    page.goto("/nl/zoeken?q=koffie")
    expect(page.locator(".results")).to_have_count(1)
    until(page, "location.search === ''")
    expect(page.locator(".results")).to_have_count(1)


def test_a_question_stays_on_the_phone(server: Server, phone: OpenPhone) -> None:
    page = phone()
    keep_everything(page)
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.goto("/nl/zoeken")
    ask(page, "plassen")
    expect(page.locator(".results a").first).to_have_text(title("E04"))
    assert page.url == f"{server.url}/nl/zoeken"
    assert not [address for address in asked if "plassen" in address or "?q" in address]
    assert not [entry for entry in cached(page) if "?q" in entry["url"]]


def test_strange_questions_get_a_helpful_answer(online_phone: OpenPhone) -> None:
    page = online_phone()
    page.goto("/nl/zoeken")
    line = page.locator("#found-line")
    ask(page, "")
    expect(line).to_contain_text("Typ eerst een woord")
    ask(page, "<script>alert(1)</script>")
    expect(line).to_have_text("We vonden niets voor “<script>alert(1)</script>”.")
    ask(page, "hernia " + "x" * 500)
    expect(line).to_contain_text("Dat is een lange vraag.")
    ask(page, "fibromiajalgisch")
    page.get_by_role("button", name="fibromyalgie").click()
    expect(page.locator(".results a").first).to_have_text(title("B27"))


def test_how_many_were_found_is_read_aloud(online_phone: OpenPhone) -> None:
    keys = Keys(online_phone())
    keys.page.goto("/nl/zoeken")
    ask(keys.page, "hamstring")
    expect(keys.page.locator("#found-line")).to_have_text("1 pagina gevonden.")
    assert keys.heard()[-1] == "1 pagina gevonden."


def test_a_slow_phone_asks_for_patience_until_it_can_answer(online_phone: OpenPhone) -> None:
    page = online_phone()
    held: list[Route] = []
    page.route("**/nl/zoek.json", lambda route: held.append(route))
    page.goto("/nl/zoeken")
    line = page.locator("#found-line")
    page.locator("#q").press_sequentially("warmte")
    expect(line).to_contain_text("Even geduld")
    wait_until(page, lambda: len(held) == 1)
    held[0].continue_()
    expect(line).to_contain_text("gevonden")

    page.goto("/nl/artikelen")
    page.locator("#q").press_sequentially("warmte")
    expect(line).to_contain_text("Even geduld")
    wait_until(page, lambda: len(held) == 2)
    held[1].fulfill(body="not an index")
    expect(line).to_be_empty()


def test_without_javascript_the_server_answers_the_same(online_phone: OpenPhone) -> None:
    page = online_phone(java_script_enabled=False)
    page.goto("/nl/artikelen")
    ask(page, "hernai")
    expect(page.locator(".results a").first).to_have_text(title("B08"))
    expect(page.locator(".results mark").first).to_have_text("hernia", ignore_case=True)


def test_results_have_no_fault_for_a_screen_reader(online_phone: OpenPhone) -> None:
    page = online_phone(reduced_motion="reduce")
    page.goto("/nl/zoeken")
    ask(page, "warmte")
    page.locator(".results").wait_for()
    assert faults_of(page) == []
    ask(page, "fibromiajalgisch")
    page.get_by_role("button", name="fibromyalgie").wait_for()
    assert faults_of(page) == []
