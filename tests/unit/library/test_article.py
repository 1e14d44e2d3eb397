"""Articles: front matter, citations and links are read and rendered once."""

from pathlib import Path

import pytest

from webapp.library.article import Article, ContentError, parse, read_article, render

FRONT = """+++
id = "B04"
slug = "houding"
title = "Houding"
summary = "Kort."
part = "causes"
grade = "D"
grade_note = "Niet bewezen."
sources = ["SWA20", "SED21b"]
reviewed = 2026-11-22
related = ["E04"]
to_review = []
+++
"""


def test_a_citation_becomes_a_numbered_link_to_its_source(tmp_path: Path) -> None:
    html = _html(tmp_path, "Zo is het. [@SWA20] [@SED21b] En nog eens. [@SWA20]")
    assert html.count('href="#source-1"') == 2
    assert html.count('href="#source-2"') == 1
    assert "[@" not in html


def test_a_link_to_an_article_gets_its_address(tmp_path: Path) -> None:
    assert 'href="/nl/E04"' in _html(tmp_path, "Lees [dit](article:E04).")


def test_every_question_can_be_linked_to(tmp_path: Path) -> None:
    article = _article(tmp_path, "## Wat is het?\n\nTekst.\n\n## Wat nu?\n\nTekst.")
    assert [heading.id for heading in article.headings] == ["wat-is-het", "wat-nu"]
    html = render(parse(article, str))
    assert all(f'<h2 id="{heading.id}">' in html for heading in article.headings)


def test_html_in_an_article_stays_text(tmp_path: Path) -> None:
    assert "<script>" not in _html(tmp_path, "Hallo <script>alert(1)</script>")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('id = "B04"\n', ""),
        ("related =", "relatd ="),
        ('part = "causes"', 'part = "magic"'),
        ('grade = "D"', 'grade = "Z"'),
        ('slug = "houding"', 'slug = "anders"'),
        ("reviewed = 2026-11-22", 'reviewed = "ooit"'),
        ("+++\nid", "id"),
        ('title = "Houding"', "title = Houding"),
    ],
)
def test_bad_front_matter_names_the_file(tmp_path: Path, old: str, new: str) -> None:
    with pytest.raises(ContentError, match=r"houding\.md"):
        _article(tmp_path, "Tekst.", FRONT.replace(old, new))


def _html(folder: Path, text: str) -> str:
    return render(parse(_article(folder, text), lambda id_: f"/nl/{id_}"))


def _article(folder: Path, text: str, front: str = FRONT) -> Article:
    path = folder / "houding.md"
    path.write_text(front + text, encoding="utf-8")
    return read_article(path, "nl")
