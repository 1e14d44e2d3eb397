"""What the API of the app itself answers."""

from typing import Literal

import msgspec


class Health(msgspec.Struct, frozen=True):
    """The process serves, or can do its work."""

    status: Literal["ok"] = "ok"
