"""What the API of the app itself answers."""

from typing import Literal

import msgspec


class Health(msgspec.Struct, frozen=True):
    """The process serves."""

    status: Literal["ok"] = "ok"
