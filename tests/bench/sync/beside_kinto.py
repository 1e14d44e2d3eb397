"""Records in and out per second over 16 connections, with Kinto in the same run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from tests.bench.line import at_least, line
from tests.bench.sync import kinto, ours, postgres, ratio
from tests.bench.sync.load import CONNECTIONS
from tests.bench.sync.ratio import Round, Side
from tools.served import free_port
from webapp.sync.protocol import OPS_LIMIT

TIMES = 25
KINDS = ("in", "out", "both")
HEAD = f"{'records per second':<28}{'in':>8}{'out':>8}{'both':>8}"
MORE = f"{'in: ms, p50 p99':>20}{'5 new: ms, p50 p99':>22}{'busy: us, in out':>20}"


def measure(people: int, records: int, rounds: int, folder: Path, server: str | None) -> None:
    """Print what each side did, and how many times Kinto that is."""
    print(f"{people} people with {records} entries each, over {CONNECTIONS} connections")
    with ExitStack() as stack:
        mine = list(_ours(stack, people, records, folder, server))
        theirs = list(_kintos(stack, people, records, folder, server))
        for _ in range(rounds):
            for _, go in _in_turns(mine, theirs):
                go()
    print(HEAD + MORE)
    for side, _ in (*mine, *theirs):
        print(_told(side), flush=True)
    _compare([side for side, _ in mine], [side for side, _ in theirs])


Turn = tuple[Side, Round]


def _ours(
    stack: ExitStack, people: int, records: int, folder: Path, server: str | None
) -> Iterator[Turn]:
    urls: dict[str, tuple[str, int | None]] = {"SQLite": (f"sqlite:///{folder / 'ours.db'}", None)}
    if server:
        urls["PostgreSQL"] = (postgres.database(server, "ours"), postgres.process(server))
    for name, (url, process) in urls.items():
        running = stack.enter_context(ours.running(url))
        for batch in (OPS_LIMIT, kinto.BATCH):
            side = Side(f"Rugwijs, {name}, {batch} at once", running.address, process)
            yield side, ratio.ours(side, running, people, records, batch)


def _kintos(
    stack: ExitStack, people: int, records: int, folder: Path, server: str | None
) -> Iterator[Turn]:
    if server is None or not kinto.is_here():
        return
    address = stack.enter_context(kinto.running(server, folder, free_port()))
    for batch in (kinto.BATCH, kinto.LARGEST_BATCH):
        side = Side(f"Kinto, PostgreSQL, {batch} at once", address, postgres.process(server))
        yield side, ratio.kintos(side, people, records, batch)


def _in_turns(mine: list[Turn], theirs: list[Turn]) -> Iterator[Turn]:
    """Ours before and after each of theirs: what shakes the machine shakes both."""
    yield from mine
    for turn in theirs:
        yield turn
        yield from mine


def _told(side: Side) -> str:
    rates = "".join(f"{side.rate(kind):>8.0f}" for kind in KINDS)
    sent = f"{side.percentile('in', 0.5):.0f} {side.percentile('in', 0.99):.0f}"
    new = f"{side.percentile('delta', 0.5):.0f} {side.percentile('delta', 0.99):.0f}"
    busy = f"{side.busy('in'):.0f} {side.busy('out'):.0f}"
    return f"{side.name:<28}{rates}{sent:>20}{new:>22}{busy:>20}"


def _compare(mine: list[Side], theirs: list[Side]) -> None:
    own = 100 * max(side.own() for side in (*mine, *theirs))
    line("making the load took, of a core", own, 50, "%")
    if not theirs:
        return
    for side in mine:
        for kind in KINDS:
            best = max(one.rate(kind) for one in theirs)
            at_least(f"{side.name}, {kind}: times Kinto", side.rate(kind) / best, TIMES, "x")
