"""The words of the consent, and the hash that proves them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from webapp.accounts import consent
from webapp.languages import LANGUAGES

# What people agreed to. Other words are another version: add lines, change none.
AGREED = {
    ("1", "nl"): "7e7d69961905ba78b521a9ec7b7af2f4f764ea1b2cdbad17b5ea462adc8fab2f",
    ("1", "en"): "38bfb668f421f0a3bbe636d677258488c5030a6011dd24d5e3642291d0ae9e06",
    ("2", "nl"): "66e0ccb3ea42a540a012f8988639b1bc7ac97fa6beb66d4492c6c6df2b91ebd7",
    ("2", "en"): "7862729873b7d75cfeae6c0010f21017b9dcca7d6ba07f61468ac9d1c0a13eb1",
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_that_people_agreed_to_never_change_under_the_same_version(lang: str) -> None:
    words = consent.text(lang)
    assert words.language == lang
    assert words.sha256 == AGREED[words.version, lang]


def test_what_is_asked_now_covers_what_is_kept_now() -> None:
    assert consent.VERSION in consent.COVERING
    assert {version for version, _ in AGREED} >= consent.COVERING


def test_one_other_letter_is_another_hash() -> None:
    words = consent.text("en")
    assert replace(words, statement=words.statement + " ").sha256 != words.sha256
    assert replace(words, paragraphs=words.paragraphs[:-1]).sha256 != words.sha256


def test_both_languages_say_as_much() -> None:
    dutch, english = consent.text("nl"), consent.text("en")
    assert dutch.version == english.version
    assert len(dutch.paragraphs) == len(english.paragraphs)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_is_long(lang: str) -> None:
    words = consent.text(lang)
    for sentence in re.split(r"(?<=[.?!])\s", " ".join((*words.paragraphs, words.statement))):
        assert len(sentence.split()) <= 20, sentence
