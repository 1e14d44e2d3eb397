"""Ways into the library besides search: by question, and by where somebody feels it."""

from __future__ import annotations

from flask import Blueprint

from webapp import pages
from webapp.languages import url
from webapp.library.place import places
from webapp.library.question import groups
from webapp.library.section import Lead, section
from webapp.library.shelf import shelf


def register(blueprint: Blueprint) -> None:
    """Add both pages to the library's blueprint."""
    pages.public(blueprint, "questions")(by_question)
    pages.public(blueprint, "where")(by_place)


def by_question(lang: str) -> pages.Page:
    """Questions as people ask them, each with the way to its answer."""
    return pages.Page(
        "library/questions.html",
        {
            "groups": groups(),
            "titles": {id_: each.title for id_, each in shelf().articles[lang].items()},
            "answer_url": lambda question: section_url(lang, question),
        },
    )


def by_place(lang: str) -> pages.Page:
    """The back as a picture, and for each place the articles that can fit there."""
    return pages.Page(
        "library/where.html", {"places": places(), "articles": shelf().articles[lang]}
    )


def section_url(lang: str, lead: Lead) -> str:
    """The address of the section of an article that something leads to."""
    articles = shelf().articles
    slug = articles[lang][lead.article].slug
    return f"{url('library.show', lang, slug=slug)}#{section(lead, articles, lang).id}"
