"""Mail: by SMTP where MAIL_URL is set, else as .eml files in a folder.

A mail goes out after the answer to whoever caused it, in a thread of its own: how long an answer
takes must not tell whether an address has an account.
"""

from __future__ import annotations

import re
import smtplib
import ssl
import time
from concurrent.futures import Future, ThreadPoolExecutor
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from pathlib import Path
from threading import BoundedSemaphore
from typing import Protocol
from urllib.parse import unquote, urlsplit
from uuid import uuid4

from flask import Flask, current_app

from webapp import journal

MOST_WAITING = 200  # mails
# Of RFC 3463: no such mailbox, no such system, no address at all, moved away, switched off.
NOBODY_THERE = frozenset({b"5.1.0", b"5.1.1", b"5.1.2", b"5.1.3", b"5.1.6", b"5.1.10", b"5.2.1"})
PAUSE = 0.05  # seconds; carrying a mail would slow down the very answer that it must not touch
TIMEOUT = 10  # seconds; a mail server that hangs must not hold a worker


class AddressRefused(OSError):
    """Nobody is at this address: the mail server says so, and that asking again will not help."""


class Carrier(Protocol):
    """Takes a finished mail on its way."""

    def carry(self, message: EmailMessage) -> None:
        """Deliver the message or raise OSError, of an address where nobody is AddressRefused."""

    def reach(self) -> None:
        """Go as far as a delivery without a message; raise OSError where that would."""


class Folder:
    """Writes each mail to a file of its own, for a machine without a mail server."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def carry(self, message: EmailMessage) -> None:
        """Write <random>.eml, readable by the owner only."""
        self.reach()
        file = self.path / f"{uuid4().hex}.part"
        file.touch(mode=0o600)
        file.write_bytes(message.as_bytes())
        file.rename(file.with_suffix(".eml"))

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
            try:
                server.send_message(message)
            except smtplib.SMTPRecipientsRefused as refused:
                (code, said), *_ = refused.recipients.values()
                raise (AddressRefused() if nobody_there(code, said) else refused) from None

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


class Post:
    """Carries mails one after the other. What still waits when the process ends goes first."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._room = BoundedSemaphore(MOST_WAITING)
        self._carriers = ThreadPoolExecutor(1, "mail")
        self._last: Future[None] | None = None

    def reach(self) -> None:
        """Do all that comes before a mail is taken: raises OSError where no mail can go."""
        if not self._room.acquire(blocking=False):
            raise OSError("too many mails wait")
        self._room.release()
        self._carrier().reach()

    def take(self, message: EmailMessage) -> None:
        """Take a mail that will go soon; a failure is only logged."""
        self._room.acquire()
        self._last = self._carriers.submit(self._carry, message)

    def carry(self, message: EmailMessage) -> None:
        """Hand a mail over at once; raises OSError."""
        self._carrier().carry(message)

    def wait(self) -> None:
        """Return when all that was taken has gone."""
        if self._last:
            self._last.result()

    def _carry(self, message: EmailMessage) -> None:
        time.sleep(PAUSE)
        try:
            self._carrier().carry(message)
        except OSError as trouble:
            journal.write(journal.Event.MAIL_FAILED, trouble=type(trouble).__name__)
        finally:
            self._room.release()

    def _carrier(self) -> Carrier:
        carrier: Carrier = self._app.extensions["mail"]
        return carrier


def nobody_there(code: int, said: bytes) -> bool:
    """Whether a mail server that refuses a recipient says that nobody is at that address.

    By the code of RFC 3463, if it gives one, else by that of RFC 5321. That it wants no mail of
    ours (5.7) or has no room (5.2.2) is of another kind, though it calls that permanent too.
    """
    if not 500 <= code < 600:
        return False
    detail = re.match(rb"\d\.\d{1,3}\.\d{1,3}\b", said)
    return detail[0] in NOBODY_THERE if detail else code in (550, 551, 553, 556)


def send(recipient: str, subject: str, text: str) -> None:
    """Send a plain-text mail soon. The caller keeps health words out of subject and text."""
    _post().take(_message(recipient, subject, text))


def send_now(recipient: str, subject: str, text: str) -> None:
    """Send it before this returns, from a command; raises OSError when it was not taken.

    AddressRefused is the one that waiting does not mend.
    """
    _post().carry(_message(recipient, subject, text))


def reach() -> None:
    """Go as far as the mail server's door: raises OSError where no mail can go now."""
    _post().reach()


def _message(recipient: str, subject: str, text: str) -> EmailMessage:
    settings = current_app.extensions["settings"]
    message = EmailMessage()
    message["From"] = settings.mail_from
    message["To"] = recipient
    message["Subject"] = subject
    message["Date"] = formatdate()
    message["Message-ID"] = make_msgid(domain=urlsplit(settings.public_url).hostname)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text, cte="8bit")  # else the lines of long links are cut up
    return message


def _post() -> Post:
    post: Post = current_app.extensions["post"]
    return post


def init_app(app: Flask) -> None:
    """Choose the carrier by the settings."""
    settings = app.extensions["settings"]
    app.extensions["post"] = Post(app)
    app.extensions["mail"] = (
        Smtp(settings.mail_url) if settings.mail_url else Folder(settings.mail_dir)
    )
