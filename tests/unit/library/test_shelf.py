"""The library as a whole: what is wrong between its files is said."""

import shutil
from pathlib import Path

import pytest

from webapp.library.shelf import CONTENT, read_shelf


def test_the_library_is_without_faults() -> None:
    assert list(read_shelf().faults()) == []


def test_both_languages_hold_the_same_articles() -> None:
    shelf = read_shelf()
    assert set(shelf.articles["nl"]) == set(shelf.articles["en"])
    assert len(shelf.articles["nl"]) >= 10


def test_every_article_has_its_twin_with_the_same_sources_and_grade() -> None:
    shelf = read_shelf()
    for article in shelf.in_order("nl"):
        twin = shelf.twin(article)
        assert (twin.grade, twin.part, set(twin.cited)) == (
            article.grade,
            article.part,
            set(article.cited),
        ), article.id


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("[@SWA20]", "[@NOWHERE99]", "NOWHERE99 is not in sources.toml"),
        ("[@SWA20]", "", "SWA20 is cited or listed, but not both"),
        ("(article:B01)", "(article:Z99)", "links to Z99, which does not exist"),
        ("## Wat is het?", "Wat is het?", "has another number of questions"),
    ],
)
def test_a_fault_between_files_is_named(tmp_path: Path, old: str, new: str, fault: str) -> None:
    folder = _copy(tmp_path)
    path = folder / "nl" / "houding.md"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    assert any(fault in line for line in read_shelf(folder).faults())


def test_a_missing_translation_is_named(tmp_path: Path) -> None:
    folder = _copy(tmp_path)
    (folder / "en" / "posture.md").unlink()
    assert "B04 has no article in en" in list(read_shelf(folder).faults())


def _copy(folder: Path) -> Path:
    shutil.copytree(CONTENT, folder / "content")
    return folder / "content"
