"""A part of pytest: writes down which tests failed, each with what it said, as JSON.

`-p tools.failures` with the file's path in FAILURES_TO. What failed before there was a test to name
(a file that cannot be read) is named by its file.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

_failed: dict[str, str] = {}


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """A test, or what it needs before or after it."""
    _keep(report)


def pytest_collectreport(report: pytest.CollectReport) -> None:
    """A file of tests."""
    _keep(report)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Of tests that run beside each other, the process that leads them hears of all."""
    if not hasattr(session.config, "workerinput"):
        Path(os.environ["FAILURES_TO"]).write_text(json.dumps(_failed), encoding="utf-8")


def _keep(report: pytest.TestReport | pytest.CollectReport) -> None:
    if report.failed:
        before = _failed.get(report.nodeid)
        _failed[report.nodeid] = (
            f"{before}\n{report.longreprtext}" if before else report.longreprtext
        )
