"""The values that are followed through a history, each from the moment that somebody typed it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tests.histories.store import Json

# No value of these is ever made twice in a history, so that each can be followed.
FOLLOWED = frozenset({"note", "minutes", "caffeine_mg"})


class Value(NamedTuple):
    """One value that somebody typed."""

    user: str
    record: str
    field: str
    value: object


def values(user: str, record: str, body: Json, fields: Iterable[str] | None = None) -> set[Value]:
    """The followed values in a body (of these fields, or of all)."""
    names = FOLLOWED.intersection(body, body if fields is None else fields)
    return {Value(user, record, name, body[name]) for name in names}
