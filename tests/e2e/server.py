"""A real server: granian in processes of its own, to be stopped, frozen and replaced."""

from __future__ import annotations

import email
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen
from uuid import UUID

from tests.e2e.warm import Warm
from tests.people import PASSWORD
from webapp.config import ROOT

RELEASED = ("webapp", "templates", "migrations", "static/build", "static/icons")
PATIENCE = 120  # seconds; a busy machine is slow
PORTS = (15_000, 32_000)


class Server:
    """The app on http://127.0.0.1:<port>, over a database and a data folder of its own.

    The port stays the same over stop and start, so that browsers meet the same site again.
    """

    def __init__(self, folder: Path, environment: dict[str, str], host: str = "127.0.0.1") -> None:
        self.folder = folder
        self.log = folder / "server.log"
        self.port = free_port()
        self.url = f"http://{host}:{self.port}"
        self.environment = environment | {"DATA_DIR": str(folder), "PUBLIC_URL": self.url}
        self.root = ROOT
        self.was_down = False
        self._warm: Warm | None = None
        self._running: Warm | Cold | None = None

    @property
    def running(self) -> bool:
        """Whether it answers; false while it is stopped."""
        return self._running is not None

    @contextmanager
    def kept_warm(self) -> Iterator[None]:
        """Have the app loaded for as long as this lasts: starting takes a blink then."""
        self._warm = Warm(self.port, self.environment)
        try:
            yield
        finally:
            self._warm.close()
            self._warm = None

    def renew(self) -> None:
        """Be as it was made, with an empty folder; it must have stopped."""
        assert not self.running
        self.root, self.was_down = ROOT, False
        shutil.rmtree(self.folder)
        self.folder.mkdir()

    def start(self) -> None:
        """Start, and return when it answers."""
        as_installed = self.root == ROOT
        self._running = self._warm if self._warm and as_installed else Cold(self.port, self.root)
        self._running.start(self.log, self.environment)
        self._wait_until_it_answers()

    def stop(self) -> None:
        """Stop; the port is closed when this returns."""
        self.was_down = True
        if self._running is None:
            return
        running, self._running = self._running, None
        running.stop()
        until = time.monotonic() + PATIENCE
        while self._is_open():
            assert time.monotonic() < until, f"somebody else serves on port {self.port}"
            time.sleep(0.01)

    def freeze(self) -> None:
        """Take connections and never answer, as a network does that is only nearly there."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Answer again."""
        self._signal(signal.SIGCONT)

    def processes(self) -> list[int]:
        """The ids of its processes."""
        assert self._running
        group = str(self._running.group)
        listed = subprocess.run(["ps", "-eo", "pid=,pgid="], capture_output=True, text=True)
        rows = [line.split() for line in listed.stdout.splitlines()]
        return [int(pid) for pid, of in rows if of == group]

    def release(self, path: str, old: str, new: str) -> None:
        """Serve a next release from a copy of the app in which one text of one file differs."""
        self.stop()
        copy = self.folder / f"release-{time.monotonic_ns()}"
        for name in RELEASED:
            if (self.root / name).is_dir():
                leave = shutil.ignore_patterns("__pycache__")
                shutil.copytree(self.root / name, copy / name, ignore=leave)
        text = (copy / path).read_text()
        assert old in text, f"{path} does not contain {old!r}"
        (copy / path).write_text(text.replace(old, new))
        self.root = copy
        self.start()

    def mails(self) -> list[EmailMessage]:
        """The mails that were sent so far, oldest first."""
        paths = sorted((self.folder / "mail").glob("*.eml"), key=lambda p: p.stat().st_mtime_ns)
        return [email.message_from_bytes(path.read_bytes(), policy=default) for path in paths]

    def mail_to(self, address: str) -> EmailMessage:
        """The newest mail to this address; it may come a moment after the answer."""
        until = time.monotonic() + PATIENCE
        while not (mine := [mail for mail in self.mails() if mail["To"] == address]):
            assert time.monotonic() < until, f"no mail to {address}"
            time.sleep(0.01)
        return mine[-1]

    def account(self, address: str, language: str = "nl") -> UUID:
        """Make a confirmed account with consent; its password is that of tests.people."""
        from webapp.accounts.models import open_account

        with self.inside():
            user_id: UUID = open_account(address, PASSWORD, language, consent=True)
        return user_id

    @contextmanager
    def inside(self) -> Iterator[None]:
        """Work on this server's data without a request; what was done is kept at the end."""
        from webapp import create_app
        from webapp.config import Settings
        from webapp.extensions import db

        with create_app(Settings.from_environment(self.environment)).app_context():
            yield
            db.session.commit()
            db.session.remove()
            db.engine.dispose()

    def _wait_until_it_answers(self) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                with urlopen(f"{self.url}/healthz", timeout=1):
                    return
            except (URLError, OSError):
                time.sleep(0.02)
        self.stop()
        raise AssertionError(f"the server does not answer:\n{self.log.read_text()}")

    def _is_open(self) -> bool:
        with socket.socket() as attempt:
            return attempt.connect_ex(("127.0.0.1", self.port)) == 0

    def _signal(self, which: signal.Signals) -> None:
        assert self._running
        os.killpg(self._running.group, which)


class Cold:
    """A server that loads the app from a folder, as the command of a machine does."""

    def __init__(self, port: int, root: Path) -> None:
        self.port, self.root = port, root

    @property
    def group(self) -> int:
        """The group of its processes."""
        return self._process.pid

    def start(self, log: Path, environment: dict[str, str]) -> None:
        """Begin to load, and to serve after that."""
        with log.open("ab") as output:
            self._process = subprocess.Popen(
                self._command(),
                cwd=self.root,
                env=os.environ | environment,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )

    def stop(self) -> None:
        """Kill it."""
        # The whole group: granian's worker would outlive a parent that was killed.
        os.killpg(self.group, signal.SIGKILL)
        self._process.wait()

    def _command(self) -> list[str]:
        options = ["--interface", "wsgi", "--factory", "--no-ws", "--blocking-threads", "4"]
        where = ["--host", "127.0.0.1", "--port", str(self.port)]
        return [sys.executable, "-m", "granian", *options, *where, "webapp:create_app"]


def free_port() -> int:
    """A port that nobody takes while the server is stopped: outgoing calls have higher ones.

    Tests that run beside these draw from other ports.
    """
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    first, end = PORTS
    while True:
        port = random.randrange(first + worker, end, workers)
        with socket.socket() as attempt:
            if attempt.connect_ex(("127.0.0.1", port)):
                return port
