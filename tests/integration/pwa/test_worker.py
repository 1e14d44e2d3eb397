"""/sw.js and the list of what a phone keeps."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.people import Person
from webapp import pages
from webapp.config import ROOT
from webapp.library.exercise import exercises
from webapp.library.shelf import shelf
from webapp.pwa.kept import ACCOUNT_PAGES, kept

pytestmark = pytest.mark.usefixtures("rendered_once")


def kept_list(client: FlaskClient) -> dict[str, Any]:
    first = client.get("/sw.js").text.split("\n", 1)[0]
    read: dict[str, Any] = json.loads(first.removeprefix("self.KEPT=").removesuffix(";"))
    return read


def kept_pages(client: FlaskClient) -> list[tuple[str, str]]:
    known = kept_list(client)
    return [(address, revision) for address, revision in known["app"] + known["library"]]


def test_the_worker_may_serve_the_whole_site_and_is_asked_for_anew(client: FlaskClient) -> None:
    answer = client.get("/sw.js")

    assert answer.status_code == 200
    assert answer.mimetype == "text/javascript"
    assert answer.headers["Cache-Control"] == "no-cache"
    assert answer.headers["Service-Worker-Allowed"] == "/"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "Set-Cookie" not in answer.headers


def test_the_worker_is_sent_again_only_when_it_changed(client: FlaskClient) -> None:
    etag = client.get("/sw.js").headers["ETag"]

    assert client.get("/sw.js", headers={"If-None-Match": etag}).status_code == 304
    assert client.get("/sw.js", headers={"If-None-Match": 'W/"old"'}).status_code == 200


def test_the_script_follows_the_list(client: FlaskClient) -> None:
    _, script = client.get("/sw.js").text.split("\n", 1)

    assert "skip-waiting" in script
    assert "keep-library" in script


def test_all_public_pages_are_kept_in_both_languages(client: FlaskClient) -> None:
    kept_addresses = {address for address, _ in kept_list(client)["app"]}

    for address in ("/nl/", "/en/", "/nl/offline", "/en/offline", "/nl/installeren"):
        assert address in kept_addresses
    for address in ("/nl/kramp-nu", "/nl/artikelen", "/nl/noteren/kramp", "/en/diary", "/nl/ik"):
        assert address in kept_addresses


def test_every_article_and_exercise_is_kept(client: FlaskClient) -> None:
    kept_addresses = [address for address, _ in kept_list(client)["library"]]

    expected = [f"/nl/artikelen/{a.slug}" for a in shelf().in_order("nl")]
    expected += [f"/en/articles/{a.slug}" for a in shelf().in_order("en")]
    expected += [f"/nl/oefeningen/{e.slug}" for e in exercises().in_order("nl")]
    expected += [f"/en/exercises/{e.slug}" for e in exercises().in_order("en")]
    assert kept_addresses == expected


def test_nothing_personal_is_in_the_list(app: Flask, client: FlaskClient) -> None:
    # A public page is made without a person in reach; only such pages may be kept.
    routes = app.url_map.bind("localhost")
    for address, _ in kept_pages(client):
        endpoint, _ = routes.match(address)
        assert endpoint in pages.PUBLIC, address


def test_of_accounts_only_chosen_pages_are_kept(client: FlaskClient) -> None:
    account_pages = {name for name in pages.PUBLIC if name.startswith("accounts.")}

    assert account_pages >= ACCOUNT_PAGES
    addresses = {address for address, _ in kept_pages(client)}
    assert not addresses & {"/nl/account-maken", "/nl/inloggen", "/nl/wachtwoord-vergeten"}


def test_a_revision_is_the_hash_that_the_page_is_served_with(client: FlaskClient) -> None:
    for address, revision in kept_pages(client):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert answer.headers["ETag"] == f'W/"{revision}"', address


def test_every_file_in_the_list_exists(client: FlaskClient) -> None:
    for address, revision in kept_list(client)["assets"]:
        on_disk = (ROOT / address.removeprefix("/")).is_file()
        assert on_disk or client.get(address).status_code == 200, address
        assert revision or address.startswith("/static/build/")


def test_kept_pages_are_the_same_bytes_for_alice_and_for_nobody(
    client: FlaskClient, alice: Person
) -> None:
    for address, _ in kept_pages(client):
        for_nobody, for_alice = client.get(address), alice.client.get(address)
        assert for_nobody.data == for_alice.data, address
        assert "Set-Cookie" not in for_nobody.headers, address
        assert "Set-Cookie" not in for_alice.headers, address
        assert "Cookie" not in for_alice.headers.get("Vary", ""), address


def test_a_changed_page_is_a_new_release(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = kept_list(client)

    monkeypatch.setitem(pages.PUBLIC, "pwa.home", pages.PUBLIC["pwa.install"])
    app.extensions.pop("pages")
    app.extensions.pop("kept")
    after = kept_list(client)

    assert after["release"] != before["release"]
    changed = {a[0] for a, b in zip(after["app"], before["app"], strict=True) if a != b}
    assert changed == {"/nl/", "/en/"}


def test_the_same_content_is_the_same_release(app: Flask) -> None:
    with app.test_request_context():
        first = kept()
        app.extensions.pop("kept")
        assert kept() is not first
        assert kept().release == first.release


def test_the_list_is_made_once(app: Flask) -> None:
    with app.test_request_context():
        assert kept() is kept()


def test_what_comes_with_the_installation_is_small(client: FlaskClient) -> None:
    known = kept_list(client)
    size = sum(len(client.get(address).data) for address, _ in known["app"])
    files = [ROOT / address.removeprefix("/") for address, _ in known["assets"]]
    size += sum(path.stat().st_size for path in files if path.is_file())

    assert size < 2_000_000
