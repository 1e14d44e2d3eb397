"""Without a network: the server is really gone, stands still, or has a newer version."""

from __future__ import annotations

import re
import time

from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.conftest import OpenPhone
from tests.e2e.kept import cached, check_for_update, keep_app, keep_everything, served_list, until
from tests.e2e.server import Server
from tests.people import PASSWORD

EIGHTH = 8  # articles have one script: that it runs without network is seen on each eighth
ANYWHERE_PERSONAL = re.compile(r"/api/|/inloggen|/sign-in|/bevestigen|/confirm|__Host|session=")


def sign_in(page: Page, address: str) -> None:
    """Sign in by the form, as a person does."""
    page.goto("/nl/inloggen")
    page.locator("#email").fill(address)
    page.locator("#password").fill(PASSWORD)
    page.locator("main form button[type=submit]").click()
    page.wait_for_url(lambda url: "inloggen" not in url)


def test_after_one_visit_every_kept_page_opens_without_a_server(
    server: Server, phone: OpenPhone
) -> None:
    page = phone()
    keep_everything(page)
    known = served_list(server)
    server.stop()

    hasty = BrowserContext.new_page(page.context)  # not patient: it looks, and turns the page
    app, library = ([address for address, _ in known[part]] for part in ("app", "library"))
    whole = {*app, *library[::EIGHTH]}
    for address in app + library:
        opened = page if address in whole else hasty
        answer = opened.goto(address, wait_until="load" if address in whole else "commit")
        assert answer is not None, address
        assert answer.status == 200, address
        assert answer.from_service_worker, address
        expect(opened.locator("h1")).to_have_count(1)
        offline = opened.locator("body").get_attribute("data-page") == "pwa.offline"
        assert offline == (address in known["offline"].values()), address


def test_kept_pages_look_the_same_without_a_server(server: Server, phone: OpenPhone) -> None:
    page = phone()
    keep_app(page)
    green = "() => getComputedStyle(document.querySelector('.button')).backgroundColor"
    page.goto("/nl/kramp-nu")
    online = page.evaluate(green)
    server.stop()
    page.reload()

    assert page.evaluate(green) == online
    assert page.evaluate("() => document.documentElement.classList.contains('js')")


def test_an_unknown_page_is_answered_in_its_language(server: Server, phone: OpenPhone) -> None:
    page = phone()
    keep_app(page)
    server.stop()

    page.goto("/nl/bestaat-niet")
    expect(page.locator("html")).to_have_attribute("lang", "nl")
    expect(page.locator("h1")).to_have_text("Geen verbinding")

    page.goto("/en/does-not-exist")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("h1")).to_have_text("No connection")


def test_the_offline_page_lists_what_is_here_and_leads_to_it(
    server: Server, phone: OpenPhone
) -> None:
    page = phone()
    keep_everything(page)
    all_articles = [a for a, _ in served_list(server)["library"] if a.startswith("/nl/")]
    server.stop()
    page.goto("/nl/bestaat-niet")

    links = page.locator("#kept-articles a")
    expect(links).to_have_count(len(all_articles))
    title = links.first.inner_text()
    links.first.click()
    expect(page.locator("h1")).to_have_text(title)


def test_the_front_door_leads_home_without_a_server(server: Server, phone: OpenPhone) -> None:
    page = phone(locale="en-GB")
    keep_app(page)
    server.stop()
    page.goto("/")

    assert page.url.endswith("/en/")
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_the_line_counts_what_really_is_here(server: Server, phone: OpenPhone) -> None:
    page = phone()
    keep_everything(page)
    paths = [a for a, _ in served_list(server)["library"] if a.startswith("/nl/")]
    server.stop()
    page.evaluate(
        """async (paths) => {
          const cache = await caches.open('rugwijs-library');
          for (const path of paths) await cache.delete(path, {ignoreSearch: true});
        }""",
        paths[:2],
    )
    page.goto("/nl/artikelen")
    left = len(paths) - 2
    expect(page.locator("#kept-line")).to_have_text(
        f"{left} van {len(paths)} artikelen en oefeningen staan op deze telefoon."
    )

    server.start()
    page.goto("/nl/artikelen")
    expect(page.locator("#kept-line")).to_contain_text(f"Alle {len(paths)} artikelen")


def test_a_network_that_is_only_nearly_there_costs_three_seconds(
    server: Server, phone: OpenPhone
) -> None:
    page = phone()
    keep_app(page)
    server.freeze()
    start = time.monotonic()
    page.goto("/nl/kramp-nu", wait_until="commit")
    waited = time.monotonic() - start
    server.thaw()

    assert waited > 2
    expect(page.locator("body")).to_have_attribute("data-page", "library.cramp_now")


def test_nothing_personal_is_ever_in_the_cache(server: Server, phone: OpenPhone) -> None:
    user_id = server.account("alice@example.com")
    page = phone()
    keep_everything(page)
    page.reload()
    assert page.evaluate("navigator.serviceWorker.controller !== null")
    sign_in(page, "alice@example.com")
    for address in (
        "/nl/vandaag",
        "/nl/dagboek",
        "/nl/dagboek/overzicht",
        "/nl/ik",
        "/nl/inloggen",
    ):
        page.goto(address, wait_until="networkidle")

    known = served_list(server)
    public = {address for kind in ("app", "library", "assets") for address, _ in known[kind]}
    found = cached(page)
    assert len(found) >= len(public)
    for entry in found:
        path = entry["url"].removeprefix(server.url).split("?")[0]
        assert path in public | {"/kept-by-last-release"}, path
        assert not ANYWHERE_PERSONAL.search(path), path
        whole = entry["text"] + repr(entry["headers"])
        assert "alice@example.com" not in whole, path
        assert str(user_id) not in whole, path
        assert "set-cookie" not in dict(entry["headers"]), path


def test_a_new_version_asks_first_and_then_replaces_all(server: Server, phone: OpenPhone) -> None:
    page = phone()
    keep_app(page)
    page.goto("/nl/kramp-nu")
    server.release("templates/library/cramp_now.html", 'class="lead"', 'class="lead second"')
    page.evaluate("window.before = true")
    check_for_update(page)

    box = page.locator("#new-version")
    expect(box).to_contain_text("Er is een nieuwe versie.")
    assert page.evaluate("window.before")

    box.get_by_role("button", name="Vernieuwen").click()
    until(page, "!window.before")
    server.stop()
    page.goto("/nl/kramp-nu")
    expect(page.locator("p.lead.second")).to_have_count(1)


def test_a_new_version_waits_for_a_form_that_is_not_saved(server: Server, phone: OpenPhone) -> None:
    page = phone()
    keep_app(page)
    page.goto("/nl/noteren/kramp")
    note = page.locator("textarea[name=note]")
    note.fill("Na het tillen")
    server.release("templates/library/cramp_now.html", 'class="lead"', 'class="lead second"')
    page.evaluate("window.before = true")
    check_for_update(page)
    page.locator("#new-version").get_by_role("button", name="Vernieuwen").click()

    expect(page.locator("#new-version")).to_contain_text("wacht tot je dit formulier hebt bewaard")
    page.wait_for_timeout(2500)
    assert page.evaluate("window.before")
    expect(note).to_have_value("Na het tillen")


def test_once_the_form_is_saved_the_new_version_can_come(server: Server, phone: OpenPhone) -> None:
    server.account("alice@example.com")
    page = phone()
    sign_in(page, "alice@example.com")
    keep_app(page)
    page.goto("/nl/noteren/kramp")
    page.locator("input[name=worst][value='6']").check(force=True)
    server.release("templates/library/cramp_now.html", 'class="lead"', 'class="lead second"')
    check_for_update(page)
    refresh = page.locator("#new-version").get_by_role("button", name="Vernieuwen")
    refresh.click()
    page.locator("#entry button[type=submit]").click()

    page.wait_for_url("**/nl/dagboek*")
    page.evaluate("window.before = true")
    refresh.click()
    until(page, "!window.before")
    expect(page.locator("main")).to_contain_text("pijn 6 van 10")


def test_a_tap_in_another_tab_leaves_the_form_alone(server: Server, phone: OpenPhone) -> None:
    page = phone()
    keep_app(page)
    other = page.context.new_page()
    other.goto("/nl/noteren/kramp")
    note = other.locator("textarea[name=note]")
    note.fill("Na het tillen")
    other.evaluate("window.before = true")
    server.release("templates/library/cramp_now.html", 'class="lead"', 'class="lead second"')
    page.bring_to_front()
    check_for_update(page)
    page.evaluate("window.before = true")
    page.locator("#new-version").get_by_role("button", name="Vernieuwen").click()
    until(page, "!window.before")

    other.bring_to_front()
    expect(other.locator("#new-version")).to_contain_text("wacht tot je dit formulier hebt bewaard")
    assert other.evaluate("window.before")
    expect(note).to_have_value("Na het tillen")


def test_an_article_that_changed_comes_with_the_new_version(
    server: Server, phone: OpenPhone
) -> None:
    page = phone()
    keep_everything(page)
    server.release("templates/library/article.html", 'class="prose"', 'class="prose second"')
    address = served_list(server)["library"][0][0]
    check_for_update(page)
    page.locator("#new-version").wait_for()
    server.stop()
    page.evaluate("window.before = true")
    page.locator("#new-version").get_by_role("button", name="Vernieuwen").click()
    until(page, "!window.before")
    page.wait_for_load_state()
    page.goto(address)

    expect(page.locator(".prose.second")).to_have_count(1)


def test_a_stranger_message_does_nothing(server: Server, phone: OpenPhone) -> None:
    page = phone()
    keep_app(page)
    page.evaluate(
        """async () => {
          const {active} = await navigator.serviceWorker.ready;
          const odd = [null, 'skip-waiting', {type: 'constructor'}, {type: '__proto__'}, {type: 7}];
          for (const message of odd) active.postMessage(message);
        }"""
    )
    server.stop()
    page.goto("/nl/kramp-nu")

    expect(page.locator("h1")).to_be_visible()
