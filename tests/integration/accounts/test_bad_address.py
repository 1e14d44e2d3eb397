"""What is no address to change to: it is told plainly, nothing is kept, and no mail goes."""

from __future__ import annotations

import pytest
from flask import Flask

from tests.device import everything_in
from tests.integration.accounts.conftest import Mailbox
from tests.integration.accounts.test_change_address import ask
from tests.people import Person

BAD = {
    "": "Vul je e-mailadres in",
    "mies": "Dit is geen e-mailadres",
    "a@b@example.com": "Dit is geen e-mailadres",
    "mies@example.com,bob@example.com": "Dit is geen e-mailadres",
    "mies@example.com\r\nBcc: all@example.com": "Dit is geen e-mailadres",
    "mies@example.com\nX: y": "Dit is geen e-mailadres",
    "mies@example.com\r\n\r\nHello": "Dit is geen e-mailadres",
    "m" * 308 + "@example.com": "",
    "mies@" + "m" * 311 + ".com": "",
    "\u0430lice@example.com": "gewone letters",  # the first letter is Cyrillic
    "alice@ex\u0430mple.com": "gewone letters",
    "alice@example\u3002com": "gewone letters",
    "\uff41lice@example.com": "gewone letters",
    "alice\u200b@example.com": "gewone letters",
    "alice@xn--exmple-4nf.com": "gewone letters",  # the same, as machines write it
    "alice@mail.XN--EXMPLE-4NF.com": "gewone letters",
    "ALICE@example.com": "Dit is je adres al",
    " alice@EXAMPLE.com ": "Dit is je adres al",
}


@pytest.mark.parametrize("address", BAD)
def test_what_is_no_other_address_is_told_plainly(
    app: Flask, alice: Person, mailbox: Mailbox, address: str
) -> None:
    before = everything_in(app)
    answer = ask(alice.client, address)
    assert answer.status_code == 422
    assert 'id="email-error"' in answer.text
    assert BAD[address] in answer.text
    assert everything_in(app) == before
    assert mailbox.mails == []
