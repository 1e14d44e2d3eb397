"""No page about complaints without the card of alarm signs: check-content says which lacks it."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest
from flask import Flask
from jinja2 import BaseLoader, ChoiceLoader, DictLoader

from webapp import cli
from webapp.config import ROOT
from webapp.languages import LANGUAGES
from webapp.library import alarm_card, place, question
from webapp.library.exercise import exercises
from webapp.library.shelf import shelf
from webapp.tips.tip import catalogue

CARD = "{{ card() }}"
CARRIERS = {
    "library/article.html": "library.show nl alcohol",
    "library/exercise.html": f"library.exercise nl {exercises().in_order('nl')[-1].slug}",
    "library/exercises.html": "library.exercises nl",
    "library/questions.html": "library.questions nl",
    "library/warm_cold.html": "library.warm_cold nl",
    "library/where.html": "library.where nl",
    "library/cramp_now.html": "library.cramp_now nl",
}


def change(app: Flask, template: str, old: str, new: str) -> None:
    """Serve one template with another text."""
    text = (ROOT / "templates" / template).read_text(encoding="utf-8")
    assert old in text, template
    usual = app.jinja_env.loader
    assert isinstance(usual, BaseLoader)
    app.jinja_env.loader = ChoiceLoader([DictLoader({template: text.replace(old, new)}), usual])


def test_every_article_exercise_and_way_in_has_the_whole_card(app: Flask) -> None:
    with app.app_context():
        assert list(alarm_card.faults()) == []
        looked_at = {(key[0], key[1], *dict(key[2]).values()) for key in app.extensions["pages"]}
    for lang in LANGUAGES:
        articles = {("library.show", lang, each.slug) for each in shelf().in_order(lang)}
        moves = {("library.exercise", lang, each.slug) for each in exercises().in_order(lang)}
        assert len(articles) == 48
        plain = {"exercises", "questions", "where", "cramp_now", "warm_cold"}
        assert articles | moves | {(f"library.{name}", lang) for name in plain} <= looked_at


@pytest.mark.parametrize(("template", "page"), CARRIERS.items(), ids=list(CARRIERS))
def test_a_page_without_the_card_is_named(app: Flask, template: str, page: str) -> None:
    card = CARD if CARD in (ROOT / "templates" / template).read_text() else "{{ card(ask=true) }}"
    change(app, template, card, "")
    with app.app_context():
        assert any(fault.startswith(page) for fault in alarm_card.faults())


def test_a_card_that_lacks_a_level_is_named(app: Flask) -> None:
    change(app, "_macros/alarm.html", '("112", "now", "today")', '("112", "today")')
    with app.app_context():
        fault = next(alarm_card.faults())
    assert "nl: the card of alarm signs lacks 'Je voelt weinig" in fault


def test_check_content_fails_on_a_missing_card(app: Flask) -> None:
    change(app, "library/where.html", CARD, "")
    said = app.test_cli_runner().invoke(args=["check-content"])
    assert said.exit_code == 1
    assert "library.where en: the card of alarm signs lacks" in said.output
    assert "2 faults in the library" in said.output


@pytest.mark.parametrize("change", [{"heading": "Wat nu?"}, {"article": "Z99"}], ids=str)
def test_check_content_fails_on_a_tip_that_leads_nowhere(
    app: Flask, monkeypatch: pytest.MonkeyPatch, change: dict[str, str]
) -> None:
    first, *others = catalogue()
    changed = (replace(first, **change), *others)  # type: ignore[arg-type]
    monkeypatch.setattr(cli, "catalogue", lambda: changed)
    said = app.test_cli_runner().invoke(args=["check-content"])
    assert said.exit_code == 1
    assert "movement.toml: tip T01" in said.output
    assert "1 faults in the library" in said.output


def test_check_content_fails_on_a_question_or_place_that_leads_nowhere(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    groups, places = question.groups(), place.places()
    lost = msgspec.structs.replace(groups[0].questions[0], article="Z99")
    asked = (lost, *groups[0].questions)
    changed = (msgspec.structs.replace(groups[0], questions=asked), *groups[1:])
    monkeypatch.setattr(question, "read_groups", lambda: changed)
    monkeypatch.setattr(place, "read_places", lambda: places[1:])
    said = app.test_cli_runner().invoke(args=["check-content"])
    assert said.exit_code == 1
    assert "Z99" in said.output
    assert "the places are not" in said.output
