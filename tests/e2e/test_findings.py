"""A page that is kept from doing something is reported by a real browser, and written down."""

from __future__ import annotations

import json
import time
from typing import Any

from playwright.sync_api import Browser

from tests.e2e.server import Server

PATIENCE = 30  # seconds
INLINE = """() => {
  const script = document.createElement("script");
  script.setAttribute("nonce", "zwaluwstaart");
  try { script.append("window.evil = 'zwaluwstaart'"); } catch {}
  document.head.append(script);
}"""
SINK = "() => { try { document.body.innerHTML = '<b>zwaluwstaart</b>'; } catch {} }"


def reports(server: Server, many: int) -> list[dict[str, Any]]:
    """What the server wrote down, once that is so much."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        written = server.log.read_text(encoding="utf-8").splitlines()
        lines = [json.loads(line) for line in written if '"policy_broken"' in line]
        if len(lines) >= many:
            return lines
        time.sleep(0.1)
    raise AssertionError(f"only {lines}")


def test_an_injected_script_and_an_unsafe_sink_are_reported(
    browser: Browser, server: Server
) -> None:
    context = browser.new_context(base_url=server.url, service_workers="block")
    page = context.new_page()
    page.goto("/en/search?q=zwaluwstaart")
    page.evaluate(INLINE)
    page.evaluate(SINK)
    assert page.evaluate("window.evil") is None
    told = reports(server, 2)
    context.close()
    assert {line["page"] for line in told} == {"library.search"}
    found = {(line["directive"], line["blocked"]) for line in told}
    assert ("require-trusted-types-for", "trusted-types-sink") in found
    assert "zwaluwstaart" not in server.log.read_text(encoding="utf-8")
