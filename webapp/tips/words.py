"""What the tips say besides themselves: how strong the ground is, and why there is no tip."""

from collections.abc import Mapping

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
