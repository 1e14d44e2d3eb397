"""make bench-answers: whether the time of an answer tells that an address has an account.

Each page is asked about addresses and names with and without an account, in a random order, of a
real server with a real mail server behind it. The medians must lie within 10 ms.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode, urlsplit

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Sink

from tests.bench.line import line
from tests.conftest import SECRETS
from tests.database import fresh_database
from tests.e2e.server import Server, free_port
from tests.people import PASSWORD
from webapp.accounts.models import User, new_person, open_account
from webapp.extensions import db
from webapp.languages import PATHS

TIMES = 200  # answers about addresses with an account, and as many about others
WITHIN = 10  # ms
# What is asked, of which page, and whether by a name instead of an address.
ASKED = {
    "sign_in": ("sign_in", False),
    "sign_in by name": ("sign_in", True),
    "sign_up": ("sign_up", False),
    "forgot": ("forgot", False),
    "resend": ("resend", False),
    "recover": ("recover", False),
    "recover by name": ("recover", True),
}
REFUSED = ("sign_in", "recover")
SEED = 7


def main() -> None:
    """Print for each page the two medians and how far they are apart."""
    with TemporaryDirectory() as name, fresh_database("sqlite", Path(name)) as url, _post() as mail:
        own = {"DATABASE_URL": url, "MAIL_URL": mail, "PROXIES": "1"}
        server = Server(Path(name), SECRETS | own)
        _people(server)
        server.start()
        try:
            for what in ASKED:
                _measure(server, what)
        finally:
            server.stop()


def _measure(server: Server, what: str) -> None:
    page, by_name = ASKED[what]
    took: dict[str, list[float]] = {"known": [], "unknown": []}
    asked = [(kind, n) for kind in took for n in range(TIMES)]
    random.Random(SEED).shuffle(asked)
    for visitor, (kind, n) in enumerate(asked):
        login = f"{kind if kind == 'known' else page}{n}" + ("" if by_name else "@example.com")
        took[kind].append(_ask(server, what, login, visitor))
    known, unknown = (statistics.median(times) for times in took.values())
    print(f"{what}: known {known:.1f} ms, unknown {unknown:.1f} ms, medians of {TIMES}")
    line(f"{what}: apart", abs(known - unknown), WITHIN, "ms")


def _ask(server: Server, what: str, login: str, visitor: int) -> float:
    """Milliseconds until the whole answer is there; each visitor has an address of its own."""
    page, _ = ASKED[what]
    form = {"email": login, "password": PASSWORD + "!", "of_age": "y", "consent": "y"}
    form["recovery"] = "0000-0000-0000-0000-0000-0000"
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Sec-Fetch-Site": "same-origin",
        "X-Forwarded-For": f"10.{list(ASKED).index(what)}.{visitor // 250}.{visitor % 250}",
    }
    connection = HTTPConnection(urlsplit(server.url).netloc, timeout=60)
    connection.connect()
    began = time.perf_counter()
    connection.request("POST", PATHS[f"accounts.{page}"]["nl"], urlencode(form), headers)
    answer = connection.getresponse()
    answer.read()
    took = (time.perf_counter() - began) * 1000
    connection.close()
    assert answer.status == (422 if page in REFUSED else 302), answer.status
    return took


def _people(server: Server) -> None:
    """Everybody who has an account, and has never asked for anything."""
    with server.inside():
        first = db.session.get(User, open_account("known0@example.com", PASSWORD, "nl"))
        assert first
        first.name = "known0"
        for n in range(1, TIMES):
            other = new_person(f"known{n}@example.com", "", "nl")
            other.password, other.confirmed_at = first.password, first.confirmed_at
            other.name = f"known{n}"
            db.session.add(other)


@contextmanager
def _post() -> Iterator[str]:
    port = free_port()
    controller = Controller(Sink(), hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield f"smtp://127.0.0.1:{port}"
    finally:
        controller.stop()


if __name__ == "__main__":
    main()
