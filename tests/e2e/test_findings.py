"""A page that is kept from doing something is reported by a real browser, and written down."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Playwright

from tests.conftest import SECRETS
from tests.database import fresh_database
from tests.e2e.conftest import QUIET, chromium_path
from tests.e2e.server import Server
from tests.integration.nginx import NAME, running

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


def do_evil(page: Page) -> None:
    """Try what our pages never do, in a page that has what somebody typed in its address."""
    page.goto("/en/search?q=zwaluwstaart")
    page.evaluate(INLINE)
    page.evaluate(SINK)
    assert page.evaluate("window.evil") is None


def check(server: Server) -> None:
    """Both are told, by the name of the page and no word of it."""
    told = reports(server, 2)
    assert {line["page"] for line in told} == {"library.search"}
    found = {(line["directive"], line["blocked"]) for line in told}
    assert ("require-trusted-types-for", "trusted-types-sink") in found
    assert "zwaluwstaart" not in server.log.read_text(encoding="utf-8")


def test_an_injected_script_and_an_unsafe_sink_are_reported(
    browser: Browser, server: Server
) -> None:
    context = browser.new_context(base_url=server.url, service_workers="block")
    do_evil(context.new_page())
    check(server)
    context.close()


def test_over_https_the_browser_reports_in_the_newer_way(
    playwright: Playwright, tmp_path: Path
) -> None:
    folder = tmp_path / "server"
    folder.mkdir()
    with fresh_database("sqlite", folder) as database:
        server = Server(folder, SECRETS | {"DATABASE_URL": database, "PROXIES": "1"})
        with running(tmp_path, server.port) as nginx:
            site = f"https://{NAME}:{nginx.tls}"
            server.environment["PUBLIC_URL"] = site
            server.start()
            known = [f"--host-resolver-rules=MAP {NAME} 127.0.0.1", "--ignore-certificate-errors"]
            browser = playwright.chromium.launch(
                executable_path=chromium_path(), args=[*QUIET, *known, "--short-reporting-delay"]
            )
            do_evil(browser.new_page(base_url=site, service_workers="block"))
            check(server)
            browser.close()
            server.stop()
