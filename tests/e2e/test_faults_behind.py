"""A phone that is behind: it was away for too long, or was put back from a backup of its own."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.e2e.breaks import lost, noted
from tests.e2e.diary import SENT
from tests.e2e.held import held, quick, remembered
from tests.e2e.proxy import Answer
from tests.e2e.site import Site
from tests.e2e.two_phones import (
    DIARY,
    LINE,
    card,
    change,
    end_equal,
    let_through,
    level,
    pain,
    with_one_cramp,
)
from tests.e2e.whole_phone import Phone, arrive
from webapp.sync.purge import purge

LONG = timedelta(days=200)


@pytest.fixture
def both(site: Site, page: Page, other: Page, alice: UUID) -> tuple[Page, Page]:
    """Both phones in the diary, with one cramp of pain 5, and then without network."""
    return with_one_cramp(site, page, other, alice)


def delete_and_collect(site: Site, page: Page, alice: UUID) -> None:
    """This phone deletes the cramp, and so long after the server forgets that there was one."""
    card(page).get_by_role("button", name="Wissen").click()
    expect(card(page)).to_have_count(0)
    let_through(site, page, alice)
    with site.inside():
        assert purge(alice, datetime.now(UTC) + LONG).tombstones == 1


def come_back(site: Site, page: Page, alice: UUID) -> list[str | int]:
    """This phone has a network again; the statuses that it is answered, or the code of an error.

    Each once in a row: how many turns it takes depends on what else the page had to send.
    """
    answers: list[Answer] = []
    site.proxy.always(noted(answers))
    level(page, alice)
    told = [(answer.status, json.loads(answer.body)) for answer in answers]
    codes = [said["error"]["code"] if "error" in said else status for status, said in told]
    return [code for place, code in enumerate(codes) if codes[place - 1 : place] != [code]]


def test_a_phone_that_was_away_too_long_drops_what_is_gone_and_keeps_its_own(
    site: Site, both: tuple[Page, Page], alice: UUID
) -> None:
    stayed, away = both
    away.goto("/nl/vandaag")
    quick(away, 7)
    delete_and_collect(site, stayed, alice)
    away.goto(DIARY)
    expect(card(away)).to_have_count(2)
    assert come_back(site, away, alice) == ["resync", 200]
    expect(card(away)).to_have_count(1)
    expect(card(away)).to_contain_text("pijn 7 van 10")
    ((_, body),) = end_equal(site, alice, stayed, away).items()
    assert body["worst"] == 7
    assert len(held(away, alice, "records")) == 1
    expect(card(stayed)).to_contain_text("pijn 7 van 10")


def test_what_such_a_phone_changed_meanwhile_comes_back_whole_and_once(
    site: Site, both: tuple[Page, Page], alice: UUID
) -> None:
    stayed, away = both
    ((name, before),) = site.records(alice).items()
    change(away, pain(8))
    delete_and_collect(site, stayed, alice)
    assert site.records(alice) == {}
    assert come_back(site, away, alice) == ["resync", 200]
    assert end_equal(site, alice, stayed, away) == {name: before | {"worst": 8}}
    for page in both:
        expect(card(page)).to_contain_text("pijn 8 van 10")


def at_home(site: Site, context: BrowserContext, address: str) -> Page:
    """Alice on Today of a whole phone."""
    page = context.new_page()
    page.goto(f"{site.url}/nl/vandaag")
    arrive(site, page, address)  # Chromium writes cookies and localStorage down when it likes
    page.goto(f"{site.url}/nl/vandaag")
    return page


def test_a_phone_that_was_put_back_takes_a_new_id_and_doubles_nothing(
    site: Site, page: Page, playwright: Playwright, tmp_path: Path, alice: UUID, hers: str
) -> None:
    phone, backup = Phone(playwright, tmp_path / "profile"), tmp_path / "backup"
    with phone.running() as context:
        old = at_home(site, context, hers)
        expect(old.locator(LINE)).to_contain_text(SENT)
        quick(old, 1)
        quick(old, 2)
        level(old, alice)
        site.proxy.always(lost)
        quick(old, 3)  # in the backup this waits
    shutil.copytree(phone.folder, backup, symlinks=True)

    site.proxy.whole()
    with phone.running() as context:
        old = at_home(site, context, hers)
        level(old, alice)
        quick(old, 4)  # the backup knows nothing of this
        level(old, alice)
        device = remembered(old, alice, "device")
        page.goto(DIARY)
        expect(card(page)).to_have_count(4)
        card(page).filter(has_text="pijn 1").get_by_role("button", name="Wissen").click()
        level(page, alice)
        change(page, pain(9), "pijn 2")
        level(page, alice)

    shutil.rmtree(phone.folder)
    shutil.copytree(backup, phone.folder, symlinks=True)
    site.proxy.always(lost)
    with phone.running() as context:
        again = at_home(site, context, hers)
        quick(again, 5)  # by the number that 4 had
        assert [op["body"]["worst"] for op in held(again, alice, "outbox")] == [3, 5]
        assert remembered(again, alice, "device") == device
        assert come_back(site, again, alice) == ["newdev", 200]
        assert remembered(again, alice, "device") != device
        again.goto(f"{site.url}{DIARY}")
        after = end_equal(site, alice, again, page)
        assert sorted(body["worst"] for body in after.values()) == [3, 4, 5, 9]
        assert site.operations(alice) == 7
        for one in (again, page):
            for worst in (3, 4, 5, 9):
                expect(card(one).filter(has_text=f"pijn {worst} van 10")).to_have_count(1)
            expect(card(one)).to_have_count(4)
    shutil.rmtree(phone.folder, ignore_errors=True)
