"""ASVS chapter 1, encoding: nothing that somebody typed becomes code, a command or a query."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from webapp.config import ROOT

SOURCES = sorted((ROOT / "webapp").rglob("*.py"))
# What turns data into code, runs a command, or reads objects out of bytes.
NEVER = {
    "eval",
    "exec",
    "compile",
    "__import__",
    "os.system",
    "os.popen",
    "pickle.loads",
    "pickle.load",
    "marshal.loads",
    "yaml.load",
    "shelve.open",
    "render_template_string",
}
# The same, whatever object they are called on.
NEVER_ON_ANYTHING = {"render_template_string", "from_string", "unsafe_load"}
# Tables of the search index, whose columns are our own languages; and drawings that stand there.
OUR_OWN = {"webapp/library/search.py", "templates/_macros/icons.html"}
# Ways of the DOM to make markup of a text.
SINKS = re.compile(
    r"\.(innerHTML|outerHTML|insertAdjacentHTML|srcdoc)\b|document\.write|unsafeHTML"
    r"|\beval\(|new Function\(|setTimeout\(['\"]"
)


def calls(source: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call in a Python text, with the name it is called by."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


def glued_queries(source: str) -> list[str]:
    """Calls whose SQL is put together from pieces; a PRAGMA takes no other."""
    return [
        ast.unparse(node)
        for name, node in calls(source)
        if name.rpartition(".")[2] in {"execute", "text", "exec_driver_sql"}
        and node.args
        and isinstance(node.args[0], ast.JoinedStr | ast.BinOp)
        and not ast.unparse(node.args[0]).startswith("f'PRAGMA ")
    ]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_text_becomes_code_a_command_or_an_object(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    used = {name for name, _ in calls(source)}
    assert used & NEVER == set()
    assert {name.rpartition(".")[2] for name in used} & NEVER_ON_ANYTHING == set()
    assert not {name for name in used if name.startswith("subprocess.")}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_query_is_put_together_from_pieces(path: Path) -> None:
    found = glued_queries(path.read_text(encoding="utf-8"))
    assert found == [] or str(path.relative_to(ROOT)) in OUR_OWN


def test_a_query_of_pieces_would_be_found() -> None:
    assert glued_queries("db.session.execute(text(f'select {x}'))")
    assert glued_queries("connection.execute('select ' + x)")
    assert glued_queries("connection.exec_driver_sql('select %s' % x)")
    assert not glued_queries("session.execute(select(User).where(User.id == bindparam('id')))")


def test_no_script_makes_markup_of_a_text() -> None:
    found = {
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in (ROOT / "static/src").rglob("*.js")
        for match in SINKS.finditer(path.read_text(encoding="utf-8"))
    }
    assert found == set()


def test_a_sink_would_be_found() -> None:
    for line in ("it.innerHTML = x", "document.write(x)", "new Function(x)", "setTimeout('x')"):
        assert SINKS.search(line), line


def test_no_template_switches_escaping_off() -> None:
    found = {
        f"{name}: {match[0]}"
        for path in (ROOT / "templates").rglob("*")
        if path.is_file() and (name := str(path.relative_to(ROOT))) not in OUR_OWN
        for match in re.finditer(r"\|\s*safe\b|autoescape", path.read_text(encoding="utf-8"))
    }
    assert found == set()
