"""The tests themselves wait: a page is left, and acted on, only when what was begun is stored."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.e2e.conftest import OpenPhone

PAGE = "/nl/privacy"
# Much is asked of the database, one thing after the other, before the one that is looked for.
BEGIN = """() => {
  const opening = indexedDB.open('patience', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('kept');
  opening.onsuccess = () => {
    const db = opening.result;
    const store = db.transaction('kept', 'readwrite').objectStore('kept');
    let left = 300;
    const go = () => {
      const asked = left ? store.get(left) : store.put('it', 'last');
      if (left) asked.onsuccess = go;
      left -= 1;
    };
    go();
    store.transaction.oncomplete = () => db.close();
  };
}"""
STORED = """() => new Promise((told) => {
  const opening = indexedDB.open('patience', 1);
  opening.onupgradeneeded = () => opening.transaction.abort();
  opening.onerror = () => told('nothing');
  opening.onsuccess = () => {
    const asked = opening.result.transaction('kept').objectStore('kept').get('last');
    asked.onsuccess = () => (opening.result.close(), told(asked.result));
  };
})"""
WAYS: dict[str, Callable[[Page], object]] = {
    "goto": lambda page: page.goto("/nl/"),
    "reload": lambda page: page.reload(),
    "close": lambda page: page.close(),
    "act": lambda page: page.locator("main").focus(),
}


@pytest.mark.parametrize("way", WAYS)
def test_what_was_begun_is_stored_before_the_next_thing(online_phone: OpenPhone, way: str) -> None:
    page = online_phone()
    page.goto(PAGE)
    other = page.context.new_page()
    other.goto(PAGE)
    page.evaluate(BEGIN)
    WAYS[way](page)
    assert other.evaluate(STORED) == "it"
