"""A freshly started app on a free port, for tools that look at it from outside."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent


@contextmanager
def served(*options: str, environment: Mapping[str, str] | None = None) -> Iterator[str]:
    """The address of the app over an empty data folder; `--demo` fills it."""
    port = free_port()
    with TemporaryDirectory() as folder:
        whole = {**os.environ, **(environment or {}), "PORT": str(port), "DATA_DIR": folder}
        command = [sys.executable, "-m", "webapp", *options]
        server = subprocess.Popen(command, cwd=ROOT, env=whole, stdout=subprocess.DEVNULL)
        address = f"http://127.0.0.1:{port}"
        try:
            _wait(address)
            yield address
        finally:
            server.terminate()
            server.wait()


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def _wait(address: str) -> None:
    for _ in range(300):
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=1):  # noqa: S310 loopback
                return
        except OSError:
            time.sleep(0.1)
    sys.exit("the app did not start")
