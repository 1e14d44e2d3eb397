"""What older apps do not know of records, so that they cannot lose it.

A form of an older app makes an entry anew from the fields that it shows, so what it does not know
looks emptied. Nobody emptied it.
"""

from collections.abc import Mapping

from webapp.tracker.merge import Change
from webapp.zones import AT

# What came with each schema, by kind. Kinds that are new need no line: an older app has none.
ADDED: Mapping[int, Mapping[str, frozenset[str]]] = {
    2: {
        "pain": frozenset(AT),
        "day": frozenset({"note"}),
        "profile": frozenset(
            {
                "after_menopause",
                "over_70",
                "wheelchair",
                "kidney_stones",
                "stomach_ulcer",
                "blood_pressure",
                "blood_thinner",
                "statin",
                "steroids",
            }
        ),
    },
    3: {
        "day": frozenset({"magnesium"}),
        "settings": frozenset({"ask_magnesium"}),
        "profile": frozenset(
            {"fibromyalgia", "back_belt", "coffee_cramps", "stretching_device", "wants_scan"}
        ),
    },
    4: {
        "tip": frozenset({"done", "effect"}),
        "profile": frozenset({"under_18", "spine_fracture", "alarm_call", "alarm_visit"}),
    },
}


def meant(change: Change, schema: int) -> list[str]:
    """The fields that an app of this schema changed on purpose.

    An offer is a whole record as the server once told it; an app keeps what it does not know.
    """
    if change.was is not None or change.body is None:
        return change.fields
    unknown = {
        field
        for number, kinds in ADDED.items()
        if number > schema
        for field in kinds.get(change.kind, ())
    }
    return [field for field in change.fields if field in change.body or field not in unknown]
