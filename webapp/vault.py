"""Seals and opens a person's bytes: AES-256-GCM under a key of their own.

Each person has a random data key. It is kept only wrapped by the server's key, which is not
in the database; so whoever takes the database reads nothing, and destroying one wrapped key
makes everything of that person unreadable, in every backup too.

Sealed bytes are: one version byte, a random 96-bit nonce, the ciphertext with its tag. What
the bytes are and whose (purpose, person, record) is authenticated with them, so the bytes of
one record cannot be passed off as another's.
"""

import secrets
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16
VERSION = b"\x01"


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
    """Wraps and unwraps data keys with the server's key of 32 bytes."""

    def __init__(self, server_key: bytes) -> None:
        if len(server_key) != KEY_BYTES:
            raise ValueError(f"the server's key has {len(server_key)} bytes instead of {KEY_BYTES}")
        self._cipher = AESGCM(server_key)

    def new_data_key(self, user_id: UUID) -> bytes:
        """A fresh data key for this person, wrapped."""
        key = secrets.token_bytes(KEY_BYTES)
        return _seal(self._cipher, _identity("data-key", str(user_id), user_id), key)

    def box(self, user_id: UUID, wrapped: bytes) -> Box:
        """What seals and opens for this person; raises Unsealable for another's key."""
        key = _open(self._cipher, _identity("data-key", str(user_id), user_id), wrapped)
        return Box(key, user_id)


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
