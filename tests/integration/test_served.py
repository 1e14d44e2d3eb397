"""What each worker serves."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import SECRETS
from webapp.__main__ import served


@pytest.fixture(autouse=True)
def _thawed() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_what_a_worker_holds_from_the_start_is_not_looked_through_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name, value in SECRETS.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    before = gc.get_freeze_count()

    app = served()

    assert gc.get_freeze_count() > before + len(app.view_functions)
    assert app not in gc.get_objects()
