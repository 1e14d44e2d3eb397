"""Size ceilings: no file over 300 lines, no page's scripts, nor the styles, over their budget."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MOST_LINES = 300
SOURCES = {".py", ".js", ".mjs", ".css", ".html"}
TREES = ("webapp", "static/src", "templates", "tests", "tools")
# All in bytes with brotli. What one page downloads is what a person waits for; all scripts
# together is what a phone keeps, and what grows with every page that is added.
PAGE_SCRIPTS_BUDGET = 55_000
SCRIPTS_BUDGET = 195_000  # a cipher and what asks for it: few phones, none at once
STYLES_BUDGET = 11_000
BUILD = ROOT / "static" / "build"


def main() -> int:
    """Print what is too large; 1 when anything is."""
    faults = [*_long_files(), *_heavy_files(), *heavy_pages(BUILD)]
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
    for ending, budget in ((".js.br", SCRIPTS_BUDGET), (".css.br", STYLES_BUDGET)):
        total = sum(path.stat().st_size for path in BUILD.glob("*" + ending))
        if not 0 < total <= budget:
            yield f"static/build/*{ending}: {total} bytes, the budget is {budget}"


def heavy_pages(build: Path) -> Iterator[str]:
    """The parts of which the page downloads more scripts than a page may."""
    weights = page_weights(build)
    if not weights:
        yield "static/build/manifest.json names no page"
    for part, total in weights.items():
        if total > PAGE_SCRIPTS_BUDGET:
            yield f"the page of {part}: {total} bytes, the budget is {PAGE_SCRIPTS_BUDGET}"


def page_weights(build: Path) -> dict[str, int]:
    """What a page downloads in scripts before it works, in bytes, by the part that is its own."""
    pages = json.loads((build / "manifest.json").read_text(encoding="utf-8"))["pages"]
    return {
        part: sum((build / f"{name}.br").stat().st_size for name in names)
        for part, names in pages.items()
    }


if __name__ == "__main__":
    sys.exit(main())
