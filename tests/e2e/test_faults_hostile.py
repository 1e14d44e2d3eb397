"""Somebody makes requests up in the page of a person: refused or harmless, and her app goes on."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.held import held, nudge, quick, remembered
from tests.e2e.site import Site
from tests.e2e.two_phones import DIARY, card, end_equal, level, with_one_cramp
from webapp.sync.protocol import LARGEST_NUMBER, OPS_LIMIT, PROTOCOL, REQUEST_LIMIT, SCHEMA

BODY = {"began": "2026-11-20T08:00+01:00", "worst": 9}
STRANGER = "5f0c1f6e-1111-4111-8111-111111111111"
FAR = 1_000  # versions, past all that there are
ASK = """async (asked) => {
  const body = typeof asked === 'string' ? asked : JSON.stringify(asked);
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch('/api/sync', { method: 'POST', headers, body });
  return [answer.status, await answer.json()];
}"""
# What is changed of a good request, and how it is answered.
REFUSED: dict[str, tuple[dict[str, Any], int, str]] = {
    "another protocol": ({"v": PROTOCOL + 1}, 426, "update"),
    "a protocol that is no number": ({"v": "1"}, 400, "invalid"),
    "a schema of before the first": ({"schema": 0}, 426, "update"),
    "a schema of the future": ({"schema": SCHEMA + 1}, 503, "ahead"),
    "a cursor of the future": ({"cursor": FAR}, 409, "epoch"),
    "a cursor below nought": ({"cursor": -1}, 400, "invalid"),
    "a cursor too large to count": ({"cursor": LARGEST_NUMBER + 1}, 400, "invalid"),
    "another epoch": ({"epoch": 1}, 409, "epoch"),
    "no epoch": ({"epoch": None}, 409, "epoch"),
    "somebody else": ({"user": STRANGER}, 403, "wrong_user"),
    "nobody": ({"user": "*"}, 400, "invalid"),
    "a field too many": ({"admin": True}, 400, "invalid"),
    "ops that are no list": ({"ops": {}}, 400, "invalid"),
    "an op without an id": ({"ops": [{"n": 1}]}, 400, "invalid"),
    "too many ops": ({"ops": [{}] * (OPS_LIMIT + 1)}, 413, "too_large"),
    "too many bytes": ({"admin": "x" * REQUEST_LIMIT}, 413, "too_large"),
}
# What is changed of a good op, and the field for which it is bad.
BAD: dict[str, tuple[dict[str, Any], str]] = {
    "a base of the future": ({"base": FAR}, "base"),
    "an offer of the future": ({"was": FAR}, "was"),
    "what nobody can have seen": ({"seen": [[0, FAR]]}, "seen"),
    "a kind that is not there": ({"kind": "account"}, "kind"),
    "another kind": ({"kind": "profile", "body": {}, "fields": []}, "kind"),
    "no body": ({"body": None}, "body"),
    "a body that is a list": ({"body": []}, "op"),
    "a field that is not there": ({"body": BODY | {"admin": True}}, "admin"),
    "a field that is nowhere": ({"fields": ["admin"]}, "admin"),
    "a number past its end": ({"body": BODY | {"worst": 11}}, "worst"),
    "a day that has yet to come": ({"body": BODY | {"began": "2036-11-20T08:00+01:00"}}, "began"),
    "a day of somebody else": (
        {"id": STRANGER, "kind": "day", "body": {"day": "2026-11-20"}, "fields": ["day"]}, "id",
    ),
}  # fmt: skip


@pytest.fixture
def both(site: Site, page: Page, other: Page, alice: UUID) -> tuple[Page, Page]:
    """Both phones of Alice in the diary, with one cramp of pain 5."""
    phones = with_one_cramp(site, page, other, alice)
    site.proxy.whole()
    return phones


def ask(page: Page, alice: UUID, *ops: dict[str, Any], **more: Any) -> tuple[int, dict[str, Any]]:
    """Send a request of a device that nobody knows, from the page; its status and what it says."""
    epoch, cursor = remembered(page, alice, "epoch"), remembered(page, alice, "cursor")
    asked = {
        "v": PROTOCOL, "schema": SCHEMA, "user": str(alice), "device": str(uuid4()),
        "epoch": epoch, "cursor": cursor, "fresh": False, "floor": 0, "ops": list(ops),
    }  # fmt: skip
    status, said = page.evaluate(ASK, asked | more)
    return status, said


def op(n: int = 1, **more: Any) -> dict[str, Any]:
    """A new cramp, and what is odd about it."""
    new = {"op": str(uuid4()), "n": n, "id": str(uuid4()), "kind": "pain", "base": 0}
    return new | {"body": BODY, "fields": sorted(BODY), "deleted": False} | more


def codes(said: dict[str, Any]) -> list[str]:
    return [result["code"] for result in said["results"]]


def goes_on(site: Site, alice: UUID, *phones: Page) -> dict[str, dict[str, Any]]:
    """Each phone of hers keeps and sends one more entry, and all of them show all of it."""
    for page in phones:
        page.goto("/nl/vandaag")
        quick(page, 1)
        level(page, alice)
        page.goto(DIARY)
    after = end_equal(site, alice, *phones)
    assert sum(body["worst"] == 1 for body in after.values()) == len(phones)
    for page in phones:
        expect(card(page)).to_have_count(len(after))
        assert held(page, alice, "refused") == []
    return after


def test_requests_that_cannot_be_are_refused_whole(
    site: Site, both: tuple[Page, Page], alice: UUID
) -> None:
    before = site.records(alice)
    for name, (odd, status, code) in REFUSED.items():
        answered = ask(both[0], alice, op(), **odd)
        assert (answered[0], answered[1]["error"]["code"]) == (status, code), name
    assert both[0].evaluate(ASK, "{")[0] == 400
    assert site.records(alice) == before
    assert site.operations(alice) == 1
    assert len(goes_on(site, alice, *both)) == 3


def test_changes_that_cannot_be_are_bad_and_a_good_one_among_them_is_done(
    site: Site, both: tuple[Page, Page], alice: UUID
) -> None:
    ((record, _),) = site.records(alice).items()
    odd = [{"id": record} | change for change, _ in BAD.values()]
    ops = [op(n, **change) for n, change in enumerate(odd, 1)]
    status, said = ask(both[0], alice, *ops, op(len(ops) + 1))
    assert status == 200
    for name, (_, field), result in zip(BAD, BAD.values(), said["results"], strict=False):
        named = [problem["field"] for problem in result.get("problems", ())]
        assert (result["code"], named) == ("bad", [field]), name
    assert codes(said)[-1] == "ok"
    after = goes_on(site, alice, *both)
    assert sorted(body["worst"] for body in after.values()) == [1, 1, 5, 9]


def test_what_is_doubled_stale_or_stolen_has_one_effect_or_none(
    site: Site, both: tuple[Page, Page], alice: UUID
) -> None:
    page, other = both
    ((record, body),) = site.records(alice).items()
    sent = (op for one in reversed(site.proxy.heard) for op in one.ops())
    hers = next(op for op in sent if op["id"] == record)
    doubled = op()
    again = [doubled, doubled | {"n": 2, "id": str(uuid4())}, doubled]
    gone = op(4, id=record, body=None, fields=[], deleted=True)
    status, said = ask(page, alice, *again, hers | {"n": 3, "body": BODY}, gone)
    assert status == 200
    assert codes(said) == ["ok", "ok", "ok", "ok", "kept"]
    assert list(site.records(alice).values()) == [body, BODY]

    # Blind to what she wrote: it wins, for it came later, and hers can be had again.
    ask(page, alice, op(id=record, fields=["worst"]))
    nudge(other)
    expect(card(other).filter(has_text="Eerdere versie")).to_have_count(1)

    # By the name of her own phone: its next numbers are taken, so it takes another name.
    device = remembered(page, alice, "device")
    ask(page, alice, op(LARGEST_NUMBER), device=device)
    after = goes_on(site, alice, page, other)
    assert remembered(page, alice, "device") != device
    assert sorted(body["worst"] for body in after.values()) == [1, 1, 9, 9, 9]
