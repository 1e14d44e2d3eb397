"""What people type for what the articles call otherwise; the one list of server and phone."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from webapp.library.shelf import CONTENT
from webapp.library.spelling import words_of


@dataclass(frozen=True)
class LayWords:
    """The lay words of a language by article.

    `skip` are the words that say nothing to a search, `everywhere` those that say little.
    """

    by_article: dict[str, list[str]]
    skip: frozenset[str]
    everywhere: frozenset[str]

    def of(self, id_: str) -> str:
        """The lay words of an article as one text, empty where it has none."""
        return "\n".join(self.by_article.get(id_, []))


@cache
def lay_words(lang: str, path: Path = CONTENT / "lay_words.toml") -> LayWords:
    """The lay words of a language, from the file beside the articles."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))[lang]
    skip, everywhere = (frozenset(words_of(table[name])) for name in ("skip", "everywhere"))
    return LayWords(table["articles"], skip, everywhere)
