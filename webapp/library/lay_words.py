"""What people type for what the library calls otherwise; the one list of server and phone."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from webapp.library.shelf import CONTENT
from webapp.library.spelling import words_of

LISTS = ("skip", "everywhere", "complaint")


@dataclass(frozen=True)
class LayWords:
    """The lay words of a language by article or exercise.

    `skip` are the words that say nothing to a search, `everywhere` those that say little,
    `complaint` those of somebody who is not looking for an exercise.
    """

    by_page: dict[str, list[str]]
    skip: frozenset[str]
    everywhere: frozenset[str]
    complaint: frozenset[str]

    def of(self, id_: str) -> str:
        """The lay words of a page as one text, empty where it has none."""
        return "\n".join(self.by_page.get(id_, []))


@cache
def lay_words(lang: str, path: Path = CONTENT / "lay_words.toml") -> LayWords:
    """The lay words of a language, from the file beside the articles."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))[lang]
    lists = {name: frozenset(words_of(table[name])) for name in LISTS}
    return LayWords(table["articles"] | table["exercises"], **lists)
