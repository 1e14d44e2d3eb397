"""The heading of every field of every kind: what a table or a readable page of a diary says."""

from __future__ import annotations

from collections.abc import Callable

from flask_babel import gettext

from webapp.library.exercise import exercises
from webapp.library.shelf import shelf
from webapp.library.walking import WEEKS
from webapp.tips.tip import catalogue
from webapp.tracker.factors import FACTORS
from webapp.tracker.kinds import DONE
from webapp.tracker.marks import PATTERNS
from webapp.tracker.settings import OWN
from webapp.tracker.words import EFFECT, PROFILE
from webapp.trials.habits import habits
from webapp.zones import AT, PLACES

Headings = dict[str, str]


def headings(lang: str) -> dict[str, Headings]:
    """By kind and field, in the language of the request, which is `lang`.

    Marks have two headings, under the patterns of their names. A person's own questions have
    their number here; the device knows their names.
    """
    return {kind: make(lang) for kind, make in _MAKERS.items()}


def titles(lang: str) -> dict[str, str]:
    """What the codes in a diary stand for: articles, exercises, tips, what they did,
    programmes and trials."""
    articles = {article.id: article.title for article in shelf().in_order(lang)}
    moves = {exercise.id: exercise.title for exercise in exercises().in_order(lang)}
    tips = {tip.id: tip.words[lang].title for tip in catalogue()}
    tried = {habit.id: habit.words(lang).title for habit in habits().values()}
    effects = {key: words[lang] for key, words in EFFECT.items()}
    return articles | moves | tips | tried | effects | {"walking": gettext("Walking programme")}


def _pain(lang: str) -> Headings:
    strengths = {
        field: gettext("%(place)s: how bad, 0 to 3", place=PLACES[place].name(lang))
        for field, place in AT.items()
    }
    return {
        "began": gettext("Began"),
        "worst": gettext("Worst pain, 0 to 10"),
        "zones": gettext("Where"),
        "feel": gettext("Felt"),
        "relief": gettext("Helped"),
        "note": gettext("Note"),
        "minutes": gettext("Lasted, minutes"),
        "day": gettext("Day"),
    } | strengths


def _day(lang: str) -> Headings:
    factors = {
        key: f"{factor.words(lang).label} ({factor.words(lang).unit})"
        if factor.words(lang).unit
        else factor.words(lang).label
        for key, factor in FACTORS.items()
    }
    said = {"day": gettext("Day"), "no_cramp": gettext("No cramp")}
    return said | factors | _own() | {"note": gettext("Note")}


def _own() -> Headings:
    return {
        own: gettext("Own question %(number)s", number=number)
        for number, own in enumerate(OWN, start=1)
    }


def _profile(lang: str) -> Headings:
    return {key: words[lang] for key, words in PROFILE.items()}


def _tip(_lang: str) -> Headings:
    return {
        "tip": gettext("Tip"),
        "day": gettext("Day"),
        "done": gettext("Did it"),
        "effect": gettext("What it did"),
    }


def _follow(_lang: str) -> Headings:
    return {
        "tip": gettext("Tip"),
        "day": gettext("Last chosen on"),
        "saved": gettext("Kept"),
        "not_for_me": gettext("Not for me"),
        "not_now": gettext("Not now, said on"),
        "times": gettext("Not now, how often"),
        "already": gettext("Already do it, said on"),
        "back": gettext("Brought back on"),
    }


def _week(_lang: str) -> Headings:
    days = {
        done: gettext("Did it on day %(day)s", day=number)
        for number, done in enumerate(DONE, start=1)
    }
    return {
        "tip": gettext("Tip"),
        "began": gettext("Began"),
        "ended": gettext("Stopped"),
        "effect": gettext("What it did"),
    } | days


def _exercise(_lang: str) -> Headings:
    return {
        "exercise": gettext("Exercise"),
        "began": gettext("Began"),
        "sets": gettext("Rounds"),
        "before": gettext("Pain before"),
        "after": gettext("Pain after"),
    }


def _plan(_lang: str) -> Headings:
    weeks = {
        f"week_{week}": gettext("Minutes a day in week %(week)s", week=week)
        for week in range(2, WEEKS + 1)
    }
    return {
        "plan": gettext("Programme"),
        "began": gettext("Began"),
        "minutes": gettext("Minutes a day"),
        "ended": gettext("Stopped"),
    } | weeks


def _trial(_lang: str) -> Headings:
    return {
        "habit": gettext("Tried out"),
        "began": gettext("Began"),
        "seed": gettext("Number that the order was drawn from"),
        "block": gettext("Days in one block"),
        "pairs": gettext("Pairs of blocks"),
        "target": gettext("Worth it from, in points of pain"),
        "ended": gettext("Stopped"),
    }


def _tried(_lang: str) -> Headings:
    return {
        "trial": gettext("First day of the trial"),
        "day": gettext("Day"),
        "did": gettext("Did it"),
    }


def _marks(_lang: str) -> Headings:
    words = {"kept": gettext("Kept"), "read": gettext("Read it")}
    return {f"^{PATTERNS[what]}": word for what, word in words.items()}


def _settings(lang: str) -> Headings:
    asked = {
        f"ask_{key}": gettext("Asked: %(question)s", question=factor.words(lang).label)
        for key, factor in FACTORS.items()
    }
    own: Headings = {}
    for key, name in _own().items():
        own |= {
            f"ask_{key}": gettext("Asked: %(question)s", question=name),
            f"{key}_name": name,
            f"{key}_input": gettext("%(question)s: sort of answer", question=name),
            f"{key}_unit": gettext("%(question)s: unit", question=name),
        }
    return asked | {"day_ends": gettext("Hour at which a day ends")} | own


_MAKERS: dict[str, Callable[[str], Headings]] = {
    "pain": _pain,
    "day": _day,
    "exercise": _exercise,
    "plan": _plan,
    "trial": _trial,
    "tried": _tried,
    "tip": _tip,
    "follow": _follow,
    "week": _week,
    "profile": _profile,
    "marks": _marks,
    "settings": _settings,
}
