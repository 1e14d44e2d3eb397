"""Things that several windows or devices of one person do in the same moment."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

from flask import Flask
from flask.testing import FlaskClient

from tests.people import Person

Answer = TypeVar("Answer")


def windows(app: Flask, person: Person, count: int) -> list[FlaskClient]:
    """Clients that share the session of this person."""
    cookie = person.client.get_cookie("session")
    assert cookie
    clients = [app.test_client() for _ in range(count)]
    for client in clients:
        client.set_cookie("session", cookie.value)
    return clients


def at_once(*actions: Callable[[], Answer]) -> list[Answer]:
    """Do all of these in the same moment; what each gave."""
    start = Barrier(len(actions))

    def wait_and_do(action: Callable[[], Answer]) -> Answer:
        start.wait(timeout=30)
        return action()

    with ThreadPoolExecutor(len(actions)) as pool:
        return list(pool.map(wait_and_do, actions))
