"""Words as the search compares them: without case and accents, and how far two are apart.

static/src/library/spelling.js does the same; tests/cases/spelling.json holds them together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

TOKEN = re.compile(r"[0-9A-Za-zÀ-ÖØ-öø-ɏ]+")
MARKS = re.compile("[\u0300-\u036f]")
SHORT, LONG = 4, 8  # letters: from here one slip is forgiven, from here two


def words_of(text: str) -> list[str]:
    """The words of a text in order, folded: `Cafeïne` is `cafeine`."""
    return [fold(token) for token in TOKEN.findall(unicodedata.normalize("NFC", text))]


def fold(word: str) -> str:
    """One word without case and accents."""
    return MARKS.sub("", unicodedata.normalize("NFKD", word)).lower()


def slips(word: str) -> int:
    """How many slips of the finger are forgiven in a word of this length."""
    return 2 if len(word) >= LONG else 1 if len(word) >= SHORT else 0


class Vocabulary:
    """The folded words that are known, and which of them are near another."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = {word: _letters(word) for word in words}

    def __contains__(self, word: str) -> bool:
        """Whether the word is known as it is."""
        return word in self.words

    def beginning(self, start: str) -> list[str]:
        """The words that begin so, and go on."""
        return [word for word in self.words if word.startswith(start) and word != start]

    def mended(self, word: str) -> str:
        """The known word of which two letters were typed the wrong way round, else the word."""
        if word in self.words or not slips(word):
            return word
        swapped = (
            word[:place] + word[place + 1] + word[place] + word[place + 2 :]
            for place in range(len(word) - 1)
        )
        return next((other for other in swapped if other in self.words), word)

    def near(self, word: str, most: int) -> dict[str, int]:
        """The words at most so many slips away, with the number of slips."""
        letters = _letters(word)
        found = {}
        for other, its in self.words.items():
            # A slip changes at most one letter into another: a cheap test before the dear one.
            if abs(len(other) - len(word)) > most or (letters & ~its).bit_count() > most:
                continue
            if (slipped := distance(word, other)) <= most:
                found[other] = slipped
        return found


def distance(one: str, other: str) -> int:
    """How many letters to add, drop or change to make one word the other (Levenshtein)."""
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        line = [row]
        for column, its in enumerate(other, 1):
            change = above[column - 1] + (letter != its)
            line.append(min(above[column] + 1, line[-1] + 1, change))
        above = line
    return above[-1]


def marked(sentence: str, marks: AbstractSet[str]) -> tuple[tuple[str, bool], ...]:
    """A sentence in pieces, each with whether it is one of the words."""
    pieces, end = [], 0
    for token in TOKEN.finditer(sentence):
        if fold(token[0]) in marks:
            pieces += [(sentence[end : token.start()], False), (token[0], True)]
            end = token.end()
    return tuple(piece for piece in [*pieces, (sentence[end:], False)] if piece[0])


def _letters(word: str) -> int:
    """The letters of a word as bits."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) % 64)
    return bits
