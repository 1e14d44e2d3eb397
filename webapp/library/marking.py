"""Marks the hard words of an article: where its prose first says one, it becomes a link."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from markdown_it.token import Token

from webapp.library.article import Article
from webapp.library.glossary import Finder, Term

PROSE = ("paragraph_open", "td_open")
NOT_INSIDE = ("a", "strong")  # a bold lead ("**Keep warm.** …") is a heading of its own


def mark(
    tokens: list[Token], article: Article, finder: Finder, address: Callable[[Term], str]
) -> list[Term]:
    """Put a link around the first occurrence of each term; the terms, in order of the text.

    The terms of which this is the own article are left alone: it explains them itself.
    """
    marker = _Marker(article.id, finder, address)
    for opening, inline in pairwise(tokens):
        if opening.type in PROSE and inline.children:
            inline.children = list(marker.inline(inline.children))
    return marker.marked


class _Marker:
    """Goes through an article once, and keeps what it marked."""

    def __init__(self, here: str, finder: Finder, address: Callable[[Term], str]) -> None:
        self.here = here
        self.finder = finder
        self.address = address
        self.marked: list[Term] = []

    def inline(self, children: list[Token]) -> Iterator[Token]:
        inside = 0
        for token in children:
            if token.tag in NOT_INSIDE:
                inside += token.nesting
            if token.type == "text" and not inside:
                yield from self._text(token.content)
            else:
                yield token

    def _text(self, text: str) -> Iterator[Token]:
        end = 0
        for match, term in self.finder.found(text):
            if term.article == self.here or term in self.marked:
                continue
            self.marked.append(term)
            yield _plain(text[end : match.start()])
            yield self._opening(term)
            yield _plain(match[0])
            yield Token("link_close", "a", -1)
            end = match.end()
        yield _plain(text[end:])

    def _opening(self, term: Term) -> Token:
        attributes: dict[str, str | int | float] = {
            "class": "term",
            "href": self.address(term),
            "aria-describedby": f"meaning-{term.id}",
        }
        return Token("link_open", "a", 1, attrs=attributes)


def _plain(text: str) -> Token:
    return Token("text", "", 0, content=text)
