"""One alarm sign: what a person reads, and the fixed action that belongs to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["112", "now", "today", "visit", "113"]
LEVELS: tuple[Level, ...] = ("112", "now", "today", "visit", "113")
ON_THE_CARD: tuple[Level, ...] = ("112", "now", "today")


@dataclass(frozen=True)
class Sign:
    """One sign in plain words; `rows` names its lines in the table of red flags (R01 to R35).

    `card` is true for the short form: the signs that stand on every page about complaints.
    """

    level: Level
    rows: tuple[str, ...]
    nl: str
    en: str
    card: bool = False

    def text(self, lang: str) -> str:
        """The sign in one language, "nl" or "en"."""
        return self.en if lang == "en" else self.nl


def short(level: Level, rows: str, nl: str, en: str) -> Sign:
    """A sign of the card, and so of every list."""
    return Sign(level, tuple(rows.split()), nl, en, card=True)


def more(level: Level, rows: str, nl: str, en: str) -> Sign:
    """A sign of the page with all signs."""
    return Sign(level, tuple(rows.split()), nl, en)
