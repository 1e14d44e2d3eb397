"""What the API of accounts answers."""

from typing import Literal
from uuid import UUID

import msgspec


class Me(msgspec.Struct, frozen=True):
    """Who is signed in, the language of their mails, and whether it is not their own device."""

    user: UUID
    language: Literal["nl", "en"]
    shared: bool
