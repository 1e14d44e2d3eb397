"""An app that makes one-time codes, and the second step of signing in."""

from __future__ import annotations

import re
import time
from base64 import b32decode
from datetime import UTC, datetime
from html import unescape

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.integration.accounts.steps import path
from tests.people import Person
from webapp.accounts.codes.one_time import code_at


class App:
    """An app that makes codes for somebody, and the recovery codes that they wrote down."""

    def __init__(self, person: Person, lang: str = "nl") -> None:
        here = path("one_time_codes", lang)
        person.client.post(here, data={"act": "begin"})
        page = unescape(person.client.get(here).text)
        found = re.search(r"otpauth://totp/\S+?secret=(\w+)", page)
        assert found
        self.secret = b32decode(found[1])
        self.used = 0
        answer = person.client.post(here, data={"act": "finish", "code": self.code()})
        assert answer.status_code == 200, answer.text
        self.recovery = written_down(answer)

    def code(self) -> str:
        """A code that was not used yet: of now, or of the next period."""
        self.used = max(self.used + 30, int(time.time()) - 30)
        return code_at(self.secret, datetime.fromtimestamp(self.used, UTC))


def written_down(answer: TestResponse) -> list[str]:
    """The recovery codes that a page shows."""
    return re.findall(r"<li>\s*([0-9a-z-]{29})\s*</li>", answer.text)


def step(client: FlaskClient, lang: str = "nl", **typed: str) -> TestResponse:
    """Type a code."""
    return client.post(path("second_step", lang), data=typed)
