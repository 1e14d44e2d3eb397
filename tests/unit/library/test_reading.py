"""Sentences and syllables, as the readability figures count them."""

import pytest

from webapp.library.reading import ease, sentences, syllables


@pytest.mark.parametrize(
    ("word", "lang", "count"),
    [
        ("rug", "nl", 1),
        ("kramp", "nl", 1),
        ("spieren", "nl", 2),
        ("bewegen", "nl", 3),
        ("houding", "nl", 2),
        ("nieuw", "nl", 1),
        ("draaien", "nl", 2),
        ("knieën", "nl", 2),
        ("ziekenhuis", "nl", 3),
        ("wervelkanaal", "nl", 4),
        ("back", "en", 1),
        ("muscle", "en", 2),
        ("moved", "en", 1),
        ("started", "en", 2),
        ("exercise", "en", 3),
        ("pain", "en", 1),
    ],
)
def test_syllables_are_counted_by_the_vowels(word: str, lang: str, count: int) -> None:
    assert syllables(word, lang) == count


def test_a_figure_with_a_point_does_not_end_a_sentence() -> None:
    assert sentences("Dat was 1.172 mensen. Van hen had 0,9% iets ernstigs. (Dat is weinig.)") == [
        "Dat was 1.172 mensen.",
        "Van hen had 0,9% iets ernstigs.",
        "(Dat is weinig.)",
    ]


def test_short_words_and_sentences_read_easier_in_both_languages() -> None:
    easy = {"nl": "Loop een stuk. Rust dan uit.", "en": "Walk a bit. Then rest."}
    hard = {
        "nl": "Regelmatige lichamelijke activiteiten verminderen herhaalde episoden aanzienlijk.",
        "en": "Regular physical activities probably diminish repeated episodes considerably.",
    }
    assert ease([easy["nl"]], "nl") > 80 > 65 > ease([hard["nl"]], "nl")
    assert ease([easy["en"]], "en") < 3 < 7 < ease([hard["en"]], "en")
