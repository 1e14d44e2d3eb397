"""Whether every page about complaints carries the card of alarm signs, whole."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

from webapp import pages
from webapp.languages import LANGUAGES, PATHS
from webapp.library.exercise import exercises
from webapp.library.shelf import shelf
from webapp.library.sign import ON_THE_CARD
from webapp.library.signs import signs_of

# Every page of the library carries the card but these: lists that lead on, and the page
# that holds all the signs.
WITHOUT = {"library.index", "library.search", "library.kept", "library.alarm"}


def faults() -> Iterator[str]:
    """The pages of the library on which a sign of the card is missing; needs an app."""
    for lang in LANGUAGES:
        for endpoint, values in carriers(lang):
            html = pages.rendered(endpoint, lang, **values).body.decode()
            if lacking := missing(html, lang):
                name = " ".join((endpoint, lang, *values.values()))
                yield f"{name}: the card of alarm signs lacks {lacking[0][:40]!r}…"


def missing(html: str, lang: str) -> list[str]:
    """The signs that the card on a page lacks; all of them where there is no card."""
    _, _, rest = html.partition('id="alarm"')
    card = unescape(rest.partition("</section>")[0])
    every = [sign.text(lang) for level in ON_THE_CARD for sign in signs_of(level, card=True)]
    return [text for text in every if text not in card]


def carriers(lang: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The endpoints that must carry the card, with the values of each of their pages."""
    ours = {endpoint for endpoint in pages.PUBLIC if endpoint.startswith("library.")}
    for endpoint in sorted(ours - WITHOUT):
        if "<" not in PATHS[endpoint][lang]:
            yield endpoint, {}
    for article in shelf().in_order(lang):
        yield "library.show", {"slug": article.slug}
    for exercise in exercises().in_order(lang):
        yield "library.exercise", {"slug": exercise.slug}
