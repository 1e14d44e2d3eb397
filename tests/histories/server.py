"""The server of a history, in memory: its own bookkeeping around the real messages and rules.

tests/integration/sync/test_twin.py holds it to webapp/sync/exchange.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from uuid import UUID

from tests.histories.diary import NOW, Diary, Watcher, entries
from tests.histories.wire import Reply, refusal
from webapp.sync import protocol
from webapp.sync.ages import must_resync
from webapp.sync.protocol import Answer, Op, Request, Result
from webapp.tracker.counter import JUMP
from webapp.tracker.merge import Entry


def restored_at(restores: int) -> int:
    """The moment of so-manieth restore, in milliseconds: each is far past the one before."""
    return restores * 1000 * JUMP


class TwinServer:
    """Several people's diaries; `page` and `room` are its limits in records and in bytes."""

    def __init__(self, users: Iterable[str], watcher: Watcher, page: int, room: int) -> None:
        self.diaries = {UUID(user): Diary(epoch) for epoch, user in enumerate(users, 1)}
        self.restores = 0  # no backup holds it
        self.consent = set(self.diaries)
        self.watcher, self.page, self.room = watcher, page, room

    def answer(self, cookie: str | None, payload: bytes) -> Reply:
        """Answer one request of whoever the cookie says it is."""
        if cookie is None:
            return refusal(401, "signed_out")
        if len(payload) > self.room:
            return refusal(413, "too_large")
        request = protocol.read(payload)
        if request.user != UUID(cookie):
            return refusal(403, "wrong_user")
        if request.user not in self.consent:
            return refusal(403, "consent")
        return self._exchange(self.diaries[request.user], request)

    def torn(self, cookie: str | None, payload: bytes) -> None:
        """A request that failed in its last moment has left no trace."""

    def entries(self, user: str) -> list[Entry]:
        """Every row of a person, deleted ones too."""
        return entries(self.diaries[UUID(user)].rows)

    def consents(self, user: str, given: bool) -> None:
        """This person consents, or no longer does."""
        (self.consent.add if given else self.consent.discard)(UUID(user))

    def history(self, user: str, record: UUID) -> list[tuple[str, object]]:
        """The earlier values of a record: field and value."""
        earlier = self.diaries[UUID(user)].earlier
        return [(name, value) for key, name, value, _ in earlier if key == record]

    def epoch(self, user: str) -> int:
        """Which history of this person's diary this is."""
        return self.diaries[UUID(user)].epoch

    def known(self) -> set[str]:
        """Every op that was answered."""
        return {str(op) for diary in self.diaries.values() for op in diary.outcomes}

    def results(self, user: str) -> dict[str, int]:
        """How many ops came to what."""
        return Counter(outcome.code for outcome in self.diaries[UUID(user)].outcomes.values())

    def everything(self) -> str:
        """All that is held, to compare before and after."""
        return repr(self.diaries)

    def backup(self) -> dict[UUID, Diary]:
        """What a backup holds."""
        return {user: diary.copy() for user, diary in self.diaries.items()}

    def restore(self, backup: dict[UUID, Diary]) -> None:
        """Put a backup back, and begin a new epoch of every diary."""
        self.restores += 1
        self.diaries = {user: diary.copy() for user, diary in backup.items()}
        for who, diary in enumerate(self.diaries.values()):
            version = max(diary.version + JUMP, restored_at(self.restores))
            diary.begin_epoch(1000 * self.restores + who, version)

    def purge(self) -> None:
        """Collect the tombstones, as if all of them were old."""
        for diary in self.diaries.values():
            diary.collect()

    def _exchange(self, diary: Diary, request: Request) -> Reply:
        first_time = request.epoch is None and request.cursor == 0
        known = request.epoch == diary.epoch and request.cursor <= diary.version
        if not (first_time or known):
            lost_from = diary.ended.get(request.epoch or 0, min(diary.ended.values(), default=0))
            return refusal(409, "epoch", epoch=diary.epoch, lost_from=lost_from)
        if must_resync(request.cursor, request.fresh, request.floor, diary.floor):
            return refusal(410, "resync")
        new = list({op.op: op for op in request.ops if op.op not in diary.outcomes}.values())
        last = diary.last.get(request.device, 0)
        for op in new:
            if op.n <= last:
                return refusal(409, "newdev")
            last = op.n
        if new:
            diary.last[request.device] = last
        version = diary.version
        diary.version += len(new)
        for op in new:
            version += 1
            diary.outcomes[op.op] = diary.take(
                request.user, request.device, op, version, self.watcher
            )
        return Reply(200, protocol.written(self._answer(diary, request)))

    def _answer(self, diary: Diary, request: Request) -> Answer:
        named = {op.id for op in request.ops if isinstance(op, Op)}
        past = {key: row for key, row in diary.rows.items() if row.version > request.cursor}
        page = entries(past)
        more, page = len(page) > self.page, page[: self.page]
        outcomes = [(op.op, diary.outcomes[op.op]) for op in request.ops]
        return Answer(
            schema=protocol.SCHEMA,
            epoch=diary.epoch,
            floor=diary.floor,
            results=[Result(op, outcome.code, outcome.problems) for op, outcome in outcomes],
            state=entries({key: row for key, row in diary.rows.items() if key in named}),
            changes=page,
            cursor=page[-1].version if more else diary.version,
            more=more,
            now=NOW,
        )
