"""What a browser reports of a page that wanted to do what its policy forbids, by a list.

Browsers send far more: the whole address of the page, what stood in it, what was blocked. Of that
nothing is taken over as it came: each word is one of ours, or it is left out.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urlsplit

import msgspec

MOST = 20  # reports in one request; what comes after them is dropped
OLDER = "application/csp-report"
NEWER = "application/reports+json"
SORTS = (OLDER, NEWER)
DIRECTIVES = frozenset(
    [
        "base-uri",
        "child-src",
        "connect-src",
        "default-src",
        "font-src",
        "form-action",
        "frame-ancestors",
        "frame-src",
        "img-src",
        "manifest-src",
        "media-src",
        "object-src",
        "require-trusted-types-for",
        "script-src",
        "script-src-attr",
        "script-src-elem",
        "style-src",
        "style-src-attr",
        "style-src-elem",
        "trusted-types",
        "upgrade-insecure-requests",
        "worker-src",
    ]
)
WORDS = frozenset(
    ["inline", "eval", "wasm-eval", "trusted-types-policy", "trusted-types-sink", "data", "blob"]
)


@dataclass(frozen=True)
class Finding:
    """Which directive was broken, by what sort of thing, and on which path of ours (or None)."""

    directive: str
    blocked: str
    path: str | None


class _Body(msgspec.Struct):
    directive: str = msgspec.field(name="effectiveDirective", default="")
    blocked: str = msgspec.field(name="blockedURL", default="")
    page: str = msgspec.field(name="documentURL", default="")


class _Report(msgspec.Struct):
    type: str
    body: msgspec.Raw = msgspec.Raw(b"{}")


class _Older(msgspec.Struct):
    directive: str = msgspec.field(name="effective-directive", default="")
    violated: str = msgspec.field(name="violated-directive", default="")
    blocked: str = msgspec.field(name="blocked-uri", default="")
    page: str = msgspec.field(name="document-uri", default="")


class _Envelope(msgspec.Struct):
    report: _Older = msgspec.field(name="csp-report")


def read(sort: str, body: bytes, ours: Collection[str]) -> list[Finding]:
    """The findings in a report of this media type, where `ours` are the origins of our pages.

    Raises ValueError where it is no report.
    """
    try:
        return _older(body, ours) if sort == OLDER else _newer(body, ours)
    except RecursionError:
        raise ValueError("too many things in each other") from None


def _older(body: bytes, ours: Collection[str]) -> list[Finding]:
    told = msgspec.json.decode(body, type=_Envelope).report
    return [_finding(told.directive or told.violated, told.blocked, told.page, ours)]


def _newer(body: bytes, ours: Collection[str]) -> list[Finding]:
    reports = msgspec.json.decode(body, type=list[_Report])[:MOST]
    bodies = [
        msgspec.json.decode(one.body, type=_Body) for one in reports if one.type == "csp-violation"
    ]
    return [_finding(one.directive, one.blocked, one.page, ours) for one in bodies]


def _finding(directive: str, blocked: str, page: str, ours: Collection[str]) -> Finding:
    name = directive.partition(" ")[0]  # older browsers add its sources
    origin, path = _split(page)
    sort = "ours" if _split(blocked)[0] in ours else "elsewhere"
    known = name if name in DIRECTIVES else "unknown"
    return Finding(known, blocked if blocked in WORDS else sort, path if origin in ours else None)


def _split(address: str) -> tuple[str, str]:
    try:
        parts = urlsplit(address)
    except ValueError:
        return "", ""
    return f"{parts.scheme}://{parts.netloc}", parts.path
