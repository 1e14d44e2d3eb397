"""The files of a diary, as other programs read them: Python's own CSV, ZIP and HTML readers."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path


class Tags(HTMLParser):
    """What a page consists of: every tag that was met, those still open, and the texts."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.met: set[str] = set()
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, _attributes: list[tuple[str, str | None]]) -> None:
        self.met.add(tag)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def csv_files(path: Path, separator: str) -> dict[str, list[dict[str, str]]]:
    """The tables in a ZIP by name: each row by the keys between [ and ] of its headings."""
    tables = {}
    with zipfile.ZipFile(path) as packed:
        assert packed.testzip() is None
        for name in packed.namelist():
            text = packed.read(name)
            assert text.startswith(b"\xef\xbb\xbf")
            lines = io.StringIO(text.decode("utf-8-sig"), newline="")
            head, *rows = list(csv.reader(lines, delimiter=separator))
            keys = [re.sub(r"^.*\[(.+)\]$", r"\1", heading, flags=re.DOTALL) for heading in head]
            tables[name] = [dict(zip(keys, row, strict=True)) for row in rows]
    return tables
