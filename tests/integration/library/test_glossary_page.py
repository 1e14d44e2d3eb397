"""The list of hard words, and the way to it from the articles."""

from __future__ import annotations

import re
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from webapp.languages import LANGUAGES, PATHS
from webapp.library.glossary import glossary
from webapp.library.shelf import shelf
from webapp.pwa.kept import kept


def page(client: FlaskClient, lang: str) -> str:
    return unescape(client.get(PATHS["library.glossary"][lang]).text)


def article(client: FlaskClient, lang: str, slug: str) -> str:
    return unescape(client.get(PATHS["library.show"][lang].replace("<slug>", slug)).text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_word_stands_there_with_its_meaning_and_its_article(
    client: FlaskClient, lang: str
) -> None:
    entries = re.findall(r'<div id="([a-z-]+)">(.*?)</div>', page(client, lang), re.S)
    assert [id_ for id_, _ in entries] == [term.id for term in glossary().in_order(lang)]
    for id_, html in entries:
        term = glossary().terms[lang][id_]
        assert f"<dt>{term.name}</dt>" in html
        assert term.meaning in html
        about = shelf().articles[lang].get(term.article or "")
        links = re.findall(r'href="([^"]+)"', html)
        show = PATHS["library.show"][lang]
        assert links == ([show.replace("<slug>", about.slug)] if about else [])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_letter_jumps_to_its_words(client: FlaskClient, lang: str) -> None:
    html = page(client, lang)
    jumps = re.findall(r'<a href="#(letter-[a-z])">([A-Z])</a>', html)
    assert [letter for _, letter in jumps] == [letter for letter, _ in glossary().by_letter(lang)]
    assert [id_ for id_, _ in jumps] == re.findall(r'<h2 id="(letter-[a-z])">', html)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_marked_word_leads_to_its_meaning_and_has_it_at_hand(
    client: FlaskClient, lang: str
) -> None:
    anchors = set(re.findall(r'<div id="([a-z-]+)">', page(client, lang)))
    count = 0
    for one in shelf().in_order(lang):
        html = article(client, lang, one.slug)
        links = re.findall(
            r'<a class="term" href="([^"#]+)#([a-z-]+)" aria-describedby="([^"]+)">', html
        )
        for address, id_, described in links:
            assert address == PATHS["library.glossary"][lang]
            assert id_ in anchors
            meaning = glossary().terms[lang][id_].meaning
            assert html.count(f'<span id="{described}">{meaning}</span>') == 1
        assert html.count('class="meaning"') == len(links)
        count += len(links)
    assert count > len(shelf().articles[lang])


def test_the_meanings_are_hidden_and_say_where_there_is_more(client: FlaskClient) -> None:
    html = article(client, "nl", "artrose")
    meanings = html.split('<div id="meanings" hidden>', 1)[1].split("</div>", 1)[0]
    assert 'href="/nl/artikelen/onderzoek-diagnose">Meer over scan</a>' in meanings
    assert 'href="/nl/woordenlijst#cartilage">In de woordenlijst</a>' in meanings


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_list_is_found_from_the_articles_and_from_the_foot(
    client: FlaskClient, lang: str
) -> None:
    link = f'href="{PATHS["library.glossary"][lang]}"'
    assert client.get(PATHS["library.index"][lang]).text.count(link) == 2
    assert client.get(PATHS["pwa.home"][lang]).text.count(link) == 1


def test_a_phone_keeps_the_list(app: Flask) -> None:
    with app.test_request_context():
        addresses = {path for path, _ in kept().app}
    assert {PATHS["library.glossary"][lang] for lang in LANGUAGES} <= addresses
