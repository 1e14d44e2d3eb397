"""make check: every check that needs no running app, each with its own line."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
import time
from tempfile import TemporaryDirectory

PYTHON = sys.executable
BIN = PYTHON.rsplit("/", 1)[0]

CHECKS: tuple[tuple[str, list[str]], ...] = (
    ("style", [f"{BIN}/ruff", "check", "."]),
    ("format", [f"{BIN}/ruff", "format", "--check", "-q", "."]),
    ("types", [f"{BIN}/mypy"]),
    ("imports", [f"{BIN}/lint-imports", "--no-cache"]),
    ("templates", [f"{BIN}/djlint", "--check", "--lint", "--quiet", "templates"]),
    ("script types", ["node", "node_modules/typescript/bin/tsc", "-p", "tsconfig.json"]),
    ("script imports", [PYTHON, "tools/script_imports.py"]),
    ("sizes", [PYTHON, "tools/sizes.py"]),
    ("words", [PYTHON, "tools/messages.py", "--check"]),
    ("content", [f"{BIN}/flask", "--app", "webapp", "check-content"]),
)


def main() -> int:
    """Run all checks; 1 when any of them fails, after all have run."""
    with TemporaryDirectory() as folder:
        return _run(_throwaway(folder))


def _throwaway(folder: str) -> dict[str, str]:
    """The environment with settings for this run, for the check that makes the app."""
    made = {name: secrets.token_urlsafe(32) for name in ("SECRET_KEY", "VAULT_KEY")}
    return os.environ | made | {"DATA_DIR": folder, "PRODUCTION": "0"}


def _run(environment: dict[str, str]) -> int:
    failed = 0
    for name, command in CHECKS:
        started = time.monotonic()
        result = subprocess.run(command, capture_output=True, text=True, env=environment)
        verdict = "ok" if result.returncode == 0 else "FAILED"
        print(f"{name:<16}{verdict:<8}{time.monotonic() - started:5.1f} s", flush=True)
        if result.returncode:
            failed += 1
            print(result.stdout + result.stderr, flush=True)
    print(f"{len(CHECKS) - failed} passed, {failed} failed")
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main())
