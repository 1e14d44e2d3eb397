"""A PostgreSQL of our own for the tests: a temporary folder, a free port, gone afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=50")


@contextmanager
def running_postgres(settings: Sequence[str] = FAST) -> Iterator[str | None]:
    """The URL of a fresh server, or None where PostgreSQL is not installed."""
    programs = _programs()
    if programs is None:
        yield None
        return
    folder = Path(mkdtemp(prefix="rugwijs-postgres-"))
    port = _free_port()
    try:
        _start(programs, folder, port, settings)
        yield f"postgresql+psycopg://postgres@127.0.0.1:{port}/postgres"
    finally:
        _as_postgres([str(programs / "pg_ctl"), "-D", str(folder / "data"), "-m", "fast", "stop"])
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path | None:
    """The folder with initdb: Debian keeps it outside PATH."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    found = str(debian[-1]) if debian else shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def _start(programs: Path, folder: Path, port: int, settings: Sequence[str]) -> None:
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    data = str(folder / "data")
    initdb = [str(programs / "initdb"), "-D", data, "-U", "postgres", "--auth=trust", "-N"]
    _as_postgres([*initdb, "-E", "UTF8"], check=True)
    options = f"-p {port} -c listen_addresses=127.0.0.1 -k {folder} " + " ".join(
        f"-c {setting}" for setting in settings
    )
    log = str(folder / "log")
    start = [str(programs / "pg_ctl"), "-D", data, "-l", log, "-o", options, "-w", "start"]
    _as_postgres(start, check=True)


def _as_postgres(command: list[str], check: bool = False) -> None:
    user = "postgres" if os.geteuid() == 0 else None
    subprocess.run(command, check=check, user=user, stdout=subprocess.DEVNULL, cwd="/")


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


if __name__ == "__main__":
    with running_postgres() as address:
        print(address)
