"""The name of a release, and the sizes that the manifest gives of its pictures."""

from __future__ import annotations

import struct
from dataclasses import replace
from pathlib import Path

import pytest

from webapp.pwa.kept import Kept
from webapp.pwa.manifest import png_size

KEPT = Kept(
    app=(("/nl/", "a1"), ("/en/", "b1")),
    library=(("/nl/artikelen/houding", "c1"),),
    assets=(("/static/build/app-ABCD1234.js", None),),
    offline={"nl": "/nl/offline", "en": "/en/offline"},
)


def test_the_same_content_has_the_same_name() -> None:
    assert replace(KEPT).release == KEPT.release


@pytest.mark.parametrize(
    "changed",
    [
        replace(KEPT, app=(("/nl/", "a2"), ("/en/", "b1"))),
        replace(KEPT, app=(("/nl/", "a1"),)),
        replace(KEPT, library=(("/nl/artikelen/houding", "c2"),)),
        replace(KEPT, assets=(("/static/build/app-EFGH5678.js", None),)),
        replace(KEPT, offline={"nl": "/nl/zonder-net", "en": "/en/offline"}),
    ],
)
def test_any_change_is_a_new_release(changed: Kept) -> None:
    assert changed.release != KEPT.release


def test_the_worker_reads_the_release_with_the_list() -> None:
    read = KEPT.as_json()

    assert read["release"] == KEPT.release
    assert set(read) == {"release", "app", "library", "assets", "offline"}


def test_a_picture_tells_its_own_size(tmp_path: Path) -> None:
    path = tmp_path / "icon.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 192, 512))

    assert png_size(path) == (192, 512)


def test_what_is_not_a_png_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "icon.png"
    path.write_bytes(b"GIF89a")

    with pytest.raises(ValueError, match=r"icon\.png is not a PNG"):
        png_size(path)
