"""The list of parts is whole, and says what is installed; an audit that knows nothing says so."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.metadata import distributions
from pathlib import Path

import pytest

from tools import audit
from tools.sbom import sbom
from webapp.config import ROOT

MADE = sbom(ROOT)
PARTS = {part["purl"]: part for part in MADE["components"]}
NPM = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]


def test_every_part_stands_in_it_once_with_its_version_and_its_hashes() -> None:
    assert len(PARTS) == len(MADE["components"]) > 120
    for purl, part in PARTS.items():
        assert re.fullmatch(r"pkg:(pypi|npm)/[a-z0-9._%/-]+@[^@\s]+", purl)
        assert purl.endswith(f"@{part['version']}")
        assert part["scope"] in ("required", "excluded")
        assert part.get("properties") or part.get("hashes"), purl


def test_what_is_asked_for_is_in_it_and_so_is_every_package_of_npm() -> None:
    asked = re.findall(r'^    "([a-z0-9-]+)', (ROOT / "pyproject.toml").read_text(), re.MULTILINE)
    names = {part["name"] for part in PARTS.values() if part["scope"] == "required"}
    assert {"flask", "cryptography", "idb", "lit-html"} <= names
    for name in ("flask", "granian", "whitenoise", "msgspec", "cryptography"):
        assert name in asked
    for place, one in NPM.items():
        if place:
            name = place.rpartition("node_modules/")[2].replace("@", "%40")
            scope = PARTS[f"pkg:npm/{name}@{one['version']}"]["scope"]
            assert (scope == "excluded") == bool(one.get("dev")), place


def test_what_runs_here_is_what_it_says() -> None:
    told = {
        (re.sub(r"[-_.]+", "-", part["name"]), part["version"])
        for purl, part in PARTS.items()
        if purl.startswith("pkg:pypi/")
    }
    names = {name for name, _ in told}
    here = {(re.sub(r"[-_.]+", "-", one.name.lower()), one.version) for one in distributions()}
    ours = {(name, version) for name, version in here if name in names}
    assert len(ours) > 60
    assert ours - told == set()


def test_the_same_locks_give_the_same_list() -> None:
    assert json.dumps(sbom(ROOT)) == json.dumps(MADE)


def test_the_page_tells_within_how_many_days_a_fault_is_mended() -> None:
    page = (ROOT / "docs/security.md").read_text(encoding="utf-8")
    table = page.partition("\n| a known fault in what is served or run |")[2].partition("\n\n")[0]
    days = dict(re.findall(r"^\| (.+) \| (\d+) days \|$", table, re.MULTILINE))
    assert days == {
        "critical, or used in attacks": "2",
        "high": "7",
        "other": "30",
        "in what only builds or tests": "30",
    }


def test_a_fault_that_is_told_is_read() -> None:
    of_pip = {"dependencies": [{"name": "jinja2", "version": "2.10", "vulns": [{"id": "CVE-1"}]}]}
    assert audit.faults_of_python(of_pip) == ["jinja2 2.10: CVE-1"]
    assert audit.faults_of_npm({"vulnerabilities": {"x": {"severity": "high"}}}) == ["x: high"]


@pytest.mark.parametrize("says", ["{}", "nonsense", '{"dependencies": []}', "[]"])
def test_who_knows_no_fault_of_what_is_known_to_be_bad_is_not_believed(
    tmp_path: Path, says: str
) -> None:
    for name in ("pip-audit", "npm"):
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\necho '{says}'\n")
        program.chmod(0o755)
    code = (
        "import sys; from pathlib import Path; from tools import audit;"
        f"audit.PIP_AUDIT = Path({str(tmp_path / 'pip-audit')!r}); sys.exit(audit.faults())"
    )
    path = f"{tmp_path}:/usr/bin:/bin"
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={"PATH": path},
    )
    assert ran.returncode == 2
    assert ran.stdout.count("NOT CHECKED") == 2
