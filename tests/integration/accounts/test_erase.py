"""An account that is erased: nothing of it is left, and every device of it hears so."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Table, func, select

from tests.conftest import SECRETS
from tests.device import Device, cramp, device_of, everything_in
from tests.integration.accounts.steps import path
from tests.integration.sync.backups import a_backup_put_back, put_back, rows
from tests.people import PASSWORD, Person, make_person
from webapp.__main__ import prepare
from webapp.accounts import erase as erasing
from webapp.accounts.erase import erase, erase_the_rest
from webapp.accounts.keys import DataKey
from webapp.accounts.models import User, mark_of
from webapp.config import Settings
from webapp.extensions import db
from webapp.mishaps import Refused
from webapp.tracker.models import records_of

KNOWN = {
    "record", "earlier", "operation", "device", "diary", "ended", "data_key", "consent", "sign_in",
}  # fmt: skip
ADDRESS = "alice@example.com"


def fill(app: Flask, person: Person) -> Device:
    """A life with entries, a conflict, a refusal, a deletion, two devices and a restore."""
    phone, tablet = device_of(person), device_of(person)
    record, gone = uuid4(), uuid4()
    phone.sync(phone.edit(record, cramp(3, note="Zonneklaar")), phone.edit(gone, cramp()))
    tablet.sync()
    mine, yours = phone.edit(record, cramp(4), "worst"), tablet.edit(record, cramp(5), "worst")
    phone.sync(mine)
    tablet.sync(yours)
    tablet.sync(tablet.delete(gone), tablet.edit(uuid4(), cramp(99)))
    command(app, "new-epoch")
    return phone


def command(app: Flask, *arguments: str, **more: Any) -> str:
    answer = app.test_cli_runner().invoke(args=list(arguments), **more)
    assert answer.exit_code == 0, answer.output
    return answer.output


def tables_of_a_person() -> list[Table]:
    """Every table with rows of one person, but for that of the people themselves."""
    return [
        table
        for table in db.metadata.sorted_tables
        if any(key.column.table.name == "user" for key in table.foreign_keys)
    ]


def rows_of(app: Flask, user_id: UUID) -> dict[str, int]:
    """How many rows each table holds of a person."""
    found = {}
    with app.app_context():
        for table in tables_of_a_person():
            mine = select(func.count()).where(table.c.user_id == user_id)
            found[table.name] = db.session.scalar(mine) or 0
        people = select(func.count()).select_from(User).where(User.id == user_id)
        found["user"] = db.session.scalar(people) or 0
    return found


def erase_in(app: Flask, person: Person) -> None:
    with app.app_context():
        erase(person.id)


def refusal(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.get_json()["error"]["code"]


def test_no_row_of_the_person_is_left_and_nobody_elses_goes(
    app: Flask, alice: Person, bob: Person
) -> None:
    fill(app, alice)
    fill(app, bob)
    before, others = rows_of(app, alice.id), rows_of(app, bob.id)
    assert {name for name, rows in before.items() if rows} >= {*KNOWN, "user"}
    erase_in(app, alice)
    assert set(rows_of(app, alice.id).values()) == {0}
    assert rows_of(app, bob.id) == others
    left = everything_in(app)
    assert left.pop("gone") == [repr((mark_of(alice.id),))]
    for told in (alice.email, str(alice.id), alice.id.hex):
        assert told not in repr(left)
    device_of(bob).sync()


def test_whatever_hangs_on_a_person_goes_with_them(app: Flask) -> None:
    tables = tables_of_a_person()
    assert {table.name for table in tables} >= KNOWN
    for table in tables:
        for key in table.foreign_keys:
            assert key.ondelete == "CASCADE", table.name


def test_the_key_goes_first_so_that_what_is_left_half_way_says_nothing(
    app: Flask, client: FlaskClient, alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone = fill(app, alice)

    def power_cut(_user_id: UUID) -> None:
        raise RuntimeError("power cut")

    monkeypatch.setattr(erasing, "_remove", power_cut)
    with pytest.raises(RuntimeError):
        erase_in(app, alice)
    monkeypatch.undo()
    with app.app_context():
        db.session.remove()
        assert db.session.get(DataKey, alice.id) is None
        with pytest.raises(Refused) as refused:
            records_of(alice.id)
    assert refused.value.code == "gone"
    assert rows_of(app, alice.id)["record"] > 0

    typed = {"email": alice.email, "password": PASSWORD}
    assert client.post(path("sign_in"), data=typed).status_code == 422
    assert refusal(phone.send(phone.edit(uuid4(), cramp()))) == (410, "gone")
    assert rows_of(app, alice.id)["data_key"] == 0

    command(app, "purge")
    assert set(rows_of(app, alice.id).values()) == {0}


def test_every_device_hears_that_it_is_over(
    app: Flask, client: FlaskClient, alice: Person, bob: Person
) -> None:
    phone, stranger = device_of(alice), Device(alice, client)
    assert refusal(stranger.send()) == (401, "signed_out")
    erase_in(app, alice)
    before = everything_in(app)
    answer = alice.client.get("/api/me")
    assert refusal(answer) == (410, "gone")
    assert answer.get_json()["error"]["message"]
    for device in (phone, stranger, Device(alice, bob.client)):
        assert refusal(device.send(device.edit(uuid4(), cramp()))) == (410, "gone")
    assert everything_in(app) == before
    assert bob.client.get("/api/me").get_json()["user"] == str(bob.id)
    assert refusal(client.get("/api/me")) == (401, "signed_out")
    assert refusal(client.post("/api/sync", json={"user": str(alice.id)})) == (401, "signed_out")


def test_any_script_of_an_erased_session_hears_it_and_loses_its_cookie(
    app: Flask, alice: Person
) -> None:
    erase_in(app, alice)
    answer = alice.client.get("/api/today")
    assert refusal(answer) == (410, "gone")
    assert "session=;" in answer.headers["Set-Cookie"]
    assert refusal(alice.client.get("/api/today")) == (401, "signed_out")
    assert alice.client.get(path("consent")).status_code == 302


def test_the_address_is_free_again_and_its_new_account_is_another(
    app: Flask, alice: Person
) -> None:
    phone = device_of(alice)
    phone.sync(phone.edit(uuid4(), cramp()))
    erase_in(app, alice)
    anew = make_person(app, ADDRESS)
    assert device_of(anew).sync()["changes"] == []
    old = Device(alice, anew.client)
    assert refusal(old.send()) == (410, "gone")


def test_an_old_backup_does_not_bring_the_account_back(
    app: Flask, alice: Person, bob: Person
) -> None:
    phone = fill(app, alice)
    with a_backup_put_back(app):
        erase_in(app, alice)
    assert set(rows_of(app, alice.id).values()) == {0}
    assert rows_of(app, bob.id)["user"] == 1
    assert refusal(phone.send()) == (410, "gone")
    with app.app_context():
        assert erase_the_rest() == 0


def test_a_server_that_starts_over_an_old_backup_erases_again(
    app: Flask, settings: Settings, alice: Person, bob: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(app, alice)
    with app.app_context():
        backup = rows(app)
        erase(alice.id)
        put_back(backup)
        db.session.commit()
    assert rows_of(app, alice.id)["record"] > 0
    for name, value in {**SECRETS, "DATABASE_URL": settings.database_url}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("DATA_DIR", str(settings.data_dir))
    prepare()
    assert set(rows_of(app, alice.id).values()) == {0}
    assert rows_of(app, bob.id)["user"] == 1


def test_the_files_of_the_database_hold_nothing_of_it(
    app: Flask, settings: Settings, alice: Person
) -> None:
    if not settings.database_url.startswith("sqlite:///"):
        return  # a database server keeps its files to itself
    fill(app, alice)
    with app.app_context():
        key = db.session.get_one(DataKey, alice.id).wrapped
    place = Path(settings.database_url.removeprefix("sqlite:///"))

    def held() -> bytes:
        return b"".join(file.read_bytes() for file in place.parent.glob(f"{place.name}*"))

    canaries = [alice.email.encode(), key, alice.id.bytes, alice.id.hex.encode()]
    assert canaries[0] in held()
    assert canaries[1] in held()
    erase_in(app, alice)
    assert [canary for canary in canaries if canary in held()] == []


def test_the_ledger_is_for_its_owner_only_and_names_nobody(
    app: Flask, settings: Settings, alice: Person
) -> None:
    erase_in(app, alice)
    ledger = settings.data_dir / erasing.LEDGER
    assert ledger.stat().st_mode & 0o777 == 0o600
    assert ledger.read_text() == f"{mark_of(alice.id).hex()}\n"


def test_nobody_is_erased_twice_or_by_a_wrong_id(app: Flask, alice: Person) -> None:
    erase_in(app, alice)
    for nobody in (alice.id, uuid4()):
        with app.app_context(), pytest.raises(LookupError):
            erase(nobody)


def test_the_command_asks_and_erases(app: Flask, alice: Person, bob: Person) -> None:
    refused = app.test_cli_runner().invoke(args=["erase-account", ADDRESS], input="n\n")
    assert refused.exit_code == 1
    assert rows_of(app, alice.id)["user"] == 1
    command(app, "erase-account", ADDRESS.upper(), input="y\n")
    assert rows_of(app, alice.id)["user"] == 0
    command(app, "erase-account", bob.email, "--yes")
    assert rows_of(app, bob.id)["user"] == 0


def test_the_command_knows_no_address_that_nobody_has(app: Flask) -> None:
    answer = app.test_cli_runner().invoke(args=["erase-account", ADDRESS, "--yes"])
    assert answer.exit_code == 1
    assert "nobody has an account with this address" in answer.output
