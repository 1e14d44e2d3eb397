"""The pages of the exercises, and a done exercise in the list of entries."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from markupsafe import escape

from tests.people import Person
from webapp.extensions import db
from webapp.languages import LANGUAGES, PATHS
from webapp.library.exercise import exercises
from webapp.pwa.kept import kept
from webapp.tracker.diary import save
from webapp.tracker.models import records_of

DONE = {"exercise": "X02", "began": "2026-01-05T08:30+01:00", "sets": 2, "before": 5, "after": 3}


def address(lang: str, slug: str) -> str:
    return PATHS["library.exercise"][lang].replace("<slug>", slug)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_list_leads_to_every_exercise(client: FlaskClient, lang: str) -> None:
    text = client.get(PATHS["library.exercises"][lang]).text
    for exercise in exercises().in_order(lang):
        assert f'href="{address(lang, exercise.slug)}"' in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_exercise_shows_drawings_steps_and_when_not(client: FlaskClient, lang: str) -> None:
    for exercise in exercises().in_order(lang):
        text = client.get(address(lang, exercise.slug)).text
        assert text.count('class="figure"') == len(exercise.positions)
        assert f'data-grade="{exercise.grade}"' in text
        for said in (*exercise.steps, *exercise.when_not, *exercise.positions):
            assert str(escape(said)) in text, said
        data = text.split('id="guide">', 1)[1].split("</script>", 1)[0]
        assert [move["text"] for move in json.loads(data)["moves"]] == list(exercise.moves)


def test_an_exercise_names_its_twin(client: FlaskClient) -> None:
    assert 'href="http://localhost/en/exercises/bridge"' in client.get("/nl/oefeningen/brug").text


def test_an_unknown_exercise_is_not_found(client: FlaskClient) -> None:
    assert client.get("/nl/oefeningen/bestaat-niet").status_code == 404


def test_an_article_ends_with_the_exercises_that_fit(client: FlaskClient) -> None:
    assert 'href="/nl/oefeningen/micro-pauze"' in client.get("/nl/artikelen/houding").text


def test_a_phone_keeps_all_exercises(app: Flask) -> None:
    with app.test_request_context():
        addresses = {path for path, _ in kept().library}
    for lang in LANGUAGES:
        for exercise in exercises().in_order(lang):
            assert address(lang, exercise.slug) in addresses


def test_a_done_exercise_stands_in_the_list_and_can_be_deleted(app: Flask, alice: Person) -> None:
    record = uuid4()
    with app.app_context():
        save(alice.id, "exercise", record, DONE, datetime.now(UTC))
        db.session.commit()
    page = alice.client.get("/nl/dagboek/overzicht").text
    assert "Oefening: Brug" in page
    assert "5 van 10" in page
    assert f'href="/nl/dagboek/{record}"' not in page
    assert alice.client.get(f"/nl/dagboek/{record}").status_code == 404
    sent = {"Sec-Fetch-Site": "same-origin"}
    alice.client.post(f"/nl/dagboek/{record}/wissen", headers=sent, data={"base": "1"})
    with app.app_context():
        assert records_of(alice.id) == []


def test_an_exercise_that_the_server_does_not_know_yet_is_named_by_its_code(
    app: Flask, alice: Person
) -> None:
    with app.app_context():
        save(alice.id, "exercise", uuid4(), DONE | {"exercise": "X88"}, datetime.now(UTC))
        db.session.commit()
    assert "Oefening: X88" in alice.client.get("/nl/dagboek/overzicht").text
