"""Changing the server's keys while people use the service, and what an old one is worth after."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from itsdangerous import BadSignature
from sqlalchemy import delete, select, update

from tests.device import cramp, device_of
from tests.integration.accounts.steps import sign_in, signed_in
from tests.people import PASSWORD, Person, make_person
from webapp import create_app
from webapp.accounts import keys
from webapp.accounts.keys import DataKey, rotate_keys
from webapp.config import Settings
from webapp.extensions import db, limiter, security
from webapp.tracker.models import records_of
from webapp.vault import Unsealable, Vault

NEW = bytes(range(100, 132))


@pytest.fixture
def people(app: Flask) -> list[Person]:
    """Seven people with an entry each."""
    made = [make_person(app, f"person{n}@example.com") for n in range(7)]
    for person in made:
        phone = device_of(person)
        phone.sync(phone.edit(uuid4(), cramp(7)))
    return made


@pytest.fixture
def serving(app: Flask, settings: Settings) -> Callable[[], Flask]:
    """The service restarted with a new key beside the old one, over the same database."""

    def restart() -> Flask:
        both = replace(settings, vault_key=NEW, vault_keys_old=(settings.vault_key,))
        again = create_app(both)
        limiter.enabled = False
        again.test_client_class = app.test_client_class
        again.wsgi_app = again.wsgi_app.application  # type: ignore[attr-defined,method-assign]
        return again

    return restart


def opened_by(app: Flask, vault: Vault) -> int:
    """How many of the stored keys this vault opens."""
    count = 0
    with app.app_context():
        for key in db.session.scalars(select(DataKey)):
            try:
                vault.box(key.user_id, key.wrapped)
            except Unsealable:
                continue
            count += 1
    return count


def close(app: Flask) -> None:
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


def test_keys_change_while_people_read_and_write(
    app: Flask,
    settings: Settings,
    people: list[Person],
    serving: Callable[[], Flask],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(keys, "STEP", 3)
    old, new = Vault(settings.vault_key), Vault(NEW)
    both = Vault(NEW, [settings.vault_key])
    service = serving()
    assert (opened_by(app, old), opened_by(app, new), opened_by(app, both)) == (7, 0, 7)
    browsers = {person.id: service.test_client() for person in people}
    for person in people:
        sign_in(browsers[person.id], person.email, PASSWORD)
    rotating = rotate_keys()
    for wrapped in (3, 3, 1, None):
        with service.app_context():
            assert next(rotating, None) == wrapped
        assert opened_by(app, both) == 7
        for person in people:  # after each step everybody reads and writes
            phone = device_of(replace(person, client=browsers[person.id]))
            phone.sync()
            assert phone.codes(phone.edit(uuid4(), cramp(2))) == ["ok"]
    assert (opened_by(app, old), opened_by(app, new)) == (0, 7)
    with service.app_context():
        assert [len(records_of(person.id)) for person in people] == [5] * 7
    with app.app_context(), pytest.raises(Unsealable):  # whoever has the old key alone
        records_of(people[0].id)
    close(service)


def test_it_can_be_stopped_and_run_again_and_says_what_it_did(
    app: Flask,
    people: list[Person],
    serving: Callable[[], Flask],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(keys, "STEP", 2)
    service = serving()
    with service.app_context():
        assert next(rotate_keys()) == 2
    first = service.test_cli_runner().invoke(args=["rotate-keys"])
    assert first.output.splitlines()[-2:] == [
        "5 keys wrapped anew",
        "Every key is wrapped by VAULT_KEY now. Take VAULT_KEYS_OLD away and restart.",
    ]
    second = service.test_cli_runner().invoke(args=["rotate-keys"])
    assert second.output.splitlines()[-2] == "0 keys wrapped anew"
    close(service)


def test_a_key_that_goes_or_changes_meanwhile_is_left_alone(
    app: Flask,
    people: list[Person],
    serving: Callable[[], Flask],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    service = serving()
    rewrap = keys._rewrap
    gone, changed = people[0].id, people[1].id

    def be_first(user_id: UUID, wrapped: bytes) -> bool:
        mine = DataKey.user_id == user_id
        if user_id == gone:
            db.session.execute(delete(DataKey).where(mine))
        if user_id == changed:
            db.session.execute(update(DataKey).where(mine).values(wrapped=b"another"))
        return rewrap(user_id, wrapped)

    monkeypatch.setattr(keys, "_rewrap", be_first)
    with service.app_context():
        list(rotate_keys())
        assert db.session.get(DataKey, gone) is None
        assert db.session.get_one(DataKey, changed).wrapped == b"another"
    assert opened_by(app, Vault(NEW)) == 5
    close(service)


def test_a_key_that_nobody_named_stops_it_with_advice(
    app: Flask, settings: Settings, people: list[Person]
) -> None:
    service = create_app(replace(settings, vault_key=NEW))
    answer = service.test_cli_runner().invoke(args=["rotate-keys"])
    assert answer.exit_code == 1
    assert "name it in VAULT_KEYS_OLD" in answer.output
    assert opened_by(app, Vault(settings.vault_key)) == 7
    close(service)


def test_a_new_key_signs_and_what_the_old_one_signed_holds_until_it_is_taken_away(
    app: Flask, settings: Settings, alice: Person
) -> None:
    cookie = alice.client.get_cookie("session")
    assert cookie
    links = _links("old")

    def knows(service: Flask) -> bool:
        browser = service.test_client()
        browser.set_cookie("session", cookie.value)
        return signed_in(browser)

    # One after the other: Flask-Security keeps what it signs with in one place for all apps.
    new = "another-Secret-9876543210-zyxwvutsrqponm"
    both = create_app(replace(settings, secret_key=new, secret_keys_old=(settings.secret_key,)))
    limiter.enabled = False
    assert knows(both)
    assert _read(links) == {"old"}
    links |= {f"new {name}": link for name, link in _links("new").items()}
    alone = create_app(replace(settings, secret_key=new))
    limiter.enabled = False
    assert not knows(alone)
    assert _read(links) == {None, "new"}
    for service in (both, alone):
        close(service)


def _serializers() -> dict[str, Any]:
    made = {k: v for k, v in vars(security).items() if k.endswith("_serializer")}
    assert len(made) >= 3
    return made


def _links(said: str) -> dict[str, str]:
    return {name: serializer.dumps(said) for name, serializer in _serializers().items()}


def _read(links: dict[str, str]) -> set[str | None]:
    """What the links say; None for those that are not valid."""
    made, said = _serializers(), set()
    for name, link in links.items():
        try:
            said.add(made[name.removeprefix("new ")].loads(link))
        except BadSignature:
            said.add(None)
            assert not name.startswith("new "), "the newest key signs"
    return said
