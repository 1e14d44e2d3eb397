"""The promises of docs/sync.md, held against a world: some after every step, some at the end.

I1  an edit that was called saved is in an outbox, refused or answered       _nothing_saved_is_lost
I2  an op has one effect at most                                                 Ledger.took
I3  healed and drained, everybody sees what the server has                             heal
I4  a value that was ever saved is current, in the history, or was let go by somebody who saw it;
    what a server that was set back lacks comes back from whoever knows it
                Ledger._follow_values, _every_value_is_somewhere, _what_was_lost_came_back
I5  a cursor grows, a version is given once, no record is skipped
                                  _cursor_only_grows, _deleted_is_empty, _nothing_is_skipped
I6  nobody gets what is another's                                         _nothing_is_foreign
I7  a queue of n edits empties in ceil(n / 100) + 2 requests and the pages                _drain
I8  what is deleted is empty, its history too                              _deleted_is_empty
I9  everything that was ever sent, twice more, changes nothing     _once_more_changes_nothing
I10 the server has what a simple model makes of the changes it took          _the_model_agrees
I11 a delete takes no value that its person had not seen                Ledger._follow_values
"""

from __future__ import annotations

from math import ceil

from tests.histories.device import MOST_OPS, Device
from tests.histories.ledger import Broken
from tests.histories.model import Key
from tests.histories.risks import Risk
from tests.histories.store import Json, Store
from tests.histories.values import Value, values
from tests.histories.world import Trace, World

ROUNDS = 5


def live(trace: Trace, world: World | None = None) -> World:
    """Live through a history, heal it, and hold every promise; raises Broken."""
    world = world or World(trace)
    for step in trace["steps"]:
        world.step(step)
        check(world)
    heal(world)
    check_end(world)
    return world


def check(world: World) -> None:
    """What must hold at every moment."""
    _nothing_saved_is_lost(world)
    for user in world.users:
        _deleted_is_empty(world, user)
        for device in world.devices:
            if user in device.stores:
                _cursor_only_grows(world, device, user)
                _nothing_is_skipped(world, device.stores[user], user)
                _nothing_is_foreign(world, device.stores[user], user)


def heal(world: World) -> None:
    """The network is whole again, everybody is signed in: every queue empties, all become level."""
    for user in world.users:
        world.server.consents(user, True)
    world.deliver()
    for _ in range(ROUNDS):
        for device in world.devices:
            _drain(world, device)
        if _is_level(world):
            return
    raise Broken(3, f"not level after {ROUNDS} rounds")


def check_end(world: World) -> None:
    """What must hold once all is level."""
    check(world)
    _every_value_is_somewhere(world)
    _what_was_lost_came_back(world)
    _the_model_agrees(world)
    _once_more_changes_nothing(world)


def _drain(world: World, device: Device) -> None:
    for user in [user for user in world.users if user in device.stores] or [device.account]:
        device.account = device.cookie = user
        before = len(world.network.heard)
        held = device.stores.get(user, Store())
        waiting, records = len(held.outbox), len(held.records)
        world.step(["sync", device.name, [], 0])
        if world.log[-1] != "sync sent" or device.stores[user].outbox:
            raise Broken(7, f"device {device.name} ended with {world.log[-1]}")
        # Own edits come back as pages too: they are past the cursor.
        most = ceil(waiting / MOST_OPS) + 2 + 2 * _pages(world, user)
        if world.forgetful:  # all may have to be pulled anew, and offered
            most += ceil(records / MOST_OPS) + 1 + _pages(world, user)
        asked = len(world.network.heard) - before
        if world.roomy and asked > most:
            raise Broken(7, f"{asked} requests for {waiting} edits")


def _pages(world: World, user: str) -> int:
    return ceil(len(world.server.entries(user)) / world.page)


def _is_level(world: World) -> bool:
    return all(
        store.view() == _living(world, user)
        for device in world.devices
        for user, store in device.stores.items()
    )


def _living(world: World, user: str) -> dict[str, Json]:
    return {
        str(entry.id): {"kind": entry.kind, "body": entry.body}
        for entry in world.server.entries(user)
        if not entry.deleted
    }


def _nothing_saved_is_lost(world: World) -> None:
    held = world.ledger.forgiven | world.server.known()
    for device in world.devices:
        for store in device.stores.values():
            held |= {op["op"] for op in store.outbox.values()}
            held |= store.refused.keys()
    lost = world.ledger.saved.keys() - held
    if lost:
        raise Broken(1, f"{lost} are nowhere")


def _deleted_is_empty(world: World, user: str) -> None:
    entries = {entry.id: entry for entry in world.server.entries(user)}
    versions = {entry.version for entry in entries.values()}
    if len(versions) < len(entries):
        raise Broken(5, "two records have one version")
    for entry in entries.values():
        if entry.deleted and (entry.body or world.server.history(user, entry.id)):
            raise Broken(8, f"{entry.id} is deleted and not empty")


def _cursor_only_grows(world: World, device: Device, user: str) -> None:
    meta = device.stores[user].meta
    if meta.get("mode") != "pull":
        return
    epoch, cursor = world.cursors.get((device.name, user), (0, 0))
    if meta["epoch"] == epoch and meta["cursor"] < cursor:
        raise Broken(5, f"the cursor of device {device.name} went back to {meta['cursor']}")
    world.cursors[device.name, user] = meta["epoch"], meta["cursor"]


def _nothing_is_skipped(world: World, store: Store, user: str) -> None:
    if store.meta.get("mode") != "pull" or store.meta["epoch"] != world.server.epoch(user):
        return
    for entry in world.server.entries(user):
        held = store.records.get(str(entry.id), {"version": 0})
        if held["version"] < entry.version <= store.meta["cursor"]:
            raise Broken(5, f"{entry.id} at {entry.version} was skipped")


def _nothing_is_foreign(world: World, store: Store, user: str) -> None:
    found = {
        one
        for record in [*store.records.values(), *store.outbox.values()]
        for one in values(user, record["id"], record["body"] or {})
    }
    if found - world.ledger.made(user):
        raise Broken(6, f"{found - world.ledger.made(user)} is not of {user}")


def _every_value_is_somewhere(world: World) -> None:
    found, taken = _found(world), world.ledger.taken
    for op, wrote in taken.accepted.items():
        lost = wrote - found - taken.replaced
        if lost:
            raise Broken(4, f"{lost} of {op} is nowhere")


def _what_was_lost_came_back(world: World) -> None:
    risks = world.ledger.risks
    lost = risks.known_values() - _found(world) - world.ledger.let_go
    if lost:
        raise Broken(4, f"{lost} did not come back")
    living = {user: _living(world, user) for user in world.users}
    for (user, record), risk in risks.known_states().items():
        now: Json | None = living[user].get(record, {"body": None})["body"]
        if now != risk.lost and not _was_unseen(world, (user, record), risk):
            raise Broken(4, f"{record} was {risk.lost} when it was lost, and is {now}")


def _was_unseen(world: World, key: Key, risk: Risk) -> bool:
    """A lost delete does not reach what whoever deleted the record had not seen of it."""
    model = world.ledger.taken.model
    life = model.lives.get(key)
    if life is None or risk.lost is not None:
        return False
    return bool(life.made_by() - model.went_into[key][risk.version])


def _found(world: World) -> set[Value]:
    found: set[Value] = set()
    for user in world.users:
        for entry in world.server.entries(user):
            found |= values(user, str(entry.id), entry.body)
            found |= {
                Value(user, str(entry.id), *one) for one in world.server.history(user, entry.id)
            }
    return found


def _the_model_agrees(world: World) -> None:
    for user in world.users:
        lives = world.ledger.taken.model.lives.items()
        told = {key: life.body() for (who, key), life in lives if who == user and life.claims}
        held = {key: entry["body"] for key, entry in _living(world, user).items()}
        if told != held:
            raise Broken(10, f"the server holds {held}, the model {told}")


def _once_more_changes_nothing(world: World) -> None:
    before = world.server.everything()
    for cookie, payload in world.network.heard * 2:
        world.server.answer(cookie, payload)
    if world.server.everything() != before:
        raise Broken(9, "a repeated request changed the server")
