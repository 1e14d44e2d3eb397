"""What leads to a section of an article gets there in both languages, or its fault is named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from webapp.library.article import Article
from webapp.library.section import faults, section
from webapp.library.shelf import shelf

ARTICLES = shelf().articles


@dataclass(frozen=True)
class To:
    """Something that leads to an article on sitting."""

    article: str = "B04"
    heading: str = "Wat kun je zelf doen?"


def with_changed(lang: str, change: Callable[[str], str]) -> dict[str, dict[str, Article]]:
    """All articles, of which that on sitting has another text in one language."""
    changed = ARTICLES[lang]["B04"]
    changed = replace(changed, text=change(changed.text))
    return {**ARTICLES, lang: {**ARTICLES[lang], "B04": changed}}


def test_it_leads_to_the_same_place_in_both_languages() -> None:
    assert section(To(), ARTICLES, "nl").id == "wat-kun-je-zelf-doen"
    assert section(To(), ARTICLES, "en").id == "what-can-you-do-yourself"
    assert list(faults("it", To(), ARTICLES)) == []


@pytest.mark.parametrize(
    ("lead", "fault"),
    [
        (To(article="Z99"), "it: there is no such article"),
        (To(heading="Wat nu?"), "it: it has no heading 'Wat nu?', or more than one"),
    ],
)
def test_what_is_not_there_is_named(lead: To, fault: str) -> None:
    assert list(faults("it", lead, ARTICLES)) == [fault]


@pytest.mark.parametrize(
    ("lang", "old", "new", "fault"),
    [
        ("nl", "## Wat kun je zelf doen?", "## Wat kun je doen?", "has no heading 'Wat kun je"),
        ("nl", "## Hoe gaat het verder?", "## Wat kun je zelf doen?", "or more than one"),
        ("en", "## What can you do yourself?", "What can you do yourself?", "the en article lacks"),
        ("en", "## How does it go on?", "## What can you do yourself?", "have the same anchor"),
    ],
)
def test_a_heading_that_is_gone_from_either_language_is_named(
    lang: str, old: str, new: str, fault: str
) -> None:
    assert old in ARTICLES[lang]["B04"].text
    said = list(faults("it", To(), with_changed(lang, lambda text: text.replace(old, new))))
    assert any(fault in each for each in said), said


def test_an_article_that_lacks_its_twin_is_named() -> None:
    alone = {"nl": ARTICLES["nl"], "en": {}}
    assert list(faults("it", To(), alone)) == [
        "it: the en article lacks the sections of the Dutch one"
    ]
