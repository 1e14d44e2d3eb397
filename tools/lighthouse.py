"""Lighthouse, mobile, on home, list and article of a freshly started app.

Lighthouse itself is fetched by npm into a folder of its own: it is a measuring tool, not a part.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools.served import served

ROOT = Path(__file__).resolve().parent.parent
TOOL = ROOT / ".venv" / "lighthouse"
VERSION = "12.8.2"  # the newest that runs on Node 20
PAGES = {"home": "/nl/", "list": "/nl/artikelen", "article": "/en/articles/posture"}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless --no-sandbox --disable-gpu --disable-quic --disable-background-networking"


def main() -> int:
    """Print the scores of each page; RUNS= repeats and shows the lowest of each."""
    _install()
    runs = int(os.environ.get("RUNS", "1"))
    print(f"{'page':<10}" + "".join(f"{name:>16}" for name in CATEGORIES), flush=True)
    with served() as address:
        for name, path in PAGES.items():
            scores = [_scores(address + path) for _ in range(runs)]
            lowest = [min(run[category] for run in scores) for category in CATEGORIES]
            print(f"{name:<10}" + "".join(f"{score:>16.0f}" for score in lowest), flush=True)
    return 0


def _install() -> None:
    if not (TOOL / "node_modules" / "lighthouse").is_dir():
        TOOL.mkdir(parents=True, exist_ok=True)
        command = ["npm", "install", "--silent", "--ignore-scripts", "--prefix", str(TOOL)]
        subprocess.run([*command, f"lighthouse@{VERSION}"], check=True)


def _scores(url: str) -> dict[str, float]:
    program = str(TOOL / "node_modules" / "lighthouse" / "cli" / "index.js")
    chromium = shutil.which("chromium") or shutil.which("google-chrome") or ""
    result = subprocess.run(
        [
            *("node", program, url, "--quiet", "--output=json"),
            f"--chrome-flags={FLAGS}",
            f"--only-categories={','.join(CATEGORIES)}",
        ],
        env={**os.environ, "CHROME_PATH": chromium},
        stdout=subprocess.PIPE,
        check=True,
    )
    report = json.loads(result.stdout)
    _explain(report)
    return {name: 100 * report["categories"][name]["score"] for name in CATEGORIES}


def _explain(report: dict[str, object]) -> None:
    """With EXPLAIN=1, name every audit that costs points."""
    if os.environ.get("EXPLAIN") == "1":
        audits: dict[str, dict[str, object]] = report["audits"]  # type: ignore[assignment]
        for name, audit in audits.items():
            if isinstance(audit["score"], (int, float)) and audit["score"] < 0.9:
                print("   ", name, audit["score"], audit.get("displayValue", ""), file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
