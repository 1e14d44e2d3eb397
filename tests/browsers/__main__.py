"""make browsers: the core journey in Firefox and in WebKit, against a real server."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.browsers.driver import Fault
from tests.browsers.engines import Firefox, WebKit
from tests.browsers.journey import Journey
from tests.conftest import SECRETS
from tests.database import fresh_database
from tests.e2e.server import Server

Engine = type[Firefox] | type[WebKit]
ENGINES: tuple[Engine, ...] = (Firefox, WebKit)


def main() -> None:
    """A line for each step and engine; 1 when a step failed, 2 when a browser is missing."""
    missing = [engine.packages for engine in ENGINES if not engine.is_here()]
    if missing:
        _say(f"Missing. Run: sudo apt-get install {' '.join(missing)}")
        raise SystemExit(2)
    with TemporaryDirectory() as name, fresh_database("sqlite", Path(name)) as url:
        server = Server(Path(name), SECRETS | {"DATABASE_URL": url})
        with server.kept_warm():
            server.start()
            went = [_walk(engine, server) for engine in ENGINES]
            server.stop()
    raise SystemExit(0 if all(went) else 1)


def _walk(engine: Engine, server: Server) -> bool:
    with TemporaryDirectory(ignore_cleanup_errors=True) as name:
        browser = engine(server.url, Path(name))
        try:
            return _went(browser, Journey(browser, server))
        finally:
            browser.close()
            if not server.running:
                server.start()


def _went(browser: Firefox | WebKit, journey: Journey) -> bool:
    for what, step in journey.steps():
        began = time.monotonic()
        try:
            step()
        except Fault as fault:
            _say(f"{browser.name} {browser.version}  {what}: FAILED\n{fault}")
            return False
        took = time.monotonic() - began
        _say(f"{browser.name} {browser.version}  {what:<42} ok {took:5.1f} s")
    return True


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
