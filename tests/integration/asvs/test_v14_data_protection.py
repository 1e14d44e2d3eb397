"""ASVS chapter 14, data protection: what somebody tells stands in no address."""

from __future__ import annotations

import re

from flask import Flask

# A part of an address that is filled in: an id, an article of ours, or a link from a mail.
IDS = {"<uuid:record>", "<uuid:device>", "<uuid:passkey>"}
FILLED = IDS | {"<slug>", "<token>", "<path:filename>"}


def test_no_address_holds_what_somebody_typed(app: Flask) -> None:
    parts = {part for rule in app.url_map.iter_rules() for part in re.findall(r"<.*?>", rule.rule)}
    assert parts <= FILLED
