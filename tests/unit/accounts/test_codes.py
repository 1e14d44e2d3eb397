"""One-time codes and recovery codes, by themselves."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from webapp.accounts.codes.one_time import (
    WrongCode,
    code_at,
    counter_of,
    drawn,
    link_of,
    new_secret,
    shown,
)
from webapp.accounts.codes.recovery import ALPHABET, mark_of, new_codes

SECRET = b"12345678901234567890"  # of RFC 6238, appendix B
NOW = datetime(2026, 3, 9, 8, 0, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("seconds", "code"),
    [(59, "287082"), (1111111109, "081804"), (1234567890, "005924"), (20000000000, "353130")],
)
def test_the_codes_are_those_of_the_standard(seconds: int, code: str) -> None:
    at = datetime.fromtimestamp(seconds, UTC)
    assert code_at(SECRET, at) == code
    assert counter_of(SECRET, code, at, None) == seconds // 30


@pytest.mark.parametrize(
    ("off", "right"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)]
)
def test_a_clock_may_be_one_period_off(off: int, right: bool) -> None:
    code = code_at(SECRET, NOW + timedelta(seconds=30 * off))
    if right:
        assert counter_of(SECRET, code, NOW, None) == int(NOW.timestamp()) // 30 + off
    else:
        with pytest.raises(WrongCode):
            counter_of(SECRET, code, NOW, None)


def test_a_code_works_once_and_none_before_it_any_more() -> None:
    used = counter_of(SECRET, code_at(SECRET, NOW), NOW, None)
    for off in (0, -1):
        with pytest.raises(WrongCode):
            counter_of(SECRET, code_at(SECRET, NOW + timedelta(seconds=30 * off)), NOW, used)
    next_one = NOW + timedelta(seconds=30)
    assert counter_of(SECRET, code_at(SECRET, next_one), NOW, used) == used + 1


@pytest.mark.parametrize(
    "typed", ["", " ", "12345", "1234567", "abcdef", "１２３４５６", "-12345", "12 34", "9" * 5000]
)
def test_what_is_no_code_is_wrong(typed: str) -> None:
    with pytest.raises(WrongCode):
        counter_of(SECRET, typed, NOW, None)


def test_spaces_in_a_code_do_not_matter() -> None:
    code = code_at(SECRET, NOW)
    assert counter_of(SECRET, f" {code[:3]} {code[3:]}\n", NOW, None)


def test_a_secret_is_of_160_bits_and_is_shown_as_apps_take_it() -> None:
    assert len({new_secret() for _ in range(50)}) == 50
    assert len(new_secret()) * 8 == 160
    assert shown(SECRET) == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ"
    link = link_of(SECRET, "alice@example.com")
    assert link.startswith("otpauth://totp/Rugwijs:alice@example.com?secret=GEZDGNBVGY3TQOJQ")


def test_the_drawing_has_a_square_of_each_corner_and_a_quiet_border() -> None:
    drawing = drawn(link_of(SECRET, "alice@example.com"))
    squares = {(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)h1v1h-1z", drawing.path)}
    last = drawing.size - 5
    assert {(4, 4), (4, last), (last, 4)} <= squares
    assert min(min(one) for one in squares) == 4
    assert max(max(one) for one in squares) == last
    assert drawing.path.count("M") == len(squares)


def test_recovery_codes_are_ten_of_120_bits_without_letters_that_look_alike() -> None:
    codes = new_codes()
    assert len(set(codes)) == 10
    for code in codes:
        assert re.fullmatch(r"[0-9a-z]{4}(-[0-9a-z]{4}){5}", code)
        assert set(code) <= set(ALPHABET) | {"-"}
    assert not set("oil") & set(ALPHABET)


def test_a_recovery_code_may_be_typed_as_it_is_read() -> None:
    person, code = uuid4(), "0a1b-2c3d-4e5f-6g7h-8j9k-mnpq"
    mark = mark_of(person, code)
    for typed in ("OaIb 2c3d4e5f6g7h 8J9K MNPQ", "oalb2c3d4e5f6g7h8j9kmnpq", f"  {code}.  "):
        assert mark_of(person, typed) == mark
    assert mark_of(person, code[:-1] + "r") != mark
    assert mark_of(uuid4(), code) != mark
