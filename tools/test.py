"""make test: starts what the tests need on this machine, then runs all of them.

PostgreSQL is started in a temporary folder where initdb is present. STRICT=1 (as in CI) demands
that nothing is left out: no PostgreSQL, no nginx or no browser is then a failure.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile

from tools.postgres import running_postgres
from tools.programs import nginx_path
from tools.second_chance import BESIDE, run

ROOT = Path(__file__).resolve().parent.parent
STRICT = os.environ.get("STRICT") == "1"


def main() -> int:
    """Run the JavaScript tests, and beside them the Python ones (browser tests included)."""
    _have_browser()
    beside = [*BESIDE, *_without_nginx(), *sys.argv[1:]]
    with _scripts() as failed, _postgres_url() as url:
        environment = {"TEST_POSTGRES_URL": url} if url else {}
        python = run(ROOT, beside, environment)
        return 1 if failed() or python else 0


@contextmanager
def _scripts() -> Iterator[Callable[[], bool]]:
    """Run the JavaScript tests in the time that the others leave; gives how they ended.

    They wait for nothing and the browser often does, so they come last at the processor.
    """
    command = ["node", "--test", *_script_tests()]
    with TemporaryFile("w+") as said:
        running = subprocess.Popen(
            command, cwd=ROOT, stdout=said, stderr=said, preexec_fn=lambda: os.nice(10)
        )

        def failed() -> bool:
            code = running.wait()
            said.seek(0)
            text = said.read()
            print(text if code else text[-200:], flush=True)
            return code != 0

        try:
            yield failed
        finally:
            running.kill()


def _script_tests() -> list[str]:
    return sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tests/js").rglob("*.test.js"))


def _have_browser() -> None:
    """A Chromium of the system is used as it is; else Playwright fetches its own."""
    if any(shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome")):
        return
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


def _without_nginx() -> list[str]:
    """What leaves the tests of docs/nginx.conf out where there is no nginx."""
    if nginx_path():
        return []
    if STRICT:
        sys.exit("tests: nginx is missing; run: apt-get install nginx-light")
    print("tests: no nginx on this machine, the tests of docs/nginx.conf are left out")
    return ["--ignore=tests/integration/test_nginx.py"]


@contextmanager
def _postgres_url() -> Iterator[str | None]:
    if os.environ.get("TEST_POSTGRES_URL"):
        yield os.environ["TEST_POSTGRES_URL"]
        return
    with running_postgres() as url:
        if url is None and STRICT:
            sys.exit("tests: PostgreSQL is missing; run: apt-get install postgresql")
        if url is None:
            print("tests: no PostgreSQL on this machine, its half of the tests is left out")
        yield url


if __name__ == "__main__":
    sys.exit(main())
