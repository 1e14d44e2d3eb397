"""The kinds of record: every field of each with its type and its check.

A body is flat: its field names are what sync merges on. A field that is missing is absent;
it is never null and never filled in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Annotated, Any, NamedTuple

import msgspec
from msgspec import UNSET, Meta, UnsetType

from webapp.library.walking import LEAST, MOST, WEEKS
from webapp.tracker.factors import FACTORS, Factor
from webapp.tracker.marks import MARKS
from webapp.tracker.settings import DAY_ENDS, OWN, OWN_INPUTS, OWN_NAME, OWN_UNIT
from webapp.tracker.values import (
    A_MOMENT,
    NOTE_LIMIT,
    Check,
    code,
    day,
    figure_or_yes,
    moment,
    note,
    number,
    one_of,
    only_yes,
    several,
    text,
    yes_or_no,
)
from webapp.tracker.words import FEEL, PROFILE, RELIEF
from webapp.zones import AT, STRONGEST, ZONES

MINUTES_LIMIT = 7 * 24 * 60  # a cramp that lasts longer is no cramp that a clock can tell
HABIT = "[a-z_]{3,24}"  # any: a phone may know a habit that this server does not have yet
SEEDS, PAIRS = 2**32, 10  # of a trial: as many orders, and pairs of blocks at most
CHOSEN = tuple(f"week_{number}" for number in range(2, WEEKS + 1))
A_TIP = "T[0-9]{2}"
EFFECTS = "helped|no_difference|worse"
DONE = tuple(f"done_{number}" for number in range(1, 8))
LISTS: Mapping[str, Iterable[str]] = {"zones": ZONES, "feel": FEEL, "relief": RELIEF}


class Field(NamedTuple):
    """One field: the type that it has in a struct, and the check of what is sent."""

    type: Any
    check: Check
    required: bool = False
    absent: Any = UNSET


def _must(type_: Any, check: Check) -> Field:
    return Field(type_, check, required=True)


def _may(type_: Any, check: Check) -> Field:
    return Field(type_ | UnsetType, check)


def _said(type_: Any, **more: Any) -> Any:
    """The type, with what its check asks, for the description of the API."""
    return Annotated[type_, Meta(extra_json_schema=more)]


def _range(type_: type, low: float, high: float) -> Any:
    return _said(type_, minimum=low, maximum=high)


def _whole(low: int, high: int) -> Field:
    return _may(_range(int, low, high), number(low, high, whole=True))


def _factor(factor: Factor) -> Field:
    if factor.input == "yesno":
        return _may(bool, yes_or_no)
    low, high = factor.low, factor.high
    fits = number(low, high, factor.whole)
    return _may(_range(int if factor.whole else float, low, high), fits)


def _code(pattern: str) -> tuple[Any, Check]:
    return _said(str, pattern=f"^({pattern})$"), code(pattern)


def _line(limit: int) -> tuple[Any, Check]:
    return _said(str, minLength=1, maxLength=limit), text(limit)


def _several(choices: Iterable[str]) -> Field:
    list_of: Any = tuple  # to the type checker; it takes no type that is made as this one is
    type_ = list_of[_said(str, enum=list(choices)), ...]
    return Field(_said(type_, uniqueItems=True), several(choices), absent=())


DAY = _said(str, format="date")
MOMENT = _said(str, pattern=f"^{A_MOMENT.pattern}$")
YES = _said(bool, const=True)

KINDS: Mapping[str, Mapping[str, Field]] = MappingProxyType(
    {
        # A cramp; `began` is local time with its offset, `worst` 0 to 10, `minutes` how long.
        # `day` is the person's own day where that is not the date of `began`. Where it was
        # stands in the fields `at_…` (webapp/zones.py); `zones` names the same places of the back
        # once more, for what was logged before there were such fields, and for older apps.
        "pain": {
            "began": _must(MOMENT, moment),
            "worst": _must(_range(int, 0, 10), number(0, 10, whole=True)),
            **{name: _several(choices) for name, choices in LISTS.items()},
            "note": Field(_said(str, maxLength=NOTE_LIMIT), note, absent=""),
            "minutes": _whole(0, MINUTES_LIMIT),
            "day": _may(DAY, day),
            **dict.fromkeys(AT, _whole(0, STRONGEST)),
        },
        # A day of the person's own; `no_cramp` is yes or absent.
        "day": {
            "day": _must(DAY, day),
            "no_cramp": _may(YES, only_yes),
            **{key: _factor(factor) for key, factor in FACTORS.items()},
            **dict.fromkeys(OWN, _may(bool | float, figure_or_yes)),
            "note": Field(_said(str, maxLength=NOTE_LIMIT), note, absent=""),
        },
        "profile": dict.fromkeys(PROFILE, _may(bool, yes_or_no)),
        # A tip that was shown on a day; `done` that day, and what that did.
        "tip": {
            "tip": _must(*_code(A_TIP)),
            "day": _must(DAY, day),
            "done": _may(YES, only_yes),
            "effect": _may(*_code(EFFECTS)),
        },
        # What a person chose about one tip, last on `day`. `not_now`: the day on which it was put
        # off for the `times`-th time running. `already`: the day on which it was a habit already.
        # `back`: the day it was brought back; what was said of its effect before counts no more.
        "follow": {
            "tip": _must(*_code(A_TIP)),
            "day": _must(DAY, day),
            "saved": _may(YES, only_yes),
            "not_for_me": _may(YES, only_yes),
            "not_now": _may(DAY, day),
            "times": _whole(1, 20),
            "already": _may(DAY, day),
            "back": _may(DAY, day),
        },
        # Seven days with one tip from `began` on: on which of them it was done, and what it did.
        # `ended`: the day it was stopped before its end.
        "week": {
            "tip": _must(*_code(A_TIP)),
            "began": _must(DAY, day),
            "ended": _may(DAY, day),
            **dict.fromkeys(DONE, _may(YES, only_yes)),
            "effect": _may(*_code(EFFECTS)),
        },
        # A done exercise. X01 to X99: a phone may know one that this server does not have yet.
        "exercise": {
            "exercise": _must(*_code("X(0[1-9]|[1-9][0-9])")),
            "began": _must(MOMENT, moment),
            "sets": _must(_range(int, 1, 20), number(1, 20, whole=True)),
            "before": _whole(0, 10),
            "after": _whole(0, 10),
        },
        # A programme and the day it began; `minutes` a day in its first week, and in `week_2`
        # and on only what the person chose against the advice. `ended`: the day it was stopped.
        "plan": {
            "plan": _must(*_code("walking")),
            "began": _must(DAY, day),
            "minutes": _must(_range(int, LEAST, MOST), number(LEAST, MOST, whole=True)),
            "ended": _may(DAY, day),
            **dict.fromkeys(CHOSEN, _whole(LEAST, MOST)),
        },
        # A trial on oneself: the habit, its first day, and what the order of its blocks is drawn
        # from (webapp/insights/trial/design.py). `target`: the gain in points that is worth it to
        # this person. `ended`: the day it was stopped.
        "trial": {
            "habit": _must(*_code(HABIT)),
            "began": _must(DAY, day),
            "seed": _must(_range(int, 0, SEEDS - 1), number(0, SEEDS - 1, whole=True)),
            "block": _must(_said(int, enum=[3, 7]), one_of(3, 7)),
            "pairs": _must(_range(int, 1, PAIRS), number(1, PAIRS, whole=True)),
            "target": _may(_range(float, 0.5, 3), number(0.5, 3, whole=False)),
            "ended": _may(DAY, day),
        },
        # Whether the habit of the trial that began on `trial` was done on a day.
        "tried": {
            "trial": _must(DAY, day),
            "day": _must(DAY, day),
            "did": _must(bool, yes_or_no),
        },
        "marks": dict.fromkeys(MARKS, _may(YES, only_yes)),
        # What a person chose about the diary itself: which factors are asked, the hour at which
        # a day ends, and factors of their own.
        "settings": {
            **{f"ask_{key}": _may(bool, yes_or_no) for key in (*FACTORS, *OWN)},
            "day_ends": _whole(0, DAY_ENDS),
            **{f"{own}_name": _may(*_line(OWN_NAME)) for own in OWN},
            **{f"{own}_input": _may(*_code("|".join(OWN_INPUTS))) for own in OWN},
            **{f"{own}_unit": _may(*_line(OWN_UNIT)) for own in OWN},
        },
    }
)
FIELDS: Mapping[str, tuple[str, ...]] = {kind: tuple(fields) for kind, fields in KINDS.items()}


def _struct(kind: str, fields: Mapping[str, Field]) -> type[msgspec.Struct]:
    return msgspec.defstruct(
        kind.title(),
        [
            (name, field.type) if field.required else (name, field.type, field.absent)
            for name, field in fields.items()
        ],
        forbid_unknown_fields=True,
        omit_defaults=True,
    )


STRUCTS: Mapping[str, type[msgspec.Struct]] = {
    kind: _struct(kind, fields) for kind, fields in KINDS.items()
}
