"""How long processes were busy, as Linux counts it: less shaken by a busy machine than a clock."""

from __future__ import annotations

import os
from collections import defaultdict
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


def seconds(*roots: int) -> float:
    """Seconds of processor that these processes, their children and their dead children took."""
    parents, used = _processes()
    below: dict[int, list[int]] = defaultdict(list)
    for pid, parent in parents.items():
        below[parent].append(pid)
    waiting, total = list(roots), 0
    while waiting:
        pid = waiting.pop()
        total += used.get(pid, 0)
        waiting += below[pid]
    return total / TICKS


def _processes() -> tuple[dict[int, int], dict[int, int]]:
    parents, used = {}, {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:  # it ended meanwhile
            continue
        pid = int(path.parent.name)
        parents[pid] = int(fields[1])
        used[pid] = sum(int(field) for field in fields[11:15])
    return parents, used
