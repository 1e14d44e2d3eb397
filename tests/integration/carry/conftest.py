"""These pages ask no database: one kind is enough."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.database import fresh_database


@pytest.fixture
def database_url(tmp_path: Path) -> Iterator[str]:
    """A fresh SQLite database."""
    with fresh_database("sqlite", tmp_path) as url:
        yield url
