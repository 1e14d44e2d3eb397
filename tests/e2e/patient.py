"""No test is faster than a person: what it does waits until the page's own script is done."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from weakref import WeakSet

from playwright.sync_api import BrowserContext, Locator, Page

# A page without our script is ready at once.
READY = """() => document.documentElement.classList.contains('ready')
  || !document.querySelector('script[type=module]')"""
MOVES = ("goto", "reload", "go_back", "go_forward", "wait_for_url")
ACTS = (
    "check",
    "click",
    "fill",
    "focus",
    "hover",
    "press",
    "press_sequentially",
    "select_option",
    "set_input_files",
    "tap",
    "uncheck",
)
_patient: WeakSet[Page] = WeakSet()


def make_patient(context: BrowserContext) -> BrowserContext:
    """The context, whose pages wait after every move, and before every act, for their script."""
    new_page = context.new_page
    context.new_page = lambda: _made_patient(new_page())  # type: ignore[method-assign]
    return context


def _made_patient(page: Page) -> Page:
    for name in MOVES:
        setattr(page, name, _then_wait(page, getattr(page, name)))
    _patient.add(page)
    return page


def _then_wait(page: Page, move: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(move)
    def patiently(*arguments: Any, **named: Any) -> Any:
        answer = move(*arguments, **named)
        page.wait_for_function(READY)
        return answer

    return patiently


def _first_wait(act: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(act)
    def patiently(locator: Locator, *arguments: Any, **named: Any) -> Any:
        if locator.page in _patient:
            locator.page.wait_for_function(READY)
        return act(locator, *arguments, **named)

    return patiently


for _name in ACTS:
    setattr(Locator, _name, _first_wait(getattr(Locator, _name)))
