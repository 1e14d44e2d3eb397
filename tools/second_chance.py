"""Runs the tests in Python; a browser test that failed beside others may show itself alone.

A browser on a machine that does other things as well can be seconds late. So when at most three
browser tests failed and nothing else did, each of them runs again, alone. What fails then is wrong;
what passes is named, with what it said at first, so that it can be made steady.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

BESIDE = ("-n", "2", "--dist", "worksteal")
BROWSER = "tests/e2e/"
MOST = 3
TESTS_FAILED = 1  # pytest's own; any other number is a run that went wrong as a whole


def run(root: Path, arguments: Sequence[str], environment: dict[str, str]) -> int:
    """Run the tests of `root` beside each other; 0 when all is well, in the end."""
    with TemporaryDirectory() as folder:
        to = Path(folder) / "failed.json"
        code = _pytest(
            root, ["-p", "tools.failures", *arguments], environment | {"FAILURES_TO": str(to)}
        )
        failed = json.loads(to.read_text(encoding="utf-8")) if to.exists() else {}
    if code != TESTS_FAILED or not _may_run_again(failed):
        return code
    print(f"\ntests: {len(failed)} of the browser failed; each runs again, alone", flush=True)
    again = {name: _pytest(root, [name], environment) for name in failed}
    for name, text in failed.items():
        if again[name] == 0:
            print(f"\nfailed once, passed alone: {name}\n{text}", flush=True)
    return max(again.values())


def _may_run_again(failed: dict[str, str]) -> bool:
    return 0 < len(failed) <= MOST and all(
        name.startswith(BROWSER) and "::" in name for name in failed
    )


def _pytest(root: Path, arguments: Sequence[str], environment: dict[str, str]) -> int:
    command = [sys.executable, "-m", "pytest", *arguments]
    return subprocess.run(command, cwd=root, env=os.environ | environment).returncode
