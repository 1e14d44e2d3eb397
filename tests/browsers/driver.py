"""Drives a browser by WebDriver's own commands.

Written by hand, for both engines speak them already: to drive Firefox, Selenium asks for
geckodriver, which Debian does not have.
"""

from __future__ import annotations

import json
import time
from abc import ABC, abstractmethod
from typing import Any

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # how the standard names a reference to one
PATIENCE = 20  # seconds
FIND = """const [css, text] = arguments;
const found = [...document.querySelectorAll(css)].find((each) => each.innerText.includes(text));
found?.scrollIntoView({block: 'center'});
return found ?? null;"""
DATABASES = """const done = arguments[0];
indexedDB.databases().then((found) => done(found.length));"""


class Fault(Exception):
    """What the browser could not do, or what was never seen in it."""


class Browser(ABC):
    """One page of a browser with an empty profile. An engine says how commands reach it."""

    def __init__(self, site: str) -> None:
        self.site = site

    @abstractmethod
    def send(self, command: str, **parameters: Any) -> Any:
        """What the browser answers to a command of WebDriver."""

    @abstractmethod
    def close(self) -> None:
        """End the browser."""

    def go(self, path: str) -> None:
        """Open a page, and wait until its script has done its part."""
        self.send("Navigate", url=self.site + path)
        self.until("document.documentElement.classList.contains('ready')")

    def run(self, script: str, *arguments: Any) -> Any:
        """What a script returns in the page."""
        return self.send("ExecuteScript", script=script, args=list(arguments))

    def databases(self) -> int:
        """How many databases are on this device."""
        count: int = self.send("ExecuteAsyncScript", script=DATABASES, args=[])
        return count

    def until(self, expression: str, seconds: float = PATIENCE) -> None:
        """Wait until an expression is true, over pages that come and go."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                if self.run(f"return Boolean({expression})"):
                    return
            except Fault:
                pass  # the page went away under the question
            time.sleep(0.1)
        where, text = self.run("return [location.pathname, document.body.innerText]")
        raise Fault(f"never true: {expression}\n{where}: {text[:500]}")

    def sees(self, css: str, text: str) -> None:
        """Wait until an element has this text."""
        found = f"each => each.innerText.includes({json.dumps(text)})"
        self.until(f"[...document.querySelectorAll({json.dumps(css)})].some({found})")

    def is_at(self, path: str) -> None:
        """Wait until this page is open, and its script done."""
        self.until(f"location.pathname === {json.dumps(path)}")
        self.until("document.documentElement.classList.contains('ready')")

    def click(self, css: str, text: str = "") -> None:
        """Click the first that has the text."""
        self.send("ElementClick", id=self._find(css, text))

    def fill(self, css: str, text: str) -> None:
        """Type into a field that is empty."""
        self.send("ElementSendKeys", id=self._find(css, ""), text=text)

    def tick(self, css: str) -> None:
        """Choose a box that is drawn by its label."""
        self.run("arguments[0].click()", {ELEMENT: self._find(css, "")})

    def _find(self, css: str, text: str) -> str:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if found := self.run(FIND, css, text):
                name: str = found[ELEMENT]
                return name
            time.sleep(0.1)
        raise Fault(f"no {css} {text}")
