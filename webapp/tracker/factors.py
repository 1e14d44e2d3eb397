"""The lifestyle factors of a day, each named once.

The forms, the check of what is sent, the columns of the insights, the triggers of the
tips and the export all come from `FACTORS`. A new factor is one entry.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Input = Literal["number", "scale", "choice", "yesno"]
Group = Literal["movement", "load", "rest", "intake", "care"]


@dataclass(frozen=True)
class Words:
    """What a person reads: `choices[n]` is the word for the choice n."""

    label: str
    unit: str = ""
    hint: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Norm:
    """A norm in plain words, with the code of its source in the register of sources."""

    nl: str
    en: str
    source: str


@dataclass(frozen=True)
class Factor:
    """One thing to log about a day; `low` and `high` are allowed, `step` is what one tap adds."""

    key: str
    group: Group
    input: Input
    unit: str
    low: float
    high: float
    step: float
    nl: Words
    en: Words
    norm: Norm | None = None

    @property
    def whole(self) -> bool:
        """Whether only whole numbers make sense, as for minutes, scales and glasses."""
        return self.step >= 1

    def words(self, lang: str) -> Words:
        """The words in `lang`, which is "nl" or "en"."""
        return self.en if lang == "en" else self.nl


@dataclass(frozen=True)
class Drink:
    """A drink with caffeine: milligrams in one cup, glass or can."""

    key: str
    mg: int
    nl: str
    en: str


def _number(
    key: str,
    group: Group,
    unit: str,
    high: float,
    step: float,
    nl: Words,
    en: Words,
    norm: Norm | None = None,
) -> Factor:
    return Factor(key, group, "number", unit, 0, high, step, nl, en, norm)


def _scale(key: str, group: Group, nl: Words, en: Words) -> Factor:
    return Factor(key, group, "scale", "points", 0, 10, 1, nl, en)


def _choice(key: str, group: Group, nl: Words, en: Words, norm: Norm | None = None) -> Factor:
    return Factor(key, group, "choice", "level", 0, len(nl.choices) - 1, 1, nl, en, norm)


def _yesno(key: str, group: Group, nl: Words, en: Words, norm: Norm | None = None) -> Factor:
    return Factor(key, group, "yesno", "yesno", 0, 1, 1, nl, en, norm)


_ALL = (
    _number(
        "sitting_h", "movement", "hours", 16, 0.5,
        Words("Zitten", "uur", "Alles bij elkaar: werk, eten, reizen en de bank."),
        Words("Sitting", "hours", "All together: work, meals, travel and the sofa."),
        norm=Norm(
            "Zit niet te veel. Een getal is er niet; wij kijken naar 8 uur per dag.",
            "Do not sit too much. There is no official number; we look at 8 hours a day.",
            "BEWEEG",
        ),
    ),
    _number(
        "sitting_stretch_min", "movement", "minutes", 600, 15,
        Words("Langst achter elkaar zitten", "minuten", "De langste tijd zonder op te staan."),
        Words("Longest time sitting", "minutes", "The longest time without getting up."),
        norm=Norm(
            "Vaak van houding wisselen hielp mensen die op kantoor werken.",
            "Changing posture often helped people who work in an office.",
            "WAO21",
        ),
    ),
    _number(
        "driving_h", "movement", "hours", 16, 0.5,
        Words("Autorijden", "uur", "Ook als je meerijdt."),
        Words("Driving", "hours", "Riding along counts too."),
    ),
    _number(
        "walk_min", "movement", "minutes", 600, 5,
        Words("Wandelen", "minuten", "Ook stukjes naar de winkel of de bus."),
        Words("Walking", "minutes", "Short walks to a shop or a bus count too."),
        norm=Norm(
            "In onderzoek hielp wandelen tot 30 minuten, 5 dagen in de week.",
            "In a trial, walking up to 30 minutes, 5 days a week, helped.",
            "WALK24",
        ),
    ),
    _yesno(
        "strength", "movement",
        Words("Kracht geoefend", hint="Oefeningen waarbij je spieren zwaar werk doen."),
        Words("Strength exercises", hint="Exercises that make your muscles work hard."),
        norm=Norm(
            "Minstens 2 keer in de week spieren en botten oefenen.",
            "Train muscles and bones at least twice a week.",
            "BEWEEG",
        ),
    ),
    _choice(
        "heavy_lifting", "load",
        Words("Zwaar getild", choices=("niet", "een beetje", "veel")),
        Words("Heavy lifting", choices=("none", "some", "much")),
        norm=Norm(
            "Op het werk: liever niet meer dan 23 kilo in één keer.",
            "At work: preferably no more than 23 kilos at once.",
            "ARBO",
        ),
    ),
    _choice(
        "unusual_effort", "load",
        Words(
            "Ongewone inspanning", "", "Meer of anders dan je lijf gewend is.",
            ("niet", "een beetje", "duidelijk", "heel veel"),
        ),
        Words(
            "Unusual effort", "", "More than your body is used to, or different.",
            ("none", "a little", "clearly", "very much"),
        ),
    ),
    _yesno(
        "tired_rushed", "load",
        Words("Moe of gehaast bij een klus", hint="Thuis, op je werk of bij sport."),
        Words("Tired or rushed during a task", hint="At home, at work or in sport."),
    ),
    _scale(
        "stress", "rest",
        Words("Stress", hint="0 is geen stress, 10 is de meeste stress die je kent."),
        Words("Stress", hint="0 is no stress, 10 is the most stress you know."),
    ),
    _number(
        "sleep_h", "rest", "hours", 14, 0.25,
        Words("Slaap", "uur", "De nacht voor deze dag."),
        Words("Sleep", "hours", "The night before this day."),
    ),
    _scale(
        "sleep_q", "rest",
        Words("Hoe goed je sliep", hint="0 is heel slecht, 10 is heel goed."),
        Words("How well you slept", hint="0 is very badly, 10 is very well."),
    ),
    _number(
        "fluids_l", "intake", "litres", 5, 0.1,
        Words("Drinken", "liter", "Alles telt, behalve alcohol. Een glas is 0,2 liter."),
        Words("Drinks", "litres", "Everything counts but alcohol. A glass is 0.2 litres."),
        norm=Norm(
            "1,5 tot 2 liter per dag; bij hitte 2 liter of meer.",
            "1.5 to 2 litres a day; 2 litres or more in hot weather.",
            "WATER-NL",
        ),
    ),
    _number(
        "caffeine_mg", "intake", "milligrams", 1500, 10,
        Words("Cafeïne", "mg", "Uit koffie, thee, cola en energiedrank."),
        Words("Caffeine", "mg", "From coffee, tea, cola and energy drinks."),
        norm=Norm(
            "Niet meer dan 400 mg per dag; ben je zwanger, niet meer dan 200 mg.",
            "No more than 400 mg a day; no more than 200 mg if you are pregnant.",
            "CAF-NL",
        ),
    ),
    _yesno(
        "caffeine_late", "intake",
        Words("Cafeïne na 16 uur", hint="100 mg of meer: ongeveer 2 koppen koffie."),
        Words("Caffeine after 4 pm", hint="100 mg or more: about 2 cups of coffee."),
    ),
    _number(
        "alcohol_units", "intake", "glasses", 30, 1,
        Words("Alcohol", "glazen", "Gewone glazen. Een halve liter bier is 2 glazen."),
        Words("Alcohol", "glasses", "Standard glasses. Half a litre of beer is 2 glasses."),
        norm=Norm(
            "Drink geen alcohol, of niet meer dan 1 glas per dag.",
            "Drink no alcohol, or no more than 1 glass a day.",
            "ALC-NL",
        ),
    ),
    _yesno(
        "heat_used", "care",
        Words("Warmte gebruikt", hint="Een kruik, een warm bad of een warmtepakking."),
        Words("Used heat", hint="A hot-water bottle, a warm bath or a heat wrap."),
    ),
    _yesno(
        "ill", "care",
        Words("Koorts of griep"),
        Words("Fever or flu"),
    ),
)  # fmt: skip

FACTORS: Mapping[str, Factor] = MappingProxyType({factor.key: factor for factor in _ALL})

DRINKS = (
    Drink("coffee", 60, "koffie", "coffee"),
    Drink("black_tea", 30, "zwarte thee", "black tea"),
    Drink("green_tea", 20, "groene thee", "green tea"),
    Drink("cola", 20, "cola", "cola"),
    Drink("energy_drink", 80, "energiedrank", "energy drink"),
)
