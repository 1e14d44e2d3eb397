"""make sbom: every part that Rugwijs is built of, as CycloneDX 1.6, from the locks alone.

`required` is what a server runs or a phone gets; `excluded` only builds and tests. The same locks
give the same file.
"""

from __future__ import annotations

import base64
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "sbom.json"
PACKAGE = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)")
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
Part = dict[str, Any]


def main() -> int:
    """Write sbom.json, and say how much is in it."""
    made = sbom(ROOT)
    FILE.write_text(json.dumps(made, indent=2) + "\n", encoding="utf-8")
    run = sum(part["scope"] == "required" for part in made["components"])
    print(f"{FILE.name}: {len(made['components'])} parts, of which {run} are served or run")
    return 0


def sbom(root: Path) -> dict[str, Any]:
    """The whole list; `root` is the folder with locks/ and package-lock.json."""
    run = set(pinned(root / "locks/run.txt"))
    python = {
        (name, version): hashes
        for lock in ("run", "dev", "node")
        for (name, version), hashes in pinned(root / f"locks/{lock}.txt").items()
    }
    parts = [_of_python(*one, one in run, hashes) for one, hashes in python.items()]
    parts += _of_npm(root / "package-lock.json")
    parts.sort(key=lambda part: str(part["purl"]))
    version = re.search(r'^version = "(.*)"$', (root / "pyproject.toml").read_text(), re.MULTILINE)
    told = "\n".join(str(part["purl"]) for part in parts)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid5(NAMESPACE_URL, told)}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "rugwijs",
                "name": "rugwijs",
                "version": version[1] if version else "0",
                "licenses": [{"license": {"id": "MIT"}}],
            }
        },
        "components": parts,
    }


def pinned(lock: Path) -> dict[tuple[str, str], list[str]]:
    """The hashes of the files of each package in a lock of pip, by name and version."""
    found: dict[tuple[str, str], list[str]] = {}
    hashes: list[str] = []
    for line in lock.read_text(encoding="utf-8").splitlines():
        if package := PACKAGE.match(line):
            hashes = found.setdefault((package[1].lower(), package[2]), [])
        hashes += HASH.findall(line)
    return found


def _of_python(name: str, version: str, run: bool, hashes: list[str]) -> Part:
    # A lock names every file of a package; which one was installed differs between machines, so
    # they stand beside the part and not as its own hash.
    files = [{"name": "file:sha256", "value": one} for one in hashes]
    return _part(name, version, f"pkg:pypi/{name}@{version}", run) | {"properties": files}


def _of_npm(lock: Path) -> Iterator[Part]:
    packages = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    seen = set()
    for place, one in packages.items():
        name = place.rpartition("node_modules/")[2]
        if not name or (name, one["version"]) in seen:
            continue
        seen.add((name, one["version"]))
        purl = f"pkg:npm/{name.replace('@', '%40')}@{one['version']}"
        part = _part(name, one["version"], purl, not one.get("dev"))
        kind, _, digest = one.get("integrity", "").partition("-")
        if kind == "sha512":
            part["hashes"] = [{"alg": "SHA-512", "content": base64.b64decode(digest).hex()}]
        yield part


def _part(name: str, version: str, purl: str, run: bool) -> Part:
    return {
        "type": "library",
        "bom-ref": purl,
        "name": name,
        "version": version,
        "purl": purl,
        "scope": "required" if run else "excluded",
    }


if __name__ == "__main__":
    sys.exit(main())
