"""The nginx that docs/nginx.conf makes: what is half, twofold, slow or weak ends there."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.database import fresh_database
from tests.integration.api.asking import served
from tests.integration.nginx import NAME, PATIENCE, Behind, Nginx, heard, running
from webapp import create_app
from webapp.config import Settings
from webapp.extensions import db, limiter

HOST = f"Host: {NAME}\r\n"
HIDDEN = f"GET /hidden HTTP/1.1\r\n{HOST}\r\n"
TWOFOLD = {
    "length and chunks": f"Content-Length: {len(HIDDEN) + 5}\r\nTransfer-Encoding: chunked\r\n",
    "chunks and length": f"Transfer-Encoding: chunked\r\nContent-Length: {len(HIDDEN) + 5}\r\n",
    "two lengths": f"Content-Length: {len(HIDDEN) + 5}\r\nContent-Length: 5\r\n",
    "the other length first": f"Content-Length: 5\r\nContent-Length: {len(HIDDEN) + 5}\r\n",
    "a length in hex": "Content-Length: 0x5\r\n",
    "a length with a sign": "Content-Length: +5\r\n",
    "lengths in a list": f"Content-Length: 5, {len(HIDDEN) + 5}\r\n",
    "a length below nothing": "Content-Length: -5\r\n",
    "a folded length": f"Content-Length: {len(HIDDEN) + 5}\r\n 5\r\n",
    "folded chunks": "Transfer-Encoding:\r\n chunked\r\nContent-Length: 5\r\n",
    "a space before the colon": "Transfer-Encoding : chunked\r\nContent-Length: 5\r\n",
    "other chunks": "Transfer-Encoding: xchunked\r\n",
    "chunks and none": "Transfer-Encoding: chunked, identity\r\n",
    "chunks twice": "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
    "two names": "Host: evil.example\r\nContent-Length: 5\r\n",
    "a zero in a name": "X-A\0: 1\r\nContent-Length: 5\r\n",
}


@pytest.fixture
def behind() -> Iterator[Behind]:
    """Who stands behind nginx."""
    made = Behind()
    yield made
    made.close()


@pytest.fixture
def nginx(tmp_path: Path, behind: Behind) -> Iterator[Nginx]:
    """nginx as it is shipped, before somebody who keeps what comes through."""
    with running(tmp_path, behind.port) as made:
        yield made


def test_whole_requests_go_through_one_by_one(nginx: Nginx, behind: Behind) -> None:
    body = f"POST /a HTTP/1.1\r\n{HOST}Content-Length: 5\r\n\r\nhello"
    answer = nginx.ask(
        (body + HIDDEN.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n")).encode()
    )
    assert answer.count(b"HTTP/1.1 204") == 2
    assert behind.requests == 2, "two that are whole are two"


@pytest.mark.parametrize("lines", TWOFOLD.values(), ids=list(TWOFOLD))
def test_what_can_be_read_in_two_ways_is_refused(nginx: Nginx, behind: Behind, lines: str) -> None:
    sent = f"POST /a HTTP/1.1\r\n{HOST}{lines}\r\n0\r\n\r\n{HIDDEN}"
    answer = nginx.ask(sent.encode())
    assert answer == b"" or answer.startswith((b"HTTP/1.1 400 ", b"HTTP/1.1 501 "))
    assert answer.count(b"HTTP/1.1 ") <= 1
    assert behind.requests == 0
    assert b"hidden" not in behind.got


@pytest.mark.parametrize("size", ["0x5", "-5", "ffffffffffffffffff", "g"])
def test_a_chunk_without_a_true_size_goes_nowhere(nginx: Nginx, behind: Behind, size: str) -> None:
    head = f"POST /a HTTP/1.1\r\n{HOST}Transfer-Encoding: chunked\r\n\r\n"
    answer = nginx.ask(f"{head}{size}\r\nhello\r\n0\r\n\r\n{HIDDEN}".encode())
    assert answer.startswith(b"HTTP/1.1 400 ")
    assert behind.requests == 0


def test_who_sends_slowly_is_left_waiting_at_the_door(nginx: Nginx, behind: Behind) -> None:
    half_head = f"POST /a HTTP/1.1\r\n{HOST}Content-Le"
    half_body = f"POST /a HTTP/1.1\r\n{HOST}Content-Length: 5000\r\n\r\nhalf"
    lines = [nginx.connection() for _ in range(2)]
    began = time.monotonic()
    for line, sent in zip(lines, (half_head, half_body), strict=True):
        line.sendall(sent.encode())
        line.settimeout(PATIENCE)
    for line in lines:
        with line:
            assert heard(line)[:13] in (b"", b"HTTP/1.1 408 ")
    assert 8 < time.monotonic() - began < PATIENCE
    assert behind.connections == 0


def test_what_is_far_too_large_is_not_even_taken(nginx: Nginx, behind: Behind) -> None:
    answer = nginx.ask(f"POST /a HTTP/1.1\r\n{HOST}Content-Length: 2000000\r\n\r\n".encode())
    assert answer.startswith(b"HTTP/1.1 413 ")
    long = nginx.ask(f"GET /{'a' * 40_000} HTTP/1.1\r\n{HOST}\r\n".encode())
    assert long.startswith(b"HTTP/1.1 414 ")
    assert behind.connections == 0


def test_no_answer_tells_a_version(nginx: Nginx) -> None:
    for sent in ("NONSENSE\r\n\r\n", f"GET / HTTP/1.1\r\n{HOST}Connection: close\r\n\r\n"):
        answer = nginx.ask(sent.encode())
        assert b"HTTP/1.1 " in answer
        assert b"nginx/" not in answer


def says(nginx: Nginx, *options: str, name: str = NAME) -> bool:
    """Whether nginx agrees to talk in this way, to a client that would agree to anything."""
    anything = ["-cipher", "ALL:@SECLEVEL=0"] if "-cipher" not in options else []
    command = ["openssl", "s_client", "-connect", f"127.0.0.1:{nginx.tls}", "-servername", name]
    told = subprocess.run(
        [*command, *anything, *options],
        input=b"",
        capture_output=True,
        timeout=PATIENCE,
        env=os.environ | {"OPENSSL_CONF": "/dev/null"},
    )
    return b"Cipher is (NONE)" not in told.stdout and told.returncode == 0


def test_only_tls_of_today_with_good_ciphers_is_spoken(nginx: Nginx) -> None:
    assert says(nginx, "-tls1_3")
    assert says(nginx, "-tls1_2")
    assert not says(nginx, "-tls1_1")
    assert not says(nginx, "-tls1")
    for weak in ("AES128-SHA", "AES256-GCM-SHA384", "ECDHE-RSA-AES128-SHA", "NULL", "aNULL"):
        assert not says(nginx, "-tls1_2", "-cipher", f"{weak}:@SECLEVEL=0"), weak
    assert not says(nginx, "-tls1_3", name="evil.example")


def test_an_older_one_would_be_noticed(tmp_path: Path, behind: Behind) -> None:
    loose = {"ssl_protocols": "TLSv1 TLSv1.1 TLSv1.2", "ssl_ciphers": "ALL:@SECLEVEL=0"}
    with running(tmp_path, behind.port, **loose) as nginx:
        assert says(nginx, "-tls1")
        assert says(nginx, "-tls1_1")
        assert says(nginx, "-tls1_2", "-cipher", "AES128-SHA:@SECLEVEL=0")


def test_the_app_behind_it_sees_where_people_are_and_believes_nothing_else(
    settings: Settings, tmp_path: Path
) -> None:
    at = {"public_url": f"https://{NAME}", "production": True, "proxies": 1}
    app = create_app(replace(settings, **at))  # type: ignore[arg-type]
    limiter.reset()
    forged = "Sec-Fetch-Site: same-origin\r\nX-Forwarded-Host: evil.example\r\n"
    forged += "X-Forwarded-Proto: http\r\nForwarded: for=192.0.2.1\r\nConnection: close\r\n"

    def wrong(n: int) -> str:
        typed = f"email={n}@example.com&password=wrong"
        kind = "Content-Type: application/x-www-form-urlencoded\r\n"
        more = f"X-Forwarded-For: 192.0.2.{n}\r\nContent-Length: {len(typed)}\r\n{kind}"
        return f"POST /nl/inloggen HTTP/1.1\r\n{HOST}{forged}{more}\r\n{typed}"

    with served(app) as address, running(tmp_path, int(address.rpartition(":")[2])) as nginx:
        answer = nginx.ask(f"GET /nl HTTP/1.1\r\n{HOST}{forged}\r\n".encode())
        assert f"location: https://{NAME}/nl/\r\n" in answer.decode().lower()
        codes = [nginx.ask(wrong(n).encode())[9:12] for n in range(12)]
    assert codes == [b"422"] * 10 + [b"429"] * 2
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def database_url(tmp_path: Path) -> Iterator[str]:
    """Which database there is matters to nothing here."""
    with fresh_database("sqlite", tmp_path) as url:
        yield url
