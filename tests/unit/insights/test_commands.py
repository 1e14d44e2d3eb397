"""The two commands: JSON for a good file, and line and column for a bad one."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from webapp.insights.__main__ import main as insights
from webapp.insights.trial.__main__ import main as trial
from webapp.insights.trial.design import plan

Write = Callable[[str], str]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file, and say where."""

    def written(text: str) -> str:
        path = tmp_path / "days.csv"
        path.write_bytes(text.encode())
        return str(path)

    return written


def days(length: int) -> list[str]:
    first = date(2026, 1, 5)
    return [(first + timedelta(days=n)).isoformat() for n in range(length)]


def test_what_goes_together_is_told_for_each_factor(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    rng = np.random.default_rng(1)
    rows = ["day,pain,stress,walked,never"]
    for day in reversed(days(100)):  # any order will do
        stress = int(rng.integers(0, 11))
        pain = int(np.clip(round(3 + stress / 3 + rng.normal(0, 0.8)), 0, 10))
        rows.append(f"{day},{pain},{stress},{'yes' if rng.random() < 0.5 else 'no'},")
    assert insights([write("\n".join(rows))]) == 0
    stress_row, walked, never = json.loads(capsys.readouterr().out)
    assert list(stress_row) == [
        "factor", "lag", "effect", "low", "high", "posterior", "shown", "n", "reason",
    ]  # fmt: skip
    assert stress_row["shown"] is True
    assert stress_row["lag"] == 0
    assert (walked["shown"], walked["reason"]) == (False, None)
    assert (never["effect"], never["reason"], never["n"]) == (None, "days 20", 0)


def test_a_trial_is_told_with_its_chances(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    rng = np.random.default_rng(2)
    rows = ["day,condition,outcome"]
    for day, on in zip(days(42), plan(5, 3, 7), strict=True):
        rows.append(
            f"{day},{int(on)},{int(np.clip(round(6 - 3 * on + rng.normal(0, 0.7)), 0, 10))}"
        )
    assert trial([write("\n".join(rows))]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["answer"] == "clearly"
    assert told["n"] == 42
    assert told["help"] > 0.95


def test_a_trial_with_an_empty_arm_cannot_tell(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "day,condition,outcome\n" + "\n".join(
        f"{day},1,{n % 7}" for n, day in enumerate(days(30))
    )
    assert trial([write(text)]) == 0
    assert json.loads(capsys.readouterr().out) == {"answer": "too_few"}


BAD_DAYS = {
    "": "the file is empty",
    "day,stress\n": "line 1, column pain: this column is missing",
    "day,pain,a,a\n": "line 1, column a: each column needs a name of its own",
    "day,pain\n2026-02-30,4\n": "line 2, column day: '2026-02-30' is no day like 2026-11-25",
    "day,pain\n2026-01-01,11\n": "line 2, column pain: '11' is not from 0 to 10",
    "day,pain\n2026-01-01,nan\n": "line 2, column pain: 'nan' is not from 0 to 10",
    "day,pain,x\n2026-01-01,4,much\n": "line 2, column x: 'much' is no number",
    "day,pain\n2026-01-01,4\n\n2026-01-01,5\n": (
        "line 4, column day: 2026-01-01 stands in the file twice"
    ),
    "day,pain\n2026-01-01,4,5\n": "line 2: 3 cells, and the first line has 2",
    "day,pain\n0001-01-01,4\n2026-01-01,4\n": "column day: the days lie more than 40000 days apart",
}
BAD_TRIALS = {
    "day,outcome\n": "line 1, column condition: this column is missing",
    "day,condition,outcome\n2026-01-01,,4\n": "line 2, column condition: each day needs 1 or 0",
    "day,condition,outcome\n2026-01-01,2,4\n": "line 2, column condition: '2' is not from 0 to 1",
}


@pytest.mark.parametrize("text", BAD_DAYS)
def test_a_bad_file_of_days_is_told_with_its_place(
    text: str, write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    assert insights([write(text)]) == 2
    told = capsys.readouterr()
    assert (told.out, told.err.strip()) == ("", BAD_DAYS[text])


@pytest.mark.parametrize("text", BAD_TRIALS)
def test_a_bad_file_of_a_trial_is_told_with_its_place(
    text: str, write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    assert trial([write(text)]) == 2
    assert capsys.readouterr().err.strip() == BAD_TRIALS[text]


def test_what_is_no_text_or_no_file_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "days.csv").write_bytes(b"\xff\xfe\x00")
    assert insights([str(tmp_path / "days.csv")]) == 2
    assert "no" in capsys.readouterr().err
    assert insights([str(tmp_path / "nothing.csv")]) == 2
    assert insights([]) == 2
    assert "Columns" in capsys.readouterr().err
