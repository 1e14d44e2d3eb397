"""All articles and sources together, and what must hold between them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from webapp.library.article import Article, ContentError, read_article

CONTENT = Path(__file__).parent / "content"
LANGUAGES = ("nl", "en")


@dataclass(frozen=True)
class Source:
    """Where a claim comes from: what it is in words per language, and its address if it has one."""

    code: str
    words: dict[str, str]
    kind: str
    url: str | None


@dataclass(frozen=True)
class Shelf:
    """The library as read from its folder: articles by language and id, sources by code."""

    articles: dict[str, dict[str, Article]]
    sources: dict[str, Source]

    def in_order(self, lang: str) -> list[Article]:
        """All articles of a language, by their ids."""
        return sorted(self.articles[lang].values(), key=lambda article: article.id)

    def by_slug(self, lang: str, slug: str) -> Article | None:
        """The article at an address, or None."""
        found = (a for a in self.articles[lang].values() if a.slug == slug)
        return next(found, None)

    def moved(self, lang: str, slug: str) -> Article | None:
        """The article that once had this address, or None."""
        found = (a for a in self.articles[lang].values() if slug in a.formerly)
        return next(found, None)

    def twin(self, article: Article) -> Article:
        """The same article in the other language."""
        return self.articles["en" if article.lang == "nl" else "nl"][article.id]

    def sources_of(self, article: Article) -> list[Source]:
        """The sources in the order of their numbers in the text."""
        return [self.sources[code] for code in article.cited]

    def faults(self) -> Iterator[str]:
        """What is wrong between the files, one sentence each; nothing when all is well."""
        for lang in LANGUAGES:
            missing = set(self.articles["nl"]) | set(self.articles["en"])
            for id_ in sorted(missing - set(self.articles[lang])):
                yield f"{id_} has no article in {lang}"
            for article in self.in_order(lang):
                yield from self._faults_of(article)

    def _faults_of(self, article: Article) -> Iterator[str]:
        name = f"{article.lang}/{article.slug}"
        for code in sorted(set(article.cited) ^ set(article.sources)):
            yield f"{name}: source {code} is cited or listed, but not both"
        for code in sorted({*article.cited, *article.sources} - set(self.sources)):
            yield f"{name}: source {code} is not in sources.toml"
        for id_ in sorted({*article.links, *article.related} - set(self.articles[article.lang])):
            yield f"{name}: links to {id_}, which does not exist"
        twin = self.articles["nl"].get(article.id)
        if twin and len(twin.headings) != len(article.headings):
            yield f"{name}: has another number of questions than its Dutch twin"


def read_shelf(folder: Path = CONTENT) -> Shelf:
    """Read the whole library; ContentError names the first file that cannot be used."""
    articles = {lang: _read_language(folder / lang, lang) for lang in LANGUAGES}
    return Shelf(articles, _read_sources(folder / "sources.toml"))


@cache
def shelf() -> Shelf:
    """The library of this installation, read once."""
    return read_shelf()


def _read_language(folder: Path, lang: str) -> dict[str, Article]:
    found: dict[str, Article] = {}
    for path in sorted(folder.glob("*.md")):
        article = read_article(path, lang)
        if article.id in found:
            raise ContentError(f"{path}: {article.id} is also the id of {found[article.id].slug}")
        found[article.id] = article
    return found


def _read_sources(path: Path) -> dict[str, Source]:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {code: _source(code, entry) for code, entry in table.items()}


def _source(code: str, entry: dict[str, str]) -> Source:
    words = {lang: entry[lang] for lang in LANGUAGES}
    return Source(code, words, entry["kind"], entry.get("url"))
