"""Reading a sync request: broken ones are refused, broken changes are marked."""

import json
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.sync.protocol import (
    LARGEST_NUMBER,
    OLDEST_SCHEMA,
    OPS_LIMIT,
    SCHEMA,
    Answer,
    BadOp,
    Invalid,
    Op,
    Result,
    read,
    written,
)
from webapp.tracker.merge import Entry
from webapp.tracker.records import Problem


def op(**more: Any) -> dict[str, Any]:
    return {
        "op": str(uuid4()), "n": 1, "id": str(uuid4()), "kind": "pain", "base": 0,
        "body": {"worst": 5}, "fields": ["worst"], "deleted": False, **more,
    }  # fmt: skip


def request(*ops: Any, **more: Any) -> dict[str, Any]:
    return {
        "v": 1, "schema": SCHEMA, "user": str(uuid4()), "device": str(uuid4()), "epoch": None,
        "cursor": 0, "fresh": True, "ops": list(ops), **more,
    }  # fmt: skip


def sent(content: Any) -> bytes:
    return json.dumps(content).encode()


def code(payload: bytes) -> str:
    with pytest.raises(Invalid) as refused:
        read(payload)
    return refused.value.code


def test_a_whole_request_is_read() -> None:
    change = op()
    found = read(sent(request(change, epoch=7, cursor=3, fresh=False)))
    assert (found.epoch, found.cursor, found.fresh) == (7, 3, False)
    [first] = found.ops
    assert isinstance(first, Op)
    assert str(first.op) == change["op"]
    assert first.body == {"worst": 5}


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"v"',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"v":1,"schema":1}',
        b'{"v":"1"}',
    ],
)
def test_what_is_no_request_is_refused(payload: bytes) -> None:
    assert code(payload) == "invalid"


@pytest.mark.parametrize(
    "wrong",
    [
        {"user": "alice"}, {"device": None}, {"epoch": "7"}, {"epoch": -1}, {"cursor": -1},
        {"cursor": 1.5}, {"cursor": True}, {"cursor": LARGEST_NUMBER + 1}, {"fresh": 1},
        {"ops": {}}, {"ops": None}, {"more": 1},
    ],
    ids=str,
)  # fmt: skip
def test_a_request_with_a_wrong_field_is_refused(wrong: dict[str, Any]) -> None:
    assert code(sent(request(**wrong))) == "invalid"


@pytest.mark.parametrize("field", ["user", "device", "epoch", "cursor", "fresh", "ops"])
def test_a_request_without_a_field_is_refused(field: str) -> None:
    content = request()
    del content[field]
    assert code(sent(content)) == "invalid"


@pytest.mark.parametrize("version", [0, 2])
def test_another_protocol_asks_for_an_update_of_the_app(version: int) -> None:
    assert code(sent({"v": version, "schema": SCHEMA, "whatever": 1})) == "update"


@pytest.mark.parametrize(
    ("schema", "told"),
    [(None, "update"), (OLDEST_SCHEMA - 1, "update"), (SCHEMA + 1, "ahead")],
)
def test_an_app_that_knows_less_is_renewed_and_one_that_knows_more_must_wait(
    schema: int | None, told: str
) -> None:
    known = {} if schema is None else {"schema": schema}
    assert code(sent({"v": 1, **known, "whatever": 1})) == told


def test_a_hundred_changes_are_taken_and_one_more_is_too_many() -> None:
    assert len(read(sent(request(*(op() for _ in range(OPS_LIMIT))))).ops) == OPS_LIMIT
    assert code(sent(request(*(op() for _ in range(OPS_LIMIT + 1))))) == "too_large"


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": "x"}, {"base": 10**400}, {"kind": None}, {"base": -1}, {"base": "0"},
        {"body": []}, {"body": "{}"}, {"fields": "worst"}, {"fields": [1]}, {"deleted": None},
        {"was": -1}, {"was": True}, {"more": 1},
    ],
    ids=str,
)  # fmt: skip
def test_a_broken_change_is_marked_and_the_others_are_read(wrong: dict[str, Any]) -> None:
    broken = op(**wrong)
    first, second, third = read(sent(request(op(), broken, op()))).ops
    assert isinstance(first, Op)
    assert isinstance(third, Op)
    assert isinstance(second, BadOp)
    assert str(second.op) == broken["op"]


def test_half_an_emoji_becomes_a_question_mark_and_stops_nothing() -> None:
    payload = sent(request(op(), op(body={"note": "LETTER 💥"}))).replace(b"LETTER", b"\\ud83d")
    first, second = read(payload).ops
    assert isinstance(first, Op)
    assert isinstance(second, Op)
    assert second.body == {"note": "? 💥"}


def test_a_whole_number_with_a_point_is_a_whole_number() -> None:
    asked = request(op(n=7.0, base=3.0, body={"worst": 5.0}), op(base=1.0), op(base=1.5))
    first, second, third = read(sent(asked | {"cursor": 12.0, "epoch": 1e3})).ops
    assert isinstance(first, Op)
    assert isinstance(second, Op)
    assert (first.n, first.base, second.base) == (7, 3, 1)
    assert isinstance(third, BadOp)


@pytest.mark.parametrize("number", [b"1e400", b"9" * 5000])
def test_a_number_that_is_too_large_for_any_computer_stops_only_its_own_change(
    number: bytes,
) -> None:
    payload = sent(request(op(), op(base=12345))).replace(b"12345", number)
    first, second = read(payload).ops
    assert isinstance(first, Op)
    assert isinstance(second, BadOp)


@pytest.mark.parametrize("text", [b"\xff", b"\\u12", b"\\x", b"\n"])
def test_what_no_browser_writes_is_a_broken_request(text: bytes) -> None:
    assert code(sent(request(op(body={"note": "LETTER"}))).replace(b"LETTER", text)) == "invalid"


@pytest.mark.parametrize("number", [b"NaN", b"Infinity", b"-Infinity"])
def test_what_is_no_number_is_a_broken_request(number: bytes) -> None:
    assert code(sent(request(op(base=12345))).replace(b"12345", number)) == "invalid"


def test_an_update_is_asked_for_even_of_a_message_with_half_an_emoji() -> None:
    assert code(b'{"v":2,"x":"\\ud83d"}') == "update"


@pytest.mark.parametrize("wrong", [{"op": 5}, {"op": None}, {"n": "1"}, {"n": -1}], ids=str)
def test_a_change_that_cannot_be_answered_is_a_broken_request(wrong: dict[str, Any]) -> None:
    assert code(sent(request(op(**wrong)))) == "invalid"


def test_a_refusal_never_repeats_what_was_sent() -> None:
    with pytest.raises(Invalid) as refused:
        read(sent(request(user="pregnant")))
    assert "pregnant" not in repr(refused.value)
    assert refused.value.__cause__ is None
    assert refused.value.__suppress_context__


@given(st.binary(max_size=300))
def test_no_bytes_make_reading_fail_otherwise(payload: bytes) -> None:
    with pytest.raises(Invalid):
        read(payload)


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(st.sampled_from(sorted(op())), json_values)
def test_no_value_in_a_change_makes_reading_fail_otherwise(field: str, value: Any) -> None:
    try:
        [found] = read(sent(request(op(**{field: value})))).ops
    except Invalid:
        assert field in ("op", "n")
    else:
        assert isinstance(found, Op | BadOp)


def test_an_answer_has_the_agreed_shape() -> None:
    change, record = uuid4(), uuid4()
    entry = Entry(id=record, kind="pain", body={"worst": 5}, deleted=False, version=4)
    answer = Answer(
        schema=1,
        epoch=9,
        floor=2,
        results=[Result(change, "ok"), Result(change, "bad", [Problem("worst", "missing")])],
        state=[entry],
        changes=[],
        cursor=4,
        more=False,
        now=datetime(2026, 11, 22, 8, tzinfo=UTC),
    )
    assert json.loads(written(answer)) == {
        "schema": 1,
        "epoch": 9,
        "floor": 2,
        "results": [
            {"op": str(change), "code": "ok"},
            {
                "op": str(change),
                "code": "bad",
                "problems": [{"field": "worst", "code": "missing"}],
            },
        ],
        "state": [
            {
                "id": str(record),
                "kind": "pain",
                "body": {"worst": 5},
                "deleted": False,
                "version": 4,
            }
        ],
        "changes": [],
        "cursor": 4,
        "more": False,
        "now": "2026-11-22T08:00:00Z",
    }
