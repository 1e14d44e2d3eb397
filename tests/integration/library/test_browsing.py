"""Ways into the library: by question and by place, for everybody and without a script."""

from __future__ import annotations

import re
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.page import Page
from webapp.languages import LANGUAGES, PATHS
from webapp.library.place import places
from webapp.library.question import groups
from webapp.library.shelf import shelf
from webapp.pwa.kept import kept
from webapp.zones import LEVELS, PLACES, ZONES

PAGES = ("library.questions", "library.where")


def links(html: str) -> list[str]:
    """Where the page's own links lead, in order."""
    main = html.split('<main id="main"', 1)[1].split("</main>", 1)[0]
    return [link["href"] for link in Page(main).all("a")]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_question_leads_to_a_section_that_is_there(client: FlaskClient, lang: str) -> None:
    show = PATHS["library.show"][lang].replace("<slug>", "")
    html = client.get(PATHS["library.questions"][lang]).text
    answers = [link for link in links(html) if link.startswith(show)]
    asked = [question for group in groups() for question in group.questions]
    assert len(answers) == len(asked)
    for question, answer in zip(asked, answers, strict=True):
        address, _, anchor = answer.partition("#")
        assert address == show + shelf().articles[lang][question.article].slug
        assert f'<h2 id="{anchor}">' in client.get(address).text, question.text(lang)
        assert question.text(lang) in unescape(html)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_kinds_of_questions_stand_in_order_and_the_first_is_open(
    client: FlaskClient, lang: str
) -> None:
    html = client.get(PATHS["library.questions"][lang]).text
    found = re.findall(r"<summary>\s*<h2>(.*?)</h2>", html)
    assert [unescape(name) for name in found] == [group.name(lang) for group in groups()]
    assert [("open" in tag) for tag in Page(html).all("details")] == [True] + [False] * 8


@pytest.mark.parametrize("lang", LANGUAGES)
def test_picture_and_list_lead_to_the_same_sections(client: FlaskClient, lang: str) -> None:
    html = client.get(PATHS["library.where"][lang]).text
    picture, beside = html.split('<svg class="back-map"', 1)[1].split("</svg>", 1)
    drawn = re.findall(r'<a href="(#place-\w+)"\s+tabindex="-1"', picture)
    listed = re.findall(r'<a href="(#place-\w+)">', beside.split("</nav>", 1)[0])
    assert drawn == [f"#place-{level}" for level in (*LEVELS, "leg")]
    assert listed == [f"#place-{place.id}" for place in places()]
    assert set(re.findall(r'data-zone="(\w+)"', picture)) == set(ZONES)
    ids = {tag.get("id") for tag in Page(html).all("section")}
    assert {link.removeprefix("#") for link in listed} <= ids


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_place_tells_why_each_article_can_fit(client: FlaskClient, lang: str) -> None:
    html = unescape(client.get(PATHS["library.where"][lang]).text)
    for place in places():
        part = html.split(f'id="place-{place.id}"', 1)[1].split("</section>", 1)[0]
        for fit in place.articles:
            article = shelf().articles[lang][fit.id]
            address = PATHS["library.show"][lang].replace("<slug>", article.slug)
            assert f'<a href="{address}">{article.title}</a>' in part, place.id
            assert f"<p>{fit.why(lang)}</p>" in part, place.id


def test_the_page_says_that_the_place_tells_little(client: FlaskClient) -> None:
    dutch = client.get(PATHS["library.where"]["nl"]).text
    assert "Bij de meeste mensen zegt de plek weinig over de oorzaak." in dutch
    assert "geen diagnose" in dutch
    english = client.get(PATHS["library.where"]["en"]).text
    assert "For most people the place says little about the cause." in english
    assert "no diagnosis" in english


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("endpoint", ["library.index", "library.search"])
def test_list_and_search_open_every_way_in(client: FlaskClient, endpoint: str, lang: str) -> None:
    found = links(client.get(PATHS[endpoint][lang]).text)
    for way in (*PAGES, "library.exercises", "library.kept"):
        assert PATHS[way][lang] in found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_list_of_articles_has_a_way_to_each_part(client: FlaskClient, lang: str) -> None:
    html = client.get(PATHS["library.index"][lang]).text
    found = links(html)
    ids = {attributes.get("id") for _, attributes in Page(html).tags}
    jumps = [link[1:] for link in found if link.startswith("#part-")]
    assert len(jumps) == 5
    assert set(jumps) <= ids


def test_a_phone_keeps_both_pages(app: Flask) -> None:
    with app.test_request_context():
        addresses = {address for address, _ in kept().app}
    assert {PATHS[endpoint][lang] for endpoint in PAGES for lang in LANGUAGES} <= addresses


def test_the_picture_of_the_diary_has_no_links(client: FlaskClient) -> None:
    html = client.get(PATHS["tracker.cramp"]["nl"]).text
    picture = html.split('<svg class="back-map"', 1)[1].split("</svg>", 1)[0]
    assert "<a " not in picture
    assert "Links" in picture
    assert set(re.findall(r'data-zone="(\w+)"', picture)) == set(PLACES)
