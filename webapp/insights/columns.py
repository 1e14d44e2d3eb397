"""Which factors of a diary are laid beside pain, and the table that they make."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any

import numpy as np

from webapp.insights.days import Day
from webapp.insights.table import Table, table
from webapp.tracker.factors import FACTORS
from webapp.tracker.settings import OWN

LENGTH = 365  # days: how far the method was measured, and habits of longer ago are other habits
# Pain itself, and what people do, cannot do or believe because of it: that these go together with
# pain says nothing, and might make somebody stop what helps.
OF_PAIN = frozenset(
    {"background", "night_pain", "period_pain", "work_share", "fear_movement", "expectation"}
    | {"paracetamol", "nsaid", "opioid", "sedative", "heat_used", "cold_used"}
)
HARMED = "eating_disorder"  # counting food and weight can do harm
TOGETHER_ONLY = frozenset(key for key, each in FACTORS.items() if each.group == "intake") | {
    "weight_kg"
}


@dataclass(frozen=True)
class Column:
    """A factor in the words of its person: `label` of a list, `unit`, and words for choices.

    `own` is the name of a question of one's own; it stands in sentences as it is.
    """

    key: str
    input: str
    label: Mapping[str, str]
    unit: Mapping[str, str]
    choices: Mapping[str, Sequence[str]]
    own: str | None = None

    @property
    def yesno(self) -> bool:
        """Whether it is a yes or a no."""
        return self.input == "yesno"


def columns(profile: Mapping[str, Any], settings: Mapping[str, Any]) -> dict[str, Column]:
    """What may be laid beside the pain of this person."""
    withheld = {
        key for key, each in FACTORS.items() if profile.get(HARMED) and HARMED in each.never
    }
    known = {key: _known(key) for key in FACTORS if key not in OF_PAIN | withheld}
    return known | {key: _own(key, settings) for key in OWN if f"{key}_name" in settings}


def table_of(rows: Iterable[Day], kept: Mapping[str, Column]) -> Table:
    """The rows as a table, from the first day on about which anything is known."""
    known = [(row.date, row.worst, _values(row, kept)) for row in rows if row.logged]
    return table(known, {key: column.yesno for key, column in kept.items()})


def logged(made: Table) -> dict[str, int]:
    """On how many days each factor and pain are both known; without those nobody fills in."""
    pain = ~np.isnan(made.pain)
    counts = {each.key: int((pain & ~np.isnan(each.values)).sum()) for each in made.factors}
    filled = {each.key for each in made.factors if not np.isnan(each.values).all()}
    return {key: many for key, many in counts.items() if key in filled}


def _values(row: Day, kept: Mapping[str, Column]) -> dict[str, float]:
    said = ((key, _value(value, kept[key])) for key, value in row.values.items() if key in kept)
    return {key: value for key, value in said if value is not None}


def _value(said: Any, column: Column) -> float | None:
    """As a number; None for what is no answer to this question, such as yes for an amount."""
    if isinstance(said, bool):
        return float(said) if column.yesno else None
    if not isinstance(said, int | float) or not isfinite(said):
        return None
    return float(said > 0) if column.yesno else float(said)


def _known(key: str) -> Column:
    factor = FACTORS[key]
    return Column(
        key=key,
        input=factor.input,
        label={"nl": factor.nl.label, "en": factor.en.label},
        unit={"nl": factor.nl.unit, "en": factor.en.unit},
        choices={"nl": factor.nl.choices, "en": factor.en.choices},
    )


def _own(key: str, settings: Mapping[str, Any]) -> Column:
    name, unit = settings[f"{key}_name"], settings.get(f"{key}_unit", "")
    return Column(
        key=key,
        input=settings.get(f"{key}_input", "number"),
        label={"nl": name, "en": name},
        unit={"nl": unit, "en": unit},
        choices={"nl": (), "en": ()},
        own=name,
    )
