"""Several windows of one person at the same moment: no change is lost unseen."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.at_once import at_once, windows
from tests.people import Person
from webapp.tracker.merge import Entry
from webapp.tracker.models import records_of

CRAMP = {"began": "2026-01-05T08:30", "worst": "6"}
ROUNDS = 4


def stored(app: Flask, person: Person) -> list[Entry]:
    with app.app_context():
        return records_of(person.id)


def changing(client: FlaskClient, entry: Entry, worst: int) -> Callable[[], int]:
    form = CRAMP | {"base": str(entry.version), "worst": str(worst)}
    return lambda: client.post(f"/nl/dagboek/{entry.id}", data=form).status_code


def deleting(client: FlaskClient, entry: Entry) -> Callable[[], int]:
    form = {"base": str(entry.version)}
    return lambda: client.post(f"/nl/dagboek/{entry.id}/wissen", data=form).status_code


def answering(client: FlaskClient, factor: str, answer: str) -> Callable[[], int]:
    form = {"day": "2026-01-05", factor: answer}
    return lambda: client.post("/nl/noteren/dag", data=form).status_code


def test_of_eight_changes_of_one_version_one_is_kept_and_seven_are_asked_again(
    app: Flask, alice: Person
) -> None:
    alice.client.post("/nl/noteren/kramp", data=CRAMP)
    clients = windows(app, alice, 8)
    for turn in range(ROUNDS):
        [entry] = stored(app, alice)
        others = [worst for worst in range(10) if worst != entry.body["worst"]][:8]
        tried = [changing(c, entry, worst) for c, worst in zip(clients, others, strict=True)]
        assert sorted(at_once(*tried)) == [303, *[409] * 7], turn


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_an_entry_that_is_changed_and_deleted_at_once_is_either(
    app: Flask, alice: Person, turn: int
) -> None:
    alice.client.post("/nl/noteren/kramp", data=CRAMP)
    [entry] = stored(app, alice)
    one, other = windows(app, alice, 2)
    statuses = at_once(changing(one, entry, turn), deleting(other, entry))
    assert statuses in ([303, 409], [404, 303])
    assert len(stored(app, alice)) == (statuses[0] == 303)


def test_the_answers_of_eight_windows_to_one_day_are_all_kept(app: Flask, alice: Person) -> None:
    factors = {
        "sleep_h": "7", "walk_min": "30", "stress": "4", "fluids_l": "2",
        "ill": "no", "strength": "yes", "alcohol_units": "1", "driving_h": "2",
    }  # fmt: skip
    answers = [
        answering(client, factor, answer)
        for client, (factor, answer) in zip(windows(app, alice, 8), factors.items(), strict=True)
    ]
    assert at_once(*answers) == [303] * 8
    [entry] = stored(app, alice)
    assert set(entry.body) == {"day", *factors}
