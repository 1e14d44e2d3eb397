"""The notice about privacy: short first, and its figures are those that the code goes by."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.integration.accounts.steps import path
from webapp import create_app
from webapp.accounts import addresses, ages, consent, limits, notice, sign_ins
from webapp.config import Settings
from webapp.extensions import db, limiter
from webapp.languages import LANGUAGES
from webapp.sync import ages as of_sync

# What stands in each row of the table, in the order of the page.
ROWS: tuple[tuple[timedelta, ...], ...] = (
    (*ages.WARNINGS,),
    (ages.WITHDRAWN,),
    (ages.UNCONFIRMED,),
    (of_sync.TOMBSTONES,),
    (of_sync.EARLIER,),
    (of_sync.OPERATIONS,),
    (of_sync.DEVICES,),
    (sign_ins.IDLE, sign_ins.LONGEST),
    (addresses.BACK_WITHIN,),
    (timedelta(seconds=limits.KNOWN_FOR),),
    (),
    (notice.JOURNAL,),
    (notice.BACKUPS,),
    (),
)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_figure_of_the_table_is_one_of_the_code(client: FlaskClient, lang: str) -> None:
    page = client.get(path("privacy", lang)).text
    table = page[page.index("<dl>") : page.index("</dl>")]
    cells = re.findall(r"<dd>(.*?)</dd>", table, re.DOTALL)
    figures = [[int(each) for each in re.findall(r"\d+", cell)] for cell in cells]
    assert figures[0][0] == 24 == round(ages.UNUSED.days / (365 / 12))
    figures[0] = figures[0][1:]
    assert figures == [[limit.days for limit in row] for row in ROWS]


def test_nothing_is_kept_for_a_time_that_the_page_does_not_tell(app: Flask) -> None:
    kept = set(app.extensions["kept_for"].values())
    assert kept == {limit for row in ROWS[1:] for limit in row} | {ages.UNUSED}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_says_in_both_languages_what_the_law_asks(client: FlaskClient, lang: str) -> None:
    page = client.get(path("privacy", lang)).text
    for purpose in consent.PURPOSES:
        words = consent.text(lang, purpose)
        assert all(each in page for each in (*words.paragraphs, words.statement))
    assert "autoriteitpersoonsgegevens.nl" in page
    for name in ("consent", "sign_ins"):
        assert f'href="{path(name, lang)}"' in page
    assert {"nl": "16 jaar en ouder", "en": "16 or older"}[lang] in page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_matters_most_comes_first(client: FlaskClient, lang: str) -> None:
    page = client.get(path("privacy", lang)).text
    short = page[page.index("short-title") : page.index("</section>")]
    assert page.index("</section>") < page.index("<details")
    assert short.count("<li>") == 5
    assert len(re.sub(r"<[^>]+>", " ", short).split()) < 120


@pytest.mark.parametrize("lang", LANGUAGES)
def test_who_answers_for_the_data_and_who_works_for_them_is_told(
    settings: Settings, lang: str
) -> None:
    told = replace(
        settings,
        controller="Stichting <Rug>, Utrecht",
        processors="Voorbeeld BV (server, Nederland)",
        contact="privacy@rug.example",
    )
    app = create_app(told)
    limiter.enabled = False
    page = app.test_client().get(path("privacy", lang)).text
    assert "Stichting &lt;Rug&gt;, Utrecht." in page
    assert "Voorbeeld BV (server, Nederland)." in page
    assert 'href="mailto:privacy@rug.example"' in page
    with app.app_context():
        db.engine.dispose()


def test_its_versions_come_newest_first_and_none_is_of_tomorrow() -> None:
    numbers = [version.number for version in notice.VERSIONS]
    days = [version.day for version in notice.VERSIONS]
    assert numbers == list(range(len(numbers), 0, -1))
    assert days == sorted(days, reverse=True)
    assert days[0] <= datetime.now(UTC).date()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_is_long(client: FlaskClient, lang: str) -> None:
    page = client.get(path("privacy", lang)).text
    main = page[page.index("<main") : page.index("</main>")]
    parts = re.split(r"</?(?:p|li|dt|dd|td|th|summary|caption|h\d|strong|a)\b[^>]*>", main)
    for sentence in (each for part in parts for each in re.split(r"(?<=[.?!:])\s", part)):
        assert len(sentence.split()) <= 25, sentence
