"""The kinds of record, and the check of one body.

A body is flat: its field names are what sync merges on. A field that is missing is absent;
it is never null and never filled in. `check` names every problem of a body, so that a form
can show all of them at once; what passes `check` fits the struct of its kind.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Literal
from uuid import UUID, uuid5

import msgspec
from msgspec import UNSET, UnsetType

from webapp.tracker.factors import FACTORS, Factor
from webapp.tracker.values import (
    Check,
    code,
    day,
    moment,
    note,
    number,
    only_yes,
    several,
    yes_or_no,
)
from webapp.tracker.words import FEEL, PROFILE, RELIEF
from webapp.tracker.zones import ZONES

Body = dict[str, Any]

MINUTES_LIMIT = 7 * 24 * 60  # a cramp that lasts longer is no cramp that a clock can tell
BODY_LIMIT = 8 * 1024  # bytes of canonical JSON


class Problem(msgspec.Struct, frozen=True):
    """What is wrong with one field.

    `code` is one of missing, unknown_field, wrong_type, out_of_range, not_a_step,
    unknown_choice, repeated, too_long, bad_date, in_the_future, too_long_ago, wrong_id,
    wrong_kind.
    """

    field: str
    code: str


class Pain(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """A cramp; `began` is local time with its offset, `worst` 0 to 10, `minutes` how long."""

    began: str
    worst: int
    zones: tuple[str, ...] = ()
    feel: tuple[str, ...] = ()
    relief: tuple[str, ...] = ()
    note: str = ""
    minutes: int | UnsetType = UNSET


class Tip(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """A tip that was shown on a day."""

    tip: str
    day: str


class Exercise(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """A done exercise: `began` as of a cramp, 1 to 20 sets, pain before and after 0 to 10."""

    exercise: str
    began: str
    sets: int
    before: int | UnsetType = UNSET
    after: int | UnsetType = UNSET


def _field_type(factor: Factor) -> Any:
    if factor.input == "yesno":
        return bool
    return int if factor.whole else float


Day = msgspec.defstruct(
    "Day",
    [
        ("day", str),
        ("no_cramp", bool | UnsetType, UNSET),
        *((key, _field_type(factor) | UnsetType, UNSET) for key, factor in FACTORS.items()),
    ],
    forbid_unknown_fields=True,
    omit_defaults=True,
)

Profile = msgspec.defstruct(
    "Profile",
    [(key, bool | UnsetType, UNSET) for key in PROFILE],
    forbid_unknown_fields=True,
    omit_defaults=True,
)

Kind = Literal["pain", "day", "profile", "tip", "exercise"]
STRUCTS: Mapping[str, type[msgspec.Struct]] = {
    "pain": Pain,
    "day": Day,
    "profile": Profile,
    "tip": Tip,
    "exercise": Exercise,
}
FIELDS: Mapping[str, tuple[str, ...]] = {
    kind: struct.__struct_fields__ for kind, struct in STRUCTS.items()
}


def check(kind: str, body: object, now: datetime) -> list[Problem]:
    """Every problem of `body`, in the order of its fields; an empty list means it may be kept.

    `now` is aware. Dates may lie up to one day ahead of it, as the person's own day does
    east of Greenwich. Never raises, whatever JSON it is given.
    """
    checks = _CHECKS.get(kind)
    if checks is None:
        return [Problem("kind", "unknown_choice")]
    if not isinstance(body, dict):
        return [Problem("body", "wrong_type")]
    missing = [Problem(field, "missing") for field in _REQUIRED[kind] if field not in body]
    found = [
        Problem(str(field), code)
        for field, value in body.items()
        if (code := checks.get(field, _unknown_field)(value, now))
    ]
    return missing + found or _too_large(kind, body)


def check_id(kind: str, record: UUID, user: UUID, body: Body) -> list[Problem]:
    """Whether a record has the id that its content gives it; `body` has passed `check`.

    Without this, one device could keep two days of the same date.
    """
    expected = {
        "day": lambda: day_id(user, body["day"]),
        "profile": lambda: profile_id(user),
        "tip": lambda: tip_id(user, body["tip"], body["day"]),
    }.get(kind)
    return [Problem("id", "wrong_id")] if expected and expected() != record else []


def clean(kind: str, body: Body) -> bytes:
    """The canonical JSON of a body that has passed `check`: sorted, without empty fields."""
    return msgspec.json.encode(cleaned(kind, body), order="sorted")


def cleaned(kind: str, body: Body) -> Body:
    """The same, as a dict: choices in their own order, whole numbers as integers."""
    struct = msgspec.convert(_with_integers(body), STRUCTS[kind])
    built: Body = msgspec.to_builtins(struct)
    for field, choices in _LISTS.items():
        if field in built:
            built[field] = sorted(built[field], key=list(choices).index)
    return built


def day_id(user: UUID, day: str) -> UUID:
    """The id of the record of a day ("2026-11-22"): the same on each device of this person."""
    return uuid5(user, f"day:{day}")


def profile_id(user: UUID) -> UUID:
    """The id of the one profile of this person."""
    return uuid5(user, "profile")


def tip_id(user: UUID, tip: str, day: str) -> UUID:
    """The id of the record that says this tip was shown that day."""
    return uuid5(user, f"tip:{tip}:{day}")


def _with_integers(body: Body) -> Body:
    # To JSON 5.0 and 5 are one number; to the struct they are two types.
    return {
        field: int(value) if isinstance(value, float) and value.is_integer() else value
        for field, value in body.items()
    }


def _unknown_field(_value: Any, _now: datetime) -> str:
    return "unknown_field"


def _too_large(kind: str, body: Body) -> list[Problem]:
    return [Problem("body", "too_long")] if len(clean(kind, body)) > BODY_LIMIT else []


def _factor(factor: Factor) -> Check:
    if factor.input == "yesno":
        return yes_or_no
    return number(factor.low, factor.high, factor.whole)


_LISTS: Mapping[str, Iterable[str]] = {"zones": ZONES, "feel": FEEL, "relief": RELIEF}
_REQUIRED: Mapping[str, tuple[str, ...]] = {
    "pain": ("began", "worst"),
    "day": ("day",),
    "profile": (),
    "tip": ("tip", "day"),
    "exercise": ("exercise", "began", "sets"),
}
_CHECKS: Mapping[str, Mapping[str, Check]] = {
    "pain": {
        "began": moment,
        "worst": number(0, 10, whole=True),
        **{field: several(choices) for field, choices in _LISTS.items()},
        "note": note,
        "minutes": number(0, MINUTES_LIMIT, whole=True),
    },
    "day": {
        "day": day,
        "no_cramp": only_yes,
        **{key: _factor(factor) for key, factor in FACTORS.items()},
    },
    "profile": dict.fromkeys(PROFILE, yes_or_no),
    "tip": {"tip": code("T[0-9]{2}"), "day": day},
    "exercise": {
        # X01 to X99: a phone may know an exercise that this server does not have yet.
        "exercise": code("X(0[1-9]|[1-9][0-9])"),
        "began": moment,
        "sets": number(1, 20, whole=True),
        "before": number(0, 10, whole=True),
        "after": number(0, 10, whole=True),
    },
}
