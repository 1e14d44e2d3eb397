"""make behind: whether a part is behind for longer than docs/security.md allows.

Ends with 0 for no, 1 for yes and 2 for *not checked*. A registry that is out of reach, a copy that
stands still, and one that leaves out what was taken back or gives dates of its own, would all make
everything look good. So each is first asked about parts of which the answer is known.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
from packaging.version import Version

from tools.deadlines import Found, Held, NotTold, Part, Reviewed, look
from tools.registries import NPM, PYPI, Registry
from tools.sbom import pinned

ROOT = Path(__file__).resolve().parent.parent
HELD = ROOT / "tools/held.toml"
LOCKS = ("run", "dev", "node", "audit", "kinto")
FRESH = timedelta(days=14)
AT_ONCE = 4
NO, YES, UNKNOWN = 0, 1, 2


def main() -> int:
    """Ask both registries about every part, and print what is to be said."""
    now, held = datetime.now(UTC), reviewed(HELD)
    results = [
        check(PYPI, of_python(ROOT), held, now),
        check(NPM, of_npm(ROOT / "package-lock.json"), held, now),
    ]
    return YES if YES in results else max(results)


def reviewed(file: Path) -> list[Held]:
    """What somebody looked at and left where it is."""
    return msgspec.toml.decode(file.read_bytes(), type=Reviewed).held


def of_python(root: Path) -> list[Part]:
    """Every release that a lock of pip names, once."""
    run = set(pinned(root / "locks/run.txt"))
    every = {one for lock in LOCKS for one in pinned(root / f"locks/{lock}.txt")}
    return [Part(*one, run=one in run) for one in sorted(every)]


def of_npm(lock: Path) -> list[Part]:
    """Every package of npm, once, but for the builds for other machines of one that is there."""
    packages = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    every = {
        Part(place.rpartition("node_modules/")[2], one["version"], run=not one.get("dev"))
        for place, one in packages.items()
        if place and not one.get("optional")
    }
    return sorted(every, key=lambda part: part.name)


def check(registry: Registry, parts: list[Part], held: list[Held], now: datetime) -> int:
    """Ask one registry about its parts, once it has shown that it can be believed."""
    try:
        dated, marked = believed(registry, now)
    except NotTold as error:
        print(f"{registry.name}: NOT CHECKED. {error}")
        return UNKNOWN
    with ThreadPoolExecutor(AT_ONCE) as pool:
        each = pool.map(lambda part: _look(registry, part, held, now, dated), parts)
        found = [one for many in each for one in many]
    return _told(registry.name, len(parts), found, marked)


def believed(registry: Registry, now: datetime) -> tuple[bool, bool]:
    """Whether its dates are true, and whether it tells what was taken back."""
    old, bad = registry.old, registry.bad
    releases = sorted(registry.ask(old.name, old.version), key=lambda one: Version(one.version))
    if not look(old, releases, [], now):
        raise NotTold(f"It tells of nothing newer than {old}.")
    newest = max(one.since for one in registry.ask(registry.busy.name, registry.busy.version))
    if now - newest > FRESH:
        raise NotTold(f"It is a copy that stands still since {newest:%Y-%m-%d}.")
    marks = [it for it in registry.ask(bad.name, bad.version) if it.version == bad.version]
    return releases[1].since < registry.old_until, any(it.withdrawn is not None for it in marks)


def _look(
    registry: Registry, part: Part, held: list[Held], now: datetime, dated: bool
) -> list[Found]:
    try:
        return look(part, registry.ask(part.name, part.version), held, now, dated=dated)
    except NotTold as error:
        return [Found(f"{part}: {error}", None)]


def _told(name: str, parts: int, found: Iterable[Found], marked: bool) -> int:
    words = {True: "BREACH", False: "", None: "NOT CHECKED"}
    verdicts = [one.breach for one in found]
    for one in found:
        print(f"{name:<6}{words[one.breach]:<13}{one.text}")
    if not marked:
        print(f"{name}: NOT CHECKED whether a part was taken back. It tells so of none.")
    late, unknown = verdicts.count(True), verdicts.count(None)
    print(f"{name}: {parts} parts, {late} in breach, {unknown} not checked")
    if late:
        return YES
    return NO if marked and not unknown else UNKNOWN


if __name__ == "__main__":
    sys.exit(main())
