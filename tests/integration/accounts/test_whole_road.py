"""From a first visit to a lost password, as a person walks it, in both languages."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.integration.accounts.conftest import Mailbox
from tests.integration.accounts.steps import EMAIL, path, sign_in, sign_up, signed_in
from tests.people import PASSWORD
from webapp.languages import LANGUAGES, PATHS
from webapp.mail import Folder

HEALTH_WORDS = ("kramp", "cramp", "pijn", "pain", "dagboek", "diary", "gezond", "health")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_somebody_signs_up_confirms_signs_in_signs_out_and_gets_back_in(
    client: FlaskClient, mailbox: Mailbox, lang: str
) -> None:
    answer = sign_up(client, lang)
    assert answer.headers["Location"] == path("check_mail", lang)
    assert client.get(answer.headers["Location"]).status_code == 200

    link = mailbox.link()
    assert link.startswith(path("confirm", lang))
    assert sign_in(client, lang=lang).status_code == 422
    assert client.get(link).status_code == 200
    assert sign_in(client, lang=lang).status_code == 422, "reading the link confirms nothing"
    answer = client.post(link)
    assert answer.headers["Location"] == path("sign_in", lang)
    assert 'class="notice good"' in client.get(answer.headers["Location"]).text

    answer = sign_in(client, lang=lang)
    assert answer.headers["Location"] == PATHS["tips.today"][lang]
    assert client.get("/api/me").get_json()["language"] == lang
    assert client.get(path("sign_in", lang)).headers["Location"] == PATHS["tips.today"][lang]

    assert client.get(path("sign_out", lang)).status_code == 200
    assert signed_in(client), "reading the page signs nobody out"
    assert client.post(path("sign_out", lang)).headers["Location"] == PATHS["pwa.home"][lang]
    assert not signed_in(client)

    client.post(path("forgot", lang), data={"email": EMAIL})
    link = mailbox.link()
    assert link.startswith(path("reset", lang, ""))
    assert client.get(link).status_code == 200
    answer = client.post(link, data={"password": "three other green boats"})
    assert answer.headers["Location"] == path("sign_in", lang)
    assert sign_in(client, password=PASSWORD).status_code == 422
    assert sign_in(client, password="three other green boats").status_code == 302
    assert len(mailbox.mails) == 3, "confirm, new password, and the notice of it"
    assert link not in mailbox.last_text()


def test_the_mails_say_nothing_about_health(client: FlaskClient, mailbox: Mailbox) -> None:
    for lang in LANGUAGES:
        sign_up(client, lang, email=f"{lang}@example.com")
        client.post(mailbox.link())
        sign_up(client, lang, email=f"{lang}@example.com")
        client.post(path("forgot", lang), data={"email": f"{lang}@example.com"})
        client.post(mailbox.link(), data={"password": "three other green boats"})
    assert len(mailbox.mails) == 8
    for mail in mailbox.mails:
        # A token is random letters, and some day spells one of these.
        text = re.sub(r"(/\w+)/\S{40,}", r"\1", str(mail.get_content()))
        words = f"{mail['Subject']} {text}".lower()
        assert not [word for word in HEALTH_WORDS if word in words], words
        assert mail.get_content_type() == "text/plain"


def test_a_mail_is_in_the_language_of_the_account(client: FlaskClient, mailbox: Mailbox) -> None:
    sign_up(client, "en")
    client.post(mailbox.link())
    client.post(path("forgot", "nl"), data={"email": EMAIL})
    assert path("reset", "en") in mailbox.link()
    assert "Hello," in mailbox.last_text()


def test_without_a_mail_server_the_mail_is_a_file(app: Flask, client: FlaskClient) -> None:
    settings = app.extensions["settings"]
    app.extensions["mail"] = Folder(settings.mail_dir)
    sign_up(client)
    (file,) = settings.mail_dir.glob("*.eml")
    assert file.stat().st_mode & 0o077 == 0
    link = re.search(r"http://localhost(/nl/bevestigen/\S+)", file.read_text())
    assert link
    assert client.post(link.group(1)).status_code == 302, "a link is not cut up"
