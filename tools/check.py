"""make check: every check that needs no running app, each with its own line."""

from __future__ import annotations

import subprocess
import sys
import time

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
    ("content", [PYTHON, "-c", "from webapp.cli import check_content; check_content()"]),
)


def main() -> int:
    """Run all checks; 1 when any of them fails, after all have run."""
    failed = 0
    for name, command in CHECKS:
        started = time.monotonic()
        result = subprocess.run(command, capture_output=True, text=True)
        verdict = "ok" if result.returncode == 0 else "FAILED"
        print(f"{name:<16}{verdict:<8}{time.monotonic() - started:5.1f} s", flush=True)
        if result.returncode:
            failed += 1
            print(result.stdout + result.stderr, flush=True)
    print(f"{len(CHECKS) - failed} passed, {failed} failed")
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main())
