"""Names to sign in with: one form for all that look alike."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.accounts.names import LONGEST, SHORTEST, fault_of, tidied, tidied_login


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Kruiwagen ", "kruiwagen"),
        ("KRUIWAGEN", "kruiwagen"),
        ("ｋｒｕｉｗａｇｅｎ", "kruiwagen"),
        ("Jose\u0301", "jos\u00e9"),
        ("Straße", "strasse"),
        ("ﬁets", "fiets"),
        ("ΣΊΣΥΦΟΣ", "σίσυφοσ"),
    ],
)
def test_what_looks_the_same_is_one_name(typed: str, kept: str) -> None:
    assert tidied(typed) == kept
    assert fault_of(kept) is None


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("ab", "length"),
        ("x" * 33, "length"),
        ("", "length"),
        ("mies@example.com", "address"),
        ("jan jansen", "letters"),
        ("mies\u200bje", "letters"),
        ("mies\u202eje", "letters"),
        ("mies\nje", "letters"),
        ("mies\0je", "letters"),
        ("mies\u034fje", "letters"),  # marks and letters that nobody sees
        ("mies\ufe0f", "letters"),
        ("mies\U000e0101", "letters"),
        ("가나\u3164다", "letters"),
        ("가나\u115f다", "letters"),
        ("ក\u17b4ខគ", "letters"),
        ("<script>", "letters"),
        ("mies🔥", "letters"),
        (".mies", "letters"),
        ("\u0301mies", "letters"),
        ("mi\u0435s", "scripts"),  # a Cyrillic е
        ("αlice", "scripts"),
        ("admin", "reserved"),
        ("rug-wijs", "reserved"),
    ],
)
def test_what_is_no_name_is_told_why(name: str, fault: str) -> None:
    assert fault_of(tidied(name)) == fault


@pytest.mark.parametrize(
    "name", ["abc", "x" * 32, "mies_2-b.c", "мария", "やまだ太郎", "محمد", "42nd"]
)
def test_names_of_one_script_are_names(name: str) -> None:
    assert fault_of(tidied(name)) is None


@given(st.text(max_size=60))
def test_a_tidied_name_stays_as_it_is_and_what_is_taken_fits(text: str) -> None:
    name = tidied(text)
    if fault_of(name) is None:
        assert tidied(name) == name
        assert tidied(name.upper()) == name or unicodedata.normalize("NFKC", name) == name
        assert SHORTEST <= len(name) <= LONGEST
        assert "@" not in name


def test_what_is_far_too_long_takes_no_time() -> None:
    accents = "a" + "\u0301" * 20_000 + "\u0323" * 20_000
    before = time.process_time()
    assert fault_of(tidied_login(accents)) == "length"
    assert time.process_time() - before < 1  # seconds; in order it takes three and more


def test_an_address_is_looked_for_as_one() -> None:
    assert tidied_login(" Mies@Example.COM ") == "mies@example.com"
    assert tidied_login(" Mies ") == "mies"
