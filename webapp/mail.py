"""Mail: by SMTP where MAIL_URL is set, else as .eml files in a folder."""

from __future__ import annotations

import smtplib
import ssl
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit
from uuid import uuid4

from flask import Flask, current_app

TIMEOUT = 10  # seconds; a mail server that hangs must not hold a worker


class Carrier(Protocol):
    """Takes a finished mail on its way."""

    def carry(self, message: EmailMessage) -> None:
        """Deliver the message or raise OSError."""

    def reach(self) -> None:
        """Go as far as a delivery without a message; raise OSError where that would."""


class Folder:
    """Writes each mail to a file of its own, for a machine without a mail server."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def carry(self, message: EmailMessage) -> None:
        """Write <random>.eml, readable by the owner only."""
        self.reach()
        file = self.path / f"{uuid4().hex}.eml"
        file.touch(mode=0o600)
        file.write_bytes(message.as_bytes())

    def reach(self) -> None:
        """Make the folder."""
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)


class Smtp:
    """Hands mails to a server: smtp:// (STARTTLS where offered) or smtps://."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
            raise ValueError("MAIL_URL must look like smtp://user:password@host:587")
        self.secure = parts.scheme == "smtps"
        self.host = parts.hostname
        self.port = parts.port or (465 if self.secure else 587)
        self.user = unquote(parts.username or "")
        self.password = unquote(parts.password or "")

    def carry(self, message: EmailMessage) -> None:
        """Send over one connection."""
        with self._connect() as server:
            server.send_message(message)

    def reach(self) -> None:
        """Connect and sign in."""
        with self._connect():
            pass

    def _connect(self) -> smtplib.SMTP:
        context = ssl.create_default_context()
        if self.secure:
            server: smtplib.SMTP = smtplib.SMTP_SSL(
                self.host, self.port, timeout=TIMEOUT, context=context
            )
        else:
            server = smtplib.SMTP(self.host, self.port, timeout=TIMEOUT)
        try:
            self._greet(server, context)
        except BaseException:
            server.close()
            raise
        return server

    def _greet(self, server: smtplib.SMTP, context: ssl.SSLContext) -> None:
        server.ehlo()
        if not self.secure and server.has_extn("starttls"):
            server.starttls(context=context)
            server.ehlo()
        if not self.user:
            return
        if not isinstance(server.sock, ssl.SSLSocket):
            raise OSError("the mail server offers no TLS: no password is sent over a bare line")
        server.login(self.user, self.password)


def send(recipient: str, subject: str, text: str) -> None:
    """Send a plain-text mail. The caller keeps health words out of subject and text."""
    settings = current_app.extensions["settings"]
    message = EmailMessage()
    message["From"] = settings.mail_from
    message["To"] = recipient
    message["Subject"] = subject
    message["Date"] = formatdate()
    message["Message-ID"] = make_msgid(domain=urlsplit(settings.public_url).hostname)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text, cte="8bit")  # else the lines of long links are cut up
    carrier: Carrier = current_app.extensions["mail"]
    carrier.carry(message)


def reach() -> None:
    """Do all of a sending but the mail: raises OSError where `send` would, in about its time."""
    carrier: Carrier = current_app.extensions["mail"]
    carrier.reach()


def init_app(app: Flask) -> None:
    """Choose the carrier by the settings."""
    settings = app.extensions["settings"]
    app.extensions["mail"] = (
        Smtp(settings.mail_url) if settings.mail_url else Folder(settings.mail_dir)
    )
