"""The questions that people ask: each leads to its answer, and every article is asked for."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from webapp.library.article import ContentError
from webapp.library.question import Group, Question, faults, groups, read_groups
from webapp.library.section import section
from webapp.library.shelf import CONTENT, LANGUAGES, shelf

ARTICLES = shelf().articles
ASKED = [question for group in groups() for question in group.questions]
FIRST = ASKED[0]


def with_first(**changes: str) -> tuple[Group, ...]:
    """All questions, of which the first says something else."""
    first, *others = groups()
    changed = msgspec.structs.replace(FIRST, **changes)
    return msgspec.structs.replace(first, questions=(changed, *first.questions[1:])), *others


def test_the_questions_are_without_faults() -> None:
    assert list(faults(groups(), ARTICLES)) == []


def test_danger_comes_first_and_every_article_answers_something() -> None:
    assert groups()[0].id == "danger"
    assert len(ASKED) >= 50
    assert {question.article for question in ASKED} == set(ARTICLES["nl"])


@pytest.mark.parametrize("question", ASKED, ids=lambda each: each.nl)
def test_a_question_leads_to_the_same_section_in_both_languages(question: Question) -> None:
    places = [
        ARTICLES[lang][question.article].headings.index(section(question, ARTICLES, lang))
        for lang in LANGUAGES
    ]
    assert places[0] == places[1]
    assert section(question, ARTICLES, "nl").text == question.heading


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"article": "Z99"}, "Z99 'Is kramp in mijn rug gevaarlijk?': there is no such article"),
        ({"heading": "Wat nu?"}, "it has no heading 'Wat nu?'"),
        ({"en": " "}, "has no text in en"),
        ({"nl": "Gevaarlijk."}, "is no question in nl"),
        ({"nl": "Is dit slijtage?"}, "'slijtage' frightens"),
        ({"en": "Is it " + "very " * 14 + "bad?"}, "17 words in 'Is it very very"),
        ({"nl": ASKED[1].nl}, f"'{ASKED[1].nl}' is asked 2 times"),
    ],
)
def test_a_fault_is_named(changes: dict[str, str], fault: str) -> None:
    assert any(fault in line for line in faults(with_first(**changes), ARTICLES))


def test_an_article_that_nobody_asks_for_is_named() -> None:
    without = [
        msgspec.structs.replace(
            group, questions=tuple(each for each in group.questions if each.article != "D10")
        )
        for group in groups()
    ]
    assert list(faults(without, ARTICLES)) == ["questions.toml: no question leads to D10"]


def test_a_kind_of_question_needs_both_languages() -> None:
    nameless = [msgspec.structs.replace(groups()[0], en=""), *groups()[1:]]
    assert list(faults(nameless, ARTICLES)) == ["questions.toml: group danger: has no text in en"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (', en = "Is a cramp in my back dangerous?"', ""),
        ('article = "A01", heading', 'article = "A01", number = 4, heading'),
        ("[[group]]", "[[kind]]"),
        ("[[group]]", "[[group"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, old: str, new: str) -> None:
    text = (CONTENT / "questions.toml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "questions.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError, match=r"questions\.toml"):
        read_groups(path)
