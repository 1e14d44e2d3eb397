"""Alice has a phone and a tablet."""

import pytest

from tests.device import Device, device_of
from tests.people import Person


@pytest.fixture
def phone(alice: Person) -> Device:
    return device_of(alice)


@pytest.fixture
def tablet(alice: Person) -> Device:
    return device_of(alice)
