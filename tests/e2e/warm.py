"""The app, loaded once for many servers: each test gets a fork of a process that has it ready.

Loading the app, rendering and compressing all its pages takes seconds, and a fork takes them
along. It is as new as any other process: nothing of a test before it is in its memory.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from flask import Flask

from webapp.config import ROOT


class Warm:
    """A process that serves the app of this environment on this port whenever it is asked to."""

    def __init__(self, port: int, environment: dict[str, str]) -> None:
        self.group = 0
        self._environment = environment.copy()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.e2e.warm", str(port)],
            cwd=ROOT,
            env=os.environ | environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def start(self, log: Path, environment: dict[str, str]) -> None:
        """Begin to serve, in a group of processes; the environment is as it was."""
        assert environment == self._environment, "the app was loaded in another environment"
        self.group = int(self._ask(f"start {log}"))

    def stop(self) -> None:
        """Kill the group that serves."""
        self._ask(f"stop {self.group}")

    def close(self) -> None:
        """End, when nothing is served any more."""
        self._process.communicate()

    def _ask(self, command: str) -> str:
        assert self._process.stdin
        assert self._process.stdout
        print(command, file=self._process.stdin, flush=True)
        answer = self._process.stdout.readline()
        assert answer, "the process that keeps the app warm is gone"
        return answer.strip()


def main() -> None:
    """Load the app; then do what each line says, until there are no more."""
    app = _loaded()
    for line in sys.stdin:
        command, rest = line.strip().split(" ", 1)
        answer = _start(app, Path(rest)) if command == "start" else _stop(int(rest))
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()


def _loaded() -> Flask:
    from webapp import create_app
    from webapp.extensions import db
    from webapp.pwa.kept import kept

    app = create_app()
    with app.test_request_context():
        known = kept()
    phone = app.test_client()
    for address, _ in known.app + known.library + known.assets:
        if not address.startswith("/static/"):
            phone.get(address, headers={"Accept-Encoding": "br"})
    with app.app_context():
        db.engine.dispose()
    return app


def _start(app: Flask, log: Path) -> int:
    group = os.fork()
    if group == 0:
        try:
            _serve(app, log)
        finally:
            os._exit(1)
    os.setpgid(group, group)
    return group


def _serve(app: Flask, log: Path) -> None:
    from granian.constants import Interfaces
    from granian.server import Server

    os.setpgid(0, 0)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for output in (1, 2):
        os.dup2(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND), output)
    Server(
        "webapp:create_app",
        port=int(sys.argv[1]),
        interface=Interfaces.WSGI,
        blocking_threads=4,
        websockets=False,
    ).serve(target_loader=lambda: app, wrap_loader=False)


def _stop(group: int) -> str:
    # The whole group: granian's worker would outlive a parent that was killed.
    os.killpg(group, signal.SIGKILL)
    os.waitpid(group, 0)
    return "stopped"


if __name__ == "__main__":
    main()
