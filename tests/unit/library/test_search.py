"""The server's search: lay words, misspellings, and whatever else somebody types."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.library.exercise import exercises
from webapp.library.lay_words import lay_words
from webapp.library.search import LONGEST_QUESTION, WEIGHTS, Found, Index, document
from webapp.library.shelf import LANGUAGES, shelf

QUESTIONS = json.loads(Path("tests/cases/questions.json").read_text(encoding="utf-8"))
INDEX = {
    lang: Index([*shelf().in_order(lang), *exercises().in_order(lang)], lay_words(lang))
    for lang in LANGUAGES
}


def ids(found: Found) -> list[str]:
    return [hit.document.page.id for hit in found.hits]


@pytest.mark.parametrize("case", QUESTIONS, ids=lambda case: case["question"])
def test_a_real_question_finds_its_page_first(case: dict[str, str]) -> None:
    found = INDEX[case["lang"]].search(case["question"])
    assert ids(found)[:1] == [case["first"]]


def test_the_questions_cover_every_article_and_every_exercise_in_both_languages() -> None:
    assert len(QUESTIONS) >= 130
    known = {*shelf().articles["nl"], *exercises().by_id["nl"]}
    assert {case["first"] for case in QUESTIONS} == known
    for lang in LANGUAGES:
        asked = {case["first"] for case in QUESTIONS if case["lang"] == lang}
        assert set(exercises().by_id[lang]) <= asked


@pytest.mark.parametrize("lang", LANGUAGES)
def test_lay_words_are_of_pages_that_exist_and_every_page_has_some(lang: str) -> None:
    known = {*shelf().articles[lang], *exercises().by_id[lang]}
    assert {id_ for id_, words in lay_words(lang).by_page.items() if words} == known


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
    assert "".join(piece for piece, _ in hit.sentence) in hit.document.text


def test_an_exercise_is_found_by_its_steps_and_by_when_not_to_do_it() -> None:
    brug = document(exercises().by_id["nl"]["X02"], lay_words("nl"))
    assert brug.kind == "exercise"
    assert "Span je buik en je billen een beetje aan." in brug.text.split("\n")
    assert "Houd je adem niet vast en pers niet." in brug.text.split("\n")
    assert "X02" in ids(INDEX["nl"].search("vierde tel bekken optillen"))


@pytest.mark.parametrize(
    ("lang", "wish", "complaint"),
    [("nl", "been rekken", "pijn in mijn been"), ("en", "stretch my leg", "pain in my leg")],
)
def test_who_complains_gets_articles_before_exercises(lang: str, wish: str, complaint: str) -> None:
    assert ids(INDEX[lang].search(wish))[0] == "X11"
    found = [hit.document.kind for hit in INDEX[lang].search(complaint).hits]
    assert found[:2] == ["article"] * 2
    assert "X11" in ids(INDEX[lang].search(complaint))


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
