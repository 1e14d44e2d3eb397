"""Who is asked whether a part is behind has to be believed first; and what a build does with it."""

from __future__ import annotations

import re
import subprocess
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.unit.test_behind import NOW, OURS, RUN, of_pypi, wheel
from tools import behind, deadlines
from tools.deadlines import NotTold, Part
from tools.registries import Registry
from webapp.config import ROOT


def planted(**pages: list[deadlines.Release] | None) -> Registry:
    """A registry of which the answers are known; the parts to believe it by are all right."""
    told = {
        "old": of_pypi(OURS, wheel("1.2.1", 4000)),
        "bad": of_pypi(wheel("1.2.0", 9, yanked="leaks")),
        "busy": of_pypi(OURS, wheel("1.3.0", 2)),
    } | pages

    def ask(name: str, version: str) -> list[deadlines.Release]:
        if told.get(name) is None:
            raise NotTold(f"{name}: {version} is not there")
        return told[name] or []

    old, bad, busy = (Part(name, "1.2.0", run=True) for name in ("old", "bad", "busy"))
    return Registry("Bob", ask, old, datetime(2020, 1, 1, tzinfo=UTC), bad, busy)


BEHIND = of_pypi(OURS, wheel("1.3.0", 31))


@pytest.mark.parametrize(
    ("pages", "code", "words"),
    [
        ({"alice": of_pypi(OURS)}, 0, "1 parts, 0 in breach, 0 not checked"),
        ({"alice": of_pypi(OURS, wheel("1.3.0", 5))}, 0, "1.3.0 is there since"),
        ({"alice": BEHIND}, 1, "BREACH"),
        ({"alice": None}, 2, "NOT CHECKED"),
        ({"alice": of_pypi(OURS), "old": of_pypi(OURS)}, 2, "nothing newer than old 1.2.0"),
        ({"alice": of_pypi(OURS), "old": None}, 2, "NOT CHECKED"),
        ({"alice": of_pypi(OURS), "bad": of_pypi(OURS)}, 2, "NOT CHECKED whether a part was taken"),
        ({"alice": BEHIND, "bad": of_pypi(OURS)}, 1, "BREACH"),
        ({"alice": of_pypi(OURS), "busy": of_pypi(OURS)}, 2, "a copy that stands still"),
        (
            {"alice": of_pypi(OURS, wheel("1.3.0", 5)), "old": BEHIND},
            2,
            "NOT CHECKED  alice 1.2.0: 1.3.0 is there since 2026-11-26 or before",
        ),
    ],
)
def test_who_knows_the_known_ones_is_believed_and_nobody_else(
    pages: dict[str, Any], code: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert behind.check(planted(**pages), [RUN], [], NOW) == code
    assert words in capsys.readouterr().out


def test_every_part_of_every_lock_is_asked_about() -> None:
    named = [
        line
        for lock in sorted((ROOT / "locks").glob("*.txt"))
        for line in lock.read_text().splitlines()
        if re.match(r"[a-z0-9]", line)
    ]
    parts = behind.of_python(ROOT)
    assert {f"{one.name}=={one.version}" for one in parts} == {one.split()[0] for one in named}
    run = {one.name for one in parts if one.run}
    assert {"flask", "granian"} <= run
    assert not {"pytest", "kinto", "pip-audit"} & run
    scripts = {one.name: one.run for one in behind.of_npm(ROOT / "package-lock.json")}
    assert scripts["idb"] is scripts["d3-shape"] is True
    assert scripts["esbuild"] is scripts["typescript"] is False


def test_what_is_held_is_a_part_of_ours_with_a_reason_and_one_bound() -> None:
    names = {one.name for one in behind.of_python(ROOT)}
    names |= {one.name for one in behind.of_npm(ROOT / "package-lock.json")}
    for one in behind.reviewed(behind.HELD):
        assert one.part in names
        assert len(one.why) > 10
        assert bool(one.below) != bool(one.withdrawn)


def test_the_page_tells_the_same_days() -> None:
    page = (ROOT / "docs/security.md").read_text(encoding="utf-8")
    table = page.partition("\n| a newer release, no fault known |")[2].partition("\n\n")[0]
    for run, words in ((True, "is served or run"), (False, "only builds or tests")):
        assert f"| of what {words} | {deadlines.DAYS[run]} days |" in table


def test_a_build_tells_what_is_behind_and_goes_on() -> None:
    script = (ROOT / ".ci/run").read_text()
    step = script.partition("\nbehind=0\n")[2].partition("\nmake test")[0]
    assert "-m tools.behind" in step
    asked = step.replace(".venv/bin/python -m tools.behind", "(exit $CODE)")
    told = {"0": "", "1": "behind for too long", "2": "NOT CHECKED", "3": "NOT CHECKED"}
    for code, words in told.items():
        ran = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", f"behind=0\n{asked}"],
            env={"CODE": code},
            capture_output=True,
            text=True,
        )
        assert ran.returncode == 0
        assert words in ran.stderr
        assert bool(ran.stderr) == bool(words)
