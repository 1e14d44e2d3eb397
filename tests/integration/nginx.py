"""A real nginx from docs/nginx.conf, on free ports of this machine; and asking it byte by byte."""

from __future__ import annotations

import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from tools.programs import nginx_path
from tools.served import free_port
from webapp.config import ROOT

NAME = "rugwijs.example"
PATIENCE = 15  # seconds; longer than nginx waits for a slow sender


@dataclass(frozen=True)
class Nginx:
    """A running nginx."""

    tls: int
    plain: int

    def ask(self, sent: bytes) -> bytes:
        """All that comes back for these bytes, until nginx hangs up or has no more to say."""
        with self.connection() as line:
            with suppress(OSError):  # it may hang up before it took all
                line.sendall(sent)
            return heard(line)

    def connection(self) -> ssl.SSLSocket:
        """A connection with TLS, as a browser has it."""
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        bare = socket.create_connection(("127.0.0.1", self.tls), timeout=3)
        return context.wrap_socket(bare, server_hostname=NAME)


class Behind:
    """Who stands behind nginx: keeps what it gets, and answers 204 to each request."""

    def __init__(self) -> None:
        self.got = b""
        self.connections = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        Thread(target=self._serve, daemon=True).start()

    @property
    def requests(self) -> int:
        """How many requests there were."""
        return self.got.count(b" HTTP/1.1\r\n")

    def close(self) -> None:
        """Stop."""
        self._listener.close()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                line, _ = self._listener.accept()
                self.connections += 1
                Thread(target=self._answer, args=(line,), daemon=True).start()

    def _answer(self, line: socket.socket) -> None:
        with suppress(OSError), line:
            while received := line.recv(65_536):
                self.got += received
                line.sendall(b"HTTP/1.1 204 No Content\r\n\r\n" * received.count(b" HTTP/1.1\r\n"))


def heard(line: socket.socket) -> bytes:
    """All that comes, until the other hangs up or is silent."""
    answer = b""
    with suppress(OSError):
        while received := line.recv(65_536):
            answer += received
    return answer


@contextmanager
def running(folder: Path, behind: int, **instead: str) -> Iterator[Nginx]:
    """nginx before this port; `instead` has settings of the file that are to be different."""
    program = nginx_path()
    if program is None:
        raise FileNotFoundError("nginx is missing; run: apt-get install nginx-light")
    nginx = Nginx(free_port(), free_port())
    _write(folder, nginx, behind, instead)
    command = [program, "-p", str(folder), "-c", "nginx.conf", "-e", f"{folder}/log"]
    with (folder / "said").open("w") as said:
        process = subprocess.Popen([*command, "-g", "daemon off;"], stderr=said)
    try:
        _wait(nginx.tls, process)
        yield nginx
    finally:
        process.terminate()
        process.wait()


def _write(folder: Path, nginx: Nginx, behind: int, instead: dict[str, str]) -> None:
    text = (ROOT / "docs/nginx.conf").read_text(encoding="utf-8")
    changes = {
        "listen 80": f"listen 127.0.0.1:{nginx.plain}",
        "listen 443": f"listen 127.0.0.1:{nginx.tls}",
        "127.0.0.1:8000": f"127.0.0.1:{behind}",
        f"/etc/ssl/{NAME}": str(folder),
    }
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    for name, value in instead.items():
        lines = [line for line in text.splitlines() if line.strip().startswith(f"{name} ")]
        assert lines, name
        text = text.replace(lines[0], f"    {name} {value};")
    (folder / "rugwijs.conf").write_text(text)
    kept = "".join(
        f"{what}_temp_path {folder}/{what};\n"
        for what in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    around = f"pid {folder}/pid;\nerror_log {folder}/log;\nevents {{}}\n"
    site = f"http {{\n{kept}include {folder}/rugwijs.conf;\n}}\n"
    (folder / "nginx.conf").write_text(around + site)
    key = ["-newkey", "rsa:2048", "-nodes", "-keyout", str(folder / "privkey.pem")]
    made = ["-out", str(folder / "fullchain.pem"), "-days", "2", "-subj", f"/CN={NAME}"]
    subprocess.run(["openssl", "req", "-x509", *key, *made], check=True, capture_output=True)


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            raise AssertionError("nginx did not start")
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    raise AssertionError("nginx does not answer")
