"""The check of one body, its canonical form, and the ids that follow from what a record holds.

`check` names every problem of a body, so that a form can show all of them at once; what passes
`check` fits the struct of its kind.
"""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

import msgspec

from webapp.tracker.kinds import KINDS, LISTS, STRUCTS

Body = dict[str, Any]

BODY_LIMIT = 8 * 1024  # bytes of canonical JSON

_PLACES = {
    field: {choice: place for place, choice in enumerate(choices)}
    for field, choices in LISTS.items()
}


class Problem(msgspec.Struct, frozen=True):
    """What is wrong with one field.

    `code` is one of missing, unknown_field, wrong_type, out_of_range, not_a_step,
    unknown_choice, repeated, too_long, bad_date, in_the_future, too_long_ago, wrong_id,
    wrong_kind.
    """

    field: str
    code: str


def check(kind: str, body: object, now: datetime) -> list[Problem]:
    """Every problem of `body`, in the order of its fields; an empty list means it may be kept.

    `now` is aware. Dates may lie up to one day ahead of it, as the person's own day does
    east of Greenwich. Never raises, whatever JSON it is given.
    """
    fields = KINDS.get(kind)
    if fields is None:
        return [Problem("kind", "unknown_choice")]
    if not isinstance(body, dict):
        return [Problem("body", "wrong_type")]
    missing = [
        Problem(name, "missing")
        for name, field in fields.items()
        if field.required and name not in body
    ]
    found = [
        Problem(str(name), code)
        for name, value in body.items()
        if (code := fields[name].check(value, now) if name in fields else "unknown_field")
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
        "follow": lambda: follow_id(user, body["tip"]),
        "week": lambda: week_id(user, body["tip"], body["began"]),
        "plan": lambda: plan_id(user, body["plan"], body["began"]),
        "trial": lambda: trial_id(user, body["began"]),
        "tried": lambda: tried_id(user, body["trial"], body["day"]),
        "marks": lambda: marks_id(user),
        "settings": lambda: settings_id(user),
    }.get(kind)
    return [Problem("id", "wrong_id")] if expected and expected() != record else []


def clean(kind: str, body: Body) -> bytes:
    """The canonical JSON of a body that has passed `check`: sorted, without empty fields."""
    return msgspec.json.encode(cleaned(kind, body), order="sorted")


def cleaned(kind: str, body: Body) -> Body:
    """The same, as a dict: choices in their own order, whole numbers as integers."""
    struct = msgspec.convert(_with_integers(body), STRUCTS[kind])
    built: Body = _with_integers(msgspec.to_builtins(struct))
    for field, places in _PLACES.items():
        if field in built:
            built[field] = sorted(built[field], key=places.__getitem__)
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


def follow_id(user: UUID, tip: str) -> UUID:
    """The id of the one record with what this person chose about a tip."""
    return uuid5(user, f"follow:{tip}")


def week_id(user: UUID, tip: str, began: str) -> UUID:
    """The id of the week with this tip that began on a day."""
    return uuid5(user, f"week:{tip}:{began}")


def plan_id(user: UUID, plan: str, began: str) -> UUID:
    """The id of a programme that began on a day: two devices that start it make one record."""
    return uuid5(user, f"plan:{plan}:{began}")


def trial_id(user: UUID, began: str) -> UUID:
    """The id of the trial that began on a day: at most one on all devices together."""
    return uuid5(user, f"trial:{began}")


def tried_id(user: UUID, trial: str, day: str) -> UUID:
    """The id of what was done on a day of the trial that began on the day `trial`."""
    return uuid5(user, f"tried:{trial}:{day}")


def marks_id(user: UUID) -> UUID:
    """The id of the one record that holds all marks of this person."""
    return uuid5(user, "marks")


def settings_id(user: UUID) -> UUID:
    """The id of the one record with what this person chose about the diary."""
    return uuid5(user, "settings")


def _with_integers(body: Body) -> Body:
    # To JSON 5.0 and 5 are one number; to the struct they are two types.
    return {
        field: int(value) if isinstance(value, float) and value.is_integer() else value
        for field, value in body.items()
    }


def _too_large(kind: str, body: Body) -> list[Problem]:
    # The canonical form is never the longer one, and takes longer to make.
    if len(msgspec.json.encode(body)) <= BODY_LIMIT:
        return []
    return [Problem("body", "too_long")] if len(clean(kind, body)) > BODY_LIMIT else []
