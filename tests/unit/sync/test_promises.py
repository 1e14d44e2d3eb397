"""A promise that cannot be broken proves nothing: each of them is broken here on purpose."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from tests.histories.diary import Diary
from tests.histories.ledger import Broken
from tests.histories.promises import live
from tests.histories.server import TwinServer
from tests.histories.store import Store
from tests.histories.traces import trace
from tests.histories.turn import Turn, begin
from tests.histories.wire import Reply, refusal
from webapp.sync.protocol import Answer, Op, Request, read
from webapp.tracker.merge import Merged

MOST = 400  # histories

Patch = pytest.MonkeyPatch


def forget_what_is_sent(patch: Patch) -> None:

    def begin_and_forget(store: Store, *how: Any) -> Turn:
        turn = begin(store, *how)
        store.outbox.clear()
        return turn

    patch.setattr("tests.histories.device.begin", begin_and_forget)


def forget_the_ops(patch: Patch) -> None:
    exchange = TwinServer._exchange

    def exchange_and_forget(self: TwinServer, diary: Diary, request: Request) -> Reply:
        diary.outcomes.clear()
        diary.last.clear()
        return exchange(self, diary, request)

    patch.setattr(TwinServer, "_exchange", exchange_and_forget)


def tell_no_changes(patch: Patch) -> None:
    answer = TwinServer._answer

    def answer_without(self: TwinServer, diary: Diary, request: Request) -> Answer:
        return msgspec.structs.replace(answer(self, diary, request), changes=[])

    patch.setattr(TwinServer, "_answer", answer_without)
    patch.setattr("tests.histories.promises._nothing_is_skipped", lambda *_: None)


def keep_no_history(patch: Patch) -> None:
    write = Diary.write

    def write_without(self: Diary, op: Op, merged: Merged, version: int) -> None:
        write(self, op, msgspec.structs.replace(merged, overwritten={}), version)

    patch.setattr(Diary, "write", write_without)


def skip_to_the_end(patch: Patch) -> None:
    answer = TwinServer._answer

    def answer_with_counter(self: TwinServer, diary: Diary, request: Request) -> Answer:
        return msgspec.structs.replace(answer(self, diary, request), cursor=diary.version)

    patch.setattr(TwinServer, "_answer", answer_with_counter)


def answer_with_anybodys_diary(patch: Patch) -> None:
    exchange = TwinServer._exchange

    def exchange_any(self: TwinServer, _diary: Diary, request: Request) -> Reply:
        return exchange(self, next(iter(self.diaries.values())), request)

    patch.setattr(TwinServer, "_exchange", exchange_any)


def refuse_all_for_one(patch: Patch) -> None:
    answer = TwinServer.answer

    def answer_or_refuse(self: TwinServer, cookie: str | None, payload: bytes) -> Reply:
        ops = [op for op in read(payload).ops if isinstance(op, Op)]
        if any((op.body or {}).get("worst") == 11 for op in ops):
            return refusal(400, "invalid")
        return answer(self, cookie, payload)

    patch.setattr(TwinServer, "answer", answer_or_refuse)


def keep_the_history_of_the_deleted(patch: Patch) -> None:
    write = Diary.write

    def write_and_keep(self: Diary, op: Op, merged: Merged, version: int) -> None:
        history = list(self.earlier)
        write(self, op, merged, version)
        self.earlier = history if merged.deleted else self.earlier

    patch.setattr(Diary, "write", write_and_keep)


def count_what_is_repeated(patch: Patch) -> None:
    exchange = TwinServer._exchange

    def exchange_and_count(self: TwinServer, diary: Diary, request: Request) -> Reply:
        reply = exchange(self, diary, request)
        diary.version += 1 if request.ops else 0
        return reply

    patch.setattr(TwinServer, "_exchange", exchange_and_count)


def write_one_field_less(patch: Patch) -> None:
    write = Diary.write

    def write_less(self: Diary, op: Op, merged: Merged, version: int) -> None:
        body = {name: value for name, value in merged.body.items() if name != "worst"}
        write(self, op, msgspec.structs.replace(merged, body=body), version)

    patch.setattr(Diary, "write", write_less)


def let_every_delete_win(patch: Patch) -> None:
    patch.setattr("webapp.tracker.merge._unseen_of_another", lambda *_: False)


def bring_nothing_back(patch: Patch) -> None:
    patch.setattr("tests.histories.turn.offer_lost", lambda *_: None)


BREAKAGES: list[tuple[int, Callable[[Patch], None]]] = [
    (1, forget_what_is_sent),
    (2, forget_the_ops),
    (3, tell_no_changes),
    (4, keep_no_history),
    (4, bring_nothing_back),
    (5, skip_to_the_end),
    (6, answer_with_anybodys_diary),
    (7, refuse_all_for_one),
    (8, keep_the_history_of_the_deleted),
    (9, count_what_is_repeated),
    (10, write_one_field_less),
    (11, let_every_delete_win),
]


@pytest.mark.parametrize(
    ("promise", "plant"), BREAKAGES, ids=[f"I{n}-{plant.__name__}" for n, plant in BREAKAGES]
)
def test_a_promise_that_is_broken_is_seen_to_be(
    promise: int, plant: Callable[[Patch], None], monkeypatch: Patch
) -> None:
    plant(monkeypatch)
    assert any(_broken(seed) == promise for seed in range(1, MOST))


def _broken(seed: int) -> int | None:
    try:
        live(trace(seed))
    except Broken as broken:
        return broken.promise
    return None
