"""A passkey in software: it makes real keys and signs with them, also what is wrong on purpose."""

from __future__ import annotations

import hashlib
import json
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from typing import Any

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

PRESENT, VERIFIED, BACKED_UP, WITH_KEY = 0x01, 0x04, 0x18, 0x40
ORIGIN = "http://localhost"
Question = dict[str, Any]
Fields = dict[str, str]


@dataclass
class Authenticator:
    """One passkey of one person. `host` and `origin` are what the browser would say."""

    host: str = "localhost"
    origin: str = ORIGIN
    counts: bool = True
    person: bytes = b""
    sign_count: int = 0
    id: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    secret: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )

    def make(self, question: Question, flags: int = PRESENT | VERIFIED, **says: Any) -> Fields:
        """What a browser sends of a new passkey; `says` changes what it says of its page."""
        self.person = as_bytes(question["person"])
        numbers = self.secret.public_key().public_numbers()
        public = {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32), -3: numbers.y.to_bytes(32)}
        attested = bytes(16) + len(self.id).to_bytes(2) + self.id + cbor2.dumps(public)
        data = self._data(flags | WITH_KEY) + attested
        attestation = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
        return {
            "key": as_text(self.id),
            "client_data": as_text(self._client_data("create", question, says)),
            "attestation": as_text(attestation),
        }

    def sign(self, question: Question, flags: int = PRESENT | VERIFIED, **says: Any) -> Fields:
        """What a browser sends of a question that was signed."""
        self.sign_count += self.counts
        client_data = self._client_data("get", question, says)
        data = self._data(flags)
        signed = data + hashlib.sha256(client_data).digest()
        return {
            "key": as_text(self.id),
            "client_data": as_text(client_data),
            "authenticator_data": as_text(data),
            "signature": as_text(self.secret.sign(signed, ec.ECDSA(SHA256()))),
            "person": as_text(self.person),
        }

    def _data(self, flags: int) -> bytes:
        host = hashlib.sha256(self.host.encode()).digest()
        return host + bytes([flags]) + self.sign_count.to_bytes(4)

    def _client_data(self, act: str, question: Question, says: dict[str, Any]) -> bytes:
        said = {"type": f"webauthn.{act}", "challenge": question["challenge"]}
        return json.dumps(said | {"origin": self.origin, "crossOrigin": False} | says).encode()


def as_text(value: bytes) -> str:
    """Base64url, as browsers write it."""
    return urlsafe_b64encode(value).rstrip(b"=").decode()


def as_bytes(text: str) -> bytes:
    """The bytes of it."""
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
