"""Settings from the environment, checked once at start."""

from __future__ import annotations

import base64
import binascii
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
Key = TypeVar("Key")
SHORTEST_SECRET = 32  # characters; 43 of base64url carry 256 bits


class SettingsError(Exception):
    """A setting is missing or unusable; the text says what to do about it."""


@dataclass(frozen=True)
class Settings:
    """Everything the app may be told from outside; see the README's table."""

    secret_key: str
    vault_key: bytes
    database_url: str
    public_url: str
    data_dir: Path
    production: bool = False
    mail_url: str | None = None
    mail_from: str = "Rugwijs <noreply@localhost>"
    contact: str = "contact@localhost"
    controller: str = "nobody yet, this is a trial"
    processors: str = "nobody yet, this is a trial"
    secret_keys_old: tuple[str, ...] = ()
    vault_keys_old: tuple[bytes, ...] = ()
    redis_url: str | None = None
    proxies: int = 0

    @property
    def https(self) -> bool:
        """Whether people reach the app over TLS: then cookies are Secure and HSTS is sent."""
        return urlsplit(self.public_url).scheme == "https"

    @property
    def mail_dir(self) -> Path:
        """Where mails are written as .eml files when MAIL_URL is not set."""
        return self.data_dir / "mail"

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> Settings:
        """Read the settings; raises SettingsError with one sentence that says what to do."""
        values = _with_secrets_file(dict(os.environ if environ is None else environ))
        data_dir = _data_dir(values)
        production = _yes_or_no(values, "PRODUCTION")
        settings = cls(
            secret_key=_secret_key(values.get("SECRET_KEY", ""), "SECRET_KEY"),
            vault_key=_vault_key(values.get("VAULT_KEY", ""), "VAULT_KEY"),
            secret_keys_old=_several(values.get("SECRET_KEYS_OLD"), "SECRET_KEYS_OLD", _secret_key),
            vault_keys_old=_several(values.get("VAULT_KEYS_OLD"), "VAULT_KEYS_OLD", _vault_key),
            database_url=_database_url(values, data_dir),
            public_url=_public_url(values),
            data_dir=data_dir,
            production=production,
            mail_url=_mail_url(values),
            mail_from=values.get("MAIL_FROM", cls.mail_from),
            contact=_contact(values, production),
            controller=_told(values, "CONTROLLER", cls.controller, production),
            processors=_told(values, "PROCESSORS", cls.processors, production),
            redis_url=values.get("REDIS_URL") or None,
            proxies=_whole(values, "PROXIES"),
        )
        _check_apart(values, settings)
        if production:
            _check_production(settings)
        return settings


def _data_dir(values: Mapping[str, str]) -> Path:
    return Path(values.get("DATA_DIR", ROOT / "instance"))


def _with_secrets_file(values: dict[str, str]) -> dict[str, str]:
    """Lay the secrets file (KEY=value lines) under the environment.

    Without SECRETS_FILE the one that `make run` wrote is taken, so that the flask commands work
    beside it. In production nothing is found by accident.
    """
    own = _data_dir(values) / "secrets.env"
    beside = str(own) if own.is_file() and "PRODUCTION" not in values else None
    name = values.get("SECRETS_FILE") or beside
    if not name:
        return values
    path = Path(name)
    if not path.is_file():
        raise SettingsError(f"SECRETS_FILE names {path}, which does not exist: run make run once.")
    if path.stat().st_mode & 0o077:
        raise SettingsError(f"Others can read {path}: run chmod 600 {path}.")
    pairs = (line.split("=", 1) for line in path.read_text().splitlines() if "=" in line)
    return {key.strip(): value.strip() for key, value in pairs} | values


def _secret_key(secret: str, name: str) -> str:
    if len(secret) < SHORTEST_SECRET or len(set(secret)) < 10:
        raise SettingsError(_advice(name, "is missing or too weak"))
    return secret


def _vault_key(text: str, name: str) -> bytes:
    try:
        key = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != 32 or len(set(key)) < 10:
        raise SettingsError(_advice(name, "is missing or not 32 random bytes as base64url"))
    return key


def _several(text: str | None, name: str, read: Callable[[str, str], Key]) -> tuple[Key, ...]:
    return tuple(read(one.strip(), name) for one in text.split(",")) if text else ()


def _check_apart(values: Mapping[str, str], settings: Settings) -> None:
    vault = [settings.vault_key, *settings.vault_keys_old]
    signing = [settings.secret_key, *settings.secret_keys_old]
    same = values.get("SECRET_KEY") == values.get("VAULT_KEY")
    if same or len(set(vault)) < len(vault) or len(set(signing)) < len(signing):
        raise SettingsError(
            "SECRET_KEY, VAULT_KEY, SECRET_KEYS_OLD and VAULT_KEYS_OLD must all be different keys."
        )


def _advice(name: str, fault: str) -> str:
    return (
        f"{name} {fault}: set it to the output of "
        "python3 -c 'import secrets; print(secrets.token_urlsafe(32))' and keep it secret."
    )


def _database_url(values: Mapping[str, str], data_dir: Path) -> str:
    url = values.get("DATABASE_URL") or f"sqlite:///{data_dir / 'rugwijs.db'}"
    if url.startswith("postgres://"):
        url = "postgresql" + url.removeprefix("postgres")
    if url.startswith("postgresql://"):
        url = "postgresql+psycopg" + url.removeprefix("postgresql")
    if not url.startswith(("sqlite:///", "postgresql+psycopg://")):
        raise SettingsError("DATABASE_URL must start with sqlite:/// or postgresql://.")
    return url


def _public_url(values: Mapping[str, str]) -> str:
    url = values.get("PUBLIC_URL", "http://localhost:8000").rstrip("/")
    if not _names_a_host(url, "http", "https"):
        raise SettingsError("PUBLIC_URL must look like https://rugwijs.example.")
    return url


def _whole(values: Mapping[str, str], name: str) -> int:
    text = values.get(name, "0")
    if not text.isdecimal():
        raise SettingsError(f"{name} must be a whole number, not {text!r}.")
    return int(text)


def _yes_or_no(values: Mapping[str, str], name: str) -> bool:
    # Whoever writes "true" means it: as a "no" it would start without the checks of production.
    text = values.get(name, "")
    if text not in ("", "0", "1"):
        raise SettingsError(f"{name} must be 1 or 0, not {text!r}.")
    return text == "1"


def _mail_url(values: Mapping[str, str]) -> str | None:
    url = values.get("MAIL_URL") or None
    if url and not _names_a_host(url, "smtp", "smtps"):
        raise SettingsError("MAIL_URL must look like smtp://user:password@host:587.")
    return url


def _told(values: Mapping[str, str], name: str, trial: str, production: bool) -> str:
    text = values.get(name, "" if production else trial).strip().rstrip(".")
    if not text or not text.isprintable():
        raise SettingsError(f"{name} is missing: the notice tells it, see the README.")
    return text


def _contact(values: Mapping[str, str], production: bool) -> str:
    address = values.get("CONTACT", "" if production else Settings.contact)
    if not re.fullmatch(r"[^@\s<>,]{1,64}@[^@\s<>,]{1,255}", address):
        raise SettingsError(
            "CONTACT must be the mail address for questions about privacy and security."
        )
    return address


def _names_a_host(url: str, *schemes: str) -> bool:
    try:
        parts = urlsplit(url)
        named = bool((parts.hostname or "").encode("idna"))
        return parts.scheme in schemes and named and parts.port != 0
    except ValueError:  # a port that is no number, or a name that cannot be one
        return False


def _check_production(settings: Settings) -> None:
    path = urlsplit(settings.public_url).path
    if not _names_a_host(settings.public_url, "https") or path:
        raise SettingsError(
            "PUBLIC_URL must be the https:// address that people use when PRODUCTION=1."
        )
    if settings.mail_url is None:
        raise SettingsError(
            "MAIL_URL is missing: set it to smtp://user:password@host:587 when PRODUCTION=1."
        )
