"""make audit: whether a part of ours is known to be at fault, or behind for too long.

Two questions, each with 0 for no, 1 for yes, 2 for not checked; the second is tools/behind.py.
Where the database of faults cannot be reached, the programs that ask it find nothing, and some say
that all is well. So each is first asked about a part that is known to be at fault: only who knows
that one is believed.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tools import behind

ROOT = Path(__file__).resolve().parent.parent
PIP_AUDIT = ROOT / ".venv-audit/bin/pip-audit"
LOCKS = ("run", "dev", "node", "audit")
# Faults that were published long ago: CVE-2019-10906 and CVE-2020-7598.
BAD_PYTHON = "jinja2==2.10\n"
BAD_NPM = {"minimist": "0.0.8"}
NO, YES, UNKNOWN = 0, 1, 2


def main() -> int:
    """Ask both, and print what is known."""
    return worst(faults(), behind.main())


def faults() -> int:
    """Whether a fault is known in a part for Python or for npm."""
    return worst(_python(), _npm())


def worst(*results: int) -> int:
    """Yes where one is yes, and no only where all are."""
    return YES if YES in results else max(results)


def _python() -> int:
    with TemporaryDirectory() as name:
        canary = Path(name) / "canary.txt"
        canary.write_text(BAD_PYTHON)
        if not faults_of_python(_pip_audit(canary)):
            return _unknown("Python")
    found = [one for lock in LOCKS for one in faults_of_python(_pip_audit(_lock(lock)))]
    return _told("Python", found)


def _npm() -> int:
    with TemporaryDirectory() as name:
        folder = Path(name)
        parts = {f"node_modules/{one}": {"version": it} for one, it in BAD_NPM.items()}
        top = {"name": "canary", "version": "1.0.0", "dependencies": BAD_NPM}
        lock = top | {"lockfileVersion": 3, "requires": True, "packages": {"": top} | parts}
        (folder / "package.json").write_text(json.dumps(top))
        (folder / "package-lock.json").write_text(json.dumps(lock))
        if not faults_of_npm(_npm_audit(folder)):
            return _unknown("npm")
    return _told("npm", faults_of_npm(_npm_audit(ROOT)))


def faults_of_python(answer: dict[str, Any]) -> list[str]:
    """What pip-audit told, a line for each fault."""
    return [
        f"{one['name']} {one['version']}: {fault['id']}"
        for one in answer.get("dependencies", [])
        for fault in one.get("vulns", [])
    ]


def faults_of_npm(answer: dict[str, Any]) -> list[str]:
    """What npm audit told, a line for each part."""
    return [
        f"{name}: {one.get('severity', '')}"
        for name, one in answer.get("vulnerabilities", {}).items()
    ]


def _pip_audit(requirements: Path) -> dict[str, Any]:
    options = ["--no-deps", "--disable-pip", "-f", "json", "--progress-spinner", "off"]
    return _json([str(PIP_AUDIT), "-r", str(requirements), *options], ROOT)


def _npm_audit(folder: Path) -> dict[str, Any]:
    return _json(["npm", "audit", "--json", "--package-lock-only"], folder)


def _json(command: list[str], folder: Path) -> dict[str, Any]:
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    try:
        answer = json.loads(ran.stdout)
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}


def _lock(name: str) -> Path:
    return ROOT / f"locks/{name}.txt"


def _told(what: str, found: list[str]) -> int:
    print("\n".join(found) if found else f"{what}: no part is known to be at fault")
    return YES if found else NO


def _unknown(what: str) -> int:
    print(f"{what}: NOT CHECKED. The database of known faults cannot be reached from here.")
    return UNKNOWN


if __name__ == "__main__":
    sys.exit(main())
