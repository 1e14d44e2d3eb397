"""The consent to keep a diary: the words that people read and tick, per version.

The hash in a person's consent is taken from these words, so it proves what was on the screen.
A change of meaning is a new version; nobody's old consent speaks for it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

VERSION = "2"
# The versions that cover all that is kept now: 1 did not name what somebody keeps and reads.
COVERING = frozenset({"2"})


@dataclass(frozen=True)
class ConsentText:
    """What is asked, in one language: paragraphs to read and the statement at the checkbox."""

    version: str
    language: str
    paragraphs: tuple[str, ...]
    statement: str

    @property
    def sha256(self) -> str:
        """Hex hash of paragraphs and statement, joined by blank lines, as UTF-8."""
        return hashlib.sha256("\n\n".join((*self.paragraphs, self.statement)).encode()).hexdigest()


TEXTS = {
    "nl": ConsentText(
        version=VERSION,
        language="nl",
        paragraphs=(
            "Je dagboek gaat over je gezondheid. Denk aan pijn, slaap, stress en beweging. "
            "De wet beschermt zulke gegevens extra.",
            "Rugwijs bewaart wat jij noteert, en welke artikelen en oefeningen je bewaart "
            "of als gelezen aantikt. Zo staan je dagboek en je leeslijst op al je apparaten, "
            "en krijg je tips die bij jouw dagen passen. Meer doen we er niet mee.",
            "Wat je noteert, staat bij ons versleuteld. We geven of verkopen het aan niemand.",
            "Je kunt je toestemming altijd intrekken, op de pagina Ik. "
            "Dan nemen we niets nieuws meer van je aan.",
        ),
        statement="Ja, Rugwijs mag gegevens over mijn gezondheid bewaren "
        "voor dagboek, leeslijst en tips.",
    ),
    "en": ConsentText(
        version=VERSION,
        language="en",
        paragraphs=(
            "Your diary is about your health. Think of pain, sleep, stress and movement. "
            "The law gives such data extra protection.",
            "Rugwijs keeps what you log, and which articles and exercises you keep "
            "or mark as read. That puts your diary and your reading list on all your devices, "
            "and gives you tips that fit your days. We do nothing else with it.",
            "What you log is encrypted when we store it. We give or sell it to nobody.",
            "You can withdraw your consent at any time, on the page Me. "
            "From then on we take nothing new from you.",
        ),
        statement="Yes, Rugwijs may keep data about my health for diary, reading list and tips.",
    ),
}


def text(language: str) -> ConsentText:
    """The text that is shown now, in this language."""
    return TEXTS[language]
