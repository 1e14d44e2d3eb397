"""make locks: write every lock anew with the newest releases that the bounds allow.

Bounds are in pyproject.toml and package.json. What changed is tested like any other change.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV = ROOT / ".venv-audit/bin/uv"
WHAT = {
    "run": ["pyproject.toml"],
    "dev": ["pyproject.toml", "--group", "dev"],
    "node": ["--group", "node"],
    "audit": ["--group", "audit"],
    "kinto": ["--group", "kinto"],
}
# One release for every Python: the one that the tests run with on the oldest.
HOW = ["--universal", "--python-version", "3.11", "--fork-strategy", "fewest", "--upgrade"]
FORM = ["--generate-hashes", "--no-annotate", "--no-header", "--quiet", "--no-config"]


def main() -> int:
    """Write all locks; stop at the first that cannot be written."""
    for name, what in WHAT.items():
        lock = f"locks/{name}.txt"
        _run([str(UV), "pip", "compile", *what, *HOW, *FORM, "--output-file", lock])
    # Without the addresses, the lock says the same wherever npm fetches from.
    form = ["--package-lock-only", "--ignore-scripts", "--omit-lockfile-registry-resolved"]
    _run(["npm", "update", *form, "--no-audit", "--no-fund"])
    return 0


def _run(command: list[str]) -> None:
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
