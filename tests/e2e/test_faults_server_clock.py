"""The server's clock is set back an hour between two syncs: no order depends on it."""

from __future__ import annotations

import json
from datetime import datetime
from uuid import UUID

from playwright.sync_api import Page, expect

from tests.e2e.breaks import lost, noted
from tests.e2e.held import nudge, wait_until
from tests.e2e.proxy import Answer
from tests.e2e.site import Site
from tests.e2e.two_phones import (
    card,
    change,
    end_equal,
    let_through,
    note,
    pain,
    with_one_cramp,
)

# A release of the app by whose clock a sync is an hour earlier than it is.
HOUR_BACK = (
    "webapp/sync/views.py",
    "datetime.now(UTC)",
    "datetime.fromtimestamp(datetime.now(UTC).timestamp() - 3600, UTC)",
)


def told(site: Site, page: Page) -> datetime:
    """What time the server says it is."""
    answers: list[Answer] = []
    site.proxy.always(noted(answers))
    nudge(page)
    wait_until(page, lambda: bool(answers))
    return datetime.fromisoformat(json.loads(answers[0].body)["now"])


def test_a_server_whose_clock_is_set_back_changes_no_order(
    site: Site, page: Page, other: Page, alice: UUID
) -> None:
    both = with_one_cramp(site, page, other, alice)
    site.proxy.whole()
    change(page, pain(6))
    end_equal(site, alice, *both)
    before = told(site, page)
    site.server.release(*HOUR_BACK)
    assert told(site, page) < before
    site.proxy.always(lost)
    change(other, pain(7))
    change(page, note("bij het tillen"))
    let_through(site, other, alice)  # comes at an earlier time than the 6 did
    let_through(site, page, alice)
    ((_, body),) = end_equal(site, alice, *both).items()
    assert (body["worst"], body["note"]) == (7, "bij het tillen")
    for one in both:
        expect(card(one)).to_contain_text("pijn 7 van 10")
        expect(card(one)).to_contain_text("bij het tillen")

    site.proxy.always(lost)
    change(other, pain(8))
    card(page).get_by_role("button", name="Wissen").click()
    expect(card(page)).to_have_count(0)
    let_through(site, page, alice)
    assert site.records(alice) == {}
    ((_, again),) = end_equal(site, alice, *both).items()
    assert again == body | {"worst": 8}
    for one in both:
        expect(card(one)).to_contain_text("pijn 8 van 10")
