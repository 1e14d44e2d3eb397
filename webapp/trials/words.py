"""A result in plain words: what it comes to, how sure that is, and what one may do now."""

from __future__ import annotations

from collections.abc import Mapping
from math import floor

from webapp.insights.trial.estimate import Result
from webapp.trials.outcome import Outcome

_TITLES: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "clearly": "Dit helpt je waarschijnlijk merkbaar.",
        "a_little": "Dit helpt je waarschijnlijk, misschien maar een beetje.",
        "worse": "Op dagen hiermee had je waarschijnlijk meer pijn.",
        "no_gain": "Waarschijnlijk merk je er geen verschil van.",
        "undecided": "We kunnen het nog niet zeggen.",
        "too_few": "Er zijn te weinig dagen om iets te zeggen.",
        "open": "We kunnen het niet zeggen.",
    },
    "en": {
        "clearly": "This probably helps you noticeably.",
        "a_little": "This probably helps you, maybe only a little.",
        "worse": "On days with this you probably had more pain.",
        "no_gain": "You probably notice no difference from it.",
        "undecided": "We cannot tell yet.",
        "too_few": "There are too few days to tell.",
        "open": "We cannot tell.",
    },
}
_NOW: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "clearly": "Houd het erin als het je bevalt.",
        "a_little": "Houd het erin als het je weinig moeite kost.",
        "worse": "Je kunt er beter mee stoppen.",
        "no_gain": "Voor je rug hoef je dit niet te doen.",
        "undecided": "Meer dagen geven meer zekerheid.",
        "too_few": "Noteer je pijn ook op dagen zonder kramp: één tik is genoeg.",
        "open": "Dat is ook een antwoord: een groot verschil is er waarschijnlijk niet.",
    },
    "en": {
        "clearly": "Keep it up if you like it.",
        "a_little": "Keep it up if it takes you little effort.",
        "worse": "It is better to stop doing it.",
        "no_gain": "For your back you do not need to do this.",
        "undecided": "More days make it surer.",
        "too_few": "Log your pain on days without a cramp too: one tap is enough.",
        "open": "That is an answer too: a large difference is not likely.",
    },
}
_EFFECT = {
    "nl": "Op dagen ermee was je pijn naar schatting {middle}. 8 van de 10 keer ligt dit "
    "tussen {low} en {high}.",
    "en": "On days with it your pain was about {middle}. 8 times out of 10 this lies between "
    "{low} and {high}.",
}
_SAME = {"nl": "gelijk", "en": "the same"}
_POINTS = {
    "nl": ("{figure} punt lager", "{figure} punt hoger"),
    "en": ("{figure} points lower", "{figure} points higher"),
}
_SURE = {"nl": ("minder dan 1 %", "meer dan 99 %"), "en": ("less than 1%", "more than 99%")}
_PERCENT = {"nl": "{n} %", "en": "{n}%"}
_DAYS = {
    "nl": "Dit komt van {n} dagen waarvan je pijn bekend is. Andere dagen tellen niet mee.",
    "en": "This comes from {n} days on which your pain is known. Other days do not count.",
}
_GOAL = {
    "nl": "Merkbaar is hier: {goal} punt minder pijn, of meer. De kans daarop is {chance}.",
    "en": "Noticeable here means {goal} points less pain, or more. The chance of that is {chance}.",
}
_SELDOM = {
    "nl": "Op de meeste dagen ermee lukte het niet. Dit zegt dus weinig over de gewoonte zelf.",
    "en": "On most days with it, it did not work out. So this says little about the habit itself.",
}


_EARLY = {
    "nl": "Zolang er nog een keer gekeken wordt, zeggen we pas bij 98 % dat iets helpt: wie vaker "
    "kijkt, ziet sneller iets wat er niet is.",
    "en": "As long as there is another look to come, we only say at 98% that something helps: who "
    "looks more often sooner sees what is not there.",
}
_NEARLY = 0.9  # chance of less pain from which that is told


def title(outcome: Outcome, lang: str) -> str:
    """The answer in one sentence; the trial has been looked at."""
    return _TITLES[lang][_key(outcome)]


def sentences(outcome: Outcome, chance: str, lang: str) -> list[str]:
    """What stands below it, the chance first; `chance` begins that sentence."""
    said = _measured(outcome, outcome.result, chance, lang) if outcome.result else []
    seldom = [_SELDOM[lang]] if outcome.result and outcome.seldom else []
    return [*said, *_early(outcome, lang), *seldom, _NOW[lang][_key(outcome)]]


def percent(chance: float, lang: str) -> str:
    """A chance in words; none is ever 0 or 100 %."""
    whole = round(100 * chance)
    if 1 <= whole <= 99:
        return _PERCENT[lang].format(n=whole)
    return _SURE[lang][whole > 50]


def points(effect: float, lang: str) -> str:
    """How much lower or higher, to one decimal."""
    figure = _figure(abs(effect), lang)
    if figure in ("0", "0,0", "0.0"):
        return _SAME[lang]
    return _POINTS[lang][effect > 0].format(figure=figure)


def _key(outcome: Outcome) -> str:
    said = outcome.answer or "too_few"
    ended = outcome.state in ("finished", "stopped")
    return "open" if said == "undecided" and ended else said


def _early(outcome: Outcome, lang: str) -> list[str]:
    nearly = outcome.result is not None and outcome.result.help >= _NEARLY
    return [_EARLY[lang]] if nearly and outcome.answer == "undecided" else []


def _measured(outcome: Outcome, result: Result, chance: str, lang: str) -> list[str]:
    # Rounded down while nothing can be told: at 98 % it would be.
    whole = floor(100 * result.help) / 100 if outcome.answer == "undecided" else result.help
    middle, low, high = (points(each, lang) for each in (result.median, result.low, result.high))
    return [
        f"{chance}: {percent(whole, lang)}.",
        _EFFECT[lang].format(middle=middle, low=low, high=high),
        _GOAL[lang].format(goal=_figure(result.goal, lang), chance=percent(result.target, lang)),
        _DAYS[lang].format(n=result.n),
    ]


def _figure(value: float, lang: str) -> str:
    text = f"{value:.1f}"
    return text.replace(".", ",") if lang == "nl" else text
