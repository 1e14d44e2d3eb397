"""Takes the pictures of the app: for the README and for the install dialog of phones.

They show the made-up person of the demo: `python -m tools.screens`.
"""

from __future__ import annotations

from base64 import b64encode
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tools.icons import SYSTEM_CHROMIUM
from tools.served import ROOT, served
from webapp.demo import DEMO_EMAIL, DEMO_PASSWORD
from webapp.languages import PATHS

SCREENS = ROOT / "static" / "icons" / "screens"
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 800}
NARROW = (
    ("today", "tips.today"),
    ("cramp", "tracker.cramp"),
    ("diary", "tracker.diary"),
    ("now", "library.cramp_now"),
)
SHOWN_IN_README = (
    ("nl", "light", "/nl/vandaag"),
    ("en", "dark", "/en/log/cramp"),
    ("en", "light", "/en/articles/posture"),
)


def main() -> None:
    """Write every picture; the app is served for as long as that takes."""
    SCREENS.mkdir(exist_ok=True)
    with served("--demo") as address, sync_playwright() as playwright:
        path = SYSTEM_CHROMIUM if SYSTEM_CHROMIUM.exists() else None
        browser = playwright.chromium.launch(executable_path=path)
        for lang in ("nl", "en"):
            _install_pictures(browser, address, lang)
        _readme_picture(browser, address)
        browser.close()


def _install_pictures(browser: Browser, address: str, lang: str) -> None:
    phone = _signed_in(browser, address, lang, PHONE)
    for number, (name, endpoint) in enumerate(NARROW, 1):
        page = _open(phone, address + PATHS[endpoint][lang])
        page.screenshot(path=SCREENS / f"{lang}-{number:02}-{name}.png")
    desk = _signed_in(browser, address, lang, DESK)
    page = _open(desk, address + PATHS["library.index"][lang])
    page.screenshot(path=SCREENS / f"{lang}-{len(NARROW) + 1:02}-articles.png")


def _readme_picture(browser: Browser, address: str) -> None:
    """Three phones side by side on one sheet."""
    shots = []
    for lang, scheme, path in SHOWN_IN_README:
        phone = _signed_in(browser, address, lang, PHONE, scheme)
        shots.append(_open(phone, address + path).screenshot())
    sheet = browser.new_page(viewport={"width": 1250, "height": 884})
    sheet.set_content(
        "<style>body{margin:0;display:flex;gap:20px;padding:20px;background:#dfe7e2}"
        "img{border-radius:28px;width:390px;height:844px}</style>"
        + "".join(f'<img src="{_as_data(shot)}" alt="">' for shot in shots)
    )
    (ROOT / "docs").mkdir(exist_ok=True)
    sheet.screenshot(path=ROOT / "docs" / "phone.png")


def _signed_in(
    browser: Browser, address: str, lang: str, size: dict[str, int], scheme: str = "light"
) -> BrowserContext:
    locale = {"nl": "nl-NL", "en": "en-GB"}[lang]
    options: dict[str, Any] = {"viewport": size, "color_scheme": scheme, "locale": locale}
    context = browser.new_context(**options, timezone_id="Europe/Amsterdam")
    page = context.new_page()
    page.goto(address + PATHS["accounts.sign_in"][lang])
    page.locator("#email").fill(DEMO_EMAIL)
    page.locator("#password").fill(DEMO_PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    page.locator("#today article").first.wait_for()
    return context


def _open(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    page.wait_for_timeout(1500)  # until the page has settled: fonts, diary, sync line
    return page


def _as_data(png: bytes) -> str:
    return "data:image/png;base64," + b64encode(png).decode()


if __name__ == "__main__":
    main()
