"""What the scripts take from the server: addresses, and the Dutch of the same sentences."""

import re
from pathlib import Path

import pytest

from webapp.languages import LANGUAGES, PATHS

ENDPOINTS = {
    "log": "tracker.log",
    "cramp": "tracker.cramp",
    "day": "tracker.day",
    "diary": "tracker.diary",
    "today": "tips.today",
    "profile": "tracker.profile",
    "signIn": "accounts.sign_in",
    "signUp": "accounts.sign_up",
    "signOut": "accounts.sign_out",
    "me": "accounts.me",
    "home": "pwa.home",
    "local": "accounts.without_account",
    "takeAlong": "carry.take_along",
    "alarm": "library.alarm",
    "articles": "library.index",
    "kept": "library.kept",
    "saved": "sync.saved",
    "choose": "tracker.settings",
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_scripts_know_the_addresses_of_pages(lang: str) -> None:
    text = Path(f"static/src/ui/words/{lang}.js").read_text(encoding="utf-8")
    block = re.search(r"paths: \{(.*?)\}", text, re.DOTALL)
    assert block
    told = dict(re.findall(r"(\w+): '([^']+)'", block[1]))
    assert told == {name: PATHS[endpoint][lang] for name, endpoint in ENDPOINTS.items()}
