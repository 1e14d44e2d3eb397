"""Things die: the server, a tab, the whole browser, and what the browser kept."""

from __future__ import annotations

import json
import shutil
import threading
import time
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.e2e.breaks import lost
from tests.e2e.conftest import PATIENCE
from tests.e2e.diary import SENT
from tests.e2e.held import held, nudge, quick, records, remembered, wait_until
from tests.e2e.proxy import Crossing, Fault
from tests.e2e.site import Site
from tests.e2e.whole_phone import Phone, arrive

LINE = "#sync-line"
SAVED = "De kramp is bewaard op deze telefoon."
DIE = {"id": 1, "method": "Page.crash"}


def dies(site: Site, *, after: float | None) -> Fault:
    """The server is killed: before the request (None), or so many seconds into it."""

    def kill(crossing: Crossing) -> None:
        if after is not None:
            asking = threading.Thread(target=_in_vain, args=(crossing,))
            asking.start()
            asking.join(after)
        site.server.stop()

    return kill


def _in_vain(crossing: Crossing) -> None:
    with suppress(OSError, HTTPException):  # it died under the question
        crossing.ask()


@pytest.mark.parametrize("after", [None, 0.01, 0.04, 30])
def test_a_server_that_is_killed_in_a_sync_has_done_it_wholly_or_not_at_all(
    site: Site, page: Page, alice: UUID, after: float | None
) -> None:
    site.proxy.order(dies(site, after=after))
    quick(page, 6)
    wait_until(page, lambda: not site.server.running)
    wait_until(page, lambda: "Geen verbinding" in page.locator(LINE).inner_text())
    (waiting,) = held(page, alice, "outbox")
    done = site.records(alice)
    assert done in ({}, {waiting["id"]: waiting["body"]})
    assert site.operations(alice) == len(done)
    if after is None:
        assert done == {}
    if after == 30:  # the answer was ready when it died
        assert len(done) == 1
    site.server.start()
    nudge(page)
    wait_until(page, lambda: held(page, alice, "outbox") == [])
    expect(page.locator(LINE)).to_contain_text(SENT)
    assert site.operations(alice) == 1
    assert records(page, alice) == site.records(alice) == {waiting["id"]: waiting["body"]}


@pytest.mark.parametrize("moment", [0, 3, 10, 30, 100])
def test_a_tab_that_dies_while_it_saves_kept_the_entry_or_did_not(
    site: Site, page: Page, alice: UUID, moment: int
) -> None:
    site.proxy.always(lost)
    quick(page, 2)
    page.locator("#quick input[value='8']").check(force=True)
    page.evaluate("document.querySelector('#quick button[type=submit]').click()")
    page.wait_for_timeout(moment)
    told = page.locator("#toasts").inner_text() if moment == 100 else ""
    anew = crash(page)
    anew.goto("/nl/dagboek")
    expect(anew.locator("article", has_text="pijn 2 van 10")).to_be_visible()
    worsts = [op["body"]["worst"] for op in held(anew, alice, "outbox")]
    assert worsts in ([2], [2, 8])
    if SAVED in told:
        assert worsts == [2, 8]
    site.proxy.whole()
    nudge(anew)
    wait_until(anew, lambda: held(anew, alice, "outbox") == [])
    assert [body["worst"] for body in site.records(alice).values()] == worsts


@pytest.mark.parametrize("moment", [0, 5, 20, 60])
def test_a_tab_that_dies_while_an_answer_comes_in_wrote_it_wholly_or_not(
    site: Site, page: Page, alice: UUID, moment: int
) -> None:
    answered = threading.Event()

    def told(crossing: Crossing) -> None:
        crossing.write(crossing.ask().written())
        answered.set()

    site.proxy.order(told)
    quick(page, 5)
    assert answered.wait(PATIENCE / 1000)
    time.sleep(moment / 1000)
    site.proxy.always(lost)
    anew = crash(page)
    anew.goto("/nl/privacy")
    rest, cursor = held(anew, alice, "outbox"), remembered(anew, alice, "cursor")
    if rest:
        assert (cursor, records(anew, alice)) == (0, {})
    else:
        assert (cursor, records(anew, alice)) == (1, site.records(alice))
    site.proxy.whole()
    nudge(anew)
    wait_until(anew, lambda: records(anew, alice) == site.records(alice))
    assert site.operations(alice) == 1


def crash(page: Page) -> Page:
    """The renderer of a page dies; a fresh tab on the same phone."""
    own = page.context.new_cdp_session(page)
    target = own.send("Target.getTargetInfo")["targetInfo"]["targetId"]
    browser = page.context.browser
    assert browser
    # Told from outside, for one that dies does not answer.
    outside = browser.new_browser_cdp_session()
    session = outside.send("Target.attachToTarget", {"targetId": target, "flatten": False})
    told = {"sessionId": session["sessionId"], "message": json.dumps(DIE)}
    with page.expect_event("crash"):
        outside.send("Target.sendMessageToTarget", told)
    return page.context.new_page()


def test_what_was_saved_is_there_after_the_whole_browser_was_killed(
    site: Site, playwright: Playwright, tmp_path: Path, alice: UUID, hers: str
) -> None:
    phone = Phone(playwright, tmp_path / "profile")
    today = f"{site.url}/nl/vandaag"
    with phone.running() as context:
        page = context.new_page()
        page.goto(today)
        arrive(site, page, hers)
        page.goto(today)
        expect(page.locator(LINE)).to_contain_text(SENT)
        quick(page, 1)
        wait_until(page, lambda: held(page, alice, "outbox") == [])
        site.proxy.always(lost)
        quick(page, 9)
        assert SAVED in page.locator("#toasts").inner_text()

    with phone.running() as context:
        page = context.new_page()
        page.goto(f"{site.url}/nl/privacy")
        kept = [op["body"]["worst"] for op in held(page, alice, "outbox")]
        assert kept == [9]
        site.proxy.whole()
        # Chromium writes cookies and localStorage down when it likes: both may be gone.
        arrive(site, page, hers)
        page.goto(today)
        wait_until(page, lambda: held(page, alice, "outbox") == [])
        assert sorted(body["worst"] for body in site.records(alice).values()) == [1, 9]
    shutil.rmtree(phone.folder, ignore_errors=True)


def test_what_the_browser_threw_away_comes_back_on_a_new_device(
    site: Site, page: Page, alice: UUID
) -> None:
    quick(page, 1)
    quick(page, 2)
    wait_until(page, lambda: held(page, alice, "outbox") == [])
    before = remembered(page, alice, "device")
    everything = {"origin": site.url, "storageTypes": "indexeddb,local_storage,cache_storage"}
    page.context.new_cdp_session(page).send("Storage.clearDataForOrigin", everything)
    page.goto("/nl/dagboek")
    page.locator("main").get_by_role("link", name="Inloggen").click()
    page.wait_for_url("**/nl/vandaag")  # the cookie still says who it is
    expect(page.locator(LINE)).to_contain_text(SENT)
    assert records(page, alice) == site.records(alice)
    assert len(site.records(alice)) == 2
    assert remembered(page, alice, "device") != before
