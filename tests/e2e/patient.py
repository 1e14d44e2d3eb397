"""No test is faster than a person: what it does waits until the page's own script is done.

Before a page is left, and before every act, what the last act began to store is stored as well. A
test that means to cut that off does so by the renderer, the browser or the server (test_faults_*).
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import Any
from weakref import WeakSet

from playwright.sync_api import BrowserContext, Error, Locator, Page

# A page without our script is ready at once.
READY = """() => document.documentElement.classList.contains('ready')
  || !document.querySelector('script[type=module]')"""
# Counts what is under way in the phone's database, and the naming of a record that comes before it.
# `still` comes true when there is nothing, also a moment later: from one step to the next there is
# never more than a turn. It has a clock of its own, for that of the page may stand still.
UNDER_WAY = """(() => {
  const under = new Set();
  const later = setTimeout.bind(globalThis);
  const during = (what) => {
    const one = Promise.resolve(what).catch(() => {}).finally(() => under.delete(one));
    under.add(one);
  };
  const after = (target, ...events) => new Promise((end) => {
    for (const event of events) target.addEventListener(event, end, { once: true });
  });
  const follow = (owner, name, ended, counts = () => true) => {
    const as_it_was = owner[name];
    owner[name] = function (...given) {
      const made = as_it_was.apply(this, given);
      if (counts(...given)) during(ended(made));
      return made;
    };
  };
  const opened = (asked) => after(asked, 'success', 'error', 'blocked');
  const closed = (writing) => after(writing, 'complete', 'abort');
  follow(IDBFactory.prototype, 'open', opened);
  follow(IDBFactory.prototype, 'deleteDatabase', opened);
  follow(IDBDatabase.prototype, 'transaction', closed);
  if (globalThis.SubtleCrypto) follow(SubtleCrypto.prototype, 'digest', (named) => named);
  const turn = () => new Promise((go) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = go;
    port2.postMessage(0);
  });
  const calm = async () => {
    for (let turns = 0; turns < 2; turns += 1) {
      await turn();
      if (under.size) turns = -1;
      await Promise.all(under);
    }
    return true;
  };
  globalThis.still = () => Promise.race([calm(), new Promise((go) => later(go, 30_000, false))]);
})()"""
STILL = "() => globalThis.still?.() ?? true"
LEAVES = ("goto", "reload", "go_back", "go_forward", "close")
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
    context.add_init_script(UNDER_WAY)
    new_page = context.new_page
    context.new_page = lambda: _made_patient(new_page())  # type: ignore[method-assign]
    return context


def wait_until_stored(page: Page) -> None:
    """Wait until nothing is under way in the phone's database; a page that went has nothing."""
    stored = True
    with suppress(Error):
        stored = page.evaluate(STILL)
    assert stored, f"something never ends in the database of {page.url}"


def _made_patient(page: Page) -> Page:
    for name in LEAVES:
        setattr(page, name, _first(wait_until_stored, page, getattr(page, name)))
    for name in MOVES:
        setattr(page, name, _then_wait(page, getattr(page, name)))
    _patient.add(page)
    return page


def _first(
    wait: Callable[[Page], None], page: Page, leave: Callable[..., Any]
) -> Callable[..., Any]:
    @wraps(leave)
    def patiently(*arguments: Any, **named: Any) -> Any:
        wait(page)
        return leave(*arguments, **named)

    return patiently


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
            wait_until_stored(locator.page)
        return act(locator, *arguments, **named)

    return patiently


for _name in ACTS:
    setattr(Locator, _name, _first_wait(getattr(Locator, _name)))
