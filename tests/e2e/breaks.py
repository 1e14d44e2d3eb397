"""What a network can do to a request: each is an order for tests/e2e/proxy.py."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from dataclasses import replace

from tests.e2e.proxy import PATIENCE, Answer, Crossing, Fault

HTML = {"Content-Type": "text/html; charset=utf-8"}
JSON = {"Content-Type": "application/json"}


def lost(crossing: Crossing) -> None:
    """The request never reaches the server."""


def deaf(crossing: Crossing) -> None:
    """The server does it, and the answer is lost."""
    crossing.ask()


def late(crossing: Crossing) -> None:
    """The request seems lost, and reaches the server when the test says so."""
    crossing.proxy.late.append(crossing)


def twice(crossing: Crossing) -> None:
    """The request reaches the server twice at once."""
    second = threading.Thread(target=crossing.ask)
    second.start()
    answer = crossing.ask()
    second.join(PATIENCE)
    crossing.write(answer.written())


def held(crossing: Crossing) -> None:
    """The server does it at once; the answer waits until the network is whole."""
    answer = crossing.ask()
    crossing.whole.wait(PATIENCE)
    crossing.write(answer.written())


def hanging(crossing: Crossing) -> None:
    """The connection stands, and nothing ever comes."""
    crossing.whole.wait(PATIENCE)


def slow(crossing: Crossing) -> None:
    """The answer comes in drops."""
    whole = crossing.ask().written()
    step = max(1, len(whole) // 10)
    for start in range(0, len(whole), step):
        crossing.write(whole[start : start + step])
        time.sleep(0.02)


def half(part: float) -> Fault:
    """The connection is cut within the answer: 0 is before its first byte, 1 after its last."""

    def cut(crossing: Crossing) -> None:
        whole = crossing.ask().written()
        crossing.write(whole[: int(len(whole) * part)])

    return cut


def noted(answers: list[Answer]) -> Fault:
    """Nothing breaks, and what the server says is kept."""

    def note(crossing: Crossing) -> None:
        answers.append(crossing.ask())
        crossing.write(answers[-1].written())

    return note


def says(status: int, code: str, wait: int | None = None) -> Fault:
    """The server would answer this; it is not asked."""
    headers = JSON if wait is None else JSON | {"Retry-After": str(wait)}
    body = json.dumps({"error": {"code": code, "message": code}}).encode()
    return lambda crossing: _write(crossing, Answer(status, headers, body))


def hotel(crossing: Crossing) -> None:
    """The sign-in page of somebody's network."""
    _write(crossing, Answer(200, HTML, b"<!DOCTYPE html><title>Welcome</title><h1>Hello</h1>"))


def altered(change: Callable[[Answer], Answer]) -> Fault:
    """Somebody in between changes the answer."""
    return lambda crossing: _write(crossing, change(crossing.ask()))


truncated = altered(lambda answer: replace(answer, body=answer.body[: len(answer.body) // 2]))
garbled = altered(lambda answer: replace(answer, body=answer.body.replace(b'"', b"'")))
unzippable = altered(
    lambda answer: replace(answer, headers=answer.headers | {"Content-Encoding": "gzip"})
)


def _write(crossing: Crossing, answer: Answer) -> None:
    crossing.write(answer.written())
