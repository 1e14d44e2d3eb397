"""What differs between the themes: the values of colours, in one block, and nothing else."""

from __future__ import annotations

import re

from webapp.config import ROOT

STYLES = {
    path.name: path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "static" / "src" / "css").glob("*.css"))
}
COLOUR = re.compile(r"--[a-z0-9-]+: #[0-9a-f]{6};")


def test_only_the_tokens_know_of_the_dark_theme() -> None:
    knowing = [name for name, style in STYLES.items() if "prefers-color-scheme: dark" in style]
    assert knowing == ["tokens.css"]
    assert not any("light-dark(" in style for name, style in STYLES.items() if name != "tokens.css")


def test_the_dark_theme_sets_colours_that_the_light_one_has_too() -> None:
    light, dark = STYLES["tokens.css"].split("@media (prefers-color-scheme: dark) {\n  :root {\n")
    lines = [line.strip() for line in dark.split("  }\n", 1)[0].splitlines()]
    assert len(lines) > 10
    for line in lines:
        assert COLOUR.fullmatch(line), line
        assert line.split(":")[0] + ": #" in light, line
