"""Draw the app's PNG icons from their SVG sources: `python tools/icons.py`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ICONS = Path(__file__).resolve().parent.parent / "static" / "icons"
SYSTEM_CHROMIUM = Path("/usr/bin/chromium")


@dataclass(frozen=True)
class Picture:
    """One PNG: its name, its SVG source, and its width and height in pixels."""

    name: str
    source: str
    size: int


PICTURES = (
    Picture("icon-192.png", "icon.svg", 192),
    Picture("icon-512.png", "icon.svg", 512),
    Picture("maskable-192.png", "maskable.svg", 192),
    Picture("maskable-512.png", "maskable.svg", 512),
    Picture("monochrome-512.png", "monochrome.svg", 512),
    # iOS rounds the corners itself and shows transparency as black: the full square.
    Picture("apple-touch-icon.png", "maskable.svg", 180),
    Picture("badge-96.png", "monochrome.svg", 96),
)


def main() -> None:
    """Write every picture beside its source."""
    with sync_playwright() as playwright:
        path = SYSTEM_CHROMIUM if SYSTEM_CHROMIUM.exists() else None
        browser = playwright.chromium.launch(executable_path=path)
        for picture in PICTURES:
            (ICONS / picture.name).write_bytes(draw(browser, picture))
        browser.close()


def draw(browser: Browser, picture: Picture) -> bytes:
    """The picture as PNG bytes, transparent where its source is."""
    side = picture.size
    page = browser.new_page(
        viewport={"width": side, "height": side}, color_scheme="light", reduced_motion="reduce"
    )
    source = (ICONS / picture.source).read_text()
    page.set_content(
        "<style>*{margin:0}svg{display:block;width:100vw;height:100vh}</style>" + source
    )
    drawn = page.screenshot(omit_background=True)
    page.close()
    return drawn


if __name__ == "__main__":
    main()
