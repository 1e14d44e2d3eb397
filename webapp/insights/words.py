"""What the diary shows, in sentences: how much, how sure, and what is still lacking."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from webapp.insights.associations import Association
from webapp.insights.beside import Side
from webapp.insights.columns import Column
from webapp.insights.enough import Lack
from webapp.insights.look import Found, Look

PHRASES: Mapping[str, Mapping[str, str]] = tomllib.loads(
    (Path(__file__).parent / "phrases.toml").read_text(encoding="utf-8")
)
SURE = ((0.975, 2), (0.90, 1), (0.0, 0))  # from this chance on, the word

Words = Mapping[str, str]
_NL: Words = {
    "lag0": "Op dagen met {what}",
    "lag1": "Op dagen na {what}",
    "lag2": "Twee dagen na {what}",
    "own": "meer van “{name}”",
    "own_yes": "“{name}”",
    "effect": "{when} was je pijn gemiddeld {points} punt {way}.",
    "up": "hoger",
    "down": "lager",
    "range": "9 op 10 keer ligt dit tussen {low} en {high}.",
    "across": "9 op 10 keer ligt dit tussen {low} lager en {high} hoger.",
    "chance": "Kans dat dit echt samengaat: {percent}.",
    "most": "meer dan 99 %",
    "percent": "{n} %",
    "perhaps": "{when} was je pijn misschien anders. Zeker is dat nog niet: blijf bijhouden.",
    "sides": "{first}: op {low_days} was je pijn gemiddeld {low}. "
    "{second}: op {high_days} was dat {high}.",
    "to": "{low} tot {high}",
    "of10": "{value} van 10",
    "yes": "ja",
    "no": "nee",
    "day": "1 dag",
    "days": "{n} dagen",
    "note": "Dit gaat alleen samen. Het is geen advies over eten, drinken of gewicht.",
}
_EN: Words = {
    "lag0": "On days with {what}",
    "lag1": "On days after {what}",
    "lag2": "Two days after {what}",
    "own": "more of “{name}”",
    "own_yes": "“{name}”",
    "effect": "{when} your pain was {points} points {way} on average.",
    "up": "higher",
    "down": "lower",
    "range": "9 times out of 10 this lies between {low} and {high}.",
    "across": "9 times out of 10 this lies between {low} lower and {high} higher.",
    "chance": "Chance that the two really go together: {percent}.",
    "most": "more than 99%",
    "percent": "{n}%",
    "perhaps": "{when} your pain was perhaps different. That is not certain yet: keep logging.",
    "sides": "{first}: on {low_days} your pain was {low} on average. "
    "{second}: on {high_days} it was {high}.",
    "to": "{low} to {high}",
    "of10": "{value} out of 10",
    "yes": "yes",
    "no": "no",
    "day": "1 day",
    "days": "{n} days",
    "note": "These only go together. It is no advice about food, drink or weight.",
}
WORDS: Mapping[str, Words] = {"nl": _NL, "en": _EN}

_SURE: Mapping[str, tuple[str, str, str]] = {
    "nl": ("waarschijnlijk", "zeer waarschijnlijk", "vrijwel zeker"),
    "en": ("likely", "very likely", "almost certain"),
}
_LACKS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "nl": {
        "days": (
            "nog 1 dag waarop je dit en je pijn bijhoudt",
            "nog {n} dagen waarop je dit en je pijn bijhoudt",
        ),
        "yes": ("nog 1 dag met ja", "nog {n} dagen met ja"),
        "no": ("nog 1 dag met nee", "nog {n} dagen met nee"),
        "times": ("nog 1 losse keer ja", "nog {n} losse keren ja"),
        "same": ("je vulde bijna steeds hetzelfde in: er valt niets te vergelijken",) * 2,
        "pain": ("je pijn was steeds hetzelfde: er valt niets te vergelijken",) * 2,
        "copy": ("dit loopt gelijk met de dagen van de week of met iets anders",) * 2,
    },
    "en": {
        "days": (
            "1 more day with both this and your pain",
            "{n} more days with both this and your pain",
        ),
        "yes": ("1 more day with yes", "{n} more days with yes"),
        "no": ("1 more day with no", "{n} more days with no"),
        "times": ("1 more separate time with yes", "{n} more separate times with yes"),
        "same": ("your answers were nearly always the same: nothing to compare",) * 2,
        "pain": ("your pain was always the same: nothing to compare",) * 2,
        "copy": ("this runs along with the days of the week or with something else",) * 2,
    },
}
_MESSAGES: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "one": "Nog 1 dag bijhouden. Dan kijken we wat met je pijn samengaat.",
        "days": "Nog {n} dagen bijhouden. Dan kijken we wat met je pijn samengaat.",
        "few": "Er is nog te weinig om te vergelijken. Hieronder staat wat er ontbreekt.",
        "nothing": "In je dagboek gaat nog niets duidelijk samen met je pijn. Dat is een eerlijk "
        "antwoord.",
    },
    "en": {
        "one": "1 more day of logging. Then we see what goes together with your pain.",
        "days": "{n} more days of logging. Then we see what goes together with your pain.",
        "few": "There is too little to compare yet. Below you see what is lacking.",
        "nothing": "Nothing in your diary clearly goes together with your pain yet. That is an "
        "honest answer.",
    },
}


def effect(found: Found, lang: str) -> str:
    """How much higher or lower pain was."""
    words, told = WORDS[lang], found.association
    points = figure(abs(told.effect), lang)
    way = words["up" if told.effect > 0 else "down"]
    return words["effect"].format(when=_when(found, lang), points=points, way=way)


def interval(told: Association, lang: str) -> str:
    """Between which figures that lies, 9 times out of 10."""
    words = WORDS[lang]
    ends = sorted((abs(told.low), abs(told.high)))
    if told.low < 0 < told.high:
        ends = [abs(told.low), told.high]
    low, high = (figure(end, lang) for end in ends)
    key = "across" if told.low < 0 < told.high else "range"
    return words[key].format(low=low, high=high)


def chance(told: Association, lang: str) -> str:
    """The chance that the two go together at all."""
    words = WORDS[lang]
    most = told.posterior >= 0.995
    percent = words["most"] if most else words["percent"].format(n=int(100 * told.posterior + 0.5))
    return words["chance"].format(percent=percent)


def sureness(told: Association, lang: str) -> str:
    """The same in a word."""
    return _SURE[lang][next(word for least, word in SURE if told.posterior >= least)]


def perhaps(found: Found, lang: str) -> str:
    """What is said of a factor about which nothing is certain: no figure."""
    return WORDS[lang]["perhaps"].format(when=_when(found, lang))


def side(each: Side, column: Column, lang: str) -> str:
    """Which days these are."""
    words = WORDS[lang]
    if column.input == "yesno":
        return words["yes" if each.most > 0 else "no"]
    if column.input == "choice":
        names = column.choices[lang]
        return _range([names[int(value)] for value in (each.least, each.most)], lang)
    said = _range([amount(value, lang) for value in (each.least, each.most)], lang)
    if column.input == "scale":
        return words["of10"].format(value=said)
    return f"{said} {column.unit[lang]}".strip()


def sides(found: Found, lang: str) -> str | None:
    """The comparison of low and high days in a sentence."""
    if found.beside is None:
        return None
    low, high = found.beside
    words, column = WORDS[lang], found.column
    label = column.label[lang]
    return words["sides"].format(
        first=f"{label} {side(low, column, lang)}",
        second=f"{label} {side(high, column, lang)}",
        low_days=_days(low.days, lang),
        high_days=_days(high.days, lang),
        low=figure(low.pain, lang),
        high=figure(high.pain, lang),
    )


def lack(each: Lack, lang: str) -> str:
    """What is lacking."""
    return _LACKS[lang][each.reason][each.lacking != 1].format(n=each.lacking)


def message(seen: Look, lang: str) -> str | None:
    """What to say where findings would stand; None when there are."""
    words = _MESSAGES[lang]
    if seen.found:
        return None
    if seen.looked:
        return words["nothing"]
    if seen.needed == 0:
        return words["few"]
    return words["one" if seen.needed == 1 else "days"].format(n=seen.needed)


def note(found: Found, lang: str) -> str | None:
    """What must be said beside a factor that never becomes advice."""
    return WORDS[lang]["note"] if found.together_only else None


def figure(value: float, lang: str) -> str:
    """A figure with one decimal, and the language's own mark."""
    text = f"{value:.1f}"
    return text.replace(".", ",") if lang == "nl" else text


def amount(value: float, lang: str) -> str:
    """A logged amount as it was written, with at most two decimals."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if lang == "nl" else text


def phrase(column: Column, lang: str) -> str:
    """The factor as it stands in a sentence."""
    if column.own is None:
        return PHRASES[column.key][lang]
    return WORDS[lang]["own_yes" if column.yesno else "own"].format(name=column.own)


def _when(found: Found, lang: str) -> str:
    words = WORDS[lang]
    return words[f"lag{found.association.lag}"].format(what=phrase(found.column, lang))


def _range(ends: Sequence[str], lang: str) -> str:
    low, high = ends
    return low if low == high else WORDS[lang]["to"].format(low=low, high=high)


def _days(many: int, lang: str) -> str:
    return WORDS[lang]["day" if many == 1 else "days"].format(n=many)
