"""The fifteen zones of the back, seen from behind: left is the person's own left."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from types import MappingProxyType
from typing import Literal

Level = Literal["upper", "mid", "low", "pelvis", "buttock"]
Side = Literal["left", "middle", "right"]

LEVELS: tuple[Level, ...] = ("upper", "mid", "low", "pelvis", "buttock")
SIDES: tuple[Side, ...] = ("left", "middle", "right")


@dataclass(frozen=True)
class Zone:
    """One part of the back that can be pointed at."""

    id: str
    level: Level
    side: Side
    nl: str
    en: str

    def name(self, lang: str) -> str:
        """The name in `lang`, which is "nl" or "en"."""
        return self.en if lang == "en" else self.nl


_LEVEL_NAMES: dict[Level, tuple[str, str]] = {
    "upper": ("tussen de schouderbladen", "between the shoulder blades"),
    "mid": ("onder de schouderbladen", "below the shoulder blades"),
    "low": ("onderrug", "lower back"),
    "pelvis": ("bekkenrand", "edge of the pelvis"),
    "buttock": ("bil", "buttock"),
}
_SIDE_NAMES: dict[Side, tuple[str, str]] = {
    "left": ("links", "left"),
    "middle": ("midden", "middle"),
    "right": ("rechts", "right"),
}


def _zone(level: Level, side: Side) -> Zone:
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
