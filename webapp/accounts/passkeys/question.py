"""The question that a passkey answers: random, kept by this browser alone, good for five minutes.

The browser keeps it in its session, which is signed. That it was answered stands in the database,
so a copied session cannot answer it again.
"""

from __future__ import annotations

import secrets
import time
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime
from typing import Literal
from uuid import UUID

from flask import session

from webapp.accounts.once import LASTS, use
from webapp.accounts.passkeys.ceremony import Expired

CHALLENGE_BYTES = 32
KEPT = "question"
Purpose = Literal["make", "use", "join"]


def ask(purpose: Purpose) -> str:
    """A new question, in place of any that stood open; base64url."""
    challenge = urlsafe_b64encode(secrets.token_bytes(CHALLENGE_BYTES)).rstrip(b"=").decode()
    session[KEPT] = [purpose, challenge, int(time.time())]
    return challenge


def asked(purpose: Purpose) -> bytes:
    """The question that stands open, which it does not any more; raises Expired without one."""
    kept_for, challenge, at = session.pop(KEPT, None) or (None, "", 0)
    if kept_for != purpose or not 0 <= time.time() - at <= LASTS.total_seconds():
        raise Expired
    return urlsafe_b64decode(challenge + "=")


def joining(challenge: bytes) -> UUID:
    """Who somebody will be whose account begins with the passkey that this question asks for."""
    return UUID(bytes=challenge[:16], version=4)


def answer_once(challenge: bytes, now: datetime) -> None:
    """Have this question answered for good; raises Expired when it was already."""
    if not use(challenge, now):
        raise Expired
