"""What the search answers: a page of results for who has no JavaScript, the index for a phone."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from flask import Response, request

from webapp import pages
from webapp.languages import url
from webapp.library.article import PARTS
from webapp.library.exercise import exercises
from webapp.library.lay_words import LISTS, lay_words
from webapp.library.search import Document, Index
from webapp.library.shelf import shelf

ADDRESSES = {"article": "library.show", "exercise": "library.exercise"}


@cache
def index(lang: str) -> Index:
    """The index of this installation in one language, built once."""
    return Index([*shelf().in_order(lang), *exercises().in_order(lang)], lay_words(lang))


def answer(lang: str) -> Response:
    """The results for ?q=, never stored: what somebody looks for is nobody's business."""
    found = index(lang).search(request.args.get("q", ""))
    return pages.personal("library/search.html", lang, found=found, **context(lang))


def context(lang: str) -> dict[str, Any]:
    """What the page shows beside the results: the parts of the library that have articles."""
    present = {article.part for article in shelf().in_order(lang)}
    return {"parts": [part for part in PARTS if part in present]}


@cache
def index_of(lang: str) -> pages.Rendered:
    """What a phone needs to search by itself, as JSON in UTF-8 with the hash of its content."""
    made = index(lang)
    library = [_entry(lang, document) for document in made.documents]
    body = json.dumps(
        {
            **{name: sorted(getattr(made.lay, name)) for name in LISTS},
            "pages": library,
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return pages.Rendered.of(body.encode())


def _entry(lang: str, document: Document) -> dict[str, str]:
    return {
        "id": document.page.id,
        "kind": document.kind,
        "url": url(ADDRESSES[document.kind], lang, slug=document.page.slug),
        "grade": document.page.grade,
        "title": document.title,
        "lay": document.lay,
        "headings": document.headings,
        "summary": document.summary,
        "text": document.text,
    }
