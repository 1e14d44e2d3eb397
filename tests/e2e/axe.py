"""What axe finds on a page, in both themes: WCAG 2.2 AA and best practice."""

from __future__ import annotations

from typing import Any, Literal

from playwright.sync_api import Page

from webapp.config import ROOT

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
Theme = Literal["light", "dark"]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# All that a theme changes is colours (tests/unit/test_themes.py): the dark one needs only these.
OF_COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
WIDE, TALL, SPARE = 390, 844, 200
TRIES = 5
# The footer goes down with a taller screen; what is above it does not.
BOTTOM = """() => {
  const parts = [...document.querySelectorAll('main > *')];
  const bottom = Math.max(0, ...parts.map((part) => part.getBoundingClientRect().bottom));
  return Math.ceil(bottom + scrollY + document.querySelector('footer').offsetHeight);
}"""


def faults_of(page: Page) -> list[str]:
    """What axe finds in either theme, on a screen tall enough that the bar covers nothing."""
    for _ in range(TRIES):
        height = _make_tall(page)
        faults = faults_in(page, "light", TAGS) + faults_in(page, "dark", OF_COLOURS)
        if not faults or _bottom(page) <= height:
            break  # else the page grew while axe looked, and the bar covered a part of it
    page.set_viewport_size({"width": WIDE, "height": TALL})
    return faults


def faults_in(page: Page, theme: Theme, rules: list[str] | dict[str, Any]) -> list[str]:
    """What these rules of axe find on the screen as it is, in one theme."""
    page.emulate_media(color_scheme=theme)
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found: dict[str, Any] = page.evaluate(
        "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", rules
    )
    return [
        f"{theme} {violation['id']}: {node['target']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


def _make_tall(page: Page) -> int:
    """Until all of the page fits: what is still being drawn may make it longer meanwhile."""
    height = TALL
    while (needed := _bottom(page)) > height:
        height = needed + SPARE
        page.set_viewport_size({"width": WIDE, "height": height})
    return height


def _bottom(page: Page) -> int:
    bottom: int = page.evaluate(BOTTOM)
    return bottom + SPARE
