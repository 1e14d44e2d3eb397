"""What every article must keep to, besides what must hold between the files (shelf.py)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from webapp.library.article import CITATION, Article
from webapp.library.reading import ease, sentences, words

LONGEST_SENTENCE = 25  # words
LONGEST_PARAGRAPH = 5  # sentences
LONGEST_SUMMARY = 25  # words
EASIEST = {"nl": 65.0, "en": 7.0}  # Flesch-Douma at least, Flesch-Kincaid at most
REVIEW_AFTER = timedelta(days=2 * 365)
# Words that make people afraid of their back (KNGF guideline 2021 on wording).
FRIGHTENING = {
    "nl": re.compile(r"\b(slijtage|versleten|degenerat|kapot|aftakel)\w*", re.IGNORECASE),
    "en": re.compile(r"\b(wear and tear|worn|degenerat|crumbl|ruined)\w*", re.IGNORECASE),
}
HTML = re.compile(r"<[a-zA-Z/!][^<>]*>?|javascript:", re.IGNORECASE)


@dataclass(frozen=True)
class Block:
    """A paragraph or list item as plain text, with the line of the file that it starts on."""

    line: int
    text: str


def faults(article: Article) -> Iterator[str]:
    """What is wrong with an article by itself: file, line and what to do."""
    yield from _markup(article)
    for block in blocks(article):
        yield from _length(article, block)
    for line, text in enumerate(article.text.splitlines(), article.first_line):
        if found := FRIGHTENING[article.lang].search(text):
            yield f"{article.file}:{line}: {found[0]!r} frightens; say it otherwise"
    if len(words(article.summary)) > LONGEST_SUMMARY:
        yield f"{article.file}: the summary is longer than {LONGEST_SUMMARY} words"
    figure = readability(article)
    if figure < EASIEST["nl"] if article.lang == "nl" else figure > EASIEST["en"]:
        yield f"{article.file}: reads too hard ({figure:.0f}); use shorter sentences and words"


def wording(name: str, text: str, lang: str, longest: int = LONGEST_SENTENCE) -> Iterator[str]:
    """What is wrong with a text that stands by itself: missing, too long, or frightening."""
    if not text.strip():
        yield f"{name}: has no text in {lang}"
    if found := FRIGHTENING[lang].search(text):
        yield f"{name}: {found[0]!r} frightens; say it otherwise"
    for sentence in sentences(text):
        if len(words(sentence)) > longest:
            yield f"{name}: {len(words(sentence))} words in {sentence[:40]!r}…"


def warnings(article: Article, today: date) -> Iterator[str]:
    """What asks for attention and stops nothing."""
    if today - article.reviewed > REVIEW_AFTER:
        yield f"{article.file}: was reviewed on {article.reviewed}, over two years ago"


def readability(article: Article) -> float:
    """Flesch-Douma of a Dutch article, Flesch-Kincaid grade of an English one."""
    return ease([block.text for block in blocks(article)], article.lang)


def blocks(article: Article) -> list[Block]:
    """The paragraphs and list items, without headings, marks and sources."""
    tokens = MarkdownIt("commonmark", {"html": False}).enable("table").parse(article.text)
    found = []
    for opening, inline in pairwise(tokens):
        if opening.type == "paragraph_open" and inline.map:
            plain = CITATION.sub("", _plain(inline.children or []))
            found.append(Block(article.first_line + inline.map[0], plain))
    return found


def _plain(children: list[Token]) -> str:
    """The words without marks; a bold lead ("**Keep warm.** …") is a heading of its own."""
    if children and children[0].content == "" and len(children) > 1:
        children = children[1:]
    if children and children[0].type == "strong_open":
        closing = next(i for i, child in enumerate(children) if child.type == "strong_close")
        children = children[closing + 1 :]
    signs = {"text": None, "softbreak": " "}
    return "".join(signs[c.type] or c.content for c in children if c.type in signs)


def _markup(article: Article) -> Iterator[str]:
    for line, text in enumerate(article.text.splitlines(), article.first_line):
        if found := HTML.search(text):
            yield f"{article.file}:{line}: {found[0]!r} is no Markdown; HTML is not served"


def _length(article: Article, block: Block) -> Iterator[str]:
    said = sentences(block.text)
    if len(said) > LONGEST_PARAGRAPH:
        yield f"{article.file}:{block.line}: a paragraph of {len(said)} sentences"
    for sentence in said:
        if len(words(sentence)) > LONGEST_SENTENCE:
            yield f"{article.file}:{block.line}: {len(words(sentence))} words in {sentence[:40]!r}…"
