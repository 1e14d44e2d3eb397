"""The server's search: lay words, misspellings, and whatever else somebody types."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.library.lay_words import lay_words
from webapp.library.search import LONGEST_QUESTION, WEIGHTS, Found, Index, document
from webapp.library.shelf import LANGUAGES, shelf

QUESTIONS = json.loads(Path("tests/cases/questions.json").read_text(encoding="utf-8"))
INDEX = {lang: Index(shelf().in_order(lang), lay_words(lang)) for lang in LANGUAGES}


def ids(found: Found) -> list[str]:
    return [hit.article.id for hit in found.hits]


@pytest.mark.parametrize("case", QUESTIONS, ids=lambda case: case["question"])
def test_a_real_question_finds_its_article_first(case: dict[str, str]) -> None:
    found = INDEX[case["lang"]].search(case["question"])
    assert ids(found)[:1] == [case["first"]]


def test_the_questions_cover_every_article_in_both_languages() -> None:
    assert len(QUESTIONS) >= 60
    assert {case["lang"] for case in QUESTIONS} == set(LANGUAGES)
    assert {case["first"] for case in QUESTIONS} == set(shelf().articles["nl"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_lay_words_are_of_articles_that_exist_and_every_article_has_some(lang: str) -> None:
    assert set(lay_words(lang).by_article) == set(shelf().articles[lang])


def test_a_title_counts_most_and_the_text_least() -> None:
    weights = list(WEIGHTS.values())
    assert weights == sorted(weights, reverse=True)
    assert list(WEIGHTS) == ["title", "lay", "headings", "summary", "text"]


def test_case_and_accents_do_not_matter() -> None:
    nl = INDEX["nl"]
    assert ids(nl.search("CAFEINE")) == ids(nl.search("cafeïne")) != []


def test_the_last_word_may_be_half_typed_and_others_not() -> None:
    nl = INDEX["nl"]
    assert ids(nl.search("herni"))[0] == "B08"
    assert ids(nl.search("zwang"))[0] == "B17"
    assert "B17" not in ids(nl.search("zwang xyzzy"))


def test_the_sentence_that_matched_comes_with_its_words_marked() -> None:
    hit = INDEX["nl"].search("schildklier").hits[0]
    assert any(matches and "childklier" in piece for piece, matches in hit.sentence)
    assert (
        "".join(piece for piece, _ in hit.sentence) in document(hit.article, lay_words("nl")).text
    )


@pytest.mark.parametrize("question", ["", "   ", "?!", "de het een", "😀", "\x00"])
def test_a_question_without_a_word_finds_nothing(question: str) -> None:
    found = INDEX["nl"].search(question)
    assert (found.hits, found.guesses, found.cut) == ((), (), False)


def test_a_word_that_nobody_knows_gets_words_that_look_like_it() -> None:
    found = INDEX["nl"].search("fibromiajalgisch")
    assert found.hits == ()
    assert "fibromyalgie" in found.guesses


def test_a_long_question_is_cut_and_answered() -> None:
    found = INDEX["nl"].search("hernia " + "x" * 500)
    assert found.cut
    assert len(found.asked) == LONGEST_QUESTION
    assert ids(found)[0] == "B08"
    assert not INDEX["nl"].search("x" * LONGEST_QUESTION).cut


@pytest.mark.parametrize(
    "question",
    ['"', "hernia OR rug", 'title:"x" NEAR(a b)', "'; DROP TABLE page; --", "a* ^b", "{title}: x"],
)
def test_the_language_of_the_index_cannot_be_spoken(question: str) -> None:
    INDEX["nl"].search(question)
    assert ids(INDEX["nl"].search("hernia"))[0] == "B08"


@given(st.text(max_size=600), st.sampled_from(LANGUAGES))
def test_anything_at_all_may_be_asked(question: str, lang: str) -> None:
    found = INDEX[lang].search(question)
    assert len(found.asked) <= LONGEST_QUESTION
    assert len(ids(found)) == len(set(ids(found))) <= 10


def test_the_worst_question_costs_less_than_a_page() -> None:
    worst = " ".join(f"wervelkanaalvernauwinq{letter}" for letter in "abcdefgh")
    started = time.process_time()
    INDEX["nl"].search(worst)
    assert time.process_time() - started < 0.5
