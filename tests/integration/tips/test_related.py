"""An article ends with the tips that belong to it, and with the way to Today."""

from __future__ import annotations

from html import unescape

import pytest
from flask.testing import FlaskClient

from webapp.languages import LANGUAGES, PATHS
from webapp.library.shelf import shelf
from webapp.tips.related import related


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_article_shows_its_tips_and_the_others_show_none(client: FlaskClient, lang: str) -> None:
    for article in shelf().in_order(lang):
        address = PATHS["library.show"][lang].replace("<slug>", article.slug)
        html = unescape(client.get(address).text)
        tips = related(article.id, lang)
        assert (' id="tips"' in html) is bool(tips), article.id
        if not tips:
            continue
        part = html.split(' id="tips"', 1)[1].split("</section>", 1)[0]
        assert f'href="{PATHS["tips.today"][lang]}"' in part
        for tip in tips:
            assert f"<h3>{tip.title}</h3>" in part
            assert f"<p>{tip.text}</p>" in part
            assert all(each in part for each in tip.not_for), tip.title
