"""The alarm signs: one fixed list, in which each sign has its own action."""

from __future__ import annotations

import pytest

from webapp.languages import LANGUAGES
from webapp.library.sign import LEVELS, ON_THE_CARD, Level, Sign
from webapp.library.signs import SIGNS, signs_of

# The levels of the table of red flags; a line with two levels has a sign of its own for each.
TABLE: dict[str, set[Level]] = {
    "R01": {"112"}, "R02": {"112", "now"}, "R03": {"now"}, "R04": {"now"}, "R05": {"now"},
    "R06": {"now", "today"}, "R07": {"now"}, "R08": {"today", "visit"}, "R09": {"112"},
    "R10": {"today"}, "R11": {"visit", "today"}, "R12": {"today", "112"},
    "R13": {"today", "now"}, "R14": {"today", "now"}, "R15": {"visit", "today"},
    "R16": {"visit"}, "R17": {"visit"}, "R18": {"visit"}, "R19": {"today", "now"},
    "R20": {"now"}, "R21": {"now"}, "R22": {"112", "now"}, "R23": {"112"}, "R24": {"112"},
    "R25": {"today"}, "R26": {"today"}, "R27": {"today"}, "R28": {"112"}, "R29": {"today"},
    "R30": {"visit"}, "R31": {"visit", "today"}, "R32": {"visit"}, "R33": {"113"},
    "R34": {"now"}, "R35": {"now"},
}  # fmt: skip


def test_every_line_of_the_table_has_its_signs_at_its_levels() -> None:
    found: dict[str, set[Level]] = {}
    for sign in SIGNS:
        for row in sign.rows:
            found.setdefault(row, set()).add(sign.level)
    assert found == TABLE


@pytest.mark.parametrize("level", LEVELS)
def test_every_level_has_signs_in_their_order(level: Level) -> None:
    signs = signs_of(level)
    assert signs
    assert signs == [sign for sign in SIGNS if sign.level == level]


def test_the_card_has_the_signs_that_cannot_wait_and_no_others() -> None:
    assert {sign.level for sign in SIGNS if sign.card} == set(ON_THE_CARD)
    assert [len(signs_of(level, card=True)) for level in ON_THE_CARD] == [4, 6, 4]
    for row in ("R01", "R03", "R04", "R07", "R09", "R12", "R14", "R20", "R24"):
        assert any(row in sign.rows and sign.card for sign in SIGNS), row


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sign_stands_in_the_list_twice(lang: str) -> None:
    texts = [sign.text(lang) for sign in SIGNS]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("sign", SIGNS, ids=lambda sign: sign.en[:30])
def test_a_sign_is_short_and_in_plain_words(sign: Sign) -> None:
    for lang in LANGUAGES:
        text = sign.text(lang)
        assert text.endswith("."), text
        assert "  " not in text
        assert max(len(sentence.split()) for sentence in text.split(". ")) <= 24, text
        for word in ("cauda", "syndro", "parese", "fractu", "sepsis", "slijtage", "damage"):
            assert word not in text.lower(), text
