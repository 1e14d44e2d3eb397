"""What the scripts take from the server: addresses, and the Dutch of the same sentences."""

import re
from pathlib import Path

from webapp.languages import PATHS


def endpoints(lang: str) -> dict[str, str]:
    """The names that scripts give to pages, with what their addresses lead to."""
    text = Path(f"static/src/ui/words/{lang}.js").read_text(encoding="utf-8")
    block = re.search(r"paths: \{(.*?)\}", text, re.DOTALL)
    assert block
    told = dict(re.findall(r"(\w+): '([^']+)'", block[1]))
    known = {paths[lang]: endpoint for endpoint, paths in PATHS.items()}
    assert set(told.values()) <= set(known), f"an address in {lang} that leads nowhere"
    return {name: known[path] for name, path in told.items()}


def test_scripts_know_the_addresses_of_pages() -> None:
    assert endpoints("nl") == endpoints("en")
    assert endpoints("nl")["signIn"] == "accounts.sign_in"
