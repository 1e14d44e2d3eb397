"""Asking the app whatever its description allows, and what it does not, over real HTTP."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Thread
from typing import TYPE_CHECKING, Any

import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema
from werkzeug.serving import WSGIRequestHandler, make_server

from tests.device import Device
from tests.people import PASSWORD, Person

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

MARK = "alice"  # what the asker has for a session
# 503 is the answer to a phone that is newer than the server: no fault, and counted apart below.
GOOD = ["2xx", "3xx", "4xx", "503"]
REFUSALS = ["400", "401", "403", "404", "405", "409", "410", "413", "415", "422", "426", "429"]


@dataclass
class Asked:
    """How often each answer came, by operation, status and code; and what was wrong."""

    cases: int = 0
    answers: Counter[tuple[str, int, str]] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def statuses(self, operation: str) -> set[int]:
        """The statuses with which an operation was answered."""
        return {status for name, status, _ in self.answers if name == operation}


class StaysSignedIn:
    """The app for somebody who signs in again when that ended: others are asked on, as her."""

    def __init__(self, app: WSGIApplication, alice: Person) -> None:
        self._app, self._alice = app, alice
        self._cookie = self._session()

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        """Put her session in the place of the mark."""
        cookie = environ.get("HTTP_COOKIE", "")
        hers = f"session={MARK}" in cookie
        environ["HTTP_COOKIE"] = cookie.replace(f"session={MARK}", f"session={self._cookie}")
        ends = environ["PATH_INFO"] == "/api/sign-out"

        def begin(status: str, headers: Any, *more: Any) -> Any:
            if hers and (ends or status.startswith("401")):
                self._alice.client.post(
                    "/nl/inloggen", data={"email": self._alice.email, "password": PASSWORD}
                )
                self._cookie = self._session()
            return start(status, headers, *more)

        return self._app(environ, begin)

    def _session(self) -> str:
        cookie = self._alice.client.get_cookie("session")
        assert cookie
        return cookie.value


class _Silent(WSGIRequestHandler):
    def log(self, *_: Any) -> None:
        pass


@contextmanager
def served(app: WSGIApplication) -> Iterator[str]:
    """The address of the app on this machine."""
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=_Silent)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def of_hers(description: dict[str, Any], phone: Device, epoch: int) -> dict[str, Any]:
    """The description, where it stands for any person, phone or day, with hers and today's.

    What a schema cannot say is refused at the door, and nothing behind it would be tried.
    """
    made = copy.deepcopy(description)
    fields = made["components"]["schemas"]["SyncRequest"]["properties"]
    fields["user"] = {"const": str(phone.person.id)}
    phones = {"enum": [str(phone.id), str(phone.person.id)]}
    fields["device"] = phones
    for method in made["paths"]["/api/devices/{device}"].values():
        method["parameters"][0]["schema"] = phones
    fields["epoch"] = {"enum": [epoch, None]}
    fields["cursor"] = {"type": "integer", "minimum": 0, "maximum": 5}
    for name in ("today", "insights", "trials"):
        (day, _) = made["paths"][f"/api/{name}"]["get"]["parameters"]
        day["schema"] = {"enum": [datetime.now(UTC).date().isoformat()]}
    return made


def ask(description: dict[str, Any], address: str, examples: int, **more: Any) -> Asked:
    """Ask all of it, the same each time; `more` is laid into the settings of schemathesis."""
    settings: dict[str, Any] = {
        "seed": 1,
        "headers": {"Sec-Fetch-Site": "same-origin", "Accept-Encoding": "identity"},
        "generation": {"max-examples": examples, "deterministic": True, "database": "none"},
        "checks": {
            "not_a_server_error": {"expected-statuses": GOOD},
            "negative_data_rejection": {"expected-statuses": [*REFUSALS, "503"]},
        },
    }
    config = SchemathesisConfig.from_dict(settings | more)
    schema = schemathesis.openapi.from_dict(description, config=config)
    schema.config.update(base_url=address)
    asked = Asked()
    for event in from_schema(schema).execute():
        if isinstance(event, events.ScenarioFinished):
            _count(asked, event, address)
        elif isinstance(event, events.NonFatalError | events.FatalError):
            asked.faults.append(str(getattr(event, "info", event)))
    return asked


def _count(asked: Asked, event: events.ScenarioFinished, address: str) -> None:
    for one in event.recorder.interactions.values():
        asked.cases += 1
        if one.response is not None:
            path = one.request.uri.removeprefix(address).partition("?")[0]
            found = (f"{one.request.method} {path}", one.response.status_code, _code(one.response))
            asked.answers[found] += 1
    for checks in event.recorder.checks.values():
        for check in checks:
            if check.failure_info:
                failure = check.failure_info.failure
                how = check.failure_info.code_sample
                asked.faults.append(f"{check.name}: {failure.title}\n{failure.message}\n{how}")


def _code(response: Any) -> str:
    try:
        return str(response.json()["error"]["code"])
    except (ValueError, KeyError, TypeError):
        return ""
