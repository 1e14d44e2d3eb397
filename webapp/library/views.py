"""The pages of the library: the list, an article, hard words, and what to do during a cramp."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from flask import Blueprint, Flask, Response, abort
from markupsafe import Markup
from werkzeug.routing import RequestRedirect

from webapp import languages, pages
from webapp.languages import url
from webapp.library import browsing, doing, moving, searching
from webapp.library.article import PARTS, ContentError, parse, render
from webapp.library.exercise import exercises
from webapp.library.glossary import Term, finder, glossary
from webapp.library.marking import mark
from webapp.library.shelf import shelf
from webapp.library.sign import LEVELS
from webapp.library.signs import signs_of

blueprint = Blueprint("library", __name__)
moving.register(blueprint)
doing.register(blueprint)
browsing.register(blueprint)


@pages.public(blueprint, "index")
def index(lang: str) -> pages.Page:
    """All articles by part."""
    articles = shelf().in_order(lang)
    parts = [(part, [a for a in articles if a.part == part]) for part in PARTS]
    return pages.Page("library/index.html", {"parts": [p for p in parts if p[1]]})


@pages.public(blueprint, "show")
def show(lang: str, slug: str) -> pages.Page:
    """One article with its sources, the strength of its evidence and related ones."""
    if moved := shelf().moved(lang, slug):
        raise RequestRedirect(address(lang, moved.id))
    article = shelf().by_slug(lang, slug)
    if article is None:
        abort(404)
    tokens = parse(article, lambda id_: address(lang, id_))
    terms = mark(tokens, article, finder(lang), meaning_address)
    return pages.Page(
        "library/article.html",
        {
            "article": article,
            "body": Markup(render(tokens)),  # noqa: S704 our own text
            "terms": terms,
            "sources": shelf().sources_of(article),
            "related": [shelf().articles[lang][id_] for id_ in article.related],
            "exercises": exercises().of_article(lang, article.id),
            "doings": doing.of_article(article.id),
        },
        alternate={"slug": shelf().twin(article).slug},
    )


@pages.public(blueprint, "kept")
def kept(lang: str) -> pages.Page:
    """What somebody kept and read; the device fills it in, with the titles that the page brings."""
    return pages.Page("library/kept.html", {"titles": [*_titles(lang)]})


@pages.public(blueprint, "glossary")
def hard_words(lang: str) -> pages.Page:
    """What the hard words of the articles mean."""
    letters, articles = glossary().by_letter(lang), shelf().articles[lang]
    return pages.Page("library/glossary.html", {"letters": letters, "articles": articles})


@pages.public(blueprint, "search", asked=searching.answer)
def search(lang: str) -> pages.Page:
    """Where to type what you look for; with ?q= the results, for who has no JavaScript."""
    return pages.Page("library/search.html", searching.context(lang))


@languages.route(blueprint, "search_index")
def search_index(lang: str) -> Response:
    """All that a phone needs to search by itself."""
    return pages.answer(searching.index_of(lang), "application/json")


@pages.public(blueprint, "cramp_now")
def cramp_now(_lang: str) -> pages.Page:
    """Three steps and a big button for somebody who has a cramp now."""
    return pages.Page("library/cramp_now.html")


@pages.public(blueprint, "alarm")
def alarm(_lang: str) -> pages.Page:
    """Every alarm sign, and what to do with it."""
    return pages.Page("library/alarm.html", {"levels": LEVELS})


def _titles(lang: str) -> Iterator[dict[str, str]]:
    for article in shelf().in_order(lang):
        yield {"code": article.id, "title": article.title, "url": address(lang, article.id)}
    for exercise in exercises().in_order(lang):
        there = url("library.exercise", lang, slug=exercise.slug)
        yield {"code": exercise.id, "title": exercise.title, "url": there}


def address(lang: str, id_: str) -> str:
    """The address of an article by its id."""
    return url("library.show", lang, slug=shelf().articles[lang][id_].slug)


def meaning_address(term: Term) -> str:
    """Where the list of hard words has this one."""
    return f"{url('library.glossary', term.lang)}#{term.id}"


def init_app(app: Flask) -> None:
    """Register the blueprint and let every page link to an article by its id."""
    app.register_blueprint(blueprint)
    app.jinja_env.globals["article_url"] = address
    app.jinja_env.globals["doing_name"] = doing.name
    app.jinja_env.globals["doing_summary"] = doing.summary
    app.jinja_env.globals["meaning_url"] = meaning_address
    app.jinja_env.globals["alarm_signs"] = signs_of
    # Made at the start, so that nobody's first search waits for it. An article that cannot be
    # read is for flask check-content to name, which needs this app.
    for lang in languages.LANGUAGES:
        with suppress(ContentError):
            searching.index(lang)
