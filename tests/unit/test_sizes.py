"""What a page may download in scripts, told from the list that the build wrote."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tools.sizes import BUILD, PAGE_SCRIPTS_BUDGET, heavy_pages, page_weights


@pytest.fixture
def build(tmp_path: Path) -> Path:
    """A build of two pages that share one file."""
    _write(tmp_path, {"a/start.js": ["app.js", "a.js"], "b/start.js": ["app.js", "b.js"]})
    for name, size in (("app.js", 10), ("a.js", 5), ("b.js", PAGE_SCRIPTS_BUDGET - 10)):
        (tmp_path / f"{name}.br").write_bytes(b"x" * size)
    return tmp_path


def _write(folder: Path, pages: dict[str, list[str]]) -> None:
    (folder / "manifest.json").write_text(json.dumps({"pages": pages}), encoding="utf-8")


def test_a_page_weighs_all_its_files(build: Path) -> None:
    assert page_weights(build) == {"a/start.js": 15, "b/start.js": PAGE_SCRIPTS_BUDGET}


def test_a_page_at_its_ceiling_is_fine(build: Path) -> None:
    assert list(heavy_pages(build)) == []


def test_a_page_over_its_ceiling_is_told(build: Path) -> None:
    (build / "app.js.br").write_bytes(b"x" * 11)

    assert [fault.split(":")[0] for fault in heavy_pages(build)] == ["the page of b/start.js"]


def test_a_build_without_pages_is_told(build: Path) -> None:
    _write(build, {})

    assert list(heavy_pages(build)) == ["static/build/manifest.json names no page"]


def test_the_real_build_tells_of_every_page_with_a_part() -> None:
    weights = page_weights(BUILD)
    entry = (BUILD.parent / "src" / "pages" / "app.js").read_text(encoding="utf-8")

    assert len(weights) >= entry.count("() => import('../")
    assert weights["tracker/look_back/start.js"] > weights["sync/session.js"]
