"""The README names every folder and every setting, and stays short."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_folder_of_the_backend_is_named() -> None:
    folders = {path.parent.name for path in (ROOT / "webapp").glob("*/__init__.py")}
    assert folders
    assert not {folder for folder in folders if f"`{folder}/`" not in README}


def test_every_setting_is_named() -> None:
    config = (ROOT / "webapp" / "config.py").read_text(encoding="utf-8")
    settings = set(re.findall(r'values(?:\.get\(|, )"([A-Z_]+)"', config))
    assert {"SECRET_KEY", "VAULT_KEY", "DATABASE_URL", "MAIL_URL"} <= settings
    assert not {setting for setting in settings if f"`{setting}`" not in README}


def test_every_make_command_that_it_shows_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    shown = set(re.findall(r"`make ([a-z-]+)", README))
    assert {"run", "test"} <= shown
    assert not {name for name in shown if not re.search(rf"^{name}:", makefile, re.MULTILINE)}


def test_it_can_be_read_in_one_go() -> None:
    assert len(README.splitlines()) <= 120
