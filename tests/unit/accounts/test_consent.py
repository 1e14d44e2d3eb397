"""The words of the consent, and the hash that proves them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from webapp.accounts import consent
from webapp.languages import LANGUAGES

# What people agreed to. Other words are another version: add lines, change none.
AGREED = {
    ("diary", "1", "nl"): "7e7d69961905ba78b521a9ec7b7af2f4f764ea1b2cdbad17b5ea462adc8fab2f",
    ("diary", "1", "en"): "38bfb668f421f0a3bbe636d677258488c5030a6011dd24d5e3642291d0ae9e06",
    ("diary", "2", "nl"): "66e0ccb3ea42a540a012f8988639b1bc7ac97fa6beb66d4492c6c6df2b91ebd7",
    ("diary", "2", "en"): "7862729873b7d75cfeae6c0010f21017b9dcca7d6ba07f61468ac9d1c0a13eb1",
    ("reminders", "1", "nl"): "a10296495b4825bd0f42e7af8c62a3f666fae15f839ab163d4d68aacce0e814d",
    ("reminders", "1", "en"): "0aaf8be0838a6ad52b019ad36f27b2d74d2828f7dafd5e4f0756a976e169f6f2",
}


ASKED = [consent.text(lang, purpose) for purpose in consent.PURPOSES for lang in LANGUAGES]


@pytest.mark.parametrize("words", ASKED)
def test_words_that_people_agreed_to_never_change_under_the_same_version(
    words: consent.ConsentText,
) -> None:
    assert words.sha256 == AGREED[words.purpose, words.version, words.language]


@pytest.mark.parametrize("purpose", consent.PURPOSES)
def test_what_is_asked_now_covers_what_is_done_now(purpose: str) -> None:
    agreed = {version for what, version, _ in AGREED if what == purpose}
    assert {consent.text("nl", purpose).version} <= consent.COVERING[purpose] <= agreed


def test_one_other_letter_is_another_hash() -> None:
    words = consent.text("en")
    assert replace(words, statement=words.statement + " ").sha256 != words.sha256
    assert replace(words, paragraphs=words.paragraphs[:-1]).sha256 != words.sha256


@pytest.mark.parametrize("purpose", consent.PURPOSES)
def test_both_languages_say_as_much(purpose: str) -> None:
    dutch, english = consent.text("nl", purpose), consent.text("en", purpose)
    assert (dutch.language, english.language) == ("nl", "en")
    assert dutch.version == english.version
    assert len(dutch.paragraphs) == len(english.paragraphs)


@pytest.mark.parametrize("words", ASKED)
def test_no_sentence_is_long(words: consent.ConsentText) -> None:
    for sentence in re.split(r"(?<=[.?!])\s", " ".join((*words.paragraphs, words.statement))):
        assert len(sentence.split()) <= 20, sentence
