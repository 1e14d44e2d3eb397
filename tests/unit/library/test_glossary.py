"""The glossary: whole in both languages, plain, and of words that the articles use."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from webapp.library.article import ContentError
from webapp.library.glossary import Finder, Glossary, Term, glossary, read_glossary
from webapp.library.shelf import LANGUAGES, shelf

ENTRY = """
[sciatica]
article = "B07"
nl = { term = "ischias", meaning = "Pijn in je been." }
en = { term = "sciatica", forms = ["sciaticas"], meaning = "Pain in your leg." }
"""


def test_the_glossary_has_no_fault() -> None:
    assert list(glossary().faults(shelf())) == []


def test_it_holds_the_words_that_people_ask_about() -> None:
    assert len(glossary().terms["nl"]) >= 45
    names = {term.name for term in glossary().in_order("nl")}
    assert {"ischias", "hernia", "artrose", "stenose", "ME/CVS", "plastablet", "neppil"} <= names


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_terms_stand_under_their_letters_by_the_alphabet(lang: str) -> None:
    letters = [letter for letter, _ in glossary().by_letter(lang)]
    assert letters == sorted(set(letters))
    names = [term.name.casefold() for _, terms in glossary().by_letter(lang) for term in terms]
    assert names == sorted(names)
    assert len(names) == len(glossary().terms[lang])


def test_a_term_is_read_with_all_its_written_forms(tmp_path: Path) -> None:
    english = read(tmp_path, ENTRY).terms["en"]["sciatica"]
    assert english.forms == ("sciatica", "sciaticas")
    assert (english.name, english.letter, english.article) == ("sciatica", "S", "B07")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('en = { term = "sciatica", forms = ["sciaticas"], meaning = "Pain in your leg." }\n', ""),
        ("[sciatica]", "[Sciatica]"),
        ('article = "B07"', 'artikel = "B07"'),
        ('meaning = "Pijn', 'means = "Pijn'),
        ('term = "ischias", ', ""),
        ('"Pijn in je been."', '" "'),
        ('"sciaticas"', '""'),
        ("[sciatica]", "[sciatica"),
    ],
)
def test_a_file_that_cannot_be_used_is_named(tmp_path: Path, old: str, new: str) -> None:
    assert old in ENTRY
    with pytest.raises(ContentError, match=r"glossary\.toml"):
        read(tmp_path, ENTRY.replace(old, new))


@pytest.mark.parametrize(
    ("lang", "changed", "fault"),
    [
        ("nl", {"meaning": f"Pijn {'heel ' * 24}lang."}, "26 words in 'Pijn heel"),
        ("nl", {"meaning": "Een. Twee. Drie."}, "3 sentences"),
        ("nl", {"meaning": "Slijtage van je rug."}, "'Slijtage' frightens"),
        ("en", {"meaning": "Wear and tear of your back."}, "'Wear and tear' frightens"),
        ("nl", {"article": "Z99"}, "article Z99 does not exist"),
        ("nl", {"forms": ("heupzenuwpijn",)}, "occurs in no article"),
        ("nl", {"forms": ("ischias", "Hernia")}, "'Hernia' is also written for another term"),
    ],
)
def test_a_fault_is_said_with_its_term(lang: str, changed: dict[str, object], fault: str) -> None:
    terms = {name: dict(of) for name, of in glossary().terms.items()}
    terms[lang]["sciatica"] = dataclasses.replace(terms[lang]["sciatica"], **changed)  # type: ignore[arg-type]
    faults = list(Glossary(terms).faults(shelf()))
    assert [line for line in faults if f"glossary.toml: sciatica ({lang}): {fault}" in line], faults


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Een hernia. Hernia!", ["hernia", "Hernia"]),
        ("Twee hernia's, en 'hernia'.", ["hernia's", "hernia"]),
        ("Na een hernia-operatie, rug-hernia of rughernia", []),
        ("herniatie, herniaatje", []),
        ("opioïd en opioïden, geen opioide", ["opioïd", "opioïden"]),
        ("axiale spondyloartritis", ["axiale spondyloartritis"]),
        ("spondyloartritis", ["spondyloartritis"]),
        ("(TENS) maar geen tens, minstens of Tens", ["TENS"]),
        ("dit is me een ding, ME/CVS niet", ["ME/CVS"]),
        ("twee TENS's en d'ischias", []),
        ("ischias na ischias van nu", ["ischias", "ischias van nu"]),
        ("opioi\u0308d", []),
    ],
)
def test_whole_words_are_found_and_the_longest_first(text: str, found: list[str]) -> None:
    forms = [
        ("hernia", "hernia's"),
        ("opioïd", "opioïden", "opioi"),
        ("spondyloartritis",),
        ("axiale spondyloartritis",),
        ("TENS",),
        ("ME/CVS",),
        ("ischias",),
        ("ischias van nu",),
    ]
    finder = Finder(Term("nl", str(place), each, "", None) for place, each in enumerate(forms))
    assert [match[0] for match, _ in finder.found(text)] == found


def read(folder: Path, text: str) -> Glossary:
    path = folder / "glossary.toml"
    path.write_text(text, encoding="utf-8")
    return read_glossary(path)
