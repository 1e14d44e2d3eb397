"""The vault: only the right key opens the right record of the right person."""

from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.vault import Box, Unsealable, Vault

VAULT = Vault(bytes(range(32)))
ALICE, BOB = uuid4(), uuid4()
ALICE_KEY = VAULT.new_data_key(ALICE)
CRAMP = uuid4()


def box() -> Box:
    return VAULT.box(ALICE, ALICE_KEY)


@given(st.binary(max_size=500), st.uuids())
def test_what_is_sealed_opens_to_the_same_bytes(plaintext: bytes, record: UUID) -> None:
    assert box().open("record", record, box().seal("record", record, plaintext)) == plaintext


def test_sealed_bytes_do_not_show_what_they_say() -> None:
    assert b"onderrug" not in box().seal("record", CRAMP, b"kramp in mijn onderrug")


def test_sealing_twice_gives_other_bytes() -> None:
    sealed = {box().seal("record", CRAMP, b"same") for _ in range(200)}
    assert len({one[1:13] for one in sealed}) == 200


def test_every_flipped_bit_is_noticed() -> None:
    sealed = box().seal("record", CRAMP, b"worst: 7")
    for bit in range(len(sealed) * 8):
        altered = bytearray(sealed)
        altered[bit // 8] ^= 1 << bit % 8
        with pytest.raises(Unsealable):
            box().open("record", CRAMP, bytes(altered))


def test_every_shortened_seal_is_noticed() -> None:
    sealed = box().seal("record", CRAMP, b"worst: 7")
    for length in range(len(sealed)):
        with pytest.raises(Unsealable):
            box().open("record", CRAMP, sealed[:length])


def test_one_record_cannot_be_opened_as_another() -> None:
    sealed = box().seal("record", CRAMP, b"worst: 7")
    with pytest.raises(Unsealable):
        box().open("record", uuid4(), sealed)


def test_one_purpose_cannot_be_opened_as_another() -> None:
    sealed = box().seal("earlier", CRAMP, b"worst: 7")
    with pytest.raises(Unsealable):
        box().open("record", CRAMP, sealed)


def test_the_key_of_one_person_is_no_use_to_another() -> None:
    with pytest.raises(Unsealable):
        VAULT.box(BOB, ALICE_KEY)
    sealed = box().seal("record", CRAMP, b"worst: 7")
    with pytest.raises(Unsealable):
        VAULT.box(BOB, VAULT.new_data_key(BOB)).open("record", CRAMP, sealed)


def test_another_server_key_opens_nothing() -> None:
    with pytest.raises(Unsealable):
        Vault(bytes(32)).box(ALICE, ALICE_KEY)


def test_a_replaced_data_key_leaves_the_old_bytes_closed() -> None:
    sealed = box().seal("record", CRAMP, b"worst: 7")
    with pytest.raises(Unsealable):
        VAULT.box(ALICE, VAULT.new_data_key(ALICE)).open("record", CRAMP, sealed)


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_a_server_key_of_the_wrong_length_is_refused(length: int) -> None:
    with pytest.raises(ValueError, match="instead of 32"):
        Vault(bytes(length))
