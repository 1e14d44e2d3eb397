"""The glossary: what hard words of the articles mean, and where a text uses them."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from webapp.library.article import ContentError
from webapp.library.check import FRIGHTENING, LONGEST_SENTENCE, blocks
from webapp.library.reading import sentences, words
from webapp.library.shelf import CONTENT, LANGUAGES, Shelf
from webapp.library.spelling import fold

FILE = CONTENT / "glossary.toml"
MOST_SENTENCES = 2
ID = re.compile(r"[a-z]+(?:-[a-z]+)*")
# A hyphen or an apostrophe makes one word of two: "hernia" is not in "hernia-operatie" or
# "hernia's". A mark that is written apart belongs to its letter.
BEFORE = r"(?<!\w)(?<!\w['’-])"
AFTER = r"(?![\w\u0300-\u036f-])(?!['’]\w)"


@dataclass(frozen=True)
class Term:
    """A word in one language: all its written forms (the first is shown) and what it means."""

    lang: str
    id: str
    forms: tuple[str, ...]
    meaning: str
    article: str | None

    @property
    def name(self) -> str:
        """The word as it is shown."""
        return self.forms[0]

    @property
    def letter(self) -> str:
        """The capital under which it stands in the list."""
        return fold(self.name)[0].upper()


class Finder:
    """Finds terms in a text: whole words only, and the longest written form first."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms = {
            spelled: term
            for term in terms
            for form in term.forms
            for spelled in (form, form[0].upper() + form[1:])
        }
        longest_first = sorted(self._terms, key=len, reverse=True)
        either = "|".join(map(re.escape, longest_first))
        self._pattern = re.compile(f"{BEFORE}(?:{either}){AFTER}")

    def found(self, text: str) -> Iterator[tuple[re.Match[str], Term]]:
        """Each occurrence in order, with what it is an occurrence of."""
        for match in self._pattern.finditer(text):
            yield match, self._terms[match[0]]


@dataclass(frozen=True)
class Glossary:
    """All terms, by language and id."""

    terms: dict[str, dict[str, Term]]

    def in_order(self, lang: str) -> list[Term]:
        """All of a language, by the alphabet."""
        return sorted(self.terms[lang].values(), key=lambda term: fold(term.name))

    def by_letter(self, lang: str) -> list[tuple[str, list[Term]]]:
        """The same under their first letters."""
        grouped = groupby(self.in_order(lang), key=lambda term: term.letter)
        return [(letter, list(terms)) for letter, terms in grouped]

    def faults(self, shelf: Shelf) -> Iterator[str]:
        """What is wrong with the texts and with what they say of the articles, one a line."""
        for lang in LANGUAGES:
            terms = list(self.terms[lang].values())
            used = _used(terms, shelf, lang)
            written = Counter(form for term in terms for form in {f.casefold() for f in term.forms})
            for term in terms:
                faults = [*_wording(term), *_shared(term, written)]
                if term.article and term.article not in shelf.articles[lang]:
                    faults.append(f"article {term.article} does not exist")
                if term.id not in used:
                    faults.append("occurs in no article")
                yield from (f"{FILE.name}: {term.id} ({lang}): {fault}" for fault in faults)


def read_glossary(path: Path = FILE) -> Glossary:
    """Read the file; ContentError names it and what cannot be used."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ContentError(f"{path}: {error}") from error
    found: dict[str, dict[str, Term]] = {lang: {} for lang in LANGUAGES}
    for id_, entry in table.items():
        if not ID.fullmatch(id_) or set(entry) - {"article"} != set(LANGUAGES):
            raise ContentError(f"{path}: {id_}: needs an id in small letters, and nl and en")
        for lang in LANGUAGES:
            found[lang][id_] = _term(path, lang, id_, entry)
    return Glossary(found)


@cache
def glossary() -> Glossary:
    """The glossary of this installation, read once."""
    return read_glossary()


@cache
def finder(lang: str) -> Finder:
    """What finds the terms of a language."""
    return Finder(glossary().terms[lang].values())


def _term(path: Path, lang: str, id_: str, entry: dict[str, Any]) -> Term:
    said: dict[str, Any] = {"forms": [], **entry[lang]}
    if set(said) != {"term", "forms", "meaning"}:
        raise ContentError(f"{path}: {id_}: missing or unknown in {lang}: {sorted(said)}")
    forms = (said["term"], *said["forms"])
    if not all(form.strip() for form in (*forms, said["meaning"])):
        raise ContentError(f"{path}: {id_}: an empty text in {lang}")
    return Term(lang, id_, forms, said["meaning"], entry.get("article"))


def _wording(term: Term) -> Iterator[str]:
    said = sentences(term.meaning)
    if len(said) > MOST_SENTENCES:
        yield f"{len(said)} sentences"
    for sentence in said:
        if len(words(sentence)) > LONGEST_SENTENCE:
            yield f"{len(words(sentence))} words in {sentence[:40]!r}…"
    if found := FRIGHTENING[term.lang].search(f"{' '.join(term.forms)} {term.meaning}"):
        yield f"{found[0]!r} frightens; say it otherwise"


def _shared(term: Term, written: Counter[str]) -> Iterator[str]:
    for form in term.forms:
        if written[form.casefold()] > 1:
            yield f"{form!r} is also written for another term"


def _used(terms: list[Term], shelf: Shelf, lang: str) -> set[str]:
    """The ids of the terms that the prose of some article has."""
    finds = Finder(terms)
    texts = (block.text for article in shelf.in_order(lang) for block in blocks(article))
    return {term.id for text in texts for _, term in finds.found(text)}
