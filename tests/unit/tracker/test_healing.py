"""After a restore: the newest lost state wins, whichever device brings which state first."""

from itertools import permutations
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.tracker.merge import Body, Change, Current, Merged, merge

CRAMP, PHONE, TABLET = uuid4(), uuid4(), uuid4()
LOST_FROM, RESTORED = 100, 1_000_000

bodies = st.fixed_dictionaries(
    {"worst": st.integers(0, 10)},
    optional={"note": st.text(max_size=2), "zones": st.just(["low_left"])},
)
# What devices still know of the lost time: whole records, or that it was deleted.
lost = st.dictionaries(
    st.integers(LOST_FROM + 1, LOST_FROM + 9), bodies | st.none(), min_size=1, max_size=4
)


def offer(was: int, body: Body | None, *seen: tuple[int, int]) -> Change:
    return Change(
        id=CRAMP,
        kind="pain",
        base=was,
        body=body,
        fields=[],
        deleted=body is None,
        was=was,
        seen=list(seen),
    )


def edit(body: Body, *fields: str, base: int) -> Change:
    return Change(id=CRAMP, kind="pain", base=base, body=body, fields=list(fields), deleted=False)


def removal_of(*seen: tuple[int, int]) -> Change:
    base = max(last for _, last in seen)
    return Change(
        id=CRAMP, kind="pain", base=base, body=None, fields=[], deleted=True, seen=list(seen)
    )


def in_backup(body: Body | None) -> Current | None:
    """The record as the backup had it; None when it was made later."""
    if body is None:
        return None
    return now(merge(None, edit(body, *body, base=0), LOST_FROM - 20, PHONE))


def now(merged: Merged) -> Current:
    return Current(
        kind="pain",
        body=merged.body,
        fields=merged.fields,
        deleted=merged.deleted,
        lost=merged.lost,
        healed=merged.healed,
        seen=merged.seen,
    )


def healed(
    start: Current | None, *changes: Change, version: int = RESTORED + 1
) -> tuple[Current, list[Body]]:
    """The record after these changes, and what each of them put in its history."""
    history = []
    for version, change in enumerate(changes, version):  # noqa: B020
        merged = merge(start, change, version, TABLET, RESTORED)
        start = now(merged)
        history.append(merged.overwritten)
    assert start is not None
    return start, history


@given(bodies | st.none(), lost)
def test_whoever_comes_first_the_newest_lost_state_wins(
    backup: Body | None, known: dict[int, Body | None]
) -> None:
    newest = known[max(known)]
    for order in permutations(known.items()):
        end, _ = healed(in_backup(backup), *(offer(was, body) for was, body in order))
        assert end.deleted is (newest is None)
        assert end.body == (newest or {})


@given(bodies | st.none(), lost, bodies, st.sets(st.sampled_from(["worst", "note", "zones"])))
def test_what_was_changed_after_the_restore_wins_over_every_lost_state(
    backup: Body | None, known: dict[int, Body | None], new: Body, fields: set[str]
) -> None:
    start = in_backup(backup)
    changed = fields if start else set(new)
    after = edit(new, *sorted(fields), base=LOST_FROM - 20)
    end, _ = healed(start, after, *(offer(was, body) for was, body in known.items()))
    if changed:
        assert not end.deleted
    for field in changed & set(new):
        assert end.body[field] == new[field]


@given(bodies, st.dictionaries(st.integers(101, 109), bodies, min_size=1, max_size=3), bodies)
def test_no_lost_value_goes_without_a_trace(
    backup: Body, known: dict[int, Body], new: Body
) -> None:
    changes = [edit(new, *new, base=LOST_FROM - 20), *(offer(*state) for state in known.items())]
    end, history = healed(in_backup(backup), *changes)
    kept = {(field, str(value)) for one in [end.body, *history] for field, value in one.items()}
    assert {(field, str(value)) for body in known.values() for field, value in body.items()} <= kept


@given(bodies, bodies)
def test_a_delete_after_healing_is_not_undone_by_the_same_offer_of_another(
    backup: Body, body: Body
) -> None:
    removal = Change(id=CRAMP, kind="pain", base=120, body=None, fields=[], deleted=True)
    end, _ = healed(in_backup(backup), offer(120, body), removal, offer(120, body))
    assert end.deleted


@given(bodies, bodies)
def test_a_delete_that_had_not_seen_the_lost_state_does_not_lose_it(
    backup: Body, body: Body
) -> None:
    removal = Change(id=CRAMP, kind="pain", base=LOST_FROM - 20, body=None, fields=[], deleted=True)
    for order in permutations([removal, offer(120, body)]):
        end, _ = healed(in_backup(backup), *order)
        assert end.body == body


@pytest.mark.parametrize("base", [80, 119, RESTORED, RESTORED + 1])
def test_a_delete_that_had_not_seen_what_an_offer_brought_back_is_kept(base: int) -> None:
    end, _ = healed(in_backup({"worst": 5}), edit({"worst": 5, "note": "x"}, "note", base=80))
    end, _ = healed(end, offer(120, {"worst": 8}), version=RESTORED + 2)
    removal = Change(id=CRAMP, kind="pain", base=base, body=None, fields=[], deleted=True)
    assert merge(end, removal, RESTORED + 9, TABLET, RESTORED).kept


def test_a_delete_that_had_seen_what_an_offer_brought_back_goes_through() -> None:
    for base in (120, RESTORED + 1):
        end, _ = healed(in_backup({"worst": 5}), offer(120, {"worst": 8}))
        removal = Change(id=CRAMP, kind="pain", base=base, body=None, fields=[], deleted=True)
        assert merge(end, removal, RESTORED + 9, TABLET, RESTORED).deleted


def test_an_edit_of_what_an_offer_brought_back_unseen_keeps_it_in_the_history() -> None:
    for base, seen in ((119, False), (120, True), (RESTORED, False), (RESTORED + 1, True)):
        end, _ = healed(in_backup({"worst": 5}), offer(120, {"worst": 8}))
        _, [overwritten] = healed(end, edit({"worst": 2}, "worst", base=base))
        assert overwritten == ({} if seen else {"worst": 8})


@pytest.mark.parametrize("first", [0, 1])
def test_a_delete_of_a_later_lost_time_takes_nothing_of_an_earlier_one(first: int) -> None:
    # Restored twice: whoever was there in the second lost time never saw the first.
    later = offer(RESTORED + 30, None, (RESTORED, RESTORED + 30))
    changes = [offer(120, {"worst": 8}), later]
    assert twice_restored(changes[first], changes[1 - first]).body == {"worst": 8}


@pytest.mark.parametrize("first", [0, 1])
def test_a_delete_of_a_later_lost_time_takes_what_an_offer_had_shown_of_an_earlier_one(
    first: int,
) -> None:
    later = offer(RESTORED + 30, None, (0, 120), (RESTORED, RESTORED + 30))
    changes = [offer(120, {"worst": 8}), later]
    assert twice_restored(changes[first], changes[1 - first]).deleted


def test_a_delete_of_an_epoch_takes_nothing_of_a_backup_that_this_epoch_never_held() -> None:
    later = offer(RESTORED + 30, None, (RESTORED, RESTORED + 30))
    start = in_backup({"worst": 8})
    assert merge(start, later, 2 * RESTORED + 1, TABLET, 2 * RESTORED).kept


@given(bodies, bodies, st.sampled_from(["note", "worst"]))
def test_what_came_back_with_the_record_is_new_to_whoever_saw_it_deleted(
    body: Body, other: Body, field: str
) -> None:
    # An edit keeps a delete of the lost time out; its person then writes over what had gone.
    mine = edit({**body, "zones": ["mid_left"]}, "zones", base=110)
    end, _ = healed(None, offer(110, body), mine, offer(120, None))
    assert end.body == {**body, "zones": ["mid_left"]}
    _, [overwritten] = healed(end, edit(other, field, base=120), version=RESTORED + 9)
    lost = field in body and body.get(field) != other.get(field)
    assert overwritten == ({field: body[field]} if lost else {})


def twice_restored(*changes: Change) -> Current:
    """What comes of offers after a second restore."""
    again = 2 * RESTORED
    end: Current | None = None
    for version, change in enumerate(changes, again + 1):
        end = now(merge(end, change, version, TABLET, again))
    assert end is not None
    return end


def test_a_record_that_was_made_and_deleted_anew_hides_no_lost_one() -> None:
    # A day has the same id on each device: it may be made again before the lost one comes.
    made = edit({"worst": 1}, "worst", base=0)
    removal = removal_of((RESTORED, RESTORED + 1))
    end, _ = healed(None, made, removal, offer(120, {"worst": 8}))
    assert end.body == {"worst": 8}


def test_what_was_deleted_and_made_again_stays_free_of_what_was_deleted() -> None:
    again = edit({"worst": 1}, "worst", base=0)
    end, _ = healed(None, offer(150, None), again, offer(120, {"worst": 8, "note": "x"}))
    assert end.body == {"worst": 1}
