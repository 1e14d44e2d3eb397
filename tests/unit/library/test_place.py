"""Where somebody feels it: every level of the picture, several articles each, no diagnosis."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from webapp.library.article import ContentError
from webapp.library.place import PLACES, Fit, Place, faults, places, read_places
from webapp.library.reading import ease
from webapp.library.shelf import CONTENT, LANGUAGES, shelf
from webapp.zones import LEVELS

ARTICLES = shelf().articles
FIRST = places()[0]


def with_first(*fits: Fit) -> tuple[Place, ...]:
    """All places, of which the first has these articles as well."""
    first = msgspec.structs.replace(FIRST, articles=(*FIRST.articles, *fits))
    return first, *places()[1:]


def test_the_places_are_without_faults() -> None:
    assert list(faults(places(), ARTICLES)) == []


def test_each_level_of_the_picture_is_a_place() -> None:
    assert [place.id for place in places()][: len(LEVELS)] == list(LEVELS)
    assert [place.id for place in places()][len(LEVELS) :] == ["leg", "elsewhere"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_reasons_read_easily(lang: str) -> None:
    figure = ease([fit.why(lang) for place in places() for fit in place.articles], lang)
    assert figure >= 75 if lang == "nl" else figure <= 6


@pytest.mark.parametrize(
    ("fit", "fault"),
    [
        (Fit("Z99", "Dit kan.", "It can."), "upper: Z99: there is no such article"),
        (Fit("E04", "Dit kan.", "It can."), "upper: names E04 2 times"),
        (Fit("A01", "Dit kan.", ""), "upper: A01: has no text in en"),
        (Fit("A01", "Het kan " + "heel " * 24 + "zo.", "It can."), "27 words in 'Het kan heel"),
        (Fit("A01", "Het kan slijtage zijn.", "It can."), "'slijtage' frightens"),
        (Fit("A01", "Je hebt een hernia.", "It can."), "'Je hebt' sounds like a diagnosis"),
        (Fit("A01", "Het kan.", "This is a nerve."), "'This is a' sounds like a diagnosis"),
    ],
)
def test_a_fault_is_named(fit: Fit, fault: str) -> None:
    assert any(fault in line for line in faults(with_first(fit), ARTICLES))


def test_a_place_without_a_name_or_with_too_few_articles_is_named() -> None:
    poor = msgspec.structs.replace(FIRST, nl="", articles=FIRST.articles[:2])
    assert list(faults((poor, *places()[1:]), ARTICLES)) == [
        "places.toml: upper: has no text in nl",
        "places.toml: upper: has fewer than 3 articles",
    ]


def test_a_place_that_lacks_is_named() -> None:
    [fault] = faults(places()[1:], ARTICLES)
    assert fault == f"places.toml: the places are not {', '.join(PLACES)}, in this order"


@pytest.mark.parametrize(
    ("old", "new"), [('en = "Lower back"', ""), ('id = "leg"', 'id = "leg"\nside = "left"')]
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, old: str, new: str) -> None:
    text = (CONTENT / "places.toml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "places.toml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(ContentError, match=r"places\.toml"):
        read_places(path)
