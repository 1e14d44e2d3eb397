"""What a browser is called in a list for people: a guess, and all that is kept of what it says.

static/src/accounts/kind_of_device.js makes the same guess; tests/cases/browsers.json holds both.
"""

from __future__ import annotations

import re
from typing import NamedTuple

# In this order: most of them also name those that stand below.
_NAMES = {
    "Edge": re.compile(r"\bEdg(e|A|iOS)?/"),
    "Samsung Internet": re.compile(r"\bSamsungBrowser/"),
    "Opera": re.compile(r"\bOP(R|T|X)/"),
    "Firefox": re.compile(r"\b(Firefox|FxiOS)/"),
    "Chrome": re.compile(r"\b(Chrome|CriOS)/"),
    "Safari": re.compile(r"\bSafari/"),
}
_PHONE = re.compile(r"iPhone|\bMobile\b")
_TABLET = re.compile(r"iPad|Tablet")


class Browser(NamedTuple):
    """A phone, tablet or computer, and the name of its browser if it is a known one."""

    kind: str
    name: str | None


def browser_of(agent: str) -> Browser:
    """The browser that calls itself so. An iPad that says to be a Mac counts as a computer."""
    name = next((name for name, pattern in _NAMES.items() if pattern.search(agent)), None)
    if _TABLET.search(agent):
        return Browser("tablet", name)
    if _PHONE.search(agent):
        return Browser("phone", name)
    return Browser("tablet" if "Android" in agent else "computer", name)
