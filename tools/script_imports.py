"""The import contract of static/src: pages → capabilities → sync → store; ui imports nothing."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "static" / "src"
IMPORT = re.compile(r"""(?:from\s+|import\s*\(?\s*)["'](\.[^"']+)["']""")
CAPABILITIES = {"tracker", "insights", "tips", "trials", "library", "accounts", "carry", "pwa"}
MAY_USE: dict[str, set[str]] = {
    "pages": {"pages", "ui", "sync", "store"} | CAPABILITIES,
    "tracker": {"tracker", "ui", "sync", "store"},
    "carry": {"carry", "tracker", "ui", "sync", "store"},
    "insights": {"insights", "trials", "tracker", "ui", "sync", "store"},
    "trials": {"trials", "tracker", "ui", "sync", "store"},
    "tips": {"tips", "trials", "tracker", "ui", "sync", "store"},
    "library": {"library", "ui", "sync", "store"},
    "accounts": {"accounts", "ui", "sync", "store"},
    "pwa": {"pwa", "ui", "sync", "store"},
    "sync": {"sync", "store"},
    "store": {"store"},
    "ui": {"ui"},
    "css": {"css"},
}


def main() -> int:
    """Print every import that goes the wrong way; 1 when there is one."""
    faults = list(_faults())
    print("\n".join(faults))
    return min(len(faults), 1)


def _faults() -> Iterator[str]:
    for path in sorted(SOURCE.rglob("*.js")):
        here = path.relative_to(SOURCE).parts[0]
        if here not in MAY_USE:
            yield f"{here}/ is not in the contract of tools/script_imports.py"
            continue
        for target in IMPORT.findall(path.read_text(encoding="utf-8")):
            there = (path.parent / target).resolve().relative_to(SOURCE).parts[0]
            if there not in MAY_USE[here]:
                yield f"{path.relative_to(SOURCE)} may not import from {there}/"


if __name__ == "__main__":
    sys.exit(main())
