"""Every fact of the evidence base that was verified is found again in its article.

webapp/library/content/claims/<id>.toml lists them: `facts`, the number of fact lines with a
verified source, and for each claim its sources and the words with which each language says it.
"""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from webapp.library.article import CITATION, Article
from webapp.library.shelf import CONTENT, LANGUAGES, read_shelf

SHELF = read_shelf()
IDS = sorted(SHELF.articles["nl"])


def test_every_article_has_its_table() -> None:
    assert {path.stem for path in (CONTENT / "claims").glob("*.toml")} == set(IDS)


@pytest.mark.parametrize("id_", IDS)
def test_the_claims_are_in_the_article_in_both_languages(id_: str) -> None:
    claims = table(id_)["claim"]
    for lang in LANGUAGES:
        text = plain(SHELF.articles[lang][id_])
        missing = [claim[lang] for claim in claims if claim[lang] not in text]
        assert missing == [], lang


@pytest.mark.parametrize("id_", IDS)
def test_no_fact_is_left_out_and_no_source_unused(id_: str) -> None:
    found = table(id_)
    assert len(found["claim"]) >= found["facts"]
    codes = {code for claim in found["claim"] for code in claim["codes"]}
    assert codes == set(SHELF.articles["nl"][id_].cited)


def table(id_: str) -> dict[str, Any]:
    """The claims of an article."""
    path: Path = CONTENT / "claims" / f"{id_}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def plain(article: Article) -> str:
    """The words of an article on one line, without sources, marks and links."""
    text = CITATION.sub("", article.text).replace("**", "")
    text = re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", text)
    return re.sub(r"\s+", " ", text)
