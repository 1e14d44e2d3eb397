"""Taking a diary along: the files hold what was logged, made on the phone, without network."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.axe import faults_of
from tests.e2e.carry import taken_along, today, whole_file
from tests.e2e.carry_files import Tags, csv_files
from tests.e2e.conftest import OpenPhone
from tests.e2e.diary import log_cramp, sign_in
from tests.e2e.kept import keep_app
from tests.e2e.server import Server
from webapp import demo
from webapp.languages import LANGUAGES, PATHS
from webapp.sync.protocol import SCHEMA
from webapp.tracker.records import check, check_id, clean
from webapp.zones import ZONES

ALICE = "alice@example.com"


@pytest.fixture
def demo_phone(server: Server, phone: OpenPhone) -> Page:
    """The phone of the made-up person, which keeps the app."""
    with server.inside():
        demo.seed(today())
    page = phone(reduced_motion="reduce")
    keep_app(page)
    sign_in(page, demo.DEMO_EMAIL, demo.DEMO_PASSWORD)
    return page


def test_our_own_file_is_the_diary_that_the_server_has(demo_phone: Page, server: Server) -> None:
    file = whole_file(demo_phone)
    with server.inside():
        from webapp.accounts.models import person
        from webapp.tracker.models import records_of

        user = person(demo.DEMO_EMAIL)
        assert user
        stored = {str(each.id): (each.kind, each.body) for each in records_of(user.id)}
        assert file["user"] == str(user.id)
        for record in file["records"]:
            kind, body = record["kind"], record["body"]
            assert check(kind, body, datetime.now(UTC)) == []
            assert check_id(kind, UUID(record["id"]), user.id, body) == []
    assert {record["id"] for record in file["records"]} == set(stored)
    assert len(file["records"]) == len(stored) > 100
    for record in file["records"]:
        kind, body = stored[record["id"]]
        assert clean(record["kind"], record["body"]) == clean(kind, body)
    assert [file[name] for name in ("format", "version", "schema")] == ["rugwijs", 1, SCHEMA]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_network_the_file_has_what_is_not_sent_and_not_what_was_deleted(
    server: Server, phone: OpenPhone, lang: str
) -> None:
    server.account(ALICE)
    page = phone()
    keep_app(page)
    sign_in(page, ALICE)
    log_cramp(page, 6, "low_left", note="na het <b>tillen</b> 💥")
    log_cramp(page, 2, "low_right")
    expect(page.locator("#sync-line")).to_contain_text("Alles is verstuurd")
    server.stop()
    log_cramp(page, 9, "buttock_right")
    page.locator("article", has_text="pijn 2 van 10").get_by_role("button").tap()
    expect(page.locator("#diary article")).to_have_count(2)
    button = {"nl": "Alles bewaren", "en": "Keep everything"}[lang]
    records = whole_file(page, button, lang)["records"]
    assert sorted((record["body"]["worst"], record["body"]["zones"]) for record in records) == [
        (6, ["low_left"]),
        (9, ["buttock_right"]),
    ]
    notes = [record["body"]["note"] for record in records if "note" in record["body"]]
    assert notes == ["na het <b>tillen</b> 💥"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_tables_hold_every_record_as_a_spreadsheet_reads_them(
    demo_phone: Page, lang: str
) -> None:
    page = demo_phone
    records = whole_file(page)["records"]
    button = {"nl": "Als tabellen", "en": "As tables"}[lang]
    tables = csv_files(taken_along(page, button, lang), ";" if lang == "nl" else ",")
    assert not re.search("pijn|pain|kramp|cramp|rug|back", " ".join(tables))
    cramps = {row["id"]: row for row in tables["moments.csv"]}
    days = {row["id"]: row for row in tables["days.csv"]}
    for record in records:
        body = record["body"]
        if record["kind"] == "pain":
            row = cramps.pop(record["id"])
            assert (
                f"{row['began.date']}T{row['began.time']}{row['began.zone'][3:]}" == body["began"]
            )
            assert row["worst"] == str(body["worst"])
            names = [ZONES[zone].name(lang) for zone in body["zones"]]
            assert row["zones"] == "; ".join(names)
        elif record["kind"] == "day":
            row = days.pop(record["id"])
            comma = row["sleep_h"].replace(",", ".") if lang == "nl" else row["sleep_h"]
            assert comma == ("" if "sleep_h" not in body else f"{body['sleep_h']:g}")
            yes, no = ("ja", "nee") if lang == "nl" else ("yes", "no")
            told = {True: yes, False: no, None: ""}[body.get("strength")]
            assert row.get("strength", "") == told
    assert (cramps, days) == ({}, {})
    marks = {row["key"] for row in tables["library.csv"]}
    assert marks == {name for r in records if r["kind"] == "marks" for name in r["body"]}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_to_read_is_whole_and_harmless(
    server: Server, phone: OpenPhone, lang: str
) -> None:
    server.account(ALICE)
    page = phone(reduced_motion="reduce")
    keep_app(page)
    sign_in(page, ALICE)
    log_cramp(page, 6, "low_left", note="<script>alert(1)</script> שלום 💥")
    server.stop()
    button = {"nl": "Om te lezen", "en": "To read"}[lang]
    path = taken_along(page, button, lang)
    read = Tags()
    read.feed(path.read_text(encoding="utf-8"))
    assert read.open == []
    assert not {"script", "link", "img", "iframe", "a"} & read.met
    assert ZONES["low_left"].name(lang) in read.texts
    assert "<script>alert(1)</script> שלום 💥" in read.texts
    assert ZONES["low_right"].name(lang) not in read.texts

    # Opened as somebody opens a file that they were sent; and fit for axe.
    opened = page.context.new_page()
    opened.goto(f"file://{path.replace(path.with_suffix('.html'))}")
    expect(opened.locator("article")).to_contain_text("<script>alert(1)</script>")
    assert opened.evaluate("document.documentElement.lang") == lang
    wide = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    assert opened.evaluate(wide)


def test_an_empty_diary_makes_no_file_and_a_stranger_is_invited(
    server: Server, online_phone: OpenPhone
) -> None:
    page = online_phone()
    page.goto(PATHS["carry.take_along"]["nl"])
    expect(page.locator("#carry")).to_contain_text("Log in of maak een account")
    assert faults_of(page) == []
    server.account(ALICE)
    sign_in(page, ALICE)
    page.goto(PATHS["carry.take_along"]["nl"])
    page.get_by_role("button", name="Alles bewaren").tap()
    expect(page.locator("#out-said")).to_contain_text("Je hebt nog niets genoteerd.")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_has_no_fault(demo_phone: Page, lang: str) -> None:
    page = demo_phone
    whole_file(page, {"nl": "Alles bewaren", "en": "Keep everything"}[lang], lang)
    assert faults_of(page) == []
