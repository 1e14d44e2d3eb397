"""Whoever takes their consent back has no diary on the server after a month, and loses no entry."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as Late
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import update

from tests.device import Device, cramp, everything_in
from tests.integration.sync.backups import heal, new_epoch, told
from tests.integration.sync.written_over import written_over
from tests.people import Person, make_person
from webapp.accounts.ages import WITHDRAWN
from webapp.accounts.consent import DIARY, REMINDERS, text
from webapp.accounts.models import Consent, User, consent_to, withdraw_consent
from webapp.extensions import db
from webapp.sync.purge import erase_withdrawn
from webapp.tracker.counter import lock_diary

A_DAY = timedelta(days=1)
LOGGED = ("record", "earlier", "operation")


def withdraw(app: Flask, person: Person, ago: timedelta = timedelta(0)) -> None:
    with app.app_context():
        withdraw_consent(person.id, datetime.now(UTC) - ago)
        db.session.commit()


def agree(app: Flask, person: Person) -> None:
    with app.app_context():
        _agree(person.id)
        db.session.commit()


def _agree(user_id: UUID, purpose: str = DIARY) -> None:
    user = db.session.get_one(User, user_id)
    user.consents.append(consent_to(text("nl", purpose)))


def erase_after(app: Flask, age: timedelta) -> int:
    """Erase as it would be done so long after now."""
    with app.app_context():
        return erase_withdrawn(datetime.now(UTC) + age)


def lose(app: Flask, person: Person) -> None:
    """Withdraw, be erased after the month, and agree again."""
    withdraw(app, person)
    assert erase_after(app, WITHDRAWN + A_DAY) == 1
    agree(app, person)


def test_after_a_month_nothing_of_the_diary_is_left_and_no_day_sooner(
    app: Flask, phone: Device, tablet: Device
) -> None:
    written_over(phone, tablet)
    phone.sync()
    phone.sync(phone.delete(phone.edit(uuid4(), cramp())["id"]))
    withdraw(app, phone.person)
    before = everything_in(app)
    assert all(before[table] for table in LOGGED)
    assert erase_after(app, WITHDRAWN - A_DAY) == 0
    assert everything_in(app) == before
    assert erase_after(app, WITHDRAWN + A_DAY) == 1
    after = everything_in(app)
    assert [after[table] for table in LOGGED] == [[], [], []]
    for table in ("user", "consent", "data_key", "sign_in", "passkey"):
        assert after[table] == before[table]


def test_what_is_left_of_the_counter_does_not_tell_how_much_there_was(
    app: Flask, phone: Device
) -> None:
    phone.sync(*(phone.edit(uuid4(), cramp()) for _ in range(7)))
    withdraw(app, phone.person)
    erase_after(app, WITHDRAWN + A_DAY)
    with app.app_context():
        version, _, start, floor = lock_diary(phone.person.id)
    assert version == start
    assert floor == 0
    assert version - (datetime.now(UTC) + WITHDRAWN + A_DAY).timestamp() * 1000 < 60_000
    left = everything_in(app)
    assert left["ended"][0].endswith(", 0)")
    assert ", 7," not in left["diary"][0] + left["device"][0]


def test_a_second_time_there_is_nothing_to_erase(app: Flask, phone: Device) -> None:
    phone.sync(phone.edit(uuid4(), cramp()))
    withdraw(app, phone.person)
    erase_after(app, WITHDRAWN + A_DAY)
    before = everything_in(app)
    assert erase_after(app, WITHDRAWN + 2 * A_DAY) == 0
    assert everything_in(app) == before


def test_who_agrees_again_in_time_keeps_it_and_the_month_begins_anew(
    app: Flask, phone: Device
) -> None:
    record = uuid4()
    phone.sync(phone.edit(record, cramp(7)))
    withdraw(app, phone.person, ago=WITHDRAWN - A_DAY)
    agree(app, phone.person)
    assert erase_after(app, 2 * WITHDRAWN) == 0
    withdraw(app, phone.person)
    assert erase_after(app, WITHDRAWN - A_DAY) == 0
    assert len(everything_in(app)["record"]) == 1
    assert erase_after(app, WITHDRAWN + A_DAY) == 1


def test_who_agreed_to_words_that_changed_since_took_nothing_back(
    app: Flask, phone: Device
) -> None:
    phone.sync(phone.edit(uuid4(), cramp()))
    with app.app_context():
        db.session.execute(update(Consent).values(text_version="1"))
        db.session.commit()
    assert erase_after(app, 100 * WITHDRAWN) == 0


def test_who_never_agreed_and_who_never_began_have_no_diary_to_erase(
    app: Flask, alice: Person
) -> None:
    make_person(app, "cas@example.com", consent=False)
    withdraw(app, alice)
    before = everything_in(app)
    assert erase_after(app, 100 * WITHDRAWN) == 0
    assert everything_in(app) == before


def test_withdrawing_reminders_leaves_the_diary(app: Flask, phone: Device) -> None:
    phone.sync(phone.edit(uuid4(), cramp()))
    with app.app_context():
        _agree(phone.person.id, REMINDERS)
        withdraw_consent(phone.person.id, datetime.now(UTC), REMINDERS)
        db.session.commit()
    assert erase_after(app, 100 * WITHDRAWN) == 0


def test_what_is_bobs_stays(app: Flask, phone: Device, bob_phone: Device) -> None:
    record = uuid4()
    phone.sync(phone.edit(uuid4(), cramp()))
    bob_phone.sync(bob_phone.edit(record, cramp(4)))
    withdraw(app, phone.person)
    assert erase_after(app, WITHDRAWN + A_DAY) == 1
    assert len(everything_in(app)["record"]) == 1
    assert bob_phone.codes(bob_phone.edit(record, cramp(6), "worst")) == ["ok"]


def test_whoever_agrees_again_in_that_very_moment_keeps_it(app: Flask, phone: Device) -> None:
    phone.sync(phone.edit(uuid4(), cramp()))
    withdraw(app, phone.person, ago=WITHDRAWN + A_DAY)
    with ThreadPoolExecutor(1) as other, app.app_context():
        lock_diary(phone.person.id)  # as agreeing does
        erasing = other.submit(erase_after, app, timedelta(0))
        with pytest.raises(Late):
            erasing.result(timeout=0.5)
        _agree(phone.person.id)
        db.session.commit()
        assert erasing.result(timeout=20) == 0
    assert len(everything_in(app)["record"]) == 1


def test_until_somebody_agrees_again_a_device_hears_what_it_heard(
    app: Flask, phone: Device
) -> None:
    phone.sync(phone.edit(uuid4(), cramp()))
    withdraw(app, phone.person)
    erase_after(app, WITHDRAWN + A_DAY)
    answer = phone.send(phone.edit(uuid4(), cramp()))
    assert (answer.status_code, answer.get_json()["error"]["code"]) == (403, "consent")
    assert everything_in(app)["record"] == []


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_after_agreeing_again_the_devices_bring_what_they_have_and_what_waited(
    app: Flask, phone: Device, tablet: Device, order: tuple[int, int]
) -> None:
    old, edited, removed = (uuid4() for _ in range(3))
    phone.sync(*(phone.edit(record, cramp(1)) for record in (old, edited, removed)))
    tablet.sync()
    phone.sync(phone.edit(edited, cramp(8), "worst"), phone.delete(removed))
    base = tablet.records[str(old)]["version"]
    lose(app, phone.person)
    assert told(phone)["lost_from"] == 0
    for device in [(phone, tablet)[one] for one in order]:
        assert set(heal(device)) == {"ok"}
    # What waited stands behind what was offered, and knows nothing of the new epoch.
    late = tablet.edit(old, cramp(1, note="later"), "note", base=base)
    assert tablet.codes(late) == ["ok"]
    phone.sync()
    tablet.sync()
    assert phone.records == tablet.records
    assert phone.body(old) == cramp(1, note="later")
    assert phone.body(edited) == cramp(8)
    assert phone.body(removed) is None


def test_a_change_of_which_the_answer_never_came_is_taken_once_more(
    app: Flask, phone: Device
) -> None:
    record = uuid4()
    change = phone.edit(record, cramp(6))
    assert phone.send(change).status_code == 200  # and this answer is lost
    lose(app, phone.person)
    assert phone.codes(change) == ["ok"]
    assert phone.body(record) == cramp(6)


def test_a_device_of_before_an_older_restore_brings_all_of_it_too(
    app: Flask, phone: Device, tablet: Device
) -> None:
    early, late = uuid4(), uuid4()
    phone.sync(phone.edit(early, cramp(1)))
    new_epoch(app)
    tablet.sync()
    tablet.sync(tablet.edit(late, cramp(2)))
    lose(app, phone.person)
    assert told(phone)["lost_from"] == told(tablet)["lost_from"] == 0
    heal(phone)
    heal(tablet)
    phone.sync()
    assert (phone.body(early), phone.body(late)) == (cramp(1), cramp(2))


def test_devices_stay_in_the_list_with_their_names(app: Flask, phone: Device) -> None:
    phone.sync(phone.edit(uuid4(), cramp()))
    phone.client.patch(f"/api/devices/{phone.id}", json={"name": "Telefoon"})
    lose(app, phone.person)
    [listed] = phone.client.get("/api/devices").get_json()["devices"]
    assert (listed["device"], listed["name"]) == (str(phone.id), "Telefoon")


def test_a_device_that_was_forgotten_still_hears_so(
    app: Flask, phone: Device, tablet: Device
) -> None:
    phone.sync(phone.edit(uuid4(), cramp()))
    tablet.sync()
    assert phone.client.delete(f"/api/devices/{tablet.id}").status_code == 204
    lose(app, phone.person)
    epoch = told(tablet)["epoch"]
    assert tablet.send(epoch=epoch, cursor=0, fresh=True).status_code == 401


def test_the_command_says_and_writes_down_how_many(
    app: Flask, phone: Device, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    phone.sync(phone.edit(uuid4(), cramp()))
    withdraw(app, phone.person, ago=WITHDRAWN + A_DAY)
    said = app.test_cli_runner().invoke(args=["purge"]).output
    assert "      1  diaries whose consent was withdrawn\n" in said
    lines = [vars(record)["told"] for record in caplog.records if hasattr(record, "told")]
    purged = {line["limit"]: line["count"] for line in lines if line["event"] == "purged"}
    assert purged["diaries_whose_consent_was_withdrawn"] == 1
    assert everything_in(app)["record"] == []
