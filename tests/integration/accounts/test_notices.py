"""Whoever's password is changed hears of it, in their language, without a word about health."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from tests.integration.accounts.conftest import Mailbox
from tests.integration.accounts.steps import path
from tests.integration.accounts.test_whole_road import HEALTH_WORDS
from tests.people import make_person
from webapp.config import ROOT
from webapp.languages import LANGUAGES, other

# Who writes a password: a new account, a new password (which makes the mail that tells), and an
# older hash of the same password. Whoever adds a place adds the mail.
WRITERS = {"accounts/hashing.py": 1, "accounts/models.py": 1, "accounts/passwords.py": 1}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_new_password_is_told_to_its_owner_in_their_own_language(
    app: Flask, mailbox: Mailbox, lang: str
) -> None:
    bob = make_person(app, "bob@example.com", language=lang)
    stranger = app.test_client()
    stranger.post(path("forgot", other(lang)), data={"email": bob.email})
    token = mailbox.link().rsplit("/", 1)[1]
    stranger.post(path("reset", other(lang), token), data={"password": "three other green boats"})
    notice = mailbox.mails[-1]
    subjects = {"nl": "Je wachtwoord is veranderd", "en": "Your password has been changed"}
    assert (notice["To"], notice["Subject"]) == (bob.email, subjects[lang])
    text = str(notice.get_content())
    assert text.startswith({"nl": "Hallo,", "en": "Hello,"}[lang])
    assert path("forgot", lang) in text.split("http://localhost", 1)[1].splitlines()[0], (
        "what to do when it was somebody else"
    )
    assert token not in text
    assert not [word for word in HEALTH_WORDS if word in f"{notice['Subject']} {text}".lower()]


def test_what_was_refused_is_told_to_nobody(app: Flask, mailbox: Mailbox) -> None:
    bob = make_person(app, "bob@example.com")
    client = app.test_client()
    client.post(path("forgot"), data={"email": bob.email})
    client.post(mailbox.link(), data={"password": "short"})
    assert len(mailbox.mails) == 1


def test_nothing_else_writes_a_password() -> None:
    found = {
        file.relative_to(ROOT / "webapp").as_posix(): len(writes)
        for file in (ROOT / "webapp").rglob("*.py")
        if (writes := re.findall(r"(?<!self)\.password = |\bpassword=hash", file.read_text()))
    }
    assert found == WRITERS
