"""Collects the texts of templates and code for translation, and checks that none is missing."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "webapp" / "translations"
CATALOGUE = TRANSLATIONS / "nl" / "LC_MESSAGES" / "messages.po"
PYBABEL = str(Path(sys.executable).parent / "pybabel")


def main() -> int:
    """Update the Dutch catalogue; with --check only say what it lacks (1 when anything)."""
    with TemporaryDirectory() as folder:
        template = Path(folder) / "messages.pot"
        # Without --ignore-dirs Babel skips every folder that begins with _ (templates/_macros).
        options = ["-F", "tools/babel.cfg", "-k", "lazy_gettext", "--ignore-dirs", "__pycache__"]
        _run("extract", *options, "-o", str(template), "webapp", "templates")
        if "--check" not in sys.argv:
            return _update(template)
        faults = list(_faults(template))
    print("\n".join(faults))
    return min(len(faults), 1)


def _update(template: Path) -> int:
    command = "update" if CATALOGUE.exists() else "init"
    options = ["--no-wrap", "-N", "--ignore-obsolete"] if command == "update" else []
    _run(command, *options, "-i", str(template), "-d", str(TRANSLATIONS), "-l", "nl")
    _tidy()
    return 0


def _tidy() -> None:
    """Sorted, without places or the time: two people who add texts then seldom meet in a line."""
    with CATALOGUE.open("rb") as file:
        dutch = read_po(file, locale="nl")
    dutch.creation_date = cast(datetime, dutch.revision_date)
    for message in dutch:
        message.locations = []
    with CATALOGUE.open("wb") as file:
        write_po(file, dutch, width=0, sort_output=True, no_location=True, ignore_obsolete=True)


def _faults(template: Path) -> Iterator[str]:
    with template.open("rb") as file:
        wanted = read_po(file)
    with CATALOGUE.open("rb") as file:
        dutch = read_po(file, locale="nl")
    for message in wanted:
        if not message.id:
            continue
        found = dutch.get(message.id)
        if not found or found.fuzzy or not _complete(found.string):
            yield f"no Dutch for {message.id!r}"
        elif faults := list(found.check()):
            yield f"{message.id!r}: {faults[0]}"


def _complete(text: object) -> bool:
    """Whether a translation is filled in, both of its forms where it counts something."""
    return all(text) if isinstance(text, (tuple, list)) else bool(text)


def _run(*arguments: str) -> None:
    subprocess.run([PYBABEL, "-q", *arguments], check=True, cwd=ROOT)


if __name__ == "__main__":
    sys.exit(main())
