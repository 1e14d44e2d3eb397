"""The line from one device to the server, which may be cut in either direction."""

from __future__ import annotations

import json
from email.message import Message
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from tests.histories.wire import Reply

TIME_LIMIT = 3  # seconds; the browser's own is 20
BROKEN = (URLError, OSError, ValueError, HTTPException)


class Line:
    """A network whose way there or way back can be cut."""

    def __init__(self, url: str, cookie: str) -> None:
        self.url, self.cookie = url, cookie
        self.there = self.back = True

    def post(self, payload: bytes) -> Reply | None:
        """Send a request; None when no answer came."""
        if not self.there:
            return None
        headers = {
            "Content-Type": "application/json",
            "Cookie": self.cookie,
            "Sec-Fetch-Site": "same-origin",
        }
        try:
            with urlopen(
                Request(f"{self.url}/api/sync", payload, headers), timeout=TIME_LIMIT
            ) as answer:
                reply = Reply(answer.status, answer.read(), _wait(answer.headers))
        except HTTPError as refused:
            reply = Reply(refused.code, refused.read(), _wait(refused.headers))
        except BROKEN:
            return None
        return reply if self.back and _is_json(reply.body) else None


def _wait(headers: Message) -> int | None:
    asked = headers.get("Retry-After")
    return int(asked) if asked else None


def _is_json(body: bytes) -> bool:
    try:
        json.loads(body)
    except ValueError:
        return False
    return True
