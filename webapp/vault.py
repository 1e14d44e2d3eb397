"""Seals and opens a person's bytes: AES-256-GCM under a key of their own.

Each person has a random data key. It is kept only wrapped by the server's key, which is not
in the database; so whoever takes the database reads nothing, and destroying one wrapped key
makes everything of that person unreadable, in every backup too.

Sealed bytes are: one version byte, a random 96-bit nonce, the ciphertext with its tag. What
the bytes are and whose (purpose, person, record) is authenticated with them, so the bytes of
one record cannot be passed off as another's.
"""

import hashlib
import secrets
from collections.abc import Sequence
from contextlib import suppress
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16
VERSION = b"\x01"
KEY_VERSION = b"\x02"  # of a data key that tells what wrapped it
KEY_ID_BYTES = 8


class Unsealable(Exception):
    """The bytes were altered, belong to something else, or were sealed with another key."""


class Box:
    """Seals and opens what belongs to one person."""

    def __init__(self, key: bytes, user_id: UUID) -> None:
        self._cipher = AESGCM(key)
        self._whose = str(user_id)  # once: writing out an id takes as long as opening a seal

    def seal(self, purpose: str, record: UUID, plaintext: bytes) -> bytes:
        """Seal `plaintext` as this person's `record`, for one purpose ("record", "earlier")."""
        return _seal(self._cipher, _identity(purpose, self._whose, record), plaintext)

    def open(self, purpose: str, record: UUID, sealed: bytes) -> bytes:
        """What was sealed; raises Unsealable unless purpose, person, record and key are right."""
        return _open(self._cipher, _identity(purpose, self._whose, record), sealed)


class Vault:
    """Wraps and unwraps data keys with the server's key of 32 bytes.

    A wrapped key begins with the id of what wrapped it. Older server keys open what they wrapped
    until `rewrapped` has been done to all of it; nothing new is wrapped with them.
    """

    def __init__(self, server_key: bytes, older: Sequence[bytes] = ()) -> None:
        for key in (server_key, *older):
            if len(key) != KEY_BYTES:
                raise ValueError(f"a server's key has {len(key)} bytes instead of {KEY_BYTES}")
        self._current = _id(server_key)
        self._ciphers = {_id(key): AESGCM(key) for key in (server_key, *older)}

    def new_data_key(self, user_id: UUID) -> bytes:
        """A fresh data key for this person, wrapped."""
        return self._wrapped(user_id, secrets.token_bytes(KEY_BYTES))

    def box(self, user_id: UUID, wrapped: bytes) -> Box:
        """What seals and opens for this person; raises Unsealable for another's key."""
        return Box(self._data_key(user_id, wrapped), user_id)

    def rewrapped(self, user_id: UUID, wrapped: bytes) -> bytes | None:
        """The same data key under the current server key; None where that wrapped it already.

        Raises Unsealable where none of the server's keys did.
        """
        if wrapped.startswith(KEY_VERSION + self._current):
            return None
        return self._wrapped(user_id, self._data_key(user_id, wrapped))

    def _wrapped(self, user_id: UUID, key: bytes) -> bytes:
        head = KEY_VERSION + self._current
        cipher, identity = self._ciphers[self._current], _of_key(user_id)
        return head + _seal(cipher, head + identity, key)

    def _data_key(self, user_id: UUID, wrapped: bytes) -> bytes:
        identity = _of_key(user_id)
        if wrapped[:1] == KEY_VERSION:
            head, sealed = wrapped[: 1 + KEY_ID_BYTES], wrapped[1 + KEY_ID_BYTES :]
            cipher = self._ciphers.get(head[1:])
            if cipher is None:
                raise Unsealable("wrapped by a key that is not here")
            return _open(cipher, head + identity, sealed)
        for cipher in self._ciphers.values():  # of before keys had an id
            with suppress(Unsealable):
                return _open(cipher, identity, wrapped)
        raise Unsealable("altered, or wrapped by a key that is not here")


def _id(server_key: bytes) -> bytes:
    """Says which key it is, and nothing about it."""
    return hashlib.sha256(b"server-key|" + server_key).digest()[:KEY_ID_BYTES]


def _of_key(user_id: UUID) -> bytes:
    return _identity("data-key", str(user_id), user_id)


def _identity(purpose: str, whose: str, record: UUID) -> bytes:
    return f"{purpose}|{whose}|{record}".encode()


def _seal(cipher: AESGCM, identity: bytes, plaintext: bytes) -> bytes:
    nonce = secrets.token_bytes(NONCE_BYTES)
    return VERSION + nonce + cipher.encrypt(nonce, plaintext, VERSION + identity)


def _open(cipher: AESGCM, identity: bytes, sealed: bytes) -> bytes:
    version, nonce, rest = sealed[:1], sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
    if version != VERSION or len(rest) < TAG_BYTES:
        raise Unsealable("these bytes were not sealed here")
    try:
        return cipher.decrypt(nonce, rest, VERSION + identity)
    except InvalidTag:
        raise Unsealable("altered, of something else, or sealed with another key") from None
