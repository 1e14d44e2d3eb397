"""Questions as people ask them, each with the section of an article that answers it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import msgspec

from webapp.library import section
from webapp.library.article import ContentError
from webapp.library.check import wording
from webapp.library.section import Articles
from webapp.library.shelf import CONTENT, LANGUAGES

LONGEST = 15  # words of a sentence in a question


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question in both languages; `heading` is the Dutch heading of the section it leads to."""

    article: str
    heading: str
    nl: str
    en: str

    def text(self, lang: str) -> str:
        """The question in one language, "nl" or "en"."""
        return self.en if lang == "en" else self.nl


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What somebody wants to know, and the questions that belong to it."""

    id: str
    nl: str
    en: str
    questions: tuple[Question, ...]

    def name(self, lang: str) -> str:
        """The name in one language, "nl" or "en"."""
        return self.en if lang == "en" else self.nl


class _File(msgspec.Struct, forbid_unknown_fields=True):
    group: tuple[Group, ...]


def read_groups(path: Path = CONTENT / "questions.toml") -> tuple[Group, ...]:
    """Read the file; ContentError when something in it is missing or unknown."""
    try:
        return msgspec.toml.decode(path.read_bytes(), type=_File).group
    except msgspec.DecodeError as error:
        raise ContentError(f"{path}: {error}") from error


@cache
def groups() -> tuple[Group, ...]:
    """The questions of this installation, read once."""
    return read_groups()


def faults(found: Sequence[Group], articles: Articles) -> Iterator[str]:
    """What is wrong with the questions, one sentence each; nothing when all is well."""
    asked = [question for group in found for question in group.questions]
    for group in found:
        for lang in LANGUAGES:
            yield from wording(f"questions.toml: group {group.id}", group.name(lang), lang)
    for question in asked:
        yield from _faults_of(question, articles)
    for lang in LANGUAGES:
        for text, times in Counter(question.text(lang) for question in asked).items():
            if times > 1:
                yield f"questions.toml: {text!r} is asked {times} times"
    for id_ in sorted(set(articles["nl"]) - {question.article for question in asked}):
        yield f"questions.toml: no question leads to {id_}"


def _faults_of(question: Question, articles: Articles) -> Iterator[str]:
    name = f"questions.toml: {question.article} {question.nl!r}"
    yield from section.faults(name, question, articles)
    for lang in LANGUAGES:
        yield from wording(name, question.text(lang), lang, LONGEST)
        if not question.text(lang).endswith("?"):
            yield f"{name}: is no question in {lang}"
