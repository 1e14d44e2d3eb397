"""Where somebody feels it, and which articles can fit there: a reason each, never a diagnosis."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import msgspec

from webapp.library.article import Article, ContentError
from webapp.library.check import wording
from webapp.library.shelf import CONTENT, LANGUAGES
from webapp.zones import LEVELS

PLACES = (*LEVELS, "leg", "elsewhere")
FEWEST = 3  # articles of a place: fewer would look like a verdict
VERDICT = {
    "nl": re.compile(r"\b(je|jij) hebt\b|\b(dit|dat) is (een|geen|je)\b", re.IGNORECASE),
    "en": re.compile(r"\byou have\b|\b(this|that) is (an?|not|your)\b", re.IGNORECASE),
}


class Fit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An article that can fit at a place, by its id, and why in one plain line."""

    id: str
    nl: str
    en: str

    def why(self, lang: str) -> str:
        """The reason in one language, "nl" or "en"."""
        return self.en if lang == "en" else self.nl


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place that somebody can point at: a level of the back, the leg, or elsewhere."""

    id: str
    nl: str
    en: str
    articles: tuple[Fit, ...]

    def name(self, lang: str) -> str:
        """The name in one language, "nl" or "en"."""
        return self.en if lang == "en" else self.nl


class _File(msgspec.Struct, forbid_unknown_fields=True):
    place: tuple[Place, ...]


def read_places(path: Path = CONTENT / "places.toml") -> tuple[Place, ...]:
    """Read the file; ContentError when something in it is missing or unknown."""
    try:
        return msgspec.toml.decode(path.read_bytes(), type=_File).place
    except msgspec.DecodeError as error:
        raise ContentError(f"{path}: {error}") from error


@cache
def places() -> tuple[Place, ...]:
    """The places of this installation, read once."""
    return read_places()


def faults(found: Sequence[Place], articles: Mapping[str, Mapping[str, Article]]) -> Iterator[str]:
    """What is wrong with the places, one sentence each; `articles` by language and id."""
    if tuple(place.id for place in found) != PLACES:
        yield f"places.toml: the places are not {', '.join(PLACES)}, in this order"
    for place in found:
        name = f"places.toml: {place.id}"
        for lang in LANGUAGES:
            yield from wording(name, place.name(lang), lang)
        if len(place.articles) < FEWEST:
            yield f"{name}: has fewer than {FEWEST} articles"
        for id_, times in Counter(fit.id for fit in place.articles).items():
            if times > 1:
                yield f"{name}: names {id_} {times} times"
        for fit in place.articles:
            yield from _faults_of(fit, name, articles["nl"])


def _faults_of(fit: Fit, place: str, articles: Mapping[str, Article]) -> Iterator[str]:
    name = f"{place}: {fit.id}"
    if fit.id not in articles:
        yield f"{name}: there is no such article"
    for lang in LANGUAGES:
        yield from wording(name, fit.why(lang), lang)
        if found := VERDICT[lang].search(fit.why(lang)):
            yield f"{name}: {found[0]!r} sounds like a diagnosis"
