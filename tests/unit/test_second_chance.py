"""What fails in the browser beside other tests runs again alone; nothing else is forgiven."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.second_chance import BESIDE, run
from webapp.config import ROOT

ONCE = """
from pathlib import Path

def test_{name}():
    been = Path(__file__).with_suffix(".{name}")
    before = been.exists()
    been.touch()
    assert before, "too late {name}"
"""
EVER = "def test_{name}():\n    assert not '{name}'\n"
FINE = "def test_{name}():\n    pass\n"
NAMED = "failed once, passed alone: "
ALONE: tuple[str, ...] = ()
BESIDE_OTHERS = ("-p", "xdist", *BESIDE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good test of the browser and one good test of another kind."""
    (tmp_path / "pytest.ini").write_text("[pytest]\naddopts = --import-mode=importlib\n")
    put(tmp_path, "e2e", FINE, "fine")
    put(tmp_path, "unit", FINE, "fine")
    return tmp_path


def put(folder: Path, kind: str, test: str, *names: str) -> None:
    """Put tests of a kind in the folder, in a file of their own."""
    path = folder / "tests" / kind / f"test_{names[0]}.py"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(test.format(name=name) for name in names))


def code_of(folder: Path, how: tuple[str, ...] = ALONE) -> int:
    # Without the plugins of this project pytest starts five times as fast.
    bare = {"PYTHONPATH": str(ROOT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    return run(folder, [*how, "-p", "no:cacheprovider"], bare)


@pytest.mark.parametrize("how", [ALONE, BESIDE_OTHERS])
def test_what_is_late_once_is_named_with_what_it_said(
    folder: Path, capfd: pytest.CaptureFixture[str], how: tuple[str, ...]
) -> None:
    put(folder, "e2e", ONCE, "a", "b", "c")
    assert code_of(folder, how) == 0
    told = dict(one.split("\n", 1) for one in printed(capfd).split("\n" + NAMED)[1:])
    assert set(told) == {f"tests/e2e/test_a.py::test_{name}" for name in "abc"}
    assert all(f"too late {name[-1]}" in text for name, text in told.items())


def test_what_fails_alone_too_fails_the_run(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    put(folder, "e2e", ONCE, "once")
    put(folder, "e2e", EVER, "ever")
    assert code_of(folder) == 1
    said = printed(capfd)
    assert NAMED + "tests/e2e/test_once.py::test_once" in said
    assert NAMED + "tests/e2e/test_ever.py" not in said


def test_four_are_too_many(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(folder, "e2e", ONCE, "a", "b", "c", "d")
    assert code_of(folder) == 1
    assert "again" not in printed(capfd)


@pytest.mark.parametrize("broken", [ONCE, "no Python {name}"])
def test_whatever_else_fails_is_not_forgiven(
    folder: Path, capfd: pytest.CaptureFixture[str], broken: str
) -> None:
    put(folder, "e2e", ONCE, "late")
    put(folder, "unit", broken, "other")
    assert code_of(folder) in (1, 2)
    assert NAMED not in printed(capfd)


def test_a_file_of_the_browser_that_cannot_be_read_is_not_forgiven(folder: Path) -> None:
    put(folder, "e2e", "no Python {name}", "broken")
    assert code_of(folder) == 2


def test_when_all_is_well_nothing_runs_again(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert code_of(folder) == 0
    assert "again" not in printed(capfd)


def printed(capfd: pytest.CaptureFixture[str]) -> str:
    """All that was printed so far, also by what was started."""
    return capfd.readouterr().out
