"""docs/privacy.md tells the limits that the code goes by, and what the law asks for."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

from webapp.accounts import addresses, ages, limits, notice, sign_ins
from webapp.sync import ages as of_sync

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "privacy.md").read_text(encoding="utf-8")
LIMITS = {
    "account and diary without a visit": ages.UNUSED,
    "diary on the server after its consent was withdrawn": ages.WITHDRAWN,
    "account whose address was never confirmed": ages.UNCONFIRMED,
    "empty mark of a deleted entry": of_sync.TOMBSTONES,
    "earlier value that another device replaced": of_sync.EARLIER,
    "that a change came in": of_sync.OPERATIONS,
    "number of a forgotten device": of_sync.DEVICES,
    "sign-in, idle": sign_ins.IDLE,
    "sign-in, in all": sign_ins.LONGEST,
    "address before a change of address": addresses.BACK_WITHIN,
    "mark of a known device, in the browser": timedelta(seconds=limits.KNOWN_FOR),
    "journal": notice.JOURNAL,
    "backups": notice.BACKUPS,
}


def test_every_limit_is_the_one_of_the_code_and_none_is_missing() -> None:
    table = PAGE.split("\n## How long\n")[1].split("\n## ")[0]
    told = dict(re.findall(r"^\| ([^|]+) \| (\d+) \|", table, re.MULTILINE))
    assert told == {what: str(limit.days) for what, limit in LIMITS.items()}


def test_the_warnings_are_told_as_they_go_out() -> None:
    first, second, third = (warning.days for warning in ages.WARNINGS)
    assert f"three mails, {first}, {second} and {third} days before" in PAGE


def test_what_the_law_asks_for_is_there() -> None:
    headings = re.findall(r"^## (.*)$", PAGE, re.MULTILINE)
    assert headings == [
        "Register (GDPR article 30)",
        "Where what is",
        "Processors",
        "How long",
        "Rights",
        "When something has leaked",
        "Data protection impact assessment",
    ]
    assert "72 hours" in PAGE
