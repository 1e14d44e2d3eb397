"""What of a password is known to those who guess."""

from __future__ import annotations

import time

import pytest
from zxcvbn.frequency_lists import FREQUENCY_LISTS

from webapp.accounts.guessing import OUR_WORDS, easy_to_guess

ADDRESS = "alice.jansen@example.com"


def test_the_three_thousand_most_common_passwords_are_refused() -> None:
    common = FREQUENCY_LISTS["passwords"][:3000]
    assert [word for word in common if not easy_to_guess(word, ADDRESS)] == []


def test_the_common_ones_that_are_long_enough_are_refused() -> None:
    long = [word for word in FREQUENCY_LISTS["passwords"] if len(word) >= 15]
    assert long
    assert [word for word in long if not easy_to_guess(word, ADDRESS)] == []


@pytest.mark.parametrize("word", OUR_WORDS)
def test_our_own_words_do_not_make_a_password_however_they_are_dressed_up(word: str) -> None:
    for dressed in (word * 3, f"{word}{word}2026!", f"{word.capitalize()}123456789"):
        assert easy_to_guess(dressed, ADDRESS), dressed


@pytest.mark.parametrize("password", [ADDRESS, "alicejansen2026", "AliceJansen!!!!!"])
def test_their_own_address_does_not_either(password: str) -> None:
    assert easy_to_guess(password, ADDRESS)


@pytest.mark.parametrize(
    "password",
    [
        "correct horse battery staple",
        "mijn hond heet fikkie",
        "kalm-lopen-met-rugwijs",
        "x7#Kq!v9Lw2$Zt5p",
    ],
)
def test_a_few_words_or_what_a_program_made_is_taken(password: str) -> None:
    assert not easy_to_guess(password, ADDRESS)


def test_the_end_of_a_long_one_is_not_judged() -> None:
    good = "twelve sheep walk over a bridge " * 2
    assert not easy_to_guess(good + "a" * 10_000, ADDRESS)


@pytest.mark.parametrize(
    "password", ["4@8({[<369!1|0$57+%2" * 4, "4@8369!10$572" * 5, "({[<1|" * 11, "İ" * 64]
)
@pytest.mark.parametrize("address", [ADDRESS, "-".join("a" * 100), "@".join(["4@4"] * 50)])
def test_no_password_takes_long_to_judge(password: str, address: str) -> None:
    easy_to_guess("once", ADDRESS)  # the lists are read
    before = time.process_time()
    easy_to_guess(password, address)
    assert time.process_time() - before < 2  # seconds; it was five and more
