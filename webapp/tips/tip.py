"""A tip, and the catalogue that holds them all: one TOML file for each category."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any, Literal

import msgspec

from webapp.tips.conditions import Average, Condition, Count, Total, condition, names
from webapp.tips.habits import MEASURES
from webapp.tips.rules import GATES
from webapp.tracker.factors import FACTORS
from webapp.tracker.kinds import FIELDS

CATALOGUE = Path(__file__).parent / "catalogue"
WINDOW = 183  # days of diary that a tip may look back on
Grade = Literal["A", "B", "C", "D"]


class CatalogueError(ValueError):
    """What is wrong in the catalogue, with the file and the tip."""


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a tip says; `text` may name figures of the trigger, such as {limit}."""

    title: str
    text: str


class Ground(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a trigger says: why the tip is here, and a `text` where the usual one does not fit."""

    why: str
    text: str | None = None


@dataclass(frozen=True)
class Trigger:
    """One reason to show a tip: all of `when` holds. The first condition leads.

    Its distance past the norm (`norm`, or its own limit) is divided by `scale`; None where the
    lead is no measure of a day.
    """

    when: tuple[Condition, ...]
    words: Mapping[str, Ground]
    scale: float | None
    norm: float | None

    @property
    def lead(self) -> Condition:
        """The condition whose figures and distance speak for the trigger."""
        return self.when[0]


@dataclass(frozen=True)
class Tip:
    """General advice with its ground. `again_after` is the rest, in days, after it was shown.

    `heading` is the Dutch heading of the section of the article that explains it.
    `page` is the endpoint of a page to do it with, besides the article to read. `during_visit`
    is a tip that stays while somebody must still be seen for a sign (webapp/tips/hold.py).
    """

    id: str
    category: str
    grade: Grade
    sources: tuple[str, ...]
    article: str
    heading: str
    exclude: tuple[str, ...]
    unless: tuple[Condition, ...]
    triggers: tuple[Trigger, ...]
    words: Mapping[str, Words]
    again_after: int
    page: str | None = None
    during_visit: bool = False


class _TriggerTable(msgspec.Struct, forbid_unknown_fields=True):
    when: list[dict[str, Any]]
    nl: Ground
    en: Ground
    scale: float | None = None
    norm: float | None = None


class _TipTable(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    grade: Grade
    sources: list[str]
    article: str
    heading: str
    nl: Words
    en: Words
    trigger: list[_TriggerTable]
    exclude: list[str] = []
    unless: list[dict[str, Any]] = []
    again_after: int = 7
    page: str | None = None
    during_visit: bool = False


@cache
def catalogue() -> tuple[Tip, ...]:
    """Every tip of the app, in the order of their ids."""
    return load(CATALOGUE)


def load(folder: Path) -> tuple[Tip, ...]:
    """Read and check every `*.toml` in `folder`; raises `CatalogueError`."""
    tips = [tip for file in sorted(folder.glob("*.toml")) for tip in _read(file)]
    doubles = {tip.id for tip in tips if [other.id for other in tips].count(tip.id) > 1}
    if doubles:
        raise CatalogueError(f"{folder.name}: more than one tip is called {sorted(doubles)}")
    return tuple(sorted(tips, key=lambda tip: tip.id))


def placeholders(text: str) -> frozenset[str]:
    """The figures that a text asks for."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def _read(file: Path) -> list[Tip]:
    try:
        content = msgspec.toml.decode(file.read_bytes())
    except msgspec.DecodeError as error:
        raise CatalogueError(f"{file.name}: {error}") from error
    if set(content) != {"tip"} or not isinstance(content["tip"], list):
        raise CatalogueError(f"{file.name}: holds [[tip]] tables and nothing else")
    return [_tip(table, file) for table in content["tip"]]


def _tip(table: dict[str, Any], file: Path) -> Tip:
    try:
        read = msgspec.convert(table, _TipTable)
        tip = Tip(
            id=read.id,
            category=file.stem,
            grade=read.grade,
            sources=tuple(read.sources),
            article=read.article,
            heading=read.heading,
            exclude=tuple(read.exclude),
            unless=tuple(condition(each) for each in read.unless),
            triggers=tuple(_trigger(each) for each in read.trigger),
            words={"nl": read.nl, "en": read.en},
            again_after=read.again_after,
            page=read.page,
            during_visit=read.during_visit,
        )
        _check(tip)
    except (ValueError, TypeError) as error:
        raise CatalogueError(f"{file.name}: tip {table.get('id', '?')}: {error}") from error
    return tip


def _trigger(read: _TriggerTable) -> Trigger:
    if not read.when:
        raise ValueError("a trigger without a condition would always fire")
    when = tuple(condition(each) for each in read.when)
    if isinstance(when[0], Count | Average | Total) != (read.scale is not None):
        raise ValueError("a trigger has a scale if, and only if, it starts with a measure")
    return Trigger(when, {"nl": read.nl, "en": read.en}, read.scale, read.norm)


def _check(tip: Tip) -> None:
    if not re.fullmatch(r"T\d\d", tip.id):
        raise ValueError("an id is a T and two digits")
    if not (tip.sources and tip.triggers):
        raise ValueError("a tip has at least one source and one trigger")
    if not set(tip.exclude) <= set(GATES):
        raise ValueError(f"exclude knows only {', '.join(GATES)}")
    if tip.again_after < 7:
        raise ValueError("a tip rests at least 7 days")
    for each in (*tip.unless, *(each for trigger in tip.triggers for each in trigger.when)):
        _check_condition(each)
    for trigger in tip.triggers:
        _check_words(tip, trigger)


def _check_condition(each: Condition) -> None:
    unknown = names(each) - {*FACTORS, *MEASURES, *FIELDS["profile"]}
    if unknown:
        raise ValueError(f"no factor or answer is called {', '.join(sorted(unknown))}")
    length = max(getattr(each, "of", 0), getattr(each, "earlier", 0))
    if length + getattr(each, "ago", 0) > WINDOW:
        raise ValueError(f"a condition looks back {WINDOW} days at most")


def _check_words(tip: Tip, trigger: Trigger) -> None:
    asked: dict[str, list[str]] = {}
    for lang, ground in trigger.words.items():
        texts = (tip.words[lang].title, ground.text or tip.words[lang].text, ground.why)
        asked[lang] = sorted(name for text in texts for name in placeholders(text))
        unknown = set(asked[lang]) - trigger.lead.FIGURES
        if unknown:
            raise ValueError(f"{lang}: no figure is called {', '.join(sorted(unknown))}")
    if asked["nl"] != asked["en"]:
        raise ValueError(f"nl and en name other figures: {asked['nl']} and {asked['en']}")
