"""The section of an article that something leads to: the same place in each language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from webapp.library.article import Article, Heading

Articles = Mapping[str, Mapping[str, Article]]  # by language and id


class Lead(Protocol):
    """What leads to a section."""

    @property
    def article(self) -> str:
        """The id of the article."""

    @property
    def heading(self) -> str:
        """The heading of the section as the Dutch article has it."""


def section(lead: Lead, articles: Articles, lang: str) -> Heading:
    """The heading that something leads to, in one language; twins have the same sections."""
    dutch = [heading.text for heading in articles["nl"][lead.article].headings]
    return articles[lang][lead.article].headings[dutch.index(lead.heading)]


def faults(name: str, lead: Lead, articles: Articles) -> Iterator[str]:
    """Why somebody who follows it would not get there, in any language; `name` begins each line."""
    dutch = articles["nl"].get(lead.article)
    if dutch is None:
        yield f"{name}: there is no such article"
        return
    headings = [heading.text for heading in dutch.headings]
    if headings.count(lead.heading) != 1:
        yield f"{name}: it has no heading {lead.heading!r}, or more than one"
    for lang, known in articles.items():
        twin = known.get(lead.article)
        if twin is None or len(twin.headings) != len(headings):
            yield f"{name}: the {lang} article lacks the sections of the Dutch one"
        elif len({heading.id for heading in twin.headings}) != len(headings):
            yield f"{name}: two headings of the {lang} article have the same anchor"
