"""The planted bugs: which text of the app becomes which, and which tests should catch it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
TABLE = Path(__file__).with_name("sync.toml")


@dataclass(frozen=True)
class Edit:
    """One text in one file that becomes another."""

    file: str
    old: str
    new: str

    def planted(self, root: Path) -> str:
        """The file with the bug in it; the old text must be in it exactly once."""
        text = (root / self.file).read_text()
        assert text.count(self.old) == 1, f"{self.file} does not hold {self.old!r} once"
        return text.replace(self.old, self.new)


@dataclass(frozen=True)
class Bug:
    """A bug by its name, and the tests that are tried: a path, and words of the tests' names."""

    name: str
    edits: tuple[Edit, ...]
    tests: str
    only: str
    postgres: bool


def bugs() -> list[Bug]:
    """All of them, in the order of the table."""
    table: list[dict[str, Any]] = tomllib.loads(TABLE.read_text())["bug"]
    return [
        Bug(
            name=bug["name"],
            edits=tuple(Edit(**edit) for edit in bug["edits"]),
            tests=bug["tests"],
            only=bug.get("only", ""),
            postgres=bug.get("postgres", False),
        )
        for bug in table
    ]
