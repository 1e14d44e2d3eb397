"""A made-up person with 120 days of diary, to look around in. The days follow a fixed seed."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from webapp.accounts.models import open_account, person
from webapp.extensions import db
from webapp.library.exercise import exercises
from webapp.tracker.diary import save
from webapp.tracker.records import day_id, marks_id, plan_id, profile_id

DEMO_EMAIL = "alice@example.com"
DEMO_PASSWORD = "kalm-lopen-met-rugwijs"  # noqa: S105 meant to be printed, for a made-up person
DAYS = 120
SEED = 20
PRACTISED = 49  # days ago that she found the exercises
FAVOURITES = ("X01", "X02", "X05", "X13", "X15")
KEPT = ("B04", "D07", "E04", "X13")  # articles and exercises, and below what she read
READ = ("A01", "A02", "B04", "E01")
ZONE = ZoneInfo("Europe/Amsterdam")

Body = dict[str, Any]


def seed(today: date | None = None) -> int:
    """Make the person unless she is there; returns how many entries were saved."""
    if person(DEMO_EMAIL) is not None:
        return 0
    user_id = open_account(DEMO_EMAIL, DEMO_PASSWORD, "nl", consent=True)
    now = datetime.now(UTC)
    today = today or now.astimezone(ZONE).date()
    entries = diary_of(user_id, today)
    for kind, record_id, body in entries:
        outcome = save(user_id, kind, record_id, body, now)
        if outcome.code != "ok":
            raise ValueError(f"the demo's {kind} is refused: {outcome.problems}")
    db.session.commit()
    return len(entries)


def diary_of(user_id: UUID, today: date) -> list[tuple[str, UUID, Body]]:
    """The entries of 120 days up to `today`: (kind, id, body). Same seed, same diary."""
    return [
        *_logged(user_id, today),
        *_exercised(today),
        _programme(user_id, today),
        _marked(user_id),
    ]


def _marked(user_id: UUID) -> tuple[str, UUID, Body]:
    """What she kept and read in the library."""
    marks = [f"kept_{code}" for code in KEPT] + [f"read_{code}" for code in READ]
    return "marks", marks_id(user_id), dict.fromkeys(marks, True)


def _logged(user_id: UUID, today: date) -> list[tuple[str, UUID, Body]]:
    chance = Random(SEED)  # noqa: S311 a believable diary, not a secret
    entries: list[tuple[str, UUID, Body]] = [("profile", profile_id(user_id), {"pregnant": False})]
    others = Random(SEED + 2)  # noqa: S311 of its own, so that the rest stays as it is
    strain = 0.0
    for back in range(DAYS - 1, -1, -1):
        day = today - timedelta(days=back)
        habits = _habits(day, chance)
        strain = 0.2 * strain + _load(habits)
        cramp = chance.random() < min(0.85, 0.05 + 0.22 * strain)
        if back > 6 and chance.random() < 0.2:  # a day that nobody wrote down
            continue
        body = {"day": day.isoformat(), **_kept(habits, chance)}
        if cramp:
            id_ = UUID(int=chance.getrandbits(128), version=4)
            lasted = {"minutes": others.choice([10, 20, 30, 45, 90, 150])}
            known = lasted if others.random() < 0.8 else {}
            entries.append(("pain", id_, _cramp(day, strain, chance) | known))
        else:
            body["no_cramp"] = True
        body |= _felt(cramp, strain, others)
        entries.append(("day", day_id(user_id, day.isoformat()), body))
    return entries


def _exercised(today: date) -> list[tuple[str, UUID, Body]]:
    """The exercises that she did: on about every second day."""
    chance = Random(SEED + 1)  # noqa: S311 of its own, so that the days above stay as they are
    entries = []
    for back in range(PRACTISED, 0, -1):
        if chance.random() < 0.55:
            continue
        id_ = UUID(int=chance.getrandbits(128), version=4)
        entries.append(("exercise", id_, _exercise(today - timedelta(days=back), chance)))
    return entries


def _programme(user_id: UUID, today: date) -> tuple[str, UUID, Body]:
    """The walking programme that she is in the third week of."""
    began = (today - timedelta(days=17)).isoformat()
    return (
        "plan",
        plan_id(user_id, "walking", began),
        {"plan": "walking", "began": began, "minutes": 10},
    )


def _exercise(day: date, chance: Random) -> Body:
    evening = chance.random() < 0.6
    moment = datetime.combine(day, time(20 if evening else 7, chance.choice([5, 20, 40])), ZONE)
    before = chance.choice([1, 2, 2, 3, 3, 4])
    chosen = exercises().by_id["nl"][chance.choice(FAVOURITES)]
    return {
        "exercise": chosen.id,
        "began": moment.isoformat(timespec="minutes"),
        "sets": chosen.guide.sets,
        "before": before,
        "after": max(0, before - chance.choice([0, 0, 1, 1, 2])),
    }


def _habits(day: date, chance: Random) -> Body:
    office = day.weekday() < 5
    stress = max(0, min(10, round(chance.gauss(6.2 if office else 3.5, 1.8))))
    return {
        "sitting_h": _near(chance, 9 if office else 5, 1.2, 0.5),
        "sitting_stretch_min": _near(chance, 95 if office else 60, 25, 15),
        "walk_min": _near(chance, 14 if office else 38, 9, 5),
        "driving_h": _near(chance, 1.2 if office else 0.6, 0.5, 0.5),
        "strength": chance.random() < 0.1,
        "heavy_lifting": 1 if chance.random() < 0.12 else 0,
        "unusual_effort": 2 if chance.random() < 0.1 else 0,
        "tired_rushed": stress >= 8,
        "stress": stress,
        "sleep_h": _near(chance, 7.4 - 0.12 * stress, 0.6, 0.25),
        "sleep_q": max(0, min(10, round(chance.gauss(8 - 0.45 * stress, 1.2)))),
        "fluids_l": round(max(0.5, chance.gauss(1.5, 0.3)), 1),
        "caffeine_mg": 10 * round(max(0.0, chance.gauss(25, 7))),
        "caffeine_late": chance.random() < 0.25,
        "alcohol_units": 0 if office else chance.choice([0, 0, 1, 2, 3]),
    }


def _felt(cramp: bool, strain: float, chance: Random) -> Body:
    """The pain that stayed, and whether she took something for it; she forgets both at times."""
    felt = {
        "background": max(0, min(10, round(strain + chance.gauss(-0.5, 0.7)))),
        "paracetamol": cramp and chance.random() < 0.4,
    }
    return {key: value for key, value in felt.items() if chance.random() < 0.6}


def _load(habits: Body) -> float:
    """What strains her back: long sitting most of all, for her insights to find."""
    long_sitting = max(0.0, habits["sitting_stretch_min"] - 75) / 25
    short_night = max(0.0, 6.75 - habits["sleep_h"])
    load: float = long_sitting + 0.5 * short_night + 0.8 * habits["heavy_lifting"]
    return load


def _kept(habits: Body, chance: Random) -> Body:
    """What somebody really fills in: now and then an answer is missing."""
    return {key: value for key, value in habits.items() if chance.random() > 0.07}


def _cramp(day: date, strain: float, chance: Random) -> Body:
    hour = min(22, max(6, round(chance.gauss(10, 3))))
    moment = datetime.combine(day, time(hour, chance.choice([0, 10, 20, 35, 50])), ZONE)
    side = chance.choice(["left", "left", "middle", "right"])
    return {
        "began": moment.isoformat(timespec="minutes"),
        "worst": max(1, min(10, round(chance.gauss(2 + 1.4 * strain, 1)))),
        **_places(side, strain, chance),
        "feel": [chance.choice(["gripping", "dull", "stabbing", "stiff"])],
        "relief": [chance.choice(["warmth", "walking", "lying", "passed", "breathing"])],
    }


def _places(side: str, strain: float, chance: Random) -> Body:
    """Low in the back, at times in the buttock, rarely down a leg; mostly with how strong."""
    zones = [f"low_{side}"] + ([f"buttock_{side}"] if chance.random() < 0.3 else [])
    reached = [*zones, *([f"thigh_{side}"] if side != "middle" and chance.random() < 0.2 else [])]
    strong = min(3, max(1, round(strain / 1.5 + 1)))
    known = chance.random() < 0.7
    return {"zones": zones} | {
        f"at_{place}": max(1, strong - away) if known else 0 for away, place in enumerate(reached)
    }


def _near(chance: Random, middle: float, spread: float, step: float) -> float:
    """A number around `middle`, not below zero, on the steps of its input."""
    value = round(max(0.0, chance.gauss(middle, spread)) / step) * step
    return int(value) if value == int(value) else value
