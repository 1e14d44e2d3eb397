"""The conflict rule: what two devices make of one record."""

from typing import Any
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from webapp.tracker.merge import Change, Current, Merged, merge

PHONE, TABLET = uuid4(), uuid4()
CRAMP = uuid4()
FIELDS = ("worst", "note", "zones")

bodies = st.fixed_dictionaries(
    {}, optional={"worst": st.integers(0, 10), "note": st.text(max_size=3), "zones": st.just([])}
)


def edit(body: dict[str, Any], *fields: str, base: int = 1) -> Change:
    return Change(id=CRAMP, kind="pain", base=base, body=body, fields=list(fields), deleted=False)


def removal(base: int = 1) -> Change:
    return Change(id=CRAMP, kind="pain", base=base, body=None, fields=[], deleted=True)


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


def saved(body: dict[str, Any], version: int = 1, device: UUID = PHONE) -> Current:
    return now(merge(None, edit(body, *body, base=0), version, device))


def test_a_new_record_is_its_body() -> None:
    merged = merge(None, edit({"worst": 5}, "worst", base=0), 1, PHONE)
    assert merged.body == {"worst": 5}
    assert merged.fields == {"worst": (1, PHONE)}
    assert merged.overwritten == {}


def test_edits_of_different_fields_both_stay() -> None:
    first = now(
        merge(saved({"worst": 5, "note": "a"}), edit({"worst": 7, "note": "a"}, "worst"), 2, PHONE)
    )
    second = merge(first, edit({"worst": 5, "note": "b"}, "note"), 3, TABLET)
    assert second.body == {"worst": 7, "note": "b"}
    assert second.overwritten == {}


def test_of_the_same_field_the_later_arrival_wins_and_the_unseen_value_is_history() -> None:
    first = now(merge(saved({"worst": 5}), edit({"worst": 7}, "worst"), 2, PHONE))
    second = merge(first, edit({"worst": 3}, "worst"), 3, TABLET)
    assert second.body == {"worst": 3}
    assert second.overwritten == {"worst": 7}


def test_a_value_that_was_seen_is_replaced_without_history() -> None:
    merged = merge(saved({"worst": 5}), edit({"worst": 7}, "worst", base=1), 2, TABLET)
    assert merged.overwritten == {}


def test_the_same_value_from_both_devices_is_no_history() -> None:
    first = now(merge(saved({"worst": 5}), edit({"worst": 7}, "worst"), 2, PHONE))
    assert merge(first, edit({"worst": 7}, "worst"), 3, TABLET).overwritten == {}


def test_a_field_can_be_cleared() -> None:
    merged = merge(saved({"worst": 5, "note": "a"}), edit({"worst": 5}, "note"), 2, PHONE)
    assert merged.body == {"worst": 5}
    assert merged.fields["note"] == (2, PHONE)


def test_clearing_a_field_unseen_keeps_the_value_in_history() -> None:
    first = now(merge(saved({"worst": 5}), edit({"worst": 5, "note": "a"}, "note"), 2, PHONE))
    merged = merge(first, edit({"worst": 5}, "note"), 3, TABLET)
    assert "note" not in merged.body
    assert merged.overwritten == {"note": "a"}


def test_fields_that_are_not_named_are_not_touched_by_a_stale_body() -> None:
    newer = now(
        merge(
            saved({"worst": 5, "note": "a"}),
            edit({"worst": 9, "note": "z"}, "worst", "note"),
            2,
            PHONE,
        )
    )
    merged = merge(newer, edit({"worst": 5, "note": "a", "zones": []}, "zones"), 3, TABLET)
    assert merged.body == {"worst": 9, "note": "z", "zones": []}


def test_an_edit_that_changes_nothing_writes_nothing() -> None:
    assert not merge(saved({"worst": 5}), edit({"worst": 5}), 2, PHONE).changed


def test_a_delete_of_what_was_seen_empties_the_record() -> None:
    merged = merge(saved({"worst": 5}), removal(base=1), 2, TABLET)
    assert (merged.deleted, merged.body, merged.fields, merged.kept) == (True, {}, {}, False)


def test_a_delete_of_what_another_device_changed_unseen_is_kept() -> None:
    changed = now(merge(saved({"worst": 5}), edit({"worst": 7}, "worst"), 2, PHONE))
    merged = merge(changed, removal(base=1), 3, TABLET)
    assert merged.kept
    assert not merged.deleted
    assert not merged.changed
    assert merged.body == {"worst": 7}


def test_a_delete_after_ones_own_unsent_edits_goes_through() -> None:
    changed = now(merge(saved({"worst": 5}), edit({"worst": 7}, "worst"), 2, PHONE))
    assert merge(changed, removal(base=1), 3, PHONE).deleted


def test_a_field_that_another_device_cleared_unseen_also_stops_a_delete() -> None:
    changed = now(merge(saved({"worst": 5, "note": "a"}), edit({"worst": 5}, "note"), 2, PHONE))
    assert merge(changed, removal(base=1), 3, TABLET).kept


def test_an_edit_after_an_unseen_delete_brings_the_whole_record_back() -> None:
    gone = now(merge(saved({"worst": 5, "note": "a"}), removal(), 2, PHONE))
    merged = merge(gone, edit({"worst": 8, "note": "a"}, "worst"), 3, TABLET)
    assert merged.body == {"worst": 8, "note": "a"}
    assert not merged.deleted


def test_deleting_twice_changes_nothing() -> None:
    gone = now(merge(saved({"worst": 5}), removal(), 2, PHONE))
    assert not merge(gone, removal(), 3, TABLET).changed


def test_deleting_what_never_was_leaves_a_tombstone() -> None:
    merged = merge(None, removal(base=0), 1, PHONE)
    assert merged.deleted
    assert merged.changed


@given(bodies, bodies, st.sets(st.sampled_from(FIELDS)), st.integers(0, 5))
def test_every_value_is_current_or_earlier_or_was_seen(
    old: dict[str, Any], new: dict[str, Any], fields: set[str], base: int
) -> None:
    current = saved(old, version=3)
    merged = merge(current, edit(new, *sorted(fields), base=base), 6, TABLET)
    for field, value in old.items():
        stays = merged.body.get(field) == value
        assert stays or merged.overwritten.get(field) == value or base >= 3


@given(bodies, bodies, st.sets(st.sampled_from(FIELDS)), st.integers(0, 5))
def test_only_named_fields_change(
    old: dict[str, Any], new: dict[str, Any], fields: set[str], base: int
) -> None:
    merged = merge(saved(old, version=3), edit(new, *sorted(fields), base=base), 6, TABLET)
    for field in FIELDS:
        source = new if field in fields else old
        assert merged.body.get(field) == source.get(field)


@given(bodies, bodies, bodies)
def test_edits_of_different_fields_end_the_same_in_either_order(
    start: dict[str, Any], mine: dict[str, Any], yours: dict[str, Any]
) -> None:
    current = saved(start)
    phone, tablet = edit(mine, "worst"), edit(yours, "note", "zones")
    one = merge(now(merge(current, phone, 2, PHONE)), tablet, 3, TABLET)
    other = merge(now(merge(current, tablet, 2, TABLET)), phone, 3, PHONE)
    assert one.body == other.body


@given(bodies, bodies, st.sets(st.sampled_from(FIELDS)))
def test_what_is_merged_into_is_left_as_it_was(
    old: dict[str, Any], new: dict[str, Any], fields: set[str]
) -> None:
    current = saved(old)
    body, versions = dict(current.body), dict(current.fields)
    merge(current, edit(new, *fields, base=0), 2, TABLET)
    assert (current.body, current.fields) == (body, versions)
