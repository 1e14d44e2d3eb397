"""python -m webapp: make what is missing on this machine, then serve."""

from __future__ import annotations

import gc
import os
import secrets
import socket
import sys
from pathlib import Path

from flask import Flask

from webapp.config import ROOT, SettingsError

WORKERS = 2
THREADS = 4


def main() -> None:
    """Serve on 127.0.0.1:PORT; with --demo over a database of its own with a made-up person."""
    demo = "--demo" in sys.argv[1:]
    port = os.environ.get("PORT", "8000")
    if not port.isdecimal() or not 0 < int(port) < 65536:
        sys.exit(f"rugwijs: PORT must be a number from 1 to 65535, not {port!r}.")
    if _is_taken(int(port)):
        sys.exit(f"rugwijs: port {port} is in use. Run: make run PORT={int(port) % 65535 + 1}")
    os.umask(0o077)  # database, mails and secrets are for the owner's eyes only
    os.environ.setdefault("DATA_DIR", str(ROOT / "instance" / ("demo" if demo else "")))
    # By name: browsers make passkeys for names only.
    os.environ.setdefault("PUBLIC_URL", f"http://localhost:{port}")
    if os.environ.get("PRODUCTION") != "1":
        _have_secrets(Path(os.environ["DATA_DIR"]))
    try:
        prepare(demo)
    except SettingsError as error:
        sys.exit(f"rugwijs: {error}")
    _serve(int(port))


def prepare(demo: bool = False) -> None:
    """Bring the database up to date, and say where everything is.

    Whoever was erased, and came back with an old backup, is erased again before anybody is served.
    """
    from flask_migrate import upgrade

    from webapp import create_app
    from webapp.accounts.erase import erase_the_rest
    from webapp.extensions import db

    app = create_app()
    settings = app.extensions["settings"]
    with app.app_context():
        upgrade()
        erase_the_rest()
        lines = [f"Rugwijs: {settings.public_url}  (stop with Ctrl+C)"]
        if settings.mail_url is None:
            lines.append(f"Mails are written to {settings.mail_dir}")
        if demo:
            from webapp.demo import DEMO_EMAIL, DEMO_PASSWORD, seed

            seed()
            lines.append(f"Sign in as {DEMO_EMAIL} with the password: {DEMO_PASSWORD}")
        db.engine.dispose()  # the workers have connections of their own
    print("\n".join(lines), flush=True)  # noqa: T201 this is what a person reads


def served() -> Flask:
    """The app as each worker serves it.

    What it holds from the start (all articles, among others) never becomes rubbish. Looking
    through it again and again took a quarter of the time of handing out a diary.
    """
    from webapp import create_app, journal

    journal.to_standard_error()
    app = create_app()
    gc.collect()
    gc.freeze()
    return app


def _is_taken(port: int) -> bool:
    with socket.socket() as attempt:
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False


def _have_secrets(folder: Path) -> None:
    """Write secrets.env for the owner's eyes only, on the first run on this machine."""
    path = folder / "secrets.env"
    if not path.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(f"SECRET_KEY={secrets.token_urlsafe(32)}\n")
            file.write(f"VAULT_KEY={secrets.token_urlsafe(32)}\n")
    os.environ.setdefault("SECRETS_FILE", str(path))


def _serve(port: int) -> None:
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    Server(
        f"{__package__}.__main__:served",
        factory=True,
        address="127.0.0.1",
        port=port,
        interface=Interfaces.WSGI,
        workers=WORKERS,
        blocking_threads=THREADS,
        log_access=False,
        log_level=LogLevels.warning,
        websockets=False,
    ).serve()


if __name__ == "__main__":
    main()
