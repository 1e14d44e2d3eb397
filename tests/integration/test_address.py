"""Only our own name is answered, and what a request says of its way here moves nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.page import check_headers
from tests.production import SITE, visitor
from webapp import create_app, pages
from webapp.accounts import wall
from webapp.address import origins
from webapp.config import Settings
from webapp.extensions import db, limiter

PATHS = ("/", "/nl/", "/en/me", "/api/me", "/sw.js", "/nl", "/nl/nergens", "/static/icons/icon.svg")
FOREIGN = (
    "evil.example",
    "rug.example.evil.example",
    "evil-rug.example",
    "sub.rug.example",
    "rug.example:0",
    "rug.example:evil",
    "rug.example@evil.example",
    "rug.example/../evil",
    "rug.example, evil.example",
    "<script>alert(1)</script>",
    "localhost",
    "127.0.0.1",
    "127.0.0.1:8000",
    "[::1]",
)
# What somebody may write who wants to be taken for another.
FORGED = {
    "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Proto": "http",
    "X-Forwarded-Port": "81",
    "X-Forwarded-Prefix": "/evil",
    "X-Forwarded-Scheme": "http",
    "X-Forwarded-Server": "evil.example",
    "X-Original-URL": "/evil",
    "X-Rewrite-URL": "/evil",
    "X-HTTP-Method-Override": "DELETE",
    "X-Real-IP": "203.0.113.66",
    "True-Client-IP": "203.0.113.66",
    "Forwarded": "for=203.0.113.66;host=evil.example;proto=http",
}
Served = Callable[..., FlaskClient]


@pytest.fixture
def served(
    settings: Settings, hash_cost: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Served]:
    """The whole app as in production, with so many proxies; what it answers is not checked."""
    for option, cost in hash_cost.items():
        monkeypatch.setitem(wall.HASHING, option, cost)
    made: list[Flask] = []

    def serve(proxies: int = 0, **changes: object) -> FlaskClient:
        at = {"public_url": SITE, "production": True, "proxies": proxies} | changes
        app = create_app(replace(settings, **at))  # type: ignore[arg-type]
        made.append(app)
        limiter.reset()
        return visitor(app)

    yield serve
    for app in made:
        with app.app_context():
            db.session.remove()
            db.engine.dispose()


def guess(client: FlaskClient, n: int, via: str | None, **headers: str) -> int:
    """A wrong password for an address of its own; the status of the answer."""
    forwarded = {"X-Forwarded-For": via} if via else {}
    typed = {"email": f"{n}@example.com", "password": "not the password"}
    return client.post("/nl/inloggen", data=typed, headers=forwarded | headers).status_code


@pytest.mark.parametrize("host", FOREIGN)
def test_a_name_that_is_not_ours_is_refused_in_plain_words(served: Served, host: str) -> None:
    client = served()
    for path in PATHS:
        for method in ("GET", "HEAD", "POST"):
            answer = client.open(path, method=method, headers={"Host": host})
            assert answer.status_code == 400, (path, method)
            check_headers(answer)
            assert "evil" not in answer.text
            assert "Location" not in answer.headers
            assert "Set-Cookie" not in answer.headers
    told = client.get("/en/me", headers={"Host": host}).text
    assert f"Rugwijs is not at this address. You find it at {SITE}." in told
    assert client.get("/api/me", headers={"Host": host}).get_json()["error"]["code"] == "invalid"


def test_the_refusal_has_words_left_when_even_its_page_fails(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise LookupError

    monkeypatch.setattr(pages, "personal", fail)
    answer = served().get("/nl/", headers={"Host": "evil.example"})
    assert (answer.status_code, answer.mimetype) == (400, "text/plain")
    assert f"Je vindt het op {SITE}" in answer.text


@pytest.mark.parametrize("host", ["rug.example", "rug.example:443"])
def test_our_own_name_is_answered(served: Served, host: str) -> None:
    client = served()
    for path in ("/nl/", "/static/icons/icon.svg", "/healthz"):
        with client.get(path, headers={"Host": host}) as answer:
            assert answer.status_code == 200


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1:8000"])
def test_who_works_on_the_app_may_use_the_names_of_the_own_machine(
    served: Served, host: str
) -> None:
    client = served(production=False, public_url="http://127.0.0.1:8000")
    with client.get("/static/icons/icon.svg", headers={"Host": host}) as file:
        assert file.status_code == 200
    assert client.get("/nl/", headers={"Host": host}).status_code == 200
    assert client.get("/nl/", headers={"Host": "evil.example"}).status_code == 400


def test_without_proxies_nothing_that_is_said_of_the_way_moves_the_count(served: Served) -> None:
    client = served()
    codes = [guess(client, n, f"192.0.2.{n}", **FORGED) for n in range(12)]
    assert codes == [422] * 10 + [429] * 2


@pytest.mark.parametrize("proxies", [1, 2])
def test_behind_proxies_a_hop_that_the_sender_made_up_moves_nothing(
    served: Served, proxies: int
) -> None:
    client = served(proxies)
    real = ", ".join(["198.51.100.7", "198.51.100.254"][:proxies])
    made_up = [f"192.0.2.{n}, 192.0.2.{n + 100}, {real}" for n in range(12)]
    codes = [guess(client, n, via, **FORGED) for n, via in enumerate(made_up)]
    assert codes == [422] * 10 + [429] * 2


def test_behind_a_proxy_each_network_is_counted_for_itself(served: Served) -> None:
    client = served(1)
    assert {guess(client, n, f"192.0.2.{n}") for n in range(12)} == {422}


@pytest.mark.parametrize("proxies", [0, 1])
def test_where_the_app_is_comes_from_its_settings_whatever_is_said(
    served: Served, proxies: int
) -> None:
    client = served(proxies)
    app = client.application

    def all_of_it(**headers: str) -> list[tuple[int, bytes, str | None]]:
        paths = ("/nl", "/", "/nl/", "/nl/privacy", "/api/openapi.json", "/nl/ik/ingelogd")
        answers = [client.get(path, headers=headers) for path in paths]
        return [(one.status_code, one.data, one.headers.get("Location")) for one in answers]

    plain = all_of_it()
    for kept in ("pages", "openapi"):
        app.extensions.pop(kept, None)  # made again, under the eyes of the forger
    assert all_of_it(**FORGED) == plain
    assert plain[0][2] == f"{SITE}/nl/", "also where the proxy speaks plain http to us"


@pytest.mark.parametrize("proxies", [0, 1])
def test_a_link_in_a_mail_leads_to_our_own_address_whatever_is_said(
    served: Served, settings: Settings, proxies: int
) -> None:
    client = served(proxies)
    typed = {"email": "mies@example.com", "password": "correct horse battery staple"}
    typed |= {"of_age": "y", "consent": "y"}
    assert client.post("/nl/account-maken", data=typed, headers=FORGED).status_code == 302
    client.post("/nl/wachtwoord-vergeten", data=typed, headers=FORGED)
    client.application.extensions["post"].wait()
    mails = [path.read_text(encoding="utf-8") for path in settings.mail_dir.glob("*.eml")]
    assert mails
    for mail in mails:
        assert f"{SITE}/nl/" in mail
        assert "evil" not in mail


@pytest.mark.parametrize("proxies", [0, 1])
def test_no_name_that_somebody_brings_makes_another_site_ours(served: Served, proxies: int) -> None:
    client = served(proxies)
    del client.environ_base["HTTP_SEC_FETCH_SITE"]

    def write(**headers: str) -> TestResponse:
        return client.post("/api/sign-out", headers=headers)

    evil = {"Origin": "https://evil.example"}
    assert write(**FORGED, **evil).status_code == 403
    assert write(**evil, Host="evil.example").status_code == 403
    rebound = evil | {"Host": "evil.example", "Sec-Fetch-Site": "same-origin"}
    assert write(**rebound).status_code == 400, "a name of theirs that leads to our machine"
    assert write(Origin="http://rug.example", Host="rug.example:80").status_code == 403
    assert write(Origin=SITE, **FORGED).status_code == 204


def test_our_pages_are_called_as_a_browser_calls_them(settings: Settings) -> None:
    def ours(url: str, production: bool = True) -> set[str]:
        return set(origins(replace(settings, public_url=url, production=production)))

    assert ours("https://Rug.example:443") == {"https://rug.example"}
    assert ours("https://rüg.example:8443") == {"https://xn--rg-xka.example:8443"}
    assert ours("http://127.0.0.1:8000", production=False) == {
        "http://127.0.0.1:8000",
        "http://localhost:8000",
    }
