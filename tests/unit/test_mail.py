"""Mail addresses of servers: what cannot work is refused at the start."""

import pytest

from webapp.mail import Smtp


@pytest.mark.parametrize("url", ["", "mail.example", "http://mail.example", "smtp://"])
def test_a_mail_url_that_cannot_work_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="MAIL_URL must look like"):
        Smtp(url)


def test_a_mail_url_gives_host_port_and_credentials() -> None:
    carrier = Smtp("smtps://me%40example.com:p%3Aw@mail.example")
    assert (carrier.host, carrier.port) == ("mail.example", 465)
    assert (carrier.user, carrier.password) == ("me@example.com", "p:w")
