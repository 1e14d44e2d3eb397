"""Hard words in an article become links, and its text stays what it was."""

from __future__ import annotations

import dataclasses
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.library.article import Article, parse, render
from webapp.library.glossary import Term, finder, glossary
from webapp.library.marking import mark
from webapp.library.shelf import LANGUAGES, shelf

LINK = re.compile(r'<a class="term" href="#([a-z-]+)" aria-describedby="meaning-\1">([^<]+)</a>')
PIECES = (
    *("hernia", "Hernia", "hernia's", "hernia-operatie", "opioïden", "axiale spondyloartritis"),
    *("ME/CVS", "TENS", "rug", "1,5", "é", ".", "(", ")", "'", "’", '"', "&amp;", "<b>", "\\*"),
    *("**", "*", "`", "[@CODE]", "[hernia](article:B08)", "[los](/x)", "![hernia](/x.png)"),
    *("\n", "\n\n", "\n\n## ", "\n\n- ", "\n\n> ", "\n\n| hernia | tens |\n| --- | --- |\n| MS | "),
)


class Seen(HTMLParser):
    """The text that a person sees; it fails where a term stands in what is no prose."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """No term in a link, a heading, bold text, code or a citation."""
        if ("class", "term") in attrs:
            assert not {"a", "h2", "th", "strong", "code", "sup"} & set(self.open)
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Tags are closed in their order."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.text += data


def article(text: str, lang: str = "nl", id_: str = "B01") -> Article:
    return dataclasses.replace(shelf().articles[lang][id_], text=text)


def unmarked(one: Article) -> str:
    return render(parse(one, lambda id_: f"/{id_}"))


def marked(one: Article) -> tuple[str, list[Term]]:
    tokens = parse(one, lambda id_: f"/{id_}")
    terms = mark(tokens, one, finder(one.lang), lambda term: f"#{term.id}")
    return render(tokens), terms


def links(text: str, id_: str = "B01") -> list[tuple[str, ...]]:
    return [match.groups() for match in LINK.finditer(marked(article(text, id_=id_))[0])]


def test_the_first_time_a_word_is_said_it_leads_to_its_meaning() -> None:
    text = "Een hernia. Nog een hernia, en ischias.\n\nIschias en een hernia."
    assert links(text) == [("slipped-disc", "hernia"), ("sciatica", "ischias")]


def test_all_forms_of_a_word_are_one_word() -> None:
    assert links("Ontstekingsremmers heten NSAID's.") == [
        ("anti-inflammatory", "Ontstekingsremmers")
    ]


def test_the_terms_are_told_in_the_order_of_the_text() -> None:
    html, terms = marked(article("Ischias, een hernia en MS."))
    assert [term.id for term in terms] == ["sciatica", "slipped-disc", "ms"]
    assert [id_ for id_, _ in LINK.findall(html)] == ["sciatica", "slipped-disc", "ms"]


@pytest.mark.parametrize(
    "text",
    [
        "## Een hernia",
        "Lees [over een hernia](article:B08).",
        "**Hernia.** Dat is het.",
        "`hernia`",
        "![een hernia](/x.png)",
        "| hernia |\n| --- |\n| rug |",
        "Na een hernia-operatie.",
    ],
)
def test_only_whole_words_in_the_prose_are_marked(text: str) -> None:
    assert links(text) == []


@pytest.mark.parametrize(
    "text",
    ["- hernia", "> hernia", "| a |\n| --- |\n| hernia |", "*een hernia*", "**Lees.** hernia"],
)
def test_prose_is_also_in_lists_quotes_and_tables(text: str) -> None:
    assert links(text) == [("slipped-disc", "hernia")]


def test_a_longer_word_is_not_marked_by_a_shorter_one_in_it() -> None:
    text = "A slipped disc. Again a slipped disc, and a disc."
    html, _ = marked(article(text, "en"))
    assert html.startswith("<p>A <a")
    assert [match[2] for match in LINK.finditer(html)] == ["slipped disc", "disc"]
    assert "slipped disc, and a <a" in html


def test_an_article_does_not_explain_its_own_words() -> None:
    assert links("Ischias en een hernia.", "B07") == [("slipped-disc", "hernia")]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_articles_say_the_same_with_marks(lang: str) -> None:
    seen: set[str] = set()
    for one in shelf().in_order(lang):
        html, terms = marked(one)
        assert Seen(html).text == Seen(unmarked(one)).text, one.file
        assert LINK.sub(r"\2", html) == unmarked(one), one.file
        assert one.id not in {term.article for term in terms}
        seen |= {term.id for term in terms}
    never = [term for id_, term in glossary().terms[lang].items() if id_ not in seen]
    assert all(term.article for term in never), "a word that nothing explains"


@given(st.lists(st.sampled_from(PIECES), max_size=30), st.sampled_from(["", " "]))
def test_whatever_the_text_marking_changes_no_word_of_it(pieces: list[str], between: str) -> None:
    one = article(between.join(pieces))
    html, terms = marked(one)
    assert Seen(html).text == Seen(unmarked(one)).text
    assert LINK.sub(r"\2", html) == unmarked(one)
    assert len({term.id for term in terms}) == len(terms) == len(LINK.findall(html))
