"""The two kinds of device of a soak run: the twin in Python, and the app's own scripts."""

from __future__ import annotations

import json
import subprocess
from typing import Any, Protocol

from tests.histories.device import Device
from tests.histories.store import Json
from tests.histories.wire import Post
from webapp.config import ROOT

PAIN = "pain"
PROGRAM = "tests/js/sync/told.js"


class Phone(Protocol):
    """What a person does with a device; `save` and `remove` give the op, or nothing."""

    name: int
    language: str

    def shown(self, record: str) -> Json | None: ...
    def save(self, record: str, body: Json) -> str | None: ...
    def remove(self, record: str) -> str | None: ...
    def sync(self, post: Post) -> str: ...
    def view(self) -> dict[str, Json]: ...
    def refused(self) -> set[str]: ...
    def close(self) -> None: ...


class InPython:
    """The twin of tests/histories."""

    language = "Python"

    def __init__(self, name: int, user: str) -> None:
        self.name = name
        self.device = Device(name, user, user)
        store = self.device.store(user)
        assert store
        self.store = store

    def shown(self, record: str) -> Json | None:
        """The body of one entry."""
        shown = self.store.shown(record)
        return shown["body"] if shown else None

    def save(self, record: str, body: Json) -> str | None:
        """Keep a cramp as it must become."""
        op = self.device.new_id()
        return op if self.store.save(op, record, PAIN, body) else None

    def remove(self, record: str) -> str | None:
        """Delete one."""
        op = self.device.new_id()
        return op if self.store.remove(op, record) else None

    def sync(self, post: Post) -> str:
        """One sync; how it ended."""
        return self.device.sync(self.device.account, post)

    def view(self) -> dict[str, Json]:
        """What the person sees."""
        return self.store.view()

    def refused(self) -> set[str]:
        """The ops that the server did not take."""
        return set(self.store.refused)

    def close(self) -> None:
        """Nothing is left of it."""


class InJavaScript:
    """The app's own store and engine under Node, in a process of its own."""

    language = "JavaScript"

    def __init__(self, name: int, user: str) -> None:
        self.name = name
        pipes: Any = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        self.process = subprocess.Popen(["node", PROGRAM, user], cwd=ROOT, text=True, **pipes)

    def shown(self, record: str) -> Json | None:
        """As of InPython."""
        shown: Json | None = self._do("shown", record)
        return shown

    def save(self, record: str, body: Json) -> str | None:
        """As of InPython."""
        op: str | None = self._do("save", record, body)
        return op

    def remove(self, record: str) -> str | None:
        """As of InPython."""
        op: str | None = self._do("remove", record)
        return op

    def sync(self, post: Post) -> str:
        """As of InPython."""
        told = self._tell({"act": "sync", "how": []})
        while "post" in told:
            reply = post(told["post"].encode())
            answer = reply and {**reply._asdict(), "body": reply.body.decode()}
            told = self._tell(answer)
        return str(told["done"])

    def view(self) -> dict[str, Json]:
        """As of InPython."""
        view: dict[str, Json] = self._do("view")
        return view

    def refused(self) -> set[str]:
        """As of InPython."""
        return set(self._do("refused"))

    def close(self) -> None:
        """End its process."""
        self.process.communicate(timeout=10)

    def _do(self, act: str, *how: Any) -> Any:
        return self._tell({"act": act, "how": how})["done"]

    def _tell(self, told: Any) -> dict[str, Any]:
        assert self.process.stdin
        assert self.process.stdout
        print(json.dumps(told), file=self.process.stdin, flush=True)
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer
