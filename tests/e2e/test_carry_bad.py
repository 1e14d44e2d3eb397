"""Bad files: refused whole with a place, or in part only when the person chose so."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.carry import as_upload, choose, cramp, file_of, stored

ALICE = "alice@example.com"


Bad = tuple[str, Callable[[UUID], Any], str]
BAD: list[Bad] = [
    ("cut off", lambda user: json.dumps(file_of(user, cramp(5)), indent=1)[:-20], "Regel 1"),
    ("a word too many", lambda _: '{"format":\n  rugwijs}', "Regel 2, teken 3"),
    ("of another app", lambda _: {"entries": [{"pain": 5}]}, "niet van Rugwijs"),
    ("a list", lambda _: [1, 2, 3], "niet van Rugwijs"),
    ("a letter", lambda _: "Beste dokter, ik heb kramp.", "niet van Rugwijs"),
    ("newer", lambda user: file_of(user, version=2), "nieuwere Rugwijs"),
    ("empty", lambda _: b"", "leeg"),
    ("a ZIP", lambda _: b"PK\x03\x04\x14\x00rest", "ZIP"),
    ("a picture", lambda _: b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "geen tekstbestand"),
    ("with a NUL", lambda _: b'{"format":\n"rug\x00wijs"}', "Regel 2, teken 5"),
    ("very deep", lambda _: "[" * 200_000, "Regel 1, teken 200001"),
    ("nine megabytes", lambda _: "[" + '"pijn",' * 1_300_000, "Regel 1, teken 9100002"),
]


@pytest.mark.parametrize(("says", "make", "told"), BAD, ids=[bad[0] for bad in BAD])
def test_a_bad_file_is_refused_whole(
    carrier: tuple[Page, UUID], says: str, make: Callable[[UUID], Any], told: str
) -> None:
    page, user = carrier
    choose(page, as_upload(make(user)))
    expect(page.locator("#bring-news")).to_have_text("Dit bestand kan niet worden toegevoegd")
    expect(page.locator("#bring")).to_contain_text(told)
    expect(page.locator("#bring")).to_contain_text("Er is niets toegevoegd.")
    assert stored(page, user) == {"records": 0, "outbox": 0}
    choose(page, as_upload(file_of(user, cramp(5))))
    expect(page.get_by_role("button", name="Voeg 1 notitie toe")).to_be_visible()


def test_a_hundred_megabytes_are_not_even_read(carrier: tuple[Page, UUID], tmp_path: Path) -> None:
    page, _ = carrier
    expect(page.locator("#bring-hint")).to_contain_text("hoogstens 25 MB")
    huge = tmp_path / "groot.json"
    with huge.open("wb") as file:
        file.truncate(100_000_000)
    choose(page, huge)
    expect(page.locator("#bring")).to_contain_text("Het bestand is 100 MB. Het mag hoogstens 25")


def test_mistakes_have_a_place_and_are_left_out_only_when_asked(
    carrier: tuple[Page, UUID],
) -> None:
    page, user = carrier
    wrong = [
        cramp(5) | {"body": {"began": "2026-05-04T08:30+02:00", "worst": True}},
        cramp(5, "1900-01-01"),
        cramp(5, "2090-01-01"),
        cramp(5) | {"kind": "weather"},
    ]
    note = "💥 שלום \u202e <img src=x onerror=alert(1)>"
    fine = [cramp(1, note=note), cramp(2, "2026-05-03")]
    file = as_upload(file_of(user, fine[0], *wrong, fine[1], fine[0]))
    text = file["buffer"].decode().splitlines()
    choose(page, file)
    expect(page.locator("#bring .notice.alarm")).to_contain_text("5 notities kloppen niet")
    listed = page.locator("#bring .notice.alarm li").all_inner_texts()
    assert len(listed) == 5
    places = [re.match(r"Regel (\d+), teken (\d+): ", one) for one in listed]
    begins = [text[int(place[1]) - 1][int(place[2]) - 1 :] for place in places if place]
    assert [begin.split(",")[0] for begin in begins] == [
        "true", '"1900-01-01T08:30+02:00"', '"2090-01-01T08:30+02:00"', '"weather"',
        f'"{fine[0]["id"]}"',
    ]  # fmt: skip
    page.get_by_role("button", name="Voeg 2 notities toe").tap()
    expect(page.locator("#bring-must")).to_contain_text("Kies eerst of je die weglaat.")
    assert stored(page, user)["outbox"] == 0
    page.get_by_role("checkbox", name="Laat die weg").check()
    page.get_by_role("button", name="Voeg 2 notities toe").tap()
    expect(page.locator("#bring-news")).to_have_text("Het is gelukt")
    page.goto("/nl/dagboek")
    expect(page.locator("#diary article")).to_have_count(2)
    expect(page.locator("#diary article").first).to_contain_text("<img src=x onerror=alert(1)>")
