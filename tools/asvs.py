"""make asvs: what ASVS asks, and what proves it; 1 while a row is open or its tests fail."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "tests/cases/asvs.toml"


def main() -> int:
    """Run the tests that the table names, and print the table."""
    rows: list[dict[str, Any]] = tomllib.loads(TABLE.read_text(encoding="utf-8"))["requirement"]
    named = sorted({one for row in rows for one in row.get("tests", [])})
    passed = _python(one for one in named if ".py::" in one)
    passed |= _scripts(one for one in named if ".js::" in one)
    told = [(row, _result(row, passed)) for row in rows]
    for row, result in told:
        print(f"{result:<8}{' '.join(row['ids']):<38}{row['what']}")
        for more in (row.get("open"), row.get("apart")):
            if more:
                print(f"{'':<46}{more}")
    counts = {word: sum(result == word for _, result in told) for word in ("ok", "apart", "open")}
    failed = len(told) - sum(counts.values())
    print(", ".join(f"{count} {word}" for word, count in counts.items()) + f", {failed} failed")
    return int(failed + counts["open"] > 0)


def _result(row: dict[str, Any], passed: set[str]) -> str:
    if not set(row.get("tests", [])) <= passed:
        return "FAILED"
    return next((word for word in ("open", "apart") if word in row), "ok")


def _python(named: Iterable[str]) -> set[str]:
    """Those of which every case passed."""
    wanted = list(named)
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", "-q", "-n", "2", f"--junit-xml={report}"]
        subprocess.run([*command, *wanted], cwd=ROOT, check=False)
        cases = ElementTree.parse(report).getroot().iter("testcase")  # noqa: S314 of our own run
        results: dict[str, bool] = {}
        for case in cases:
            path = case.get("classname", "").replace(".", "/") + ".py"
            name = re.sub(r"\[.*", "", case.get("name", ""))
            whole = results.get(f"{path}::{name}", True)
            results[f"{path}::{name}"] = whole and len(case) == 0
    return {one for one in wanted if results.get(one, False)}


def _scripts(named: Iterable[str]) -> set[str]:
    return {one for one in named if _script(*one.split("::", 1))}


def _script(path: str, title: str) -> bool:
    pattern = f"--test-name-pattern=^{re.escape(title)}$"
    command = ["node", "--test", "--test-reporter=tap", pattern, path]
    ran = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    # A title that matches nothing ends well too: the test itself must be among what passed.
    return ran.returncode == 0 and re.search(r"^# pass [1-9]", ran.stdout, re.M) is not None


if __name__ == "__main__":
    sys.exit(main())
