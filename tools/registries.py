"""Asks PyPI and npm which releases of a part there are, with the clients that both have."""

from __future__ import annotations

import json
import re
import subprocess
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from tempfile import TemporaryDirectory
from typing import Any

from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.version import InvalidVersion, Version
from pypi_simple import ACCEPT_JSON_ONLY, DistributionPackage, ProjectPage, PyPISimple
from requests import RequestException

from tools.deadlines import NotTold, Part, Release
from tools.setup import OLDEST_PYTHON

PYTHON = ".".join(map(str, OLDEST_PYTHON))
PATIENCE = 30
PATIENT = ["--fetch-retries=1", "--fetch-retry-mintimeout=1000", f"--fetch-timeout={PATIENCE}000"]
CLIENT = PyPISimple(accept=ACCEPT_JSON_ONLY)
STABLE = re.compile(r"\d+\.\d+\.\d+")


@dataclass(frozen=True)
class Registry:
    """How to ask it, and three parts by which it shows that it can be believed.

    The release after `old` came out before `old_until`, `bad` was taken back, and of `busy` a
    release comes out every few days.
    """

    name: str
    ask: Callable[[str, str], list[Release]]
    old: Part
    old_until: datetime
    bad: Part
    busy: Part


def of_pypi(name: str, version: str) -> list[Release]:
    """The release that we have and all stable ones that are newer."""
    try:
        page = CLIENT.get_project_page(name, timeout=PATIENCE)
    except (RequestException, ValueError, RuntimeError, LookupError) as error:
        raise NotTold(f"{name}: {type(error).__name__}") from error
    return pypi_releases(page, version)


def pypi_releases(page: ProjectPage, ours: str) -> list[Release]:
    """What a page of the Simple API tells of the releases that pip can install."""
    own = Version(ours)
    files: dict[Version, list[DistributionPackage]] = defaultdict(list)
    for one in page.packages:
        version = _version(one.version)
        if one.package_type not in ("wheel", "sdist") or version is None or version < own:
            continue
        if version == own or not version.is_prerelease:
            files[version].append(one)
    return [_pypi_release(page, *one) for one in files.items()]


def _version(text: str | None) -> Version | None:
    try:
        return Version(text or "")
    except InvalidVersion:
        return None


def _pypi_release(page: ProjectPage, version: Version, files: list[DistributionPackage]) -> Release:
    since = [one.upload_time for one in files if one.upload_time]
    if len(since) < len(files):
        raise NotTold(f"{page.project} {version}: since when is not told")
    withdrawn = None
    if all(one.is_yanked for one in files):
        withdrawn = files[0].yanked_reason or ""
    elif page.status and page.status.value in ("quarantined", "deprecated"):
        withdrawn = f"the project is {page.status.value}"
    return Release(str(version), min(since), withdrawn, _needs(files))


def _needs(files: list[DistributionPackage]) -> str:
    try:
        asked = [SpecifierSet(one.requires_python or "") for one in files]
    except InvalidSpecifier as error:
        raise NotTold(f"{files[0].filename}: which Python it needs cannot be read") from error
    return "" if any(PYTHON in one for one in asked) else str(asked[0])


def of_npm(name: str, version: str) -> list[Release]:
    """The release that we have and all stable ones that are newer."""
    command = ["npm", "view", f"{name}@>={version}", "version", "deprecated", "time", "--json"]
    try:
        # Out of reach, npm answers from its cache and does not say so: it gets an empty one.
        with TemporaryDirectory() as cache:
            options = [*PATIENT, f"--cache={cache}"]
            ran = subprocess.run(command + options, capture_output=True, text=True)
        answer = json.loads(ran.stdout)
    except (OSError, ValueError) as error:
        raise NotTold(f"{name}: {type(error).__name__}") from error
    if ran.returncode:
        raise NotTold(f"{name}: npm does not tell")
    return list(npm_releases(answer, version))


def npm_releases(answer: Any, ours: str) -> Iterator[Release]:
    """What npm view tells: one release or a list of them, each with the dates of all."""
    for one in answer if isinstance(answer, list) else [answer]:
        try:
            version, since = one["version"], datetime.fromisoformat(one["time"][one["version"]])
        except (TypeError, KeyError, ValueError) as error:
            raise NotTold(f"npm answers {str(one)[:40]!r}") from error
        if since.tzinfo is None:
            raise NotTold(f"npm tells the hour of {version} without its zone")
        mark = one.get("deprecated")
        if STABLE.fullmatch(version) or version == ours:
            yield Release(version, since, str(mark) if mark else None)


PYPI = Registry(
    "PyPI",
    of_pypi,
    Part("jinja2", "2.10", run=True),
    datetime(2020, 1, 1, tzinfo=UTC),
    Part("attrs", "21.1.0", run=True),
    Part("boto3", "1.40.0", run=True),
)
NPM = Registry(
    "npm",
    of_npm,
    Part("minimist", "0.0.8", run=True),
    datetime(2016, 1, 1, tzinfo=UTC),
    Part("request", "2.88.2", run=True),
    Part("caniuse-lite", "1.0.30001800", run=True),
)
