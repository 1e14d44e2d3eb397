"""No file holds what a merge left in it."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OURS = ("webapp", "static/src", "templates", "migrations", "tests", "tools", "docs", ".ci", "locks")
MARKS = (b"<" * 7 + b" ", b">" * 7 + b" ")


def test_no_file_holds_both_sides_of_a_merge() -> None:
    files = [path for path in ROOT.iterdir() if path.is_file()]
    files += [path for name in OURS for path in (ROOT / name).rglob("*") if path.is_file()]
    assert len(files) > 1000
    assert not [str(file) for file in files if _marks(file.read_bytes())]


def _marks(text: bytes) -> bool:
    return any(line.startswith(MARKS) for line in text.splitlines())
