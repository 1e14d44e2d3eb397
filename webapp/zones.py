"""The fifteen zones of the back, and the legs that pain can run into, seen from behind.

Left is the person's own left. Where a cramp was stands in its body as one field for each place,
`at_low_left`, so that two devices that mark different places both keep theirs. The field says how
strong it was there, so nothing can be strong at a place that is not marked.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from types import MappingProxyType
from typing import Any, Literal

Level = Literal["upper", "mid", "low", "pelvis", "buttock"]
Part = Literal["thigh", "calf", "foot"]
Side = Literal["left", "middle", "right"]

LEVELS: tuple[Level, ...] = ("upper", "mid", "low", "pelvis", "buttock")
PARTS: tuple[Part, ...] = ("thigh", "calf", "foot")
SIDES: tuple[Side, ...] = ("left", "middle", "right")
STRONGEST = 3  # 0 is marked without a word of how strong, 1 mild, 2 medium, 3 strong


@dataclass(frozen=True)
class Zone:
    """One part of the back or of a leg that can be pointed at."""

    id: str
    level: Level | Part
    side: Side
    nl: str
    en: str

    def name(self, lang: str) -> str:
        """The name in `lang`, which is "nl" or "en"."""
        return self.en if lang == "en" else self.nl


_LEVEL_NAMES: dict[Level | Part, tuple[str, str]] = {
    "upper": ("tussen de schouderbladen", "between the shoulder blades"),
    "mid": ("onder de schouderbladen", "below the shoulder blades"),
    "low": ("onderrug", "lower back"),
    "pelvis": ("bekkenrand", "edge of the pelvis"),
    "buttock": ("bil", "buttock"),
    "thigh": ("bovenbeen", "upper leg"),
    "calf": ("onderbeen", "lower leg"),
    "foot": ("voet", "foot"),
}
_SIDE_NAMES: dict[Side, tuple[str, str]] = {
    "left": ("links", "left"),
    "middle": ("midden", "middle"),
    "right": ("rechts", "right"),
}


def _zone(level: Level | Part, side: Side) -> Zone:
    if (level, side) == ("buttock", "middle"):
        return Zone("buttock_middle", level, side, "stuit", "tailbone")
    nl, en = (
        f"{where}, {which}"
        for where, which in zip(_LEVEL_NAMES[level], _SIDE_NAMES[side], strict=True)
    )
    return Zone(f"{level}_{side}", level, side, nl, en)


ZONES: Mapping[str, Zone] = MappingProxyType(
    {zone.id: zone for zone in (_zone(level, side) for level, side in product(LEVELS, SIDES))}
)
LEGS: Mapping[str, Zone] = MappingProxyType(
    {zone.id: zone for part in PARTS for zone in (_zone(part, "left"), _zone(part, "right"))}
)
PLACES: Mapping[str, Zone] = MappingProxyType({**ZONES, **LEGS})
AT = MappingProxyType({f"at_{place}": place for place in PLACES})
STRENGTHS: Mapping[int, tuple[str, str]] = MappingProxyType(
    {1: ("licht", "mild"), 2: ("matig", "medium"), STRONGEST: ("sterk", "strong")}
)


def marked(body: Mapping[str, Any]) -> dict[str, int]:
    """Where a cramp was: place to strength, 0 to 3, from the neck down.

    An entry of before the strengths names its zones in a list, and so does an older app.
    """
    listed = body.get("zones", ())
    found = {place: body.get(field, 0) for field, place in AT.items() if field in body}
    return {place: found.get(place, 0) for place in PLACES if place in found or place in listed}


def strength_name(strength: int, lang: str) -> str:
    """How strong in words; empty for a place of which nobody said it."""
    nl, en = STRENGTHS.get(strength, ("", ""))
    return en if lang == "en" else nl
