"""A report of a browser comes down to a few words of ours."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.findings.report import DIRECTIVES, MOST, NEWER, OLDER, SORTS, WORDS, Finding, read

OURS = {"https://rug.example"}
DIARY = "https://rug.example/nl/dagboek"


def older(**changes: Any) -> bytes:
    """As Chromium sends it by report-uri."""
    report = {
        "document-uri": f"{DIARY}?q=zwaluwstaart",
        "referrer": "",
        "violated-directive": "require-trusted-types-for",
        "effective-directive": "require-trusted-types-for",
        "original-policy": "default-src 'none'",
        "disposition": "enforce",
        "blocked-uri": "trusted-types-sink",
        "line-number": 1,
        "status-code": 200,
        "script-sample": "Element innerHTML|<b>zwaluwstaart",
    }
    return json.dumps({"csp-report": report | changes}).encode()


def newer(*kinds: str, **changes: Any) -> bytes:
    """As Chromium sends them by report-to."""
    body = {
        "blockedURL": "inline",
        "disposition": "enforce",
        "documentURL": f"{DIARY}?q=zwaluwstaart",
        "effectiveDirective": "script-src-elem",
        "lineNumber": 1,
        "sample": "alert('zwaluwstaart')",
        "sourceFile": DIARY,
        "statusCode": 200,
    }
    around = {"age": 1, "url": f"{DIARY}?q=zwaluwstaart", "user_agent": "Mozilla/5.0"}
    reports = [{"type": kind, "body": body | changes} | around for kind in kinds]
    return json.dumps(reports).encode()


def test_a_report_of_either_sort_is_understood() -> None:
    sink = Finding("require-trusted-types-for", "trusted-types-sink", "/nl/dagboek")
    assert read(OLDER, older(), OURS) == [sink]
    inline = Finding("script-src-elem", "inline", "/nl/dagboek")
    assert read(NEWER, newer("csp-violation", "csp-violation"), OURS) == [inline, inline]


def test_an_older_browser_names_the_directive_with_its_sources() -> None:
    sent = older(**{"effective-directive": "", "violated-directive": "img-src 'self' data:"})
    assert read(OLDER, sent, OURS)[0].directive == "img-src"


@pytest.mark.parametrize(
    ("blocked", "told"),
    [
        ("https://rug.example/static/x.js", "ours"),
        ("https://evil.example/zwaluwstaart", "elsewhere"),
        ("moz-extension://1234", "elsewhere"),
        ("//[", "elsewhere"),
        ("", "elsewhere"),
        ("eval", "eval"),
    ],
)
def test_what_was_blocked_is_told_by_its_sort(blocked: str, told: str) -> None:
    assert read(NEWER, newer("csp-violation", blockedURL=blocked), OURS)[0].blocked == told


@pytest.mark.parametrize(
    "page", ["https://evil.example/nl/dagboek", "about:blank", "", "//[", "http://rug.example/nl/"]
)
def test_a_page_that_is_not_ours_has_no_path(page: str) -> None:
    assert read(NEWER, newer("csp-violation", documentURL=page), OURS)[0].path is None


def test_a_word_that_is_not_ours_is_left_out() -> None:
    (told,) = read(NEWER, newer("csp-violation", effectiveDirective="zwaluwstaart"), OURS)
    assert told.directive == "unknown"


def test_other_sorts_of_reports_are_left_and_so_is_what_comes_after_the_twentieth() -> None:
    assert read(NEWER, newer("deprecation", "coep", "csp-violation"), OURS) != []
    assert len(read(NEWER, newer("deprecation", "coep", "csp-violation"), OURS)) == 1
    assert len(read(NEWER, newer(*["csp-violation"] * (MOST + 5)), OURS)) == MOST


DEEP = b'{"x":' * 3_000 + b"1" + b"}" * 3_000
HOSTILE = [
    *(b"", b"null", b"1", b"[1]", b'"x"', b"{}", b'{"csp-report":1}', b"\xff", b"{"),
    *(b"[" * 9_000, DEEP, b'{"csp-report":' + DEEP + b"}"),
    *(b'[{"type":"csp-violation","%s":' % name + DEEP + b"}]" for name in (b"x", b"body")),
]


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("sent", HOSTILE, ids=lambda sent: repr(sent[:40]))
def test_what_is_no_report_is_refused(sort: str, sent: bytes) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read(sort, sent, OURS)


plain = st.none() | st.booleans() | st.integers() | st.text(max_size=9) | st.sampled_from([DIARY])
fields = st.sampled_from(["documentURL", "blockedURL", "effectiveDirective", "document-uri", "x"])
odd = st.dictionaries(fields | st.text(max_size=4), plain | st.lists(plain, max_size=2))


@given(odd)
def test_whatever_a_browser_fills_in_only_our_own_words_come_out(changes: dict[str, Any]) -> None:
    for sort, sent in ((OLDER, older(**changes)), (NEWER, newer("csp-violation", **changes))):
        try:
            found = read(sort, sent, OURS)
        except ValueError:
            continue
        for one in found:
            assert one.directive in DIRECTIVES | {"unknown"}
            assert one.blocked in WORDS | {"ours", "elsewhere"}
