"""What the API of accounts answers."""

from typing import Literal
from uuid import UUID

import msgspec


class Me(msgspec.Struct, frozen=True):
    """Who is signed in, and the language of their mails."""

    user: UUID
    language: Literal["nl", "en"]
