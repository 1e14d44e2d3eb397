"""From a tip to finding out whether it helps."""

from __future__ import annotations

import re
from datetime import timedelta

from playwright.sync_api import expect

from tests.e2e.conftest import OpenPhone
from tests.e2e.diary import sign_in
from tests.e2e.server import Server
from tests.e2e.trials import ALICE, keep, today
from webapp.tracker.records import day_id


def test_a_tip_leads_to_trying_it_out(server: Server, online_phone: OpenPhone) -> None:
    user = server.account(ALICE)
    for back in range(5):
        day = (today() - timedelta(days=back)).isoformat()
        body = {"day": day, "fluids_l": 0.8, "no_cramp": True}
        keep(server, user, "day", day_id(user, day), body)
    page = online_phone()
    sign_in(page, ALICE)
    page.goto("/nl/vandaag")
    lead = page.get_by_role("link", name="Probeer een paar weken uit")
    expect(lead).to_have_attribute("href", re.compile("^/nl/uitproberen#water$"))
    lead.click()
    expect(page.locator("#plan-title")).to_have_text("Bij elke maaltijd een glas water")
