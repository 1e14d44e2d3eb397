"""What the API of the diary answers."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from msgspec import Meta

_A_VALUE = {"type": ["string", "number", "boolean", "array"], "items": {"type": "string"}}


class Replaced(msgspec.Struct, frozen=True):
    """The value that a field of the record `id` had before `version` replaced it unseen."""

    id: UUID
    field: str
    value: Annotated[Any, Meta(extra_json_schema=_A_VALUE)]
    version: int
    at: Annotated[datetime, Meta(tz=True)]


class Earlier(msgspec.Struct, frozen=True):
    """The earlier values of all entries that are there, newest first."""

    earlier: Sequence[Replaced]
