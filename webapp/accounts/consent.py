"""What somebody may agree to, each apart: the words that people read and tick, per version.

The hash in a person's consent is taken from these words, so it proves what was on the screen.
A change of meaning is a new version; nobody's old consent speaks for it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

DIARY = "diary"
REMINDERS = "reminders"  # nothing asks for it before there are any
PURPOSES = (DIARY, REMINDERS)
# The versions that cover all that is done now: 1 did not name what somebody keeps and reads.
COVERING = {DIARY: frozenset({"2"}), REMINDERS: frozenset({"1"})}


@dataclass(frozen=True)
class ConsentText:
    """What is asked, in one language: paragraphs to read and the statement at the checkbox."""

    purpose: str
    version: str
    language: str
    paragraphs: tuple[str, ...]
    statement: str

    @property
    def sha256(self) -> str:
        """Hex hash of paragraphs and statement, joined by blank lines, as UTF-8."""
        return hashlib.sha256("\n\n".join((*self.paragraphs, self.statement)).encode()).hexdigest()


TEXTS = {
    (DIARY, "nl"): ConsentText(
        purpose=DIARY,
        version="2",
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
    (DIARY, "en"): ConsentText(
        purpose=DIARY,
        version="2",
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
    (REMINDERS, "nl"): ConsentText(
        purpose=REMINDERS,
        version="1",
        language="nl",
        paragraphs=(
            "Rugwijs kan je op je telefoon herinneren aan je dagboek. "
            "Jij kiest wanneer, en je zet het uit wanneer je wilt.",
            "Daarvoor bewaren we op welke tijden je dat wilt. Ook bewaren we het adres waarop "
            "de berichtendienst van je browser je telefoon bereikt.",
            "In een herinnering staat geen woord over je gezondheid. "
            "We gebruiken deze gegevens nergens anders voor.",
            "Je kunt je toestemming altijd intrekken, op de pagina Ik. "
            "Dan wissen we de tijden en het adres, en krijg je geen herinneringen meer.",
        ),
        statement="Ja, Rugwijs mag me aan mijn dagboek herinneren.",
    ),
    (REMINDERS, "en"): ConsentText(
        purpose=REMINDERS,
        version="1",
        language="en",
        paragraphs=(
            "Rugwijs can remind you of your diary on your phone. "
            "You choose when, and switch it off when you like.",
            "For that we keep at what times you want it. We also keep the address at which "
            "the message service of your browser reaches your phone.",
            "A reminder holds no word about your health. We use these data for nothing else.",
            "You can withdraw your consent at any time, on the page Me. "
            "Then we erase the times and the address, and you get no more reminders.",
        ),
        statement="Yes, Rugwijs may remind me of my diary.",
    ),
}


def text(language: str, purpose: str = DIARY) -> ConsentText:
    """The text that is shown now, in this language."""
    return TEXTS[purpose, language]
