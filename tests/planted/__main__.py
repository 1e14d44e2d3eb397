"""make mutants-sync: plants each bug in a copy of the app, and lets the tests look for it.

Prints which test caught which bug, and ends with 1 when one was caught by none. ONLY= takes a part
of a bug's name. Bugs that only PostgreSQL shows need one on the machine.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory

from tests.planted.bugs import ROOT, Bug, bugs
from tools.postgres import running_postgres

LEFT_OUT = (".git", ".venv", "node_modules", "__pycache__", ".hypothesis", "instance")
AT_ONCE = 2
TESTS_FAILED = 1  # of pytest and of node: anything else is a fault of this tool
LONGEST = 300  # seconds


def main() -> int:
    """Try them all."""
    chosen = [bug for bug in bugs() if os.environ.get("ONLY", "") in bug.name]
    with TemporaryDirectory() as folder, _postgres() as url:
        copies: SimpleQueue[Path] = SimpleQueue()
        for number in range(AT_ONCE):
            copies.put(_copy(Path(folder) / str(number)))
        with ThreadPoolExecutor(AT_ONCE) as pool:
            caught = list(pool.map(lambda bug: _tried(bug, copies, url), chosen))
    print(f"{sum(caught)} of {len(caught)} planted bugs were caught.")
    return 0 if all(caught) else 1


def _copy(folder: Path) -> Path:
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*LEFT_OUT))
    for name in (".venv", "node_modules"):
        (folder / name).symlink_to(ROOT / name)
    return folder


def _tried(bug: Bug, copies: SimpleQueue[Path], url: str | None) -> bool:
    copy, begun = copies.get(), time.monotonic()
    kept = {edit.file: (copy / edit.file).read_text() for edit in bug.edits}
    try:
        for edit in bug.edits:
            (copy / edit.file).write_text(edit.planted(copy))
        by = _caught_by(bug, copy, url)
    finally:
        for file, text in kept.items():
            (copy / file).write_text(text)
        copies.put(copy)
    seconds = time.monotonic() - begun
    print(
        f"{bug.name:<44} {bug.edits[0].file:<28} {seconds:5.0f} s  {by or 'NOT CAUGHT'}", flush=True
    )
    return by is not None


def _caught_by(bug: Bug, copy: Path, url: str | None) -> str | None:
    """The first test that fails; None when all pass."""
    environment = {name: value for name, value in os.environ.items() if name != "TEST_POSTGRES_URL"}
    if bug.postgres:
        assert url, "PostgreSQL is missing; run: apt-get install postgresql"
        environment["TEST_POSTGRES_URL"] = url
    command = _command(bug)
    try:
        run = subprocess.run(
            command, cwd=copy, env=environment, capture_output=True, text=True, timeout=LONGEST
        )
    except subprocess.TimeoutExpired:
        return f"{bug.tests} (never ends)"
    if run.returncode == 0:
        return None
    found = re.search(r"^(?:FAILED \S*?::|not ok \d+ - )(.*?)(?: - .*)?$", run.stdout, re.M)
    if run.returncode != TESTS_FAILED or found is None:
        raise RuntimeError(f"{bug.name}: {run.stdout[-2000:]}{run.stderr}")
    return found.group(1)


def _command(bug: Bug) -> list[str]:
    if bug.tests.endswith(".js"):
        return [
            "node",
            "--test",
            "--test-reporter=tap",
            f"--test-name-pattern={bug.only or '.'}",
            bug.tests,
        ]
    only = ["-k", bug.only] if bug.only else []
    return [sys.executable, "-m", "pytest", "-x", "-rf", bug.tests, *only]


@contextmanager
def _postgres() -> Iterator[str | None]:
    if os.environ.get("TEST_POSTGRES_URL"):
        yield os.environ["TEST_POSTGRES_URL"]
        return
    with running_postgres() as url:
        yield url


if __name__ == "__main__":
    sys.exit(main())
