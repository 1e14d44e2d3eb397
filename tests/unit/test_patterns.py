"""No pattern of ours takes long over a hostile text, wherever it stands: in code or a schema."""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pytest

import webapp
from tests.answers import whole
from tests.unit.api.test_description import every
from webapp.config import ROOT
from webapp.languages import LANGUAGES
from webapp.library.glossary import finder

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
    found = []
    for call in calls(source):
        match call.args:
            case [ast.Constant(value=str() | bytes() as text), *_]:
                plain = text if isinstance(text, str) else text.decode()
                found.append(f"^(?:{plain})$" if "fullmatch" in ast.unparse(call.func) else plain)
    return found


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
    found: list[re.Pattern[Any]] = []
    for module in pkgutil.walk_packages(webapp.__path__, "webapp."):
        if not module.name.endswith("__main__"):
            found += held(vars(importlib.import_module(module.name)))
    found += [re.compile(part["pattern"]) for part in every(whole()) if "pattern" in part]
    found += [finder(lang)._pattern for lang in LANGUAGES]
    texts = {one.pattern for one in found}  # with the flags that they have
    found += [
        re.compile(text)
        for path in (ROOT / "webapp").rglob("*.py")
        for text in written(path.read_text(encoding="utf-8"))
        if text not in texts
    ]
    return {f"{one.pattern} {one.flags}": one for one in found if isinstance(one.pattern, str)}


def told(patterns: Iterable[re.Pattern[str]]) -> list[str | None]:
    """What tools/patterns.mjs finds wrong with each pattern; None when its steps are linear."""
    asked = [(one.pattern.replace("(?P<", "(?<"), flags_of(one)) for one in patterns]
    node = subprocess.run(
        ["node", "tools/patterns.mjs"],
        input=json.dumps(asked),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return list(json.loads(node.stdout))


def flags_of(pattern: re.Pattern[str]) -> str:
    """The flags of a pattern as JavaScript writes them."""
    letters = {re.IGNORECASE: "i", re.MULTILINE: "m", re.DOTALL: "s"}
    assert not pattern.flags & re.VERBOSE, "JavaScript has none"
    return "".join(letter for flag, letter in letters.items() if pattern.flags & flag)


def test_no_pattern_takes_long_over_a_hostile_text() -> None:
    found = ours()
    faults = zip(found, told(found.values()), strict=True)
    assert {text: fault for text, fault in faults if fault} == {}


@pytest.mark.parametrize(
    "pattern", [r"\s+$", r"<[a-z][^>]*>", r"[^@]+@[^@]+", r"(\w+\s?)+!", r"[@.]xn--[^@]*$"]
)
def test_a_pattern_that_takes_long_would_be_found(pattern: str) -> None:
    assert re.search("polynomial|exponential", str(told([re.compile(pattern)])))


def test_every_pattern_is_among_those_that_are_tried() -> None:
    assert len(ours()) > 40
    made = {}
    for path in (ROOT / "webapp").rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        if more := len(list(calls(source))) - len(written(source)):
            made[str(path.relative_to(ROOT))] = more
    assert made == MADE
