"""What a phone keeps: every public page and file, each with the hash of its content."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from flask import current_app

from webapp import languages, pages
from webapp.config import ROOT
from webapp.library import searching
from webapp.library.exercise import exercises
from webapp.library.shelf import shelf
from webapp.pwa import manifest

# Of the account pages only these are of use without the server.
ACCOUNT_PAGES = frozenset(
    {
        "accounts.lock",
        "accounts.me",
        "accounts.my_data",
        "accounts.privacy",
        "accounts.without_account",
    }
)
LIBRARY = frozenset({"library.show", "library.exercise"})
ICONS = ("icon.svg", "icon-192.png")

Entry = tuple[str, str | None]


@dataclass(frozen=True)
class Kept:
    """Addresses with their revisions, in the order in which a phone fetches them.

    `app` comes with the installation, `library` in the background afterwards. A revision is
    None where the address itself holds the hash. `offline` is each language's fallback.
    """

    app: tuple[Entry, ...]
    library: tuple[Entry, ...]
    assets: tuple[Entry, ...]
    offline: dict[str, str]

    @property
    def release(self) -> str:
        """The name of this state of all pages and files: the same for the same content."""
        return hashlib.sha256(repr(self).encode()).hexdigest()[:16]

    def as_json(self) -> dict[str, object]:
        """The list as the worker reads it."""
        return {"release": self.release, **asdict(self)}


def kept() -> Kept:
    """The list of this process; computed once, within a request."""
    if current_app.debug:
        return _kept()
    known: Kept = current_app.extensions.setdefault("kept", None) or _kept()
    current_app.extensions["kept"] = known
    return known


def _kept() -> Kept:
    endpoints = [name for name in pages.PUBLIC if _comes_with_the_app(name)]
    return Kept(
        app=tuple(_page(name, lang) for name in endpoints for lang in languages.LANGUAGES),
        library=(*_articles(), *_exercises()),
        assets=tuple(_assets()),
        offline={lang: languages.url("pwa.offline", lang) for lang in languages.LANGUAGES},
    )


def _comes_with_the_app(endpoint: str) -> bool:
    if endpoint.startswith("accounts."):
        return endpoint in ACCOUNT_PAGES
    return endpoint not in LIBRARY


def _page(endpoint: str, lang: str, **values: str) -> Entry:
    address = languages.url(endpoint, lang, **values)
    return address, pages.rendered(endpoint, lang, **values).etag


def _articles() -> Iterator[Entry]:
    for lang in languages.LANGUAGES:
        for article in shelf().in_order(lang):
            yield _page("library.show", lang, slug=article.slug)


def _exercises() -> Iterator[Entry]:
    for lang in languages.LANGUAGES:
        for exercise in exercises().in_order(lang):
            yield _page("library.exercise", lang, slug=exercise.slug)


def _assets() -> Iterator[Entry]:
    for name in current_app.extensions["assets"].all:
        yield f"/static/build/{name}", None
    for name in ICONS:
        content = (ROOT / "static" / "icons" / name).read_bytes()
        yield f"/static/icons/{name}", hashlib.sha256(content).hexdigest()[:16]
    for lang in languages.LANGUAGES:
        yield languages.url("pwa.manifest", lang), manifest.rendered(lang).etag
        yield languages.url("library.search_index", lang), searching.index_of(lang).etag
