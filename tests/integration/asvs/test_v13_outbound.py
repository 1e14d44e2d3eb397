"""ASVS chapter 13, who is called: the mail server of the settings, and nobody else."""

from __future__ import annotations

import ast
import socket
from pathlib import Path

import pytest

from tests.this_machine import CalledOutside, is_here
from webapp.config import ROOT

# What can call another machine, and who of us may have it. docs/security.md lists why.
ABLE = [
    "aiohttp",
    "ftplib",
    "http.client",
    "http.server",
    "httpx",
    "imaplib",
    "poplib",
    "pywebpush",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib.request",
    "urllib3",
    "xmlrpc",
]
MAY = {"webapp/mail.py": {"smtplib", "ssl"}, "webapp/__main__.py": {"socket"}}
SOURCES = sorted((ROOT / "webapp").rglob("*.py"))


def able(source: str) -> set[str]:
    """The modules that a source imports and with which it could call somebody."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{one.name}" for one in node.names}
    return {one for one in ABLE for name in names if f"{name}.".startswith(f"{one}.")}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_the_mail_calls_anybody(path: Path) -> None:
    name = str(path.relative_to(ROOT))
    assert able(path.read_text(encoding="utf-8")) == MAY.get(name, set())


@pytest.mark.parametrize(
    "source",
    [
        "import requests",
        "from urllib.request import urlopen",
        "from urllib import request",
        "import http.client",
        "def f():\n    from socket import create_connection",
    ],
)
def test_another_would_be_found(source: str) -> None:
    assert able(source)


def test_what_calls_nobody_is_not_taken_for_it() -> None:
    assert not able("from urllib.parse import urlsplit\nfrom http import HTTPStatus")


@pytest.mark.parametrize("address", [("192.0.2.1", 80), ("198.51.100.7", 53), ("2001:db8::1", 443)])
def test_no_test_reaches_another_machine(address: tuple[str, int]) -> None:
    kind = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
    for sort in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
        with socket.socket(kind, sort) as line, pytest.raises(CalledOutside):
            line.connect(address)
    with pytest.raises(CalledOutside):
        socket.create_connection(("rugwijs.example", 443), timeout=1)


def test_this_machine_is_this_machine() -> None:
    for here in ("localhost", "127.0.0.1", "127.9.9.9", "::1", None, "", b"127.0.0.1"):
        assert is_here(here), here
    for there in ("10.0.0.1", "0.0.0.0", "localhost.evil.example", "169.254.169.254", "::2"):
        assert not is_here(there), there


def test_the_list_of_who_is_called_is_written_down() -> None:
    told = (ROOT / "docs/security.md").read_text(encoding="utf-8")
    (section,) = told.split("## Who is called")[1:]
    listed = section.partition("\n## ")[0]
    for setting in ("MAIL_URL", "DATABASE_URL", "REDIS_URL"):
        assert f"`{setting}`" in listed
