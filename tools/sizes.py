"""Size ceilings: no file over 300 lines, no built script or style over its budget."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MOST_LINES = 300
SOURCES = {".py", ".js", ".mjs", ".css", ".html"}
TREES = ("webapp", "static/src", "templates", "tests", "tools")
SCRIPTS_BUDGET = 149_000  # bytes with brotli, all scripts of the app; a page loads its own parts
STYLES_BUDGET = 10_000  # bytes with brotli


def main() -> int:
    """Print what is too large; 1 when anything is."""
    faults = [*_long_files(), *_heavy_files()]
    print("\n".join(faults))
    return min(len(faults), 1)


def _long_files() -> Iterator[str]:
    for tree in TREES:
        for path in sorted((ROOT / tree).rglob("*")):
            if path.suffix in SOURCES:
                lines = len(path.read_text(encoding="utf-8").splitlines())
                if lines > MOST_LINES:
                    yield f"{path.relative_to(ROOT)}: {lines} lines, the ceiling is {MOST_LINES}"


def _heavy_files() -> Iterator[str]:
    build = ROOT / "static" / "build"
    for ending, budget in ((".js.br", SCRIPTS_BUDGET), (".css.br", STYLES_BUDGET)):
        total = sum(path.stat().st_size for path in build.glob("*" + ending))
        if not 0 < total <= budget:
            yield f"static/build/*{ending}: {total} bytes, the budget is {budget}"


if __name__ == "__main__":
    sys.exit(main())
