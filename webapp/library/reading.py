"""How easy a text reads: sentences, syllables, and the formulae of Flesch for Dutch and English.

Formulae are aids, not proof. Dutch: Flesch-Douma, 206.84 - 0.77 x syllables per 100 words
- 0.93 x words per sentence (60-70 normal, 70-80 fairly easy). English: Flesch-Kincaid grade,
0.39 x words per sentence + 11.8 x syllables per word - 15.59 (school years).
"""

from __future__ import annotations

import re

# What sounds as one: longer combinations first. A trema begins a syllable of its own.
DUTCH = re.compile(
    r"aai|ooi|oei|eeu|ieu|ij|aa|ee|oo|uu|ie|oe|eu|ui|ei|au|ou|[aeiouyáàâéèêíóòôúûëïöü]"
)
ENGLISH = re.compile(r"[aeiouy]+")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
# A sentence ends at . ! or ? before a space and a capital, a figure or an opening quote.
SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-ZÀ-Ý0-9])")


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph, in order."""
    return [part for part in SENTENCE_END.split(text.strip()) if WORD.search(part)]


def words(text: str) -> list[str]:
    """The words; a figure counts as one."""
    return WORD.findall(text)


def syllables(word: str, lang: str) -> int:
    """How many syllables a word has, by its vowels; at least one."""
    word = word.lower()
    if lang == "nl":
        return max(1, len(DUTCH.findall(word)))
    groups = len(ENGLISH.findall(word))
    silent = word.endswith("e") and not word.endswith(("le", "ee", "ye")) and groups > 1
    silent = silent or (word.endswith(("ed", "es")) and groups > 1 and word[-3] not in "tdszcxg")
    return max(1, groups - silent)


def ease(paragraphs: list[str], lang: str) -> float:
    """Flesch-Douma for Dutch (higher is easier), Flesch-Kincaid for English (lower is easier)."""
    every = [sentence for paragraph in paragraphs for sentence in sentences(paragraph)]
    spoken = [word for sentence in every for word in words(sentence) if not word[0].isdigit()]
    if not every or not spoken:
        return 0.0
    length = sum(len(words(sentence)) for sentence in every) / len(every)
    each = sum(syllables(word, lang) for word in spoken) / len(spoken)
    if lang == "nl":
        return 206.84 - 77 * each - 0.93 * length
    return 0.39 * length + 11.8 * each - 15.59
