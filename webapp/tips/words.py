"""What the tips say besides themselves: how strong the ground is, and why there is no tip."""

from collections.abc import Mapping
from math import floor

from webapp.tips.hold import Hold

ENOUGH = 3  # logged days out of the last 7 before the diary is said to show nothing

STRENGTH: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "A": "sterk bewijs",
        "B": "redelijk bewijs",
        "C": "beperkt bewijs",
        "D": "aannemelijk, niet bewezen",
    },
    "en": {
        "A": "strong evidence",
        "B": "fair evidence",
        "C": "limited evidence",
        "D": "plausible, not proven",
    },
}

_TOO_LITTLE = {
    "nl": ("Houd nog 1 dag je dagboek bij.", "Houd nog {n} dagen je dagboek bij."),
    "en": ("Keep your diary for 1 more day.", "Keep your diary for {n} more days."),
}
_THEN = {
    "nl": " Dan kijken we welke tip bij je past.",
    "en": " Then we can see which tip suits you.",
}
_NOTHING = {
    "nl": "Geen tip vandaag: er valt niets nieuws op in je dagboek. Dat is prima.",
    "en": "No tip today: nothing new stands out in your diary. That is fine.",
}


_HELD: Mapping[Hold, Mapping[str, str]] = {
    "young": {
        "nl": "Onze tips zijn voor mensen van 18 jaar en ouder. De artikelen kun je wel lezen.",
        "en": "Our tips are for people of 18 and over. You can still read the articles.",
    },
    "call": {
        "nl": "Bel eerst. Je gaf aan dat je een alarmsignaal hebt. Tips komen daarna weer.",
        "en": "Call first. You said that you have an alarm sign. Tips come back after that.",
    },
    "visit": {
        "nl": "Je gaf aan dat je nog naar je huisarts moet. Tot dan geven we minder tips.",
        "en": "You said that you still have to see your GP. Until then we give fewer tips.",
    },
    "strong": {
        "nl": "Je had zware kramp. Loop eerst de alarmsignalen na. Tips geven we daarna weer.",
        "en": "You had a severe cramp. Look at the alarm signs first. Tips come back after that.",
    },
}


def whole(parts: Mapping[str, float]) -> dict[str, int]:
    """The parts in whole points that add up to their sum, rounded; those of nothing are left out.

    Each is rounded down, and the largest remainders get what is then lacking.
    """
    down = {name: floor(part) for name, part in parts.items()}
    lacking = round(sum(parts.values())) - sum(down.values())
    by_rest = sorted(parts, key=lambda name: (down[name] - parts[name], name))
    whole = {name: down[name] + (name in by_rest[:lacking]) for name in parts}
    return {name: points for name, points in whole.items() if points}


def held(hold: Hold, lang: str) -> str:
    """Why tips wait."""
    return _HELD[hold][lang]


def message(logged: int, tips: int, lang: str) -> str | None:
    """What to say where tips would stand; None when there are tips.

    `logged` is the number of the last 7 days about which anything is known.
    """
    if tips:
        return None
    short = ENOUGH - logged
    if short <= 0:
        return _NOTHING[lang]
    return _TOO_LITTLE[lang][short > 1].format(n=short) + _THEN[lang]


def number(value: float, lang: str) -> str:
    """A figure for a sentence: whole from 10 on, else one decimal with the language's own mark."""
    text = f"{value:.0f}" if value >= 10 else f"{value:.1f}".removesuffix(".0")
    return text.replace(".", ",") if lang == "nl" else text
