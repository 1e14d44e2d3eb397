"""The check of the library names file and line of what an article may not do."""

from datetime import date
from pathlib import Path

import pytest

from webapp.library.article import Article, read_article
from webapp.library.check import faults, warnings
from webapp.library.shelf import LANGUAGES, read_shelf

FRONT = """+++
id = "B04"
slug = "houding"
title = "Houding"
summary = "Kort."
part = "causes"
grade = "D"
grade_note = "Niet bewezen."
sources = []
reviewed = 2026-11-22
related = []
to_review = []
+++

Rug en buik zijn sterk. Loop maar een stuk.

"""


def test_every_article_passes() -> None:
    shelf = read_shelf()
    found = [fault for lang in LANGUAGES for one in shelf.in_order(lang) for fault in faults(one)]
    assert found == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Dit is " + "heel " * 24 + "lang.", "houding.md:17: 27 words in 'Dit is heel heel"),
        ("Ga. Sta. Loop. Zit. Rust. Slaap.", "houding.md:17: a paragraph of 6 sentences"),
        ("Dit is slijtage van je rug.", "houding.md:17: 'slijtage' frightens"),
        ("Hallo <script>alert(1)</script>", "houding.md:17: '<script>' is no Markdown"),
        ("[klik](javascript:alert)", "houding.md:17: 'javascript:' is no Markdown"),
    ],
)
def test_a_fault_is_named_with_its_line(tmp_path: Path, text: str, fault: str) -> None:
    assert any(fault in line for line in faults(_article(tmp_path, text)))


def test_a_text_that_reads_too_hard_is_named(tmp_path: Path) -> None:
    hard = "Regelmatige lichamelijke activiteiten verminderen waarschijnlijk herhaalde episoden. "
    assert any("reads too hard" in line for line in faults(_article(tmp_path, hard * 5)))


def test_a_summary_must_be_short(tmp_path: Path) -> None:
    front = FRONT.replace('summary = "Kort."', f'summary = "{"woord " * 26}."')
    assert any("summary is longer" in line for line in faults(_article(tmp_path, "Ga.", front)))


def test_an_old_review_warns_and_stops_nothing(tmp_path: Path) -> None:
    article = _article(tmp_path, "Ga maar.")
    assert list(warnings(article, date(2028, 11, 1))) == []
    assert len(list(warnings(article, date(2028, 12, 1)))) == 1


def _article(folder: Path, text: str, front: str = FRONT) -> Article:
    path = folder / "houding.md"
    path.write_text(front + text, encoding="utf-8")
    return read_article(path, "nl")
