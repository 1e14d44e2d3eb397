"""Somebody who uses the keys alone and hears the page; at every step they know where they are.

What is focused is read from the browser's accessibility tree, which screen readers read too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.e2e.clock import stand_still

MOST = 90  # presses of a key before something counts as out of reach
# The style of the focus stands at the control, or at what is drawn in place of a radio or tick.
WHERE = """() => {
  const at = document.activeElement;
  if (!at || at === document.body || at === document.documentElement) return 'lost';
  if (at.matches('main')) return '';
  const drawn = at.matches('.option input') ? at.nextElementSibling : at;
  const {outlineStyle, outlineWidth} = getComputedStyle(drawn);
  if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) return 'not to be seen';
  const {left, right, top, bottom} = drawn.getBoundingClientRect();
  const hit = (x, y) => {
    const on = document.elementFromPoint(x, y);
    if (!on || on.matches('body, html, main')) return false;
    return [at, drawn].some((one) => one.contains(on) || on.contains(one));
  };
  const across = [left + 4, (left + right) / 2, right - 4];
  const down = [top + 4, (top + bottom) / 2, bottom - 4];
  return across.some((x) => down.some((y) => hit(x, y))) ? '' : 'off the screen or wholly covered';
}"""
# Between the last and the first control of a dialog lie the browser's own buttons.
OUTSIDE = (
    "() => document.activeElement === document.body && !!document.querySelector('dialog:modal')"
)
# A live region speaks of what changes in it while it is there: what comes together with its
# words is silent, but for an alert. What is hidden, or behind an open dialog, says nothing.
# The line about sending is left out: it speaks when the network does.
HEARD = """(() => {
  const LIVE = ':is([aria-live=polite], [aria-live=assertive], [role=status], [role=alert])'
    + ':not(#sync-line)';
  const said = [];
  let known = new Set();
  const shown = (region) => {
    const dialog = document.querySelector('dialog:modal');
    return region.isConnected && region.checkVisibility({visibilityProperty: true})
      && (!dialog || dialog.contains(region));
  };
  const say = (region) => {
    const text = region.innerText.replace(/\\s+/g, ' ').trim();
    if (text && shown(region)) said.push(text);
  };
  const look = (records) => {
    const changed = new Set();
    for (const {target, addedNodes} of records) {
      const region = (target.nodeType === 1 ? target : target.parentElement)?.closest(LIVE);
      if (known.has(region)) changed.add(region);
      for (const node of addedNodes) {
        if (node.nodeType !== 1) continue;
        for (const alert of [node, ...node.querySelectorAll('*')]) {
          if (alert.matches('[role=alert]')) changed.add(alert);
        }
      }
    }
    changed.forEach(say);
    known = new Set([...document.querySelectorAll(LIVE)].filter(shown));
  };
  const all = {childList: true, characterData: true, attributes: true, subtree: true};
  const observer = new MutationObserver((records) =>
    look(records.filter(({type}) => type !== 'attributes')));
  addEventListener('DOMContentLoaded', () => (look([]), observer.observe(document, all)));
  window.heard = () => (look(observer.takeRecords()), said.splice(0));
})()"""


@dataclass(frozen=True)
class Focused:
    """What a screen reader says of the place where the keyboard is."""

    role: str
    name: str
    states: dict[str, Any]


class Keys:
    """A keyboard on one page, which listens from the start."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.add_init_script(HEARD)
        self._tree = page.context.new_cdp_session(page)

    def open(self, address: str, ready: str) -> None:
        """Be at the top of a page when its script has drawn what is `ready`, in silence.

        Time stands still there, but for page.clock.run_for and fast_forward.
        """
        self.page.clock.install()
        self.page.goto(address)
        expect(self.page.locator(ready)).to_be_visible()
        stand_still(self.page)
        self.heard()

    def press(self, key: str) -> Focused:
        """Press a key, and say where that leads."""
        self.page.keyboard.press(key)
        if key.endswith("Tab") and self.page.evaluate(OUTSIDE):
            self.page.keyboard.press(key)
        return self.here()

    def here(self) -> Focused:
        """What has the focus: something that is there, visibly so, and not under something else."""
        now, wrong = self._focused(), self.page.evaluate(WHERE)
        assert not wrong, f"{now} is {wrong}"
        return now

    def to(self, name: str, key: str = "Tab") -> Focused:
        """Press a key until the focus is on what has this name."""
        met: list[str] = []
        for _ in range(MOST):
            try:
                now = self.press(key)
            except AssertionError as error:
                raise AssertionError(f"{error}, on the way to {name!r}; met {met}") from None
            met.append(now.name)
            if re.search(name, now.name):
                return now
        raise AssertionError(f"{name!r} is out of reach of {key}; met {met}")

    def onto(self, place: Locator) -> Focused:
        """Press Tab until the focus is on this: for what has the name of others too."""
        for _ in range(MOST):
            now = self.press("Tab")
            if place.evaluate("it => it === document.activeElement"):
                return now
        raise AssertionError(f"{place} is out of reach")

    def do(self, name: str, key: str = "Tab") -> None:
        """Go to what has this name and press Enter; the focus is somewhere, then and after."""
        self.to(name, key)
        self.page.keyboard.press("Enter")

    def heard(self) -> list[str]:
        """What was read aloud of itself since the last question, in order."""
        said: list[str] = self.page.evaluate("window.heard()")
        return said

    def _focused(self) -> Focused:
        found = self._tree.send("Runtime.evaluate", {"expression": "document.activeElement"})
        about = {"objectId": found["result"]["objectId"], "fetchRelatives": False}
        node = self._tree.send("Accessibility.getPartialAXTree", about)["nodes"][0]
        states = {each["name"]: each["value"].get("value") for each in node.get("properties", [])}
        return Focused(_value(node, "role"), _value(node, "name"), states)


def _value(node: dict[str, Any], key: str) -> str:
    return str(node.get(key, {}).get("value", ""))
