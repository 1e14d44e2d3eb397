"""Whoever takes all that the server holds and says reads no word about anybody's health."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from flask import Flask

from tests.integration.canaries import all_is_logged, journal_of, places, words, write_everything
from tests.people import Person
from webapp.accounts.ages import UNUSED
from webapp.accounts.unused import end_unused
from webapp.config import Settings
from webapp.extensions import db
from webapp.tracker.kinds import KINDS
from webapp.tracker.models import records_of
from webapp.vault import NONCE_BYTES, Box

PURPOSES = ("record", "earlier", "operation", "device")


def found(
    app: Flask, settings: Settings, folder: Path, caplog: pytest.LogCaptureFixture
) -> dict[str, set[str]]:
    """Which words stand where, but for those that the tables themselves are made of."""
    names = {
        name for table in db.metadata.tables.values() for name in (table.name, *table.c.keys())
    }
    sought = sorted(words() - names - set(KINDS))
    seen = [*places(app, settings, folder), ("journal", journal_of(caplog))]
    met = [(place, {word for word in sought if word.encode() in held}) for place, held in seen]
    return {place: there for place, there in met if there}


def mail_something(app: Flask, alice: Person) -> None:
    """Have every sort of mail go out that she can get."""
    app.test_client().post("/nl/wachtwoord-vergeten", data={"email": alice.email})
    with app.app_context():
        assert end_unused(datetime.now(UTC) + UNUSED).warned == 1


def test_none_of_what_somebody_wrote_is_found_anywhere(
    app: Flask, settings: Settings, tmp_path: Path, alice: Person, caplog: pytest.LogCaptureFixture
) -> None:
    all_is_logged(caplog)
    write_everything(alice)
    with app.app_context():
        kept = records_of(alice.id)
    assert {entry.kind for entry in kept} == set(KINDS)
    assert all(set(KINDS[entry.kind]) >= set(entry.body) for entry in kept)
    mail_something(app, alice)
    assert found(app, settings, tmp_path, caplog) == {}
    names = [file.name for file in settings.data_dir.rglob("*.eml")]
    assert len(names) == 2, "there are mails to look through"
    assert journal_of(caplog).count(b'"event"') >= 1


@pytest.mark.parametrize("purpose", PURPOSES)
def test_whatever_is_not_sealed_is_found(
    app: Flask,
    settings: Settings,
    tmp_path: Path,
    alice: Person,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    purpose: str,
) -> None:
    seal, unseal = Box.seal, Box.open
    head = b"\x01" + bytes(NONCE_BYTES)

    def bare(box: Box, what: str, record: UUID, plaintext: bytes) -> bytes:
        return head + plaintext if what == purpose else seal(box, what, record, plaintext)

    def read(box: Box, what: str, record: UUID, sealed: bytes) -> bytes:
        return sealed[len(head) :] if what == purpose else unseal(box, what, record, sealed)

    monkeypatch.setattr(Box, "seal", bare)
    monkeypatch.setattr(Box, "open", read)
    write_everything(alice)
    places_with_it = found(app, settings, tmp_path, caplog)
    assert "kanarie" in set.union(*places_with_it.values())
    if app.extensions["settings"].database_url.startswith("sqlite"):
        assert {"kanarie"} <= places_with_it["backup"]
    else:
        assert "kanarie" in places_with_it["dump, bytes"] & places_with_it["files"]
