"""The pages of the tips, the same for everybody."""

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from tests.page import Page, check_headers, check_page
from tests.people import Person
from webapp.tips.tip import catalogue


@pytest.mark.parametrize("path", ["/nl/vandaag", "/en/today"])
def test_the_page_has_a_place_for_the_tips_and_words_without_script(
    client: FlaskClient, path: str
) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    check_page(answer.text)
    check_headers(answer)
    [place] = [each for each in Page(answer.text).all("section") if each.get("id") == "today"]
    assert place["aria-live"] == "polite"
    assert "<noscript>" in answer.text


def test_every_tip_stands_on_its_page_for_everybody(client: FlaskClient, alice: Person) -> None:
    for path in ("/nl/tips", "/en/tips"):
        answer = client.get(path)
        check_page(answer.text)
        check_headers(answer)
        assert alice.client.get(path).data == answer.data
        cards = [each.get("data-tip") for each in Page(answer.text).all("article")]
        assert sorted(filter(None, cards)) == sorted(tip.id for tip in catalogue())


@pytest.mark.parametrize("path", ["/nl/tips", "/en/tips"])
def test_every_tip_leads_to_the_section_that_explains_it(client: FlaskClient, path: str) -> None:
    lead = r'data-tip="(T..)".*?<a href="(\S+)#(\S+)">[^“]*“(.*?)”'
    cards = re.findall(lead, text_of(client, path), re.DOTALL)
    assert len(cards) == len(catalogue())
    for tip, address, anchor, heading in cards:
        assert f'<h2 id="{anchor}">{heading}</h2>' in text_of(client, address), tip


def text_of(client: FlaskClient, address: str) -> str:
    return unescape(client.get(address).text)
