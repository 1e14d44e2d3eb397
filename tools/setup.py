"""Makes what the other commands need: .venv, node_modules, the front end.

Runs on the machine's own Python, so it uses the standard library only, and nothing that an old
Python 3 cannot read: it must get as far as saying that it is too old.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
# Packages that do not mix with ours: Kinto for make bench-sync, pip-audit for make audit.
APART = {"kinto": ROOT / ".venv-kinto", "audit": ROOT / ".venv-audit"}
OLDEST_PYTHON = (3, 11)
OLDEST_NODE = 20


def main(what: str) -> None:
    """Set up one thing: run, dev, kinto, audit, node or build."""
    os.chdir(str(ROOT))
    check_python()
    steps = {"node": install_node, "build": build}
    steps.get(what, install)(what)


def check_python() -> None:
    """Stop with the one command that helps where Python is too old or lacks venv."""
    if sys.version_info < OLDEST_PYTHON:
        stop(
            f"Python {sys.version_info[0]}.{sys.version_info[1]} is too old, Rugwijs needs 3.11 or "
            "newer. Run: make PYTHON=python3.11 run (or another newer Python)."
        )
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        stop("Python's venv module is missing. Run: sudo apt-get install python3-venv")


def install(group: str) -> None:
    """Make .venv and install the locked packages of a group, with uv where it is present."""
    uv = shutil.which("uv")
    venv = APART.get(group, VENV)
    if not (venv / "bin" / "python").exists():
        say(f"making {venv.name}")
        run([uv, "venv", "-q", str(venv)] if uv else [sys.executable, "-m", "venv", str(venv)])
    say(f"installing packages ({group})")
    requirements(group, venv)
    if group == "dev":
        (venv / "run.stamp").touch()
    (venv / f"{group}.stamp").touch()


def requirements(group: str, venv: Path = VENV) -> None:
    """Install what locks/<group>.txt names, and nothing whose hash differs."""
    lock = f"locks/{group}.txt"
    uv = shutil.which("uv")
    python = str(venv / "bin" / "python")
    if uv:
        run([uv, "pip", "install", "-q", "--python", python, "--require-hashes", "-r", lock])
    else:
        run([python, "-m", "pip", "install", "-q", "--require-hashes", "-r", lock])


def install_node(_what: str) -> None:
    """Install the front end's packages, with the machine's Node or the one from PyPI."""
    if machine_node() is None:
        say("installing Node")
        requirements("node")
    say("installing front-end packages")
    run([node_program("npm"), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"])
    (VENV / "node.stamp").touch()


def build(_what: str) -> None:
    """Bundle static/src into static/build."""
    say("building the front end")
    run([node_program("node"), "tools/build.mjs"])


def node_program(name: str) -> str:
    """The path of node or npm: the machine's where it is new enough, else that of .venv."""
    return name if machine_node() else str(VENV / "bin" / name)


def machine_node() -> str | None:
    """The machine's Node if it is version 20 or newer and has npm, else None."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not (node and npm):
        return None
    version = subprocess.run([node, "--version"], stdout=subprocess.PIPE).stdout.decode()
    return node if int(version.lstrip("v").split(".")[0]) >= OLDEST_NODE else None


def run(command: list[str]) -> None:
    """Run a command; stop with its own words when it fails."""
    environment = dict(os.environ, UV_COMPILE_BYTECODE="1", PIP_DISABLE_PIP_VERSION_CHECK="1")
    environment["PATH"] = str(VENV / "bin") + os.pathsep + environment["PATH"]
    result = subprocess.run(command, env=environment)
    if result.returncode:
        stop("This command failed: " + " ".join(command))


def say(text: str) -> None:
    """One line about what takes a moment."""
    print("rugwijs: " + text, flush=True)


def stop(text: str) -> NoReturn:
    """End with a sentence that says what to do."""
    sys.exit("rugwijs: " + text)


if __name__ == "__main__":
    main(sys.argv[1])
