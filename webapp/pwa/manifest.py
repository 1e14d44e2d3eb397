"""The web app manifest: what a phone shows of Rugwijs outside the browser."""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from flask_babel import force_locale, gettext

from webapp.config import ROOT
from webapp.languages import url

ICONS = ROOT / "static" / "icons"
SCREENS = ICONS / "screens"
# The paper and green of static/src/css/tokens.css: a phone paints these before any CSS is read.
PAPER = "#f6f3ec"
RASTER_ICONS = (
    ("icon-192.png", "any"),
    ("icon-512.png", "any"),
    ("maskable-192.png", "maskable"),
    ("maskable-512.png", "maskable"),
    ("monochrome-512.png", "monochrome"),
)


@dataclass(frozen=True)
class Rendered:
    """A manifest as bytes, with the hash of its content."""

    body: bytes
    etag: str


def rendered(lang: str) -> Rendered:
    """The manifest in one language, as JSON in UTF-8; within a request."""
    body = json.dumps(manifest(lang), ensure_ascii=False, indent=1).encode()
    return Rendered(body, sha256(body).hexdigest()[:16])


def manifest(lang: str) -> dict[str, Any]:
    """The members of the manifest; `id` is the same in both languages, so it stays one app."""
    with force_locale(lang):
        return {
            "id": "/",
            "name": gettext("Rugwijs: understand and prevent back cramps"),
            "short_name": "Rugwijs",
            "description": gettext(
                "Read about back cramps, keep a diary, and get prevention tips that say why."
            ),
            "lang": lang,
            "dir": "ltr",
            "start_url": url("tips.today", lang),
            "scope": "/",
            "display": "standalone",
            "display_override": ["standalone", "minimal-ui"],
            "orientation": "any",
            "background_color": PAPER,
            "theme_color": PAPER,
            "categories": ["health", "lifestyle"],
            "icons": _icons(),
            "shortcuts": _shortcuts(lang),
            "screenshots": _screenshots(lang),
            "launch_handler": {"client_mode": ["navigate-existing", "auto"]},
            "prefer_related_applications": False,
        }


def png_size(path: Path) -> tuple[int, int]:
    """Width and height of a PNG in pixels, read from its first chunk."""
    head = path.read_bytes()[:24]
    if head[:8] != b"\x89PNG\r\n\x1a\n":
        raise ValueError(f"{path.name} is not a PNG")
    width, height = struct.unpack(">II", head[16:24])
    return width, height


def _icons() -> list[dict[str, str]]:
    drawing = {"src": "/static/icons/icon.svg", "sizes": "any", "type": "image/svg+xml"}
    return [drawing | {"purpose": "any"}, *(_png(name, purpose) for name, purpose in RASTER_ICONS)]


def _png(name: str, purpose: str) -> dict[str, str]:
    width, height = png_size(ICONS / name)
    return {
        "src": f"/static/icons/{name}",
        "sizes": f"{width}x{height}",
        "type": "image/png",
        "purpose": purpose,
    }


def _shortcuts(lang: str) -> list[dict[str, Any]]:
    return [
        {"name": name, "url": url(endpoint, lang), "icons": [_png("icon-192.png", "any")]}
        for name, endpoint in (
            (gettext("Log a cramp"), "tracker.cramp"),
            (gettext("My day"), "tracker.day"),
            (gettext("Cramp now"), "library.cramp_now"),
        )
    ]


def _screenshots(lang: str) -> list[dict[str, str]]:
    """The pictures in icons/screens, named <lang>-<nn>-<page>.png; tall ones are of a phone."""
    if not SCREENS.is_dir():
        return []
    return [_screenshot(path) for path in sorted(SCREENS.glob(f"{lang}-*.png"))]


def _screenshot(path: Path) -> dict[str, str]:
    labels = {
        "today": gettext("The tips for today, each with its reason"),
        "cramp": gettext("Logging a cramp"),
        "diary": gettext("The diary"),
        "article": gettext("An article with its sources"),
        "articles": gettext("The articles about back cramps"),
        "now": gettext("What to do during a cramp"),
    }
    width, height = png_size(path)
    return {
        "src": f"/static/icons/screens/{path.name}",
        "sizes": f"{width}x{height}",
        "type": "image/png",
        "form_factor": "narrow" if height > width else "wide",
        "label": labels[path.stem.split("-")[2]],
    }
