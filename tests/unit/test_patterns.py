"""No pattern of ours takes long over a hostile text, wherever it stands: in code or a schema."""

from __future__ import annotations

import ast
import faulthandler
import importlib
import pkgutil
import re
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import webapp
from tests.answers import whole
from tests.unit.api.test_description import every
from webapp.config import ROOT
from webapp.languages import LANGUAGES
from webapp.library.glossary import finder

SIZE = 50_000  # characters
MOST = 0.1  # seconds of the processor; what grows with the square takes dozens of times that
PATIENCE = 120  # seconds, after which a pattern that never ends stops the whole process by name
# Patterns put together while the app runs: they are in the schemas, or named below.
MADE = {"webapp/tracker/values.py": 2, "webapp/library/glossary.py": 1}


def calls(source: str) -> Iterator[ast.Call]:
    """Every call of the module re that takes a pattern."""
    for node in ast.walk(ast.parse(source)):
        name = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
        if isinstance(node, ast.Call) and name.startswith("re.") and name != "re.escape":
            yield node


def written(source: str) -> list[str]:
    """The patterns that stand in a source as texts."""
    firsts = [call.args[0] for call in calls(source) if call.args]
    return [str(one.value) for one in firsts if isinstance(one, ast.Constant)]


def held(thing: Any, deep: int = 0) -> Iterator[re.Pattern[str]]:
    """The patterns that a module holds, in its lists and tables too."""
    if isinstance(thing, re.Pattern):
        yield thing
    elif isinstance(thing, Mapping) and deep < 3:
        for one in thing.values():
            yield from held(one, deep + 1)
    elif isinstance(thing, list | tuple | set | frozenset) and deep < 3:
        for one in thing:
            yield from held(one, deep + 1)


def ours() -> dict[str, re.Pattern[str]]:
    """Every pattern of the app, by its text."""
    found = [
        re.compile(text)
        for path in (ROOT / "webapp").rglob("*.py")
        for text in written(path.read_text(encoding="utf-8"))
    ]
    for module in pkgutil.walk_packages(webapp.__path__, "webapp."):
        if not module.name.endswith("__main__"):
            found += held(vars(importlib.import_module(module.name)))
    found += [re.compile(part["pattern"]) for part in every(whole()) if "pattern" in part]
    found += [finder(lang)._pattern for lang in LANGUAGES]
    return {f"{one.pattern} {one.flags}": one for one in found if isinstance(one.pattern, str)}


def seconds(work: Callable[[], Any]) -> float:
    """The least that some work took of the processor, of three times: others slow it down too."""
    least = float("inf")
    for _ in range(3):
        began = time.thread_time()
        work()
        least = min(least, time.thread_time() - began)
        if least < MOST:
            return least
    return least


@st.composite
def hostile(draw: st.DrawFn, pattern: re.Pattern[str]) -> str:
    """A text that fits, in which some part comes again and again, and whose end fits no more."""
    good = draw(st.from_regex(pattern, alphabet=st.characters(exclude_categories=()))) or "a"
    start = draw(st.integers(0, len(good) - 1))
    end = draw(st.integers(start + 1, min(len(good), start + 4)))
    part = good[start:end]
    tail = draw(st.sampled_from(["", "\0", "!", "\n", good[end:] + "\0"]))
    return good[:start] + part * (SIZE // len(part)) + tail


def all_of_it(pattern: re.Pattern[str], text: str) -> None:
    """Whatever may be asked of a pattern."""
    pattern.fullmatch(text)
    pattern.sub("", text)


def slowest(pattern: re.Pattern[str], examples: int = 60) -> float:
    """The most seconds that a pattern takes over so many hostile texts."""
    most = 0.0

    @settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
        deadline=None,
    )
    @given(hostile(pattern))
    def measure(text: str) -> None:
        nonlocal most
        if most < MOST:
            most = max(most, seconds(lambda: all_of_it(pattern, text)))

    faulthandler.dump_traceback_later(PATIENCE, exit=True)
    try:
        measure()
    finally:
        faulthandler.cancel_dump_traceback_later()
    return most


PATTERNS = ours()


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=list(PATTERNS))
def test_no_pattern_takes_long_over_a_hostile_text(pattern: re.Pattern[str]) -> None:
    assert slowest(pattern) < MOST


@pytest.mark.parametrize(
    ("pattern", "size"),
    [(r"\s+$", 20_000), (r"<[a-z][^>]*>", SIZE), (r"[^@]+@[^@]+", 40_000), (r"(\w+\s?)+!", 23)],
)
def test_a_pattern_that_takes_long_would_be_found(
    pattern: str, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(globals(), "SIZE", size)
    assert slowest(re.compile(pattern)) >= MOST


def test_every_pattern_is_among_those_that_are_tried() -> None:
    assert len(PATTERNS) > 40
    made = {}
    for path in (ROOT / "webapp").rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        if more := len(list(calls(source))) - len(written(source)):
            made[str(path.relative_to(ROOT))] = more
    assert made == MADE
