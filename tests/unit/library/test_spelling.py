"""Words as the search compares them; the phone does the same, by the same cases."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from webapp.library.spelling import Vocabulary, distance, marked, slips, words_of

CASES: dict[str, Any] = json.loads(Path("tests/cases/spelling.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "words"), CASES["words"])
def test_words_lose_case_accents_and_everything_between(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(("word", "allowed"), CASES["slips"])
def test_longer_words_may_have_more_slips(word: str, allowed: int) -> None:
    assert slips(word) == allowed


@pytest.mark.parametrize(("typed", "meant"), CASES["mended"])
def test_two_letters_the_wrong_way_round_are_mended(typed: str, meant: str) -> None:
    assert Vocabulary(CASES["known"]).mended(typed) == meant


@pytest.mark.parametrize(("sentence", "marks", "pieces"), CASES["marked"])
def test_a_sentence_shows_its_words_as_they_were_written(
    sentence: str, marks: list[str], pieces: list[list[Any]]
) -> None:
    assert [list(piece) for piece in marked(sentence, set(marks))] == pieces


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [("kramp", "kramp", 0), ("kramp", "krampen", 2), ("kofie", "koffie", 1), ("", "rug", 3)],
)
def test_distance_counts_letters_added_dropped_and_changed(
    one: str, other: str, apart: int
) -> None:
    assert distance(one, other) == distance(other, one) == apart


def test_near_words_are_no_farther_than_allowed() -> None:
    known = Vocabulary(["koffie", "kaft", "massage", "massages"])
    assert known.near("kofie", 1) == {"koffie": 1}
    assert known.near("masage", 2) == {"massage": 1, "massages": 2}
    assert known.near("kofie", 0) == {}
