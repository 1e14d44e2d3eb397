"""Alice has a phone and a tablet, Bob a phone."""

import pytest

from tests.device import Device, device_of
from tests.people import Person


@pytest.fixture
def phone(alice: Person) -> Device:
    return device_of(alice)


@pytest.fixture
def bob_phone(bob: Person) -> Device:
    return device_of(bob)


@pytest.fixture
def tablet(alice: Person) -> Device:
    return device_of(alice)
