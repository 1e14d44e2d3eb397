"""What a person chose about each tip, and what that means today.

The device works out the same from the same records (static/src/tips/standing.js), so that a choice
counts at once and without a network; tests/cases/follow.json holds both together.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Literal, Protocol

from webapp.insights.days import Day

# "ask": its week is over, and what it did is not said yet.
State = Literal["open", "not_for_me", "retired", "trying", "ask", "not_now", "already"]
Body = Mapping[str, Any]

WEEK = 7  # days of trying a tip
NOT_NOW = 14  # days, doubled each further time
LONGEST = 365  # days that a tip can be put off
ALREADY = 60  # days
ASK = 14  # days after its week in which a tip is asked about
HELPED, WORSE = "helped", "worse"


class Kept(Protocol):
    """A record whose body has been opened."""

    @property
    def kind(self) -> str:
        """Of the kinds of `webapp/tracker/kinds.py`."""

    @property
    def body(self) -> Body:
        """Its fields."""


@dataclass(frozen=True)
class Vote:
    """What a tip did: on a day, or in a whole week of trying it."""

    day: date
    effect: str
    week: bool


@dataclass(frozen=True)
class Standing:
    """A tip today. `until` is the last day of a state that ends by itself; `helped` and `not_`
    count the votes since it was last brought back."""

    state: State = "open"
    until: date | None = None
    saved: bool = False
    helped: int = 0
    not_: int = 0

    @property
    def votes(self) -> float:
        """U of the ranking, -1 to 1: 0 without votes."""
        return 2 * (self.helped + 1) / (self.helped + self.not_ + 2) - 1


@dataclass
class _Told:
    follow: Body = field(default_factory=dict)
    weeks: list[Body] = field(default_factory=list)
    shown: list[Body] = field(default_factory=list)


def standings(records: Iterable[Kept], today: date) -> dict[str, Standing]:
    """How every tip stands about which there is a record; any other tip is open."""
    told: dict[str, _Told] = {}
    for each in records:
        if each.kind in ("follow", "week", "tip"):
            _add(told.setdefault(each.body["tip"], _Told()), each)
    return {tip: _standing(each, today) for tip, each in told.items()}


def done_on(records: Iterable[Kept]) -> set[date]:
    """The days on which any tip was done, or a week with one began."""
    days: set[date] = set()
    for each in records:
        if each.kind == "week":
            began = date.fromisoformat(each.body["began"])
            done = (n for n in range(WEEK) if each.body.get(f"done_{n + 1}"))
            days |= {began, *(began + timedelta(days=n) for n in done)}
        elif each.kind == "tip" and each.body.get("done"):
            days.add(date.fromisoformat(each.body["day"]))
    return days


def mark_done(rows: Sequence[Day], records: Iterable[Kept]) -> None:
    """Note in the rows of the diary on which days a tip was done."""
    days = done_on(records)
    for row in rows:
        row.followed = row.date in days


def due(records: Iterable[Kept], today: date) -> list[tuple[str, int]]:
    """The tips whose week holds today and that are not done yet today, with the day of the week
    (1-7): what Today asks, and what a reminder is about."""
    going = [each.body for each in records if each.kind == "week"]
    days = [(body["tip"], (today - date.fromisoformat(body["began"])).days + 1, body)
            for body in going if _is_going(body, today)]  # fmt: skip
    return sorted((tip, n) for tip, n, body in days if not body.get(f"done_{n}"))


def votes_of(weeks: Iterable[Body], shown: Iterable[Body], back: date | None) -> list[Vote]:
    """What was said of a tip since it was last brought back, oldest first."""
    votes = [Vote(_last_day(each), each["effect"], True) for each in weeks if "effect" in each]
    votes += [
        Vote(date.fromisoformat(each["day"]), each["effect"], False)
        for each in shown
        if "effect" in each
    ]
    return sorted(
        (each for each in votes if back is None or each.day > back),
        key=lambda each: (each.day, each.week),
    )


def retired(votes: Sequence[Vote]) -> bool:
    """Whether it did not help: worse at once, no difference after a week or twice running."""
    if not votes or votes[-1].effect == HELPED:
        return False
    if votes[-1].effect == WORSE or votes[-1].week:
        return True
    return len(votes) > 1 and votes[-2].effect != HELPED


def _add(told: _Told, each: Kept) -> None:
    if each.kind == "follow":
        told.follow = each.body
    else:
        (told.weeks if each.kind == "week" else told.shown).append(each.body)


def _standing(told: _Told, today: date) -> Standing:
    back = _day(told.follow, "back")
    votes = votes_of(told.weeks, told.shown, back)
    state, until = _state(told, votes, today)
    helped = sum(each.effect == HELPED for each in votes)
    return Standing(state, until, bool(told.follow.get("saved")), helped, len(votes) - helped)


def _state(told: _Told, votes: Sequence[Vote], today: date) -> tuple[State, date | None]:
    if told.follow.get("not_for_me"):
        return "not_for_me", None
    if retired(votes):
        return "retired", None
    for week in sorted(told.weeks, key=lambda each: str(each["began"]), reverse=True):
        if _is_going(week, today):
            return "trying", _last_day(week)
        if _is_asked(week, today):
            return "ask", _last_day(week)
    return _put_off(told.follow, today)


def _put_off(follow: Body, today: date) -> tuple[State, date | None]:
    said = _day(follow, "not_now")
    days = min(LONGEST, NOT_NOW * 2 ** (follow.get("times", 1) - 1))
    if said is not None and today < said + timedelta(days=days):
        return "not_now", said + timedelta(days=days - 1)
    habit = _day(follow, "already")
    if habit is not None and today < habit + timedelta(days=ALREADY):
        return "already", habit + timedelta(days=ALREADY - 1)
    return "open", None


def _is_going(week: Body, today: date) -> bool:
    # A day ahead is another device in a later time zone.
    began = date.fromisoformat(week["began"])
    within = today <= began + timedelta(days=WEEK - 1)
    return within and "ended" not in week and "effect" not in week


def _is_asked(week: Body, today: date) -> bool:
    last = _last_day(week)
    return (
        "ended" not in week and "effect" not in week and last < today <= last + timedelta(days=ASK)
    )


def _last_day(week: Body) -> date:
    ended = _day(week, "ended")
    return ended or date.fromisoformat(week["began"]) + timedelta(days=WEEK - 1)


def _day(body: Body, name: str) -> date | None:
    return date.fromisoformat(body[name]) if name in body else None
