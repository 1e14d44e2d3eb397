"""What somebody had seen of a record: of each epoch its first version, and the last one seen.

When a backup is put back, what came after it is lost to the server, and another epoch begins past
every lost version. So a higher version has seen a lower one only where both are of one epoch: who
was there after the restore had not seen what was lost, unless a device brought it back.
"""

from collections.abc import Iterable

Seen = list[tuple[int, int]]  # first and last version, both included; one pair for each epoch

MOST = 100  # epochs: a diary is put back a few times in its life


def has_seen(seen: Seen, version: int) -> bool:
    """Whether this version is among what was seen."""
    return any(first <= version <= last for first, last in seen)


def seen_together(*parts: Iterable[tuple[int, int]]) -> Seen:
    """All that was seen in any of these, oldest epoch first; of very many epochs the newest."""
    last: dict[int, int] = {}
    for part in parts:
        for first, seen in part:
            last[first] = max(seen, last.get(first, seen))
    return sorted(last.items())[-MOST:]


def seen_until(seen: Seen, version: int) -> Seen:
    """What of it was seen when the newest version was this one."""
    return [(first, min(last, version)) for first, last in seen if first <= version]


def newest_before(seen: Seen, start: int) -> int:
    """The newest version in it of an epoch before the one that began at `start`; 0: none."""
    return max((last for _, last in seen if last < start), default=0)


def told_apart(seen: Seen, version: int) -> Seen:
    """Empty where it is what everybody takes it to be: all of the first epoch up to `version`."""
    return [] if seen == [(0, version)] else seen
