"""The manifest: what a phone shows of Rugwijs, and whether all of it exists."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from webapp.config import ROOT
from webapp.pwa import manifest as manifests
from webapp.pwa.manifest import png_size

ADDRESSES = {"nl": "/nl/app.webmanifest", "en": "/en/app.webmanifest"}
CLAIMS = re.compile(
    r"diagnos|voorspel|predict|monitor|genees|genez|cure|risk|risico", re.IGNORECASE
)


def manifest(client: FlaskClient, lang: str) -> dict[str, object]:
    answer = client.get(ADDRESSES[lang])
    assert answer.status_code == 200
    assert answer.mimetype == "application/manifest+json"
    assert answer.headers["Cache-Control"] == "no-cache"
    read: dict[str, object] = json.loads(answer.data)
    return read


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_phone_gets_all_it_needs_to_install(client: FlaskClient, lang: str) -> None:
    made = manifest(client, lang)

    assert made["lang"] == lang
    assert made["dir"] == "ltr"
    assert made["scope"] == "/"
    assert made["display"] == "standalone"
    assert made["prefer_related_applications"] is False
    assert len(str(made["short_name"])) <= 12
    assert made["launch_handler"] == {"client_mode": ["navigate-existing", "auto"]}
    assert len(made["shortcuts"]) == 3  # type: ignore[arg-type]


def test_both_languages_are_one_app_with_their_own_start(client: FlaskClient) -> None:
    dutch, english = manifest(client, "nl"), manifest(client, "en")

    assert dutch["id"] == english["id"]
    assert dutch["start_url"] == "/nl/vandaag"
    assert english["start_url"] == "/en/today"


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_picture_exists_and_has_the_size_it_says(client: FlaskClient, lang: str) -> None:
    made = manifest(client, lang)
    pictures = [*made["icons"], *made["screenshots"]]  # type: ignore[misc]
    for shortcut in made["shortcuts"]:  # type: ignore[attr-defined]
        pictures += shortcut["icons"]

    assert {"any", "maskable", "monochrome"} == {icon["purpose"] for icon in made["icons"]}  # type: ignore[attr-defined]
    for picture in pictures:
        path = ROOT / picture["src"].removeprefix("/")
        assert path.is_file(), picture["src"]
        if picture["sizes"] != "any":
            width, height = png_size(path)
            assert picture["sizes"] == f"{width}x{height}"


def test_the_icons_are_as_large_as_phones_ask_for(client: FlaskClient) -> None:
    sizes = {
        (icon["purpose"], icon["sizes"])
        for icon in manifest(client, "nl")["icons"]  # type: ignore[attr-defined]
    }

    for purpose in ("any", "maskable"):
        assert {(purpose, "192x192"), (purpose, "512x512")} <= sizes


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_address_in_it_opens(client: FlaskClient, lang: str) -> None:
    made = manifest(client, lang)
    addresses = [made["start_url"], *(s["url"] for s in made["shortcuts"])]  # type: ignore[attr-defined]

    assert {client.get(str(address)).status_code for address in addresses} == {200}


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_it_claims_nothing_medical(client: FlaskClient, lang: str) -> None:
    assert not CLAIMS.search(json.dumps(manifest(client, lang)))


def test_its_colours_are_those_of_the_pages(client: FlaskClient) -> None:
    paper = str(manifest(client, "nl")["background_color"])

    assert f"--paper: {paper};" in (ROOT / "static/src/css/tokens.css").read_text()
    page = client.get("/nl/").text
    assert re.search(rf'name="theme-color"\s+content="{paper}"', page)


def test_each_page_names_the_manifest_of_its_language(client: FlaskClient) -> None:
    for lang, address in ADDRESSES.items():
        assert f'rel="manifest" href="{address}"' in client.get(f"/{lang}/").text


def test_pictures_of_screens_are_shown_when_there_are_any(
    app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = (ROOT / "static/icons/icon-192.png").read_bytes()
    (tmp_path / "nl-01-cramp.png").write_bytes(picture)
    (tmp_path / "en-01-cramp.png").write_bytes(picture)
    monkeypatch.setattr(manifests, "SCREENS", tmp_path)

    with app.test_request_context():
        (shown,) = manifests.manifest("nl")["screenshots"]

    assert shown["src"].endswith("nl-01-cramp.png")
    assert shown["form_factor"] == "wide"
