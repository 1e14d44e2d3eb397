"""ASVS chapter 11, cryptography: no weak hash, and nothing that can be guessed."""

from __future__ import annotations

import ast
import re
from base64 import urlsafe_b64decode

from flask import Flask

from tests.people import Person
from webapp.accounts.mailing import confirm, reset
from webapp.accounts.models import person
from webapp.config import ROOT

# It makes up a person for the demo, the same each time.
MADE_UP = {"webapp/demo.py"}
WEAK = re.compile(r"\b(random|md5|sha1|new_md5|uuid1|uuid3|DES|RC4|ECB|Math\.random)\b")


def weak(source: str) -> set[str]:
    """Names of weak hashes and guessable numbers that a Python text uses."""
    tree = ast.parse(source)
    names = [node.id for node in ast.walk(tree) if isinstance(node, ast.Name)]
    names += [node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    names += [
        alias.name for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom) for alias in node.names
    ]  # fmt: skip
    return {name for name in names if WEAK.fullmatch(name)}


def test_no_weak_hash_and_no_guessable_number_is_used() -> None:
    found = {
        str(path.relative_to(ROOT)): names
        for path in (ROOT / "webapp").rglob("*.py")
        if (names := weak(path.read_text(encoding="utf-8")))
    }
    assert {path: names for path, names in found.items() if path not in MADE_UP} == {}


def test_what_we_sign_is_signed_with_sha_256(app: Flask, alice: Person) -> None:
    with app.test_request_context():
        user = person(alice.email)
        assert user
        signed = [letter.text.split("/")[-1].split()[0] for letter in (confirm(user), reset(user))]
    for name in ("session", "known"):
        cookie = alice.client.get_cookie(name)
        assert cookie
        signed.append(cookie.value)
    for text in signed:
        signature = text.split(".")[-1]
        assert len(urlsafe_b64decode(signature + "=" * (-len(signature) % 4))) == 32, text


def test_a_guessable_number_would_be_found() -> None:
    assert weak("import random\nrandom.choice([1])") == {"random"}
    assert weak("hashlib.md5(b'')") == {"md5"}
    assert weak("import secrets\nsecrets.token_bytes(16)") == set()
