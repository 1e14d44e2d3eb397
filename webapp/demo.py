"""A made-up person with 120 days of diary, to look around in. The days follow a fixed seed."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from webapp.accounts.models import open_account, person
from webapp.extensions import db
from webapp.tracker.diary import save
from webapp.tracker.records import day_id, profile_id

DEMO_EMAIL = "alice@example.com"
DEMO_PASSWORD = "kalm-lopen-met-rugwijs"  # noqa: S105 meant to be printed, for a made-up person
DAYS = 120
SEED = 20
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
    chance = Random(SEED)  # noqa: S311 a believable diary, not a secret
    entries: list[tuple[str, UUID, Body]] = [("profile", profile_id(user_id), {"pregnant": False})]
    strain = 0.0
    for back in range(DAYS - 1, -1, -1):
        day = today - timedelta(days=back)
        habits = _habits(day, chance)
        strain = 0.6 * strain + _load(habits)
        cramp = chance.random() < min(0.7, 0.08 + 0.13 * strain)
        if back > 6 and chance.random() < 0.2:  # a day that nobody wrote down
            continue
        body = {"day": day.isoformat(), **_kept(habits, chance)}
        if cramp:
            id_ = UUID(int=chance.getrandbits(128), version=4)
            entries.append(("pain", id_, _cramp(day, strain, chance)))
        else:
            body["no_cramp"] = True
        entries.append(("day", day_id(user_id, day.isoformat()), body))
    return entries


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


def _load(habits: Body) -> float:
    long_sitting = max(0.0, habits["sitting_stretch_min"] - 75) / 60
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
        "worst": max(1, min(10, round(chance.gauss(3.5 + strain, 1.2)))),
        "zones": [f"low_{side}"] + ([f"buttock_{side}"] if chance.random() < 0.3 else []),
        "feel": [chance.choice(["gripping", "dull", "stabbing", "stiff"])],
        "relief": [chance.choice(["warmth", "walking", "lying", "passed", "breathing"])],
    }


def _near(chance: Random, middle: float, spread: float, step: float) -> float:
    """A number around `middle`, not below zero, on the steps of its input."""
    value = round(max(0.0, chance.gauss(middle, spread)) / step) * step
    return int(value) if value == int(value) else value
