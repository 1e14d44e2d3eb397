"""The vault: only the right key opens the right record of the right person."""

from uuid import UUID, uuid4

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
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


NEW = Vault(bytes(range(1, 33)), [bytes(range(32))])


def test_an_older_server_key_still_opens_what_it_wrapped() -> None:
    sealed = box().seal("record", CRAMP, b"worst: 7")
    assert NEW.box(ALICE, ALICE_KEY).open("record", CRAMP, sealed) == b"worst: 7"


def test_nothing_new_is_wrapped_by_an_older_server_key() -> None:
    with pytest.raises(Unsealable):
        VAULT.box(BOB, NEW.new_data_key(BOB))


def test_what_is_wrapped_anew_is_the_same_key_and_the_old_one_is_no_use() -> None:
    sealed = box().seal("record", CRAMP, b"worst: 7")
    again = NEW.rewrapped(ALICE, ALICE_KEY)
    assert again is not None
    alone = Vault(bytes(range(1, 33)))
    assert alone.box(ALICE, again).open("record", CRAMP, sealed) == b"worst: 7"
    with pytest.raises(Unsealable):
        VAULT.box(ALICE, again)
    assert alone.rewrapped(ALICE, again) is NEW.rewrapped(ALICE, again) is None
    with pytest.raises(Unsealable):
        alone.rewrapped(ALICE, ALICE_KEY)
    with pytest.raises(Unsealable):
        NEW.rewrapped(BOB, ALICE_KEY)


def test_every_flipped_bit_of_a_wrapped_key_is_noticed() -> None:
    for bit in range(len(ALICE_KEY) * 8):
        altered = bytearray(ALICE_KEY)
        altered[bit // 8] ^= 1 << bit % 8
        with pytest.raises(Unsealable):
            VAULT.box(ALICE, bytes(altered))


def test_a_key_that_was_wrapped_before_keys_had_an_id_opens_and_is_wrapped_anew() -> None:
    # As version 1 of this file wrote it.
    key, nonce = bytes(range(64, 96)), bytes(range(12))
    identity = f"\x01data-key|{ALICE}|{ALICE}".encode()
    wrapped = b"\x01" + nonce + AESGCM(bytes(range(32))).encrypt(nonce, key, identity)
    sealed = Box(key, ALICE).seal("record", CRAMP, b"worst: 7")
    for vault in (VAULT, NEW):
        assert vault.box(ALICE, wrapped).open("record", CRAMP, sealed) == b"worst: 7"
        again = vault.rewrapped(ALICE, wrapped)
        assert again is not None
        assert vault.box(ALICE, again).open("record", CRAMP, sealed) == b"worst: 7"
    with pytest.raises(Unsealable):
        Vault(bytes(range(1, 33))).box(ALICE, wrapped)
