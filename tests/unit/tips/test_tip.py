"""The catalogue: what it holds, and what it refuses."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from webapp.library.shelf import shelf
from webapp.tips.check import faults
from webapp.tips.tip import CatalogueError, Tip, catalogue, load, placeholders

GOOD = """
[[tip]]
id = "T06"
grade = "B"
sources = ["WAO21"]
article = "B04"
heading = "Wat kun je zelf doen?"
exclude = ["M"]
[tip.nl]
title = "Titel"
text = "Tekst."
[tip.en]
title = "Title"
text = "Text."
[[tip.trigger]]
when = [{ factor = "sitting_h", above = 8, days = 3 }]
scale = 4
nl.why = "{count} van {logged}"
en.why = "{count} of {logged}"
"""


def written(folder: Path, text: str) -> tuple[Tip, ...]:
    (folder / "sitting.toml").write_text(text)
    return load(folder)


def test_a_tip_takes_its_category_from_its_file(tmp_path: Path) -> None:
    [tip] = written(tmp_path, GOOD)
    assert (tip.id, tip.category, tip.grade, tip.exclude) == ("T06", "sitting", "B", ("M",))


@pytest.mark.parametrize(
    ("good", "bad", "fault"),
    [
        ('exclude = ["M"]', 'exclude = ["M"]\ncolour = "red"', "colour"),
        ('title = "Titel"', 'title = "Titel"\nlead = "x"', "lead"),
        (
            'exclude = ["M"]',
            'exclude = ["Q"]',
            "exclude knows only P, M, O, K, S, H, W, C, L, N, A, U, B, T",
        ),
        ('grade = "B"', 'grade = "X"', "X"),
        ('id = "T06"', 'id = "T6"', "two digits"),
        ('sources = ["WAO21"]', "sources = []", "at least one source"),
        ('factor = "sitting_h"', 'factor = "sitting"', "called sitting"),
        ("days = 3", "days = 3, of = 184", "183 days at most"),
        ("days = 3", "days = 3, of = 181, ago = 3", "183 days at most"),
        ("days = 3", 'days = 3, also = [{ factor = "fun", is = true }]', "called fun"),
        ("scale = 4", "", "starts with a measure"),
        ("{count} van {logged}", "{sum} van {logged}", "nl: no figure is called sum"),
        ("{count} of {logged}", "{count}", "nl and en name other figures"),
        ('text = "Text."', 'text = "{limit}"', "nl and en name other figures"),
        ('exclude = ["M"]', "again_after = 6", "rests at least 7 days"),
        ("when = [{ factor", "when = []\nwhat = [{ factor", "what"),
    ],
)
def test_a_fault_names_the_file_and_the_tip(
    tmp_path: Path, good: str, bad: str, fault: str
) -> None:
    with pytest.raises(CatalogueError, match=r"sitting\.toml: tip T6?0?6?:") as refusal:
        written(tmp_path, GOOD.replace(good, bad))
    assert fault in str(refusal.value)


def test_a_trigger_without_a_condition_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="would always fire"):
        written(tmp_path, re.sub(r"when = .*", "when = []", GOOD))


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"sitting\.toml"):
        written(tmp_path, "[[tip]")
    with pytest.raises(CatalogueError, match=r"sitting\.toml: holds"):
        written(tmp_path, "tips = 3")


def test_two_tips_cannot_share_an_id(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="T06"):
        written(tmp_path, GOOD + GOOD)


def test_there_are_at_least_twenty_tips() -> None:
    assert len(catalogue()) >= 20


def test_its_sources_and_the_section_that_explains_it_exist() -> None:
    assert list(faults(catalogue(), shelf())) == []


def test_a_tip_without_a_source_or_section_in_the_library_is_named() -> None:
    lost = replace(catalogue()[5], sources=("XYZ1",), heading="Wat nu?")
    assert list(faults([lost], shelf())) == [
        "sitting.toml: tip T06: source XYZ1 is not in sources.toml",
        "sitting.toml: tip T06 B04: it has no heading 'Wat nu?', or more than one",
    ]


def texts(tip: Tip) -> list[str]:
    return [
        text
        for lang in ("nl", "en")
        for text in (
            tip.words[lang].text,
            *(trigger.words[lang].why for trigger in tip.triggers),
            *(trigger.words[lang].text or "Ok." for trigger in tip.triggers),
        )
    ]


@pytest.mark.parametrize("tip", catalogue(), ids=lambda tip: tip.id)
def test_it_says_it_in_three_short_sentences(tip: Tip) -> None:
    for text in texts(tip):
        sentences = re.split(r"(?<=[.!?]) ", text)
        assert len(sentences) <= 3, text
        assert text.endswith("."), text
        for sentence in sentences:
            assert len(sentence.split()) <= 20, sentence


FEAR = r"slijt|versleten|degenerat|kapot|beschadig|gevaar|damag|wear|worn|danger|genees|cure"


@pytest.mark.parametrize("tip", catalogue(), ids=lambda tip: tip.id)
def test_it_frightens_nobody_and_promises_nothing(tip: Tip) -> None:
    for text in (*texts(tip), tip.words["nl"].title, tip.words["en"].title):
        assert not re.search(FEAR, text, re.IGNORECASE), text


def test_placeholders_are_found() -> None:
    assert placeholders("Op {count} van de {logged} dagen") == {"count", "logged"}
