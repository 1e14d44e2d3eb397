"""Articles: Markdown with TOML front matter, read and rendered once.

A claim carries its source as `[@CODE]`; a link to another article is written
`[words](article:B04)`. Both are resolved here, in the language of the article.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

PARTS = ("basics", "causes", "diagnosis", "treatment", "selfcare")
GRADES = ("A", "B", "C", "D", "X")
WORDS_A_MINUTE = 200
CITATION = re.compile(r"\[@([A-Za-z0-9-]+)\]")
TEXTS = ("id", "slug", "title", "summary", "part", "grade", "grade_note", "reviewed")
LISTS = ("sources", "related", "to_review", "formerly")  # formerly: may be left out


class ContentError(ValueError):
    """A file of the library cannot be used; the text names the file and the fault."""


@dataclass(frozen=True)
class Heading:
    """A question of an article, with the id that a link can point to."""

    id: str
    text: str


@dataclass(frozen=True)
class Article:
    """One article in one language; `html` is safe to show, made from our own Markdown."""

    lang: str
    id: str
    slug: str
    title: str
    summary: str
    part: str
    grade: str
    grade_note: str
    sources: tuple[str, ...]
    reviewed: date
    related: tuple[str, ...]
    to_review: tuple[str, ...]
    formerly: tuple[str, ...]
    text: str = field(repr=False)
    first_line: int = 1

    @property
    def file(self) -> str:
        """The file's name as people look for it: language and slug."""
        return f"{self.lang}/{self.slug}.md"

    @property
    def minutes(self) -> int:
        """Reading time in whole minutes, at 200 words a minute."""
        return max(1, round(len(self.text.split()) / WORDS_A_MINUTE))

    @property
    def cited(self) -> tuple[str, ...]:
        """The codes of the sources in the text, in order of first use."""
        return tuple(dict.fromkeys(CITATION.findall(self.text)))

    @property
    def links(self) -> tuple[str, ...]:
        """The ids of the articles that the text links to."""
        return tuple(re.findall(r"\(article:([A-Z]\d\d)\)", self.text))

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The questions in order."""
        texts = re.findall(r"^## +(\S.*)$", self.text, re.MULTILINE)
        return tuple(Heading(_anchor(text), text) for text in texts)


def read_article(path: Path, lang: str) -> Article:
    """Read one file; ContentError when its front matter lacks or misspells something."""
    head, text, first_line = _split(path)
    head.setdefault("formerly", [])
    if unknown := set(head) ^ {*TEXTS, *LISTS}:
        raise ContentError(f"{path}: missing or unknown in the front matter: {sorted(unknown)}")
    if head["part"] not in PARTS or head["grade"] not in GRADES:
        raise ContentError(f"{path}: part or grade is not one of the known ones")
    if head["slug"] != path.stem or not isinstance(head["reviewed"], date):
        raise ContentError(f"{path}: slug differs from the file's name, or reviewed is no date")
    lists = {key: tuple(head[key]) for key in LISTS}
    return Article(lang=lang, text=text, first_line=first_line, **(head | lists))


def parse(article: Article, address: Callable[[str], str]) -> list[Token]:
    """The article's text as Markdown tokens, with its citations and links in place.

    `address` gives the address of an article by its id.
    """
    tokens = _markdown().parse(article.text)
    numbers = {code: place for place, code in enumerate(article.cited, 1)}
    _give_anchors(tokens)
    for token in _all(tokens):
        if token.type == "link_open":
            _resolve(token, address)
        elif token.type == "citation":
            _number(token, numbers[token.meta["code"]], article.lang)
    return tokens


def render(tokens: list[Token]) -> str:
    """The tokens as HTML."""
    markdown = _markdown()
    rendered: str = markdown.renderer.render(tokens, markdown.options, {})
    return rendered


def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    markdown.inline.ruler.before("link", "citation", _citation)
    return markdown


def _split(path: Path) -> tuple[dict[str, Any], str, int]:
    """The front matter, the text, and the line of the file on which the text begins."""
    parts = path.read_text(encoding="utf-8").split("+++\n", 2)
    if len(parts) != 3 or parts[0].strip():
        raise ContentError(f"{path}: the front matter must stand between two lines of +++")
    try:
        text = parts[2].lstrip()
        before = path.read_text(encoding="utf-8").count("\n") - text.count("\n")
        return tomllib.loads(parts[1]), text.rstrip(), before + 1
    except tomllib.TOMLDecodeError as error:
        raise ContentError(f"{path}: {error}") from error


def _anchor(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _give_anchors(tokens: list[Token]) -> None:
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open" and opening.tag == "h2":
            opening.attrSet("id", _anchor(inline.content))


def _citation(state: StateInline, silent: bool) -> bool:
    match = CITATION.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        state.push("citation", "", 0).meta = {"code": match[1]}
    state.pos = match.end()
    return True


def _number(token: Token, number: int, lang: str) -> None:
    """Turn a citation into a link to the list of sources at the foot of the page."""
    label = {"nl": "bron", "en": "source"}[lang]
    link = f'<a href="#source-{number}" aria-label="{label} {number}">{number}</a>'
    token.type, token.content = "html_inline", f'<sup class="cite">{link}</sup>'


def _resolve(token: Token, address: Callable[[str], str]) -> None:
    href = str(token.attrGet("href"))
    if href.startswith("article:"):
        token.attrSet("href", address(href.removeprefix("article:")))


def _all(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _all(token.children or [])
