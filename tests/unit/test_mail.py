"""Mail addresses of servers: what cannot work is refused at the start."""

import pytest

from webapp.mail import Smtp, nobody_there


@pytest.mark.parametrize("url", ["", "mail.example", "http://mail.example", "smtp://"])
def test_a_mail_url_that_cannot_work_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="MAIL_URL must look like"):
        Smtp(url)


def test_a_mail_url_gives_host_port_and_credentials() -> None:
    carrier = Smtp("smtps://me%40example.com:p%3Aw@mail.example")
    assert (carrier.host, carrier.port) == ("mail.example", 465)
    assert (carrier.user, carrier.password) == ("me@example.com", "p:w")


@pytest.mark.parametrize(
    ("code", "said", "nobody"),
    [
        (550, b"5.1.1 <mies@example.com>: no such user", True),
        (550, b"5.1.10 null MX", True),
        (554, b"5.2.1 switched off", True),
        (550, b"No such user here", True),
        (551, b"User not local", True),
        (553, b"", True),
        (556, b"", True),
        (550, b"5.1.7 bad sender", False),
        (550, b"5.7.1 relaying denied", False),
        (550, b"5.2.2 full", False),
        (550, b"5.11.1 of no kind", False),
        (552, b"Too much mail", False),
        (554, b"Transaction failed", False),
        (530, b"Authenticate first", False),
        (450, b"5.1.1 cannot decide", False),
        (450, b"4.1.1 not now", False),
        (421, b"", False),
    ],
)
def test_only_that_nobody_is_there_is_for_good(code: int, said: bytes, nobody: bool) -> None:
    assert nobody_there(code, said) is nobody
