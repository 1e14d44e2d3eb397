"""The lifestyle factors of a day, each named once: in content/<group>.toml.

The forms, the check of what is sent, the columns of the insights, the triggers of the
tips and the export all come from `FACTORS`. A new factor is one entry of one file. A key is
stored in the diary, so it is never renamed; words may be.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

import msgspec

FOLDER = Path(__file__).parent / "content"
GROUPS = ("movement", "load", "rest", "intake", "care", "body")

Input = Literal["number", "scale", "choice", "yesno"]


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a person reads: `choices[n]` is the word for the choice n, `low` and `high` the ends."""

    label: str
    unit: str = ""
    hint: str = ""
    choices: tuple[str, ...] = ()
    low: str = ""
    high: str = ""


class Norm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A norm in plain words, with the code of its source in the register of sources."""

    nl: str
    en: str
    source: str


class Factor(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One thing to log about a day.

    `low` and `high` are allowed, `step` is what one tap adds, `measure` names the unit for a
    machine, and `usual` ones are asked until a person chooses for themselves. Answers of the
    profile change that: with one of `also` the factor is asked as a usual one, with one of
    `unless` it is not, and with one of `never` it is not asked at all. `quick` are the answers
    that a form offers as one tap.
    """

    key: str
    group: str
    input: Input
    nl: Words
    en: Words
    measure: str = ""
    low: float = 0
    high: float
    step: float = 1
    usual: bool = False
    also: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    quick: tuple[float, ...] = ()
    norm: Norm | None = None

    @property
    def whole(self) -> bool:
        """Whether only whole numbers make sense, as for minutes, scales and glasses."""
        return self.step >= 1

    def words(self, lang: str) -> Words:
        """The words in `lang`, which is "nl" or "en"."""
        return self.en if lang == "en" else self.nl


class Drink(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A drink with caffeine: milligrams in one cup, glass or can."""

    key: str
    mg: int
    nl: str
    en: str


def _factors() -> Mapping[str, Factor]:
    found: dict[str, Factor] = {}
    for group in GROUPS:
        for key, entry in _read(group).items():
            if key in found:
                raise ValueError(f"{group}.toml: {key} is also a factor of {found[key].group}")
            found[key] = msgspec.convert(_ends(entry) | {"key": key, "group": group}, Factor)
    return MappingProxyType(found)


def _ends(entry: dict[str, Any]) -> dict[str, Any]:
    """The entry with the range that its input has by nature."""
    choices = len(entry["nl"].get("choices", ()))
    high = {"scale": 10, "yesno": 1, "choice": choices - 1}.get(entry["input"])
    return entry if high is None else entry | {"high": high}


def _read(name: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


FACTORS = _factors()
USUAL = tuple(key for key, factor in FACTORS.items() if factor.usual)
DRINKS = tuple(
    msgspec.convert(entry | {"key": key}, Drink) for key, entry in _read("drinks").items()
)
