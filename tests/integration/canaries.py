"""A word for every field of health that somebody can write, and all places where one may not be."""

from __future__ import annotations

import json
import logging
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from flask import Flask

from tests.database import owner_of, plain
from tests.device import Device, device_of
from tests.people import Person
from webapp.config import Settings
from webapp.extensions import db
from webapp.journal import Lines
from webapp.tracker import records
from webapp.tracker.kinds import KINDS, LISTS

DAY, LATER = "2026-03-09", "2026-03-10"
CODES = {"tip": "T06", "effect": "no_difference", "exercise": "X01", "plan": "walking"}
CODES |= {"habit": "kanarievogel_habit"}
MARKS = 100  # more do not fit in one record
SHORTEST = 8  # letters; shorter words are met in the catalogue of a database too


def bodies() -> dict[str, dict[str, Any]]:
    """Of each kind a body with every field in it, and a word of its own in each text."""
    made = {
        kind: {name: _value(kind, name, field.check.rule) for name, field in fields.items()}
        for kind, fields in KINDS.items()
    }
    made["tried"]["day"] = LATER
    made["marks"] = dict(list(made["marks"].items())[:MARKS])
    return made


def words() -> set[str]:
    """All that tells of somebody's health: what they wrote, chose, and the names of the fields."""
    typed = {value for body in bodies().values() for value in body.values() if _is_word(value)}
    fields = {name for kind in KINDS.values() for name in kind}
    chosen = {choice for choices in LISTS.values() for choice in choices}
    told = {word for word in typed | fields | chosen if len(word) >= SHORTEST}
    return told | set(OTHER.values()) | {"kanarie"}


OTHER = {
    "form": "kanarieformulier",
    "lost": "kanarieverloren",
    "won": "kanariegewonnen",
    "device": "kanarietelefoon",
    "refused": "kanarie_veld",
    "deleted": "kanariegewist",
}


def write_everything(alice: Person) -> None:
    """Write each of them by the roads that people have: sync, the forms, and names of devices."""
    phone, tablet = device_of(alice), device_of(alice)
    ids = _ids(alice.id)
    ops = [
        phone.edit(ids.get(kind) or uuid4(), body) | {"kind": kind}
        for kind, body in bodies().items()
    ]
    assert phone.codes(*ops) == ["ok"] * len(KINDS)
    _disagree(phone, tablet)
    bad = phone.edit(uuid4(), {"began": f"{DAY}T08:30+01:00", "worst": 3, OTHER["refused"]: 1})
    assert phone.codes(bad) == ["bad"]
    gone = phone.edit(
        uuid4(), {"began": f"{DAY}T08:30+01:00", "worst": 3, "note": OTHER["deleted"]}
    )
    phone.sync(gone)
    phone.sync(phone.delete(gone["id"]))
    name = alice.client.patch(f"/api/devices/{phone.id}", json={"name": OTHER["device"]})
    assert name.status_code == 204
    form = {"began": f"{DAY}T09:30", "worst": "6", "note": OTHER["form"], "feel": ["gripping"]}
    assert alice.client.post("/nl/noteren/kramp", data=form).status_code == 303
    assert alice.client.post("/nl/noteren/kramp", data=form | {"worst": "x"}).status_code == 422


def places(app: Flask, settings: Settings, folder: Path) -> Iterator[tuple[str, bytes]]:
    """All that a thief might find, by name: the database in all its forms, and every file."""
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            yield from _of_sqlite(settings, folder)
        else:
            yield from _of_postgres(settings, folder)
    for file in settings.data_dir.rglob("*"):
        if file.is_file():
            yield file.name, file.read_bytes()


def journal_of(caplog: pytest.LogCaptureFixture) -> bytes:
    """What was written to standard error."""
    return "\n".join(Lines().format(record) for record in caplog.records).encode()


def all_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """Also what is below the level of a server."""
    caplog.set_level(logging.INFO)


def _value(kind: str, name: str, rule: Mapping[str, Any]) -> Any:
    values: dict[str, Any] = {
        "yes_or_no": True,
        "only_yes": True,
        "day": DAY,
        "moment": f"{DAY}T08:30+01:00",
        "figure_or_yes": 3,
        "number": rule.get("low"),
        "several": list(rule.get("of", ())),
        "one_of": rule.get("of", (0,))[0],
        "note": f"kanarie {kind} {name}",
        "text": f"kan{name.removeprefix('own_')}"[: rule.get("limit", 0)],
        "code": "number" if name.endswith("_input") else CODES.get(name),
    }
    return values[rule["sort"]]


def _is_word(value: Any) -> bool:
    return isinstance(value, str) and not value.startswith(DAY[:4])


def _ids(user: UUID) -> dict[str, UUID]:
    return {
        "day": records.day_id(user, DAY),
        "profile": records.profile_id(user),
        "tip": records.tip_id(user, "T06", DAY),
        "follow": records.follow_id(user, "T06"),
        "week": records.week_id(user, "T06", DAY),
        "plan": records.plan_id(user, "walking", DAY),
        "trial": records.trial_id(user, DAY),
        "tried": records.tried_id(user, DAY, LATER),
        "marks": records.marks_id(user),
        "settings": records.settings_id(user),
    }


def _disagree(phone: Device, tablet: Device) -> None:
    """Two devices write another note without knowing of each other: the first goes to history."""
    body = {"began": f"{DAY}T10:30+01:00", "worst": 4}
    record = uuid4()
    phone.sync(phone.edit(record, body))
    tablet.sync()
    mine = phone.edit(record, body | {"note": OTHER["lost"]}, "note")
    yours = tablet.edit(record, body | {"note": OTHER["won"]}, "note")
    phone.sync(mine)
    tablet.sync(yours)


def _of_sqlite(settings: Settings, folder: Path) -> Iterator[tuple[str, bytes]]:
    path = Path(settings.database_url.removeprefix("sqlite:///"))
    files = sorted(path.parent.glob(f"{path.name}*"))
    assert f"{path.name}-wal" in [file.name for file in files]
    for file in files:
        yield file.name, file.read_bytes()
    copy = folder / "backup.db"
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
        yield "dump", "\n".join(target.iterdump()).encode()
        hexed = [
            bytes.fromhex(value.hex()) if isinstance(value, bytes) else json.dumps(value).encode()
            for (table,) in target.execute("SELECT name FROM sqlite_master WHERE type='table'")
            for row in target.execute(f'SELECT * FROM "{table}"')
            for value in row
        ]
    yield "rows", b"\n".join(hexed)
    yield "backup", copy.read_bytes()
    copy.unlink()


def _of_postgres(settings: Settings, folder: Path) -> Iterator[tuple[str, bytes]]:
    url = plain(owner_of(settings.database_url))
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CHECKPOINT")
        (where,) = connection.execute("SHOW data_directory").fetchone() or ("",)
    dump = _program("pg_dump")
    made = subprocess.run([dump, "--dbname", url], check=True, capture_output=True).stdout
    yield "dump", made
    # As text a dump shows bytes as hexadecimal letters.
    hexed = (part for part in made.split() if part.startswith(rb"\\x"))
    yield "dump, bytes", b"\n".join(bytes.fromhex(part[3:].decode()) for part in hexed)
    with psycopg.connect(url) as connection:
        ours = connection.execute(
            "SELECT pg_relation_filepath(oid) FROM pg_class WHERE relkind IN ('r', 'i', 't')"
            " AND (relnamespace = 'public'::regnamespace OR oid IN (SELECT reltoastrelid"
            " FROM pg_class WHERE relnamespace = 'public'::regnamespace))"
        ).fetchall()
    files = [*(Path(where) / path for (path,) in ours), *(Path(where) / "pg_wal").iterdir()]
    yield "files", b"".join(file.read_bytes().strip(b"\0") for file in files if file.is_file())


def _program(name: str) -> str:
    debian = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    found = str(debian[-1]) if debian else shutil.which(name)
    assert found, f"{name} is missing"
    return found
