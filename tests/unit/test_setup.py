"""The set-up script says the one command that helps where something of the machine is missing."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "tools" / "setup.py"


def said(before: str) -> str:
    """What the script says when `before` happened to the machine; it must stop."""
    run = f"runpy.run_path({str(SCRIPT)!r}, run_name='__main__')"
    code = f"import sys, runpy; {before}; sys.argv = ['setup.py', 'run']; {run}"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert result.returncode == 1
    return result.stderr


def test_an_old_python_is_told_how_to_choose_another() -> None:
    text = said("sys.version_info = (3, 9, 2, 'final', 0)")
    assert "Python 3.9 is too old" in text
    assert "make PYTHON=python3.11 run" in text


def test_a_missing_venv_module_is_named_with_its_package() -> None:
    assert "sudo apt-get install python3-venv" in said("sys.modules['ensurepip'] = None")


def test_an_old_python_can_read_the_script() -> None:
    ast.parse(SCRIPT.read_text(), feature_version=(3, 7))


def test_make_says_what_helps_where_there_is_no_python() -> None:
    command = ["make", "-n", "-B", "PYTHON=", ".venv/run.stamp"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert "sudo apt-get install python3 python3-venv" in result.stderr
