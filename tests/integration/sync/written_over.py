"""Two devices that write the same field of an entry, neither having seen the other's."""

from __future__ import annotations

from uuid import UUID, uuid4

from tests.device import Device, cramp


def written_over(phone: Device, tablet: Device) -> UUID:
    """The entry: the phone said 9 and came first, the tablet said 2 and came last."""
    record = uuid4()
    phone.sync(phone.edit(record, cramp(5)))
    tablet.sync()
    mine, yours = phone.edit(record, cramp(9), "worst"), tablet.edit(record, cramp(2), "worst")
    phone.sync(mine)
    tablet.sync(yours)
    return record
