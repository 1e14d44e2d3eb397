"""The search page without JavaScript, the index for phones, and no trace of a question."""

from __future__ import annotations

import json
import logging
import subprocess
from pathlib import Path
from typing import Any

import brotli
import pytest
from flask import Flask
from flask.testing import FlaskClient

from webapp.languages import LANGUAGES, PATHS
from webapp.library.exercise import exercises
from webapp.library.shelf import shelf

QUESTIONS = json.loads(Path("tests/cases/questions.json").read_text(encoding="utf-8"))
PAGE, INDEX = PATHS["library.search"], PATHS["library.search_index"]
SPARE = 120_000  # bytes with brotli that a phone may spend on both indexes


def test_a_question_gets_titles_sentences_and_how_sure_we_are(client: FlaskClient) -> None:
    text = client.get(PAGE["nl"], query_string={"q": "koffie"}).text
    cafeine = shelf().articles["nl"]["B22"]
    assert f'href="/nl/artikelen/{cafeine.slug}"' in text
    assert cafeine.summary in text
    assert "<mark>koffie</mark>" in text
    assert f'data-grade="{cafeine.grade}"' in text
    assert "pagina’s gevonden" in text
    assert 'value="koffie"' in text


def test_an_exercise_is_found_and_says_that_it_is_one(client: FlaskClient) -> None:
    brug = exercises().by_id["nl"]["X02"]
    text = client.get(PAGE["nl"], query_string={"q": "bruggetje"}).text
    assert (
        f'<a href="/nl/oefeningen/{brug.slug}">{brug.title}</a> <span class="tag">oefening</span>'
        in text
    )
    assert brug.summary in text
    assert 'class="tag"' not in client.get(PAGE["nl"], query_string={"q": "hernia"}).text
    english = client.get(PAGE["en"], query_string={"q": "childs pose"}).text
    assert '<span class="tag">exercise</span>' in english


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("", "Typ eerst een woord"),
        ("???", "We vonden niets voor “???”"),
        ("qqqqqqqq", "We vonden niets voor “qqqqqqqq”"),
        ("<script>alert(1)</script>", "We vonden niets voor “&lt;script&gt;"),
        ("x" * 500, "Dat is een lange vraag."),
        ("fibromiajalgisch", "fibromyalgie"),
    ],
)
def test_whatever_is_asked_the_answer_helps(client: FlaskClient, question: str, said: str) -> None:
    answer = client.get(PAGE["nl"], query_string={"q": question})
    assert answer.status_code == 200
    assert said in answer.text
    assert "<script>alert" not in answer.text
    assert "/nl/artikelen#part-causes" in answer.text
    assert 'href="/nl/kramp-nu"' in answer.text


def test_the_answer_is_never_stored_and_the_empty_page_is_for_everybody(
    client: FlaskClient,
) -> None:
    answer = client.get(PAGE["en"], query_string={"q": "heat"})
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers
    bare = client.get(PAGE["en"])
    assert bare.headers["ETag"]
    assert "Type a word first" not in bare.text
    assert client.get(PAGE["en"], query_string={"utm": "x"}).data == bare.data


def test_the_list_of_articles_can_be_searched_too(client: FlaskClient) -> None:
    text = client.get(PATHS["library.index"]["nl"]).text
    assert f'action="{PAGE["nl"]}"' in text
    assert f'data-index="{INDEX["nl"]}"' in text


def test_a_question_stays_out_of_the_logs(
    app: Flask,
    client: FlaskClient,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    caplog.set_level(logging.DEBUG)
    typed = "kruiwagen"

    def fail(*_: object, **__: object) -> None:
        raise LookupError(typed)

    monkeypatch.setattr("webapp.library.searching.index", fail)
    answer = client.get(PAGE["nl"], query_string={"q": typed})
    assert answer.status_code == 500
    assert "LookupError" in caplog.text
    assert typed not in caplog.text + answer.text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_phone_gets_every_page_as_plain_text(client: FlaskClient, lang: str) -> None:
    answer = client.get(INDEX[lang])
    assert answer.mimetype == "application/json"
    assert answer.headers["Cache-Control"] == "no-cache"
    entries = answer.get_json()["pages"]
    ids = {
        kind: [e["id"] for e in entries if e["kind"] == kind] for kind in ("article", "exercise")
    }
    assert ids["article"] == [article.id for article in shelf().in_order(lang)]
    assert ids["exercise"] == [exercise.id for exercise in exercises().in_order(lang)]
    for entry in entries:
        assert client.get(entry["url"]).status_code == 200
        assert entry["text"]
        assert "[@" not in entry["text"]
    again = client.get(INDEX[lang], headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_both_indexes_together_are_small(client: FlaskClient) -> None:
    total = 0
    for lang in LANGUAGES:
        answer = client.get(INDEX[lang], headers={"Accept-Encoding": "br"})
        assert json.loads(brotli.decompress(answer.data))["pages"]
        total += len(answer.data)
    assert total <= SPARE


def test_a_phone_keeps_the_page_and_both_indexes(client: FlaskClient) -> None:
    first = client.get("/sw.js").text.split("\n", 1)[0]
    kept = json.loads(first.removeprefix("self.KEPT=").removesuffix(";"))
    assert set(PAGE.values()) <= {address for address, _ in kept["app"]}
    revisions = dict(kept["assets"])
    for lang in LANGUAGES:
        assert client.get(INDEX[lang]).headers["ETag"] == f'W/"{revisions[INDEX[lang]]}"'


def test_server_and_phone_put_the_same_page_first(client: FlaskClient) -> None:
    data = {lang: client.get(INDEX[lang]).get_json() for lang in LANGUAGES}
    differ = [
        (case["question"], on_phone["ids"][:1])
        for case, on_phone in zip(QUESTIONS, on_a_phone(data), strict=True)
        if on_phone["ids"][:1] != [case["first"]]
    ]
    assert differ == []  # what the server puts first: tests/unit/library/test_search.py


def on_a_phone(data: dict[str, Any]) -> list[dict[str, Any]]:
    """What the phone's own search finds for every question."""
    given = json.dumps({"data": data, "questions": QUESTIONS})
    command = ["node", "tests/js/library/first.js"]
    result = subprocess.run(command, input=given, capture_output=True, text=True, check=True)
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return found
