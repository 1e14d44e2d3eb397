"""The triggers and gates of all tips once more, in plain sentences of Python, from the evidence.

Nothing here comes from webapp/tips: a mistake there must not be repeated here. A diary is a list
of days, the last of them today; a day is a dict of what is known of it.
"""

from collections.abc import Callable
from typing import Any

from tests.unit.tips.exclusions import BESIDE_A_VISIT, NOT_FOR, NOT_WHEN_ILL

Day = dict[str, Any]
Diary = list[Day]
Person = dict[str, bool]


def tips(diary: Diary, person: Person) -> set[str]:
    """Every tip that may be offered."""
    if person.get("under_18") or person.get("alarm_call"):
        return set()
    strong = any(day.get("worst", 0) >= 8 for day in diary[-2:])
    seen_first = person.get("alarm_visit") or strong
    return {
        tip
        for tip, fires in RULES.items()
        if not any(person.get(answer) for answer in NOT_FOR.get(tip, ()))
        and not (seen_first and tip not in BESIDE_A_VISIT)
        and not (tip in NOT_WHEN_ILL and any(day.get("ill") for day in diary[-2:]))
        and fires(diary, person)
    }


def _known(diary: Diary, key: str, days: int = 7, ago: int = 0) -> list[float]:
    part = diary[: len(diary) - ago][-days:]
    return [float(day[key]) for day in part if key in day]


def _often(
    key: str, test: Callable[[float], bool], least: int, days: int = 7, known: int = 3, ago: int = 0
) -> Callable[[Diary], bool]:
    def fires(diary: Diary) -> bool:
        values = _known(diary, key, days, ago)
        return len(values) >= known and sum(test(value) for value in values) >= least

    return fires


def _a_week(diary: Diary, key: str, days: int, known: int) -> float | None:
    values = _known(diary, key, days)
    return 7 * sum(values) / len(values) if len(values) >= known else None


def _a_day(diary: Diary, key: str, days: int = 7) -> float | None:
    week = _a_week(diary, key, days, 4)
    return None if week is None else week / 7


def _logged(diary: Diary, days: int = 7) -> int:
    """Days of which pain or any factor is known; that a tip or exercise was done is not that."""
    return sum(
        bool(set(day) - {"exercised", "followed", "cramps", "sides"}) for day in diary[-days:]
    )


def _exercised(day: Day) -> bool:
    return bool(day.get("exercised") or day.get("strength"))


def _both_sides(diary: Diary, days: int, ago: int) -> list[bool]:
    part = diary[: len(diary) - ago][-days:]
    with_sides = [day for day in part if day.get("sides") or day.get("worst") == 0]
    return [set(day.get("sides", ())) == {"left", "right"} for day in with_sides]


def _below(value: float | None, limit: float) -> bool:
    return value is not None and value < limit


def _at_once(diary: Diary, test: Callable[[Day], bool], days: int = 7) -> int:
    return sum(test(day) for day in diary[-days:])


def _both(diary: Diary, one: str, other: str) -> list[Day]:
    return [day for day in diary[-7:] if one in day and other in day]


def _walks(diary: Diary, _: Person) -> bool:
    week, fortnight = _a_week(diary, "walk_min", 7, 4), _a_week(diary, "walk_min", 14, 4)
    return _below(week, 150) and _below(fortnight, 100)


def _walks_a_good_deal(diary: Diary, _: Person) -> bool:
    mean = _a_week(diary, "walk_min", 14, 7)
    return mean is not None and 100 <= mean < 150


def _stopped(diary: Diary, _: Person) -> bool:
    lately = any(_exercised(day) for day in diary[-14:])
    weeks = [diary[-14 - 7 * n - 7 : -14 - 7 * n] for n in range(4)]
    return _logged(diary, 14) >= 7 and not lately and all(any(map(_exercised, w)) for w in weeks)


def _three_days_running(diary: Diary, _: Person) -> bool:
    three = (diary[-3:], diary[-4:-1])
    return any(all(day.get("nsaid") is True for day in days) for days in three)


def _new_on_both_sides(diary: Diary, person: Person) -> bool:
    now, before = _both_sides(diary, 7, 0), _both_sides(diary, 21, 7)
    known = sum(
        bool(set(day) - {"exercised", "followed", "cramps", "sides"}) for day in diary[-28:-7]
    )
    return bool(person.get("statin")) and sum(now) >= 2 and not any(before) and known >= 3


def _more_cramps(diary: Diary, person: Person) -> bool:
    now = [day["cramps"] for day in diary[-7:] if "worst" in day]
    before = [day["cramps"] for day in diary[-28:-7] if "worst" in day]
    if not person.get("diuretic") or len(now) < 3 or len(before) < 3:
        return False
    more = sum(now) / len(now) > 1.5 * sum(before) / len(before)
    return bool(more) and sum(day.get("worst", 0) >= 1 for day in diary[-7:]) >= 2


def _no_better(diary: Diary, _: Person) -> bool:
    now, then = _known(diary, "worst", 7), _known(diary, "worst", 7, ago=21)
    if min(len(now), len(then)) < 3:
        return False
    if sum(value >= 1 for value in now) < 3 or sum(value >= 1 for value in then) < 3:
        return False
    mean, start = sum(now) / len(now), sum(then) / len(then)
    return mean > 0.7 * start and mean > start - 2


def _comes_back(diary: Diary, _: Person) -> bool:
    begun, free, gap, before = 0, 0, 0, False
    for day in diary[-183:]:
        if day.get("worst", 0) > 0:
            begun += not before or (gap >= 14 and free >= 7)
            before, gap, free = True, 0, 0
        else:
            gap, free = gap + 1, free + (day.get("worst") == 0)
    return begun >= 3 and any(day.get("worst", 0) >= 1 for day in diary[-14:])


def _lacks_vitamin_d(diary: Diary, person: Person) -> bool:
    group = any(person.get(key) for key in ("over_70", "pregnant", "after_menopause"))
    indoors = _below(_a_day(diary, "outdoors_min", 14), 15)
    none = _often("vitamin_d", lambda value: value == 0, 3, 14)(diary)
    return none and (group or indoors)


def _caffeine(diary: Diary, person: Person) -> bool:
    if person.get("pregnant"):
        return _often("caffeine_mg", lambda mg: mg > 200, 1)(diary)
    return _often("caffeine_mg", lambda mg: mg > 400, 2)(diary)


def _alcohol(diary: Diary, person: Person) -> bool:
    if person.get("pregnant"):
        return _often("alcohol_units", lambda units: units > 0, 1)(diary)
    glasses = _known(diary, "alcohol_units")
    week = len(glasses) >= 3 and sum(glasses) >= 7
    return week or _often("alcohol_units", lambda units: units > 1, 3)(diary)


def _afraid(diary: Diary, _: Person) -> bool:
    return any(
        _often(key, test, 1, known=1)(diary) and _often(key, test, 1, known=1, ago=7)(diary)
        for key, test in (("fear_movement", lambda v: v >= 7), ("expectation", lambda v: v <= 4))
    )


def _sleeps_badly_of_pain(diary: Diary, _: Person) -> bool:
    nights = _both(diary, "sleep_q", "night_pain")
    bad = [day for day in nights if day["sleep_q"] <= 4 and day["night_pain"] >= 1]
    return len(nights) >= 3 and len(bad) >= 2


def _still_with_pain(diary: Diary, _: Person) -> bool:
    days = _both(diary, "walk_min", "worst")
    return len(days) >= 3 and sum(d["walk_min"] <= 10 and d["worst"] >= 1 for d in days) >= 2


def _no_heat(diary: Diary, _: Person) -> bool:
    return any(d.get("heat_used") is False and d.get("worst", 0) >= 1 for d in diary[-2:])


def _heat_and_cold(diary: Diary, _: Person) -> bool:
    days = _both(diary, "heat_used", "cold_used")
    return len(days) >= 3 and sum(d["heat_used"] and d["cold_used"] for d in days) >= 2


def _cramp(diary: Diary, least: int = 1, days: int = 7, known: int = 1) -> bool:
    return _often("worst", lambda worst: worst >= 1, least, days, known)(diary)


def _no_exercise(diary: Diary) -> bool:
    return _logged(diary) >= 3 and not any(_exercised(day) for day in diary[-7:])


def _yes(key: str, least: int, known: int = 3) -> Callable[[Diary, Person], bool]:
    return lambda diary, _: _often(key, bool, least, known=known)(diary)


def _high(key: str, least: float, days: int, of: int = 7) -> Callable[[Diary, Person], bool]:
    return lambda diary, _: _often(key, lambda value: value >= least, days, of)(diary)


def _above(key: str, limit: float, days: int) -> Callable[[Diary, Person], bool]:
    return lambda diary, _: _often(key, lambda value: value > limit, days)(diary)


RULES: dict[str, Callable[[Diary, Person], bool]] = {
    "T01": _walks,
    "T02": _walks_a_good_deal,
    "T03": lambda d, _: _below(_a_week(d, "active_min", 7, 4), 150),
    "T04": lambda d, _: _below(_a_week(d, "strength", 14, 7), 2),
    "T05": _stopped,
    "T06": _above("sitting_h", 8, 3),
    "T07": _above("sitting_stretch_min", 60, 3),
    "T08": _above("driving_h", 2, 2),
    "T09": _high("unusual_effort", 2, 2),
    "T10": lambda d, _: (
        any(x.get("unusual_effort", 0) >= 2 for x in d[-2:])
        and all(x.get("worst", 0) <= 6 for x in d[-2:])
    ),
    "T11": _yes("tired_rushed", 3),
    "T12": _high("heavy_lifting", 2, 2),
    "T13": lambda d, p: bool(p.get("back_belt")) and _high("heavy_lifting", 1, 2)(d, p),
    "T14": _still_with_pain,
    "T15": _high("worst", 7, 3),
    "T16": _no_heat,
    "T17": _heat_and_cold,
    "T18": _three_days_running,
    "T19": _yes("paracetamol", 5),
    "T20": _yes("sedative", 1, known=1),
    "T21": _yes("opioid", 1, known=1),
    "T22": _new_on_both_sides,
    "T23": _more_cramps,
    "T24": lambda d, _: (
        _often("sleep_q", lambda q: q <= 4, 3)(d) or _below(_a_day(d, "sleep_h"), 6.5)
    ),
    "T25": _sleeps_badly_of_pain,
    "T26": lambda d, _: (
        _often("caffeine_late", bool, 3)(d) and _often("sleep_q", lambda q: q <= 5, 3)(d)
    ),
    "T27": lambda d, p: (
        bool(p.get("coffee_cramps"))
        and _often("caffeine_mg", lambda mg: mg > 0, 2)(d)
        and all(x.get("caffeine_mg", 0) <= 400 for x in d[-7:])
    ),
    "T28": _caffeine,
    "T29": _alcohol,
    "T30": lambda d, _: _often("fluids_l", lambda litres: litres < 1.5, 3)(d),
    "T31": lambda d, p: _below(_a_day(d, "mg_foods"), 3) or _yes("magnesium", 1)(d, p),
    "T32": lambda d, _: _below(_a_day(d, "mg_foods"), 3) or _below(_a_day(d, "ca_foods"), 2),
    "T33": _lacks_vitamin_d,
    "T34": _high("stress", 7, 3),
    "T35": lambda d, p: _high("stress", 6, 3)(d, p) and _cramp(d),
    "T36": _afraid,
    "T37": lambda d, p: _high("low_mood", 7, 5, 14)(d, p) or _high("worry", 7, 5, 14)(d, p),
    "T38": lambda d, _: _below(_a_day(d, "work_share"), 50),
    "T39": lambda d, p: _no_better(d, p) or _comes_back(d, p),
    "T40": lambda d, p: (
        (bool(p.get("wants_scan")) and _logged(d) >= 3)
        or (_high("worry", 7, 3)(d, p) and _cramp(d))
    ),
    "T41": lambda d, p: bool(p.get("stretching_device")) and _logged(d) >= 3,
    "T42": lambda d, p: _above("massage_min", 0, 2)(d, p) and _no_exercise(d),
    "T43": _above("cigarettes", 0, 1),
    "T44": lambda d, _: any(x.get("ill") for x in d[-2:]),
    "T45": lambda d, p: bool(p.get("pregnant")) and _logged(d) >= 3,
    "T46": lambda d, p: bool(p.get("pregnant")) and _yes("nsaid", 1, known=1)(d, p),
    "T47": lambda d, p: bool(p.get("mecfs")) and any(map(_exercised, d[-7:])),
    "T48": lambda d, p: bool(p.get("fibromyalgia")) and _no_exercise(d),
    "T49": lambda d, p: bool(p.get("after_menopause")) and _cramp(d, 2, 14, 3),
    "T50": lambda d, _: _logged(d, 60) >= 28,
    "T51": lambda d, _: _logged(d, 14) >= 10 and not any(x.get("followed") for x in d[-14:]),
}
