"""A real server of one test: granian in a process of its own, to be stopped and replaced."""

from __future__ import annotations

import email
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen
from uuid import UUID

from tests.people import PASSWORD
from webapp.config import ROOT

RELEASED = ("webapp", "templates", "migrations", "static/build", "static/icons")
PATIENCE = 60  # seconds


class Server:
    """The app on http://127.0.0.1:<port>, over a database and a data folder of its own.

    The port stays the same over stop and start, so that browsers meet the same site again.
    """

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.folder = folder
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.environment = environment | {"DATA_DIR": str(folder), "PUBLIC_URL": self.url}
        self.root = ROOT
        self.was_down = False
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def running(self) -> bool:
        """Whether it answers; false while it is stopped."""
        return self._process is not None

    def start(self) -> None:
        """Start, and return when it answers."""
        with (self.folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                self._command(),
                cwd=self.root,
                env=os.environ | self.environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._wait_until_it_answers()

    def stop(self) -> None:
        """Stop; the port is closed when this returns."""
        self.was_down = True
        if self._process is None:
            return
        process, self._process = self._process, None
        # The whole group: granian's worker would outlive a parent that was killed.
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def freeze(self) -> None:
        """Take connections and never answer, as a network does that is only nearly there."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Answer again."""
        self._signal(signal.SIGCONT)

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

    def account(self, address: str, language: str = "nl") -> UUID:
        """Make a confirmed account with consent; its password is that of tests.people."""
        from webapp import create_app
        from webapp.accounts.models import open_account
        from webapp.config import Settings
        from webapp.extensions import db

        app = create_app(Settings.from_environment(self.environment))
        with app.app_context():
            user_id: UUID = open_account(address, PASSWORD, language, consent=True)
            db.session.commit()
            db.session.remove()
            db.engine.dispose()
        return user_id

    def _command(self) -> list[str]:
        options = ["--interface", "wsgi", "--factory", "--no-ws", "--blocking-threads", "4"]
        where = ["--host", "127.0.0.1", "--port", str(self.port)]
        return [sys.executable, "-m", "granian", *options, *where, "webapp:create_app"]

    def _wait_until_it_answers(self) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            assert self._process is not None
            if self._process.poll() is not None:
                break
            try:
                with urlopen(f"{self.url}/healthz", timeout=1):
                    return
            except (URLError, OSError):
                time.sleep(0.1)
        log = (self.folder / "server.log").read_text()
        self.stop()
        raise AssertionError(f"the server does not answer:\n{log}")

    def _signal(self, which: signal.Signals) -> None:
        assert self._process is not None
        os.killpg(self._process.pid, which)


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port
