"""What the API of devices answers and takes."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

LONGEST_NAME = 60  # characters


class KnownDevice(msgspec.Struct, frozen=True):
    """A device that synced: its name, if it has one, and when it last did so, to the hour."""

    device: UUID
    name: str | None
    seen_at: Annotated[datetime, Meta(tz=True)]


class Devices(msgspec.Struct, frozen=True):
    """Every device of a person, the one that synced last first."""

    devices: Sequence[KnownDevice]


class DeviceName(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a person calls a device; spaces around and within it are tidied."""

    name: Annotated[str, Meta(min_length=1, max_length=LONGEST_NAME)]
