"""Search over all articles and exercises: SQLite FTS5 in memory, whatever the main database is.

A phone searches the same documents with MiniSearch (static/src/library/search.js), with the
same fields, weights and lay words, so that both put the same page first.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from threading import Lock

from webapp.library.article import Article
from webapp.library.check import blocks
from webapp.library.exercise import Exercise
from webapp.library.lay_words import LayWords
from webapp.library.reading import sentences
from webapp.library.spelling import TOKEN, Vocabulary, fold, marked, slips, words_of

# What counts how much. MiniSearch gets the same figures: WEIGHTS in static/src/library/search.js.
WEIGHTS = {"title": 10.0, "lay": 7.0, "headings": 4.0, "summary": 3.0, "text": 1.0}
PREFIX_WEIGHT, NEAR_WEIGHT = 0.375, 0.45  # of a whole word; the defaults of MiniSearch
EVERYWHERE_WEIGHT = 0.2  # of a word that nearly every question has
EXERCISE_WEIGHT = 0.6  # of an article that fits as well
COMPLAINT_WEIGHT = 0.1  # of an exercise, where `pain in my leg` asks for no stretch
SHORTEST_PREFIX = 3  # letters
LONGEST_QUESTION = 200  # characters
MOST_WORDS = 12
MOST_HITS = 10
MOST_GUESSES = 3


@dataclass(frozen=True)
class Document:
    """A page as it is searched: plain text, one sentence a line."""

    page: Article | Exercise
    title: str
    lay: str
    headings: str
    summary: str
    text: str

    @property
    def kind(self) -> str:
        """What it is, for whoever shows it: article or exercise."""
        return "exercise" if isinstance(self.page, Exercise) else "article"


@dataclass(frozen=True)
class Hit:
    """A page that was found, and the sentence that matched in pieces: text, and if it is it."""

    document: Document
    sentence: tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class Found:
    """The answer: what was looked for, what was found, or words that come near."""

    asked: str
    cut: bool
    hits: tuple[Hit, ...] = ()
    guesses: tuple[str, ...] = ()


def document(page: Article | Exercise, lay: LayWords) -> Document:
    """The page as it is searched; lay words are those of its language."""
    if isinstance(page, Exercise):
        headings, said = "", [*page.steps, *page.when_not]
    else:
        headings = "\n".join(heading.text for heading in page.headings)
        said = [block.text for block in blocks(page)]
    lines = (sentence for text in said for sentence in sentences(text))
    return Document(
        page=page,
        title=page.title,
        lay=lay.of(page.id),
        headings=headings,
        summary=page.summary,
        text="\n".join(" ".join(line.split()) for line in lines),
    )


class Index:
    """The pages of one language, ready to be searched by many threads."""

    def __init__(self, library: Sequence[Article | Exercise], lay: LayWords) -> None:
        self.documents = [document(page, lay) for page in library]
        self._exercises = {at for at, d in enumerate(self.documents) if d.kind == "exercise"}
        self.lay = lay
        self._lock = Lock()
        self._database = sqlite3.connect(":memory:", check_same_thread=False)
        columns = ", ".join(WEIGHTS)
        self._database.execute(
            f"CREATE VIRTUAL TABLE page USING fts5({columns}, tokenize='unicode61')"
        )
        folded = [[" ".join(words_of(getattr(d, f))) for f in WEIGHTS] for d in self.documents]
        marks = ", ".join("?" * len(WEIGHTS))
        self._database.executemany(f"INSERT INTO page VALUES ({marks})", folded)  # noqa: S608 ours
        self._vocabulary = Vocabulary(
            word for row in folded for text in row for word in text.split()
        )
        named = "\n".join(f"{d.title}\n{d.lay}" for d in self.documents)
        self._names = {fold(word): word for word in TOKEN.findall(named)}

    def search(self, question: str) -> Found:
        """The pages that answer a question, best first; any text at all may be asked."""
        asked = " ".join(question.split())
        cut = len(asked) > LONGEST_QUESTION
        asked = asked[:LONGEST_QUESTION].strip()
        words = self._words(asked)
        wanted = [self._meant(word, word == words[-1]) for word in words]
        complains = not self.lay.complaint.isdisjoint(words)
        exercise = COMPLAINT_WEIGHT if complains else EXERCISE_WEIGHT
        places = self._ranked(wanted, exercise)[:MOST_HITS]
        marks = {w for terms in wanted for w in self._spelled(terms)}
        found = (self.documents[place] for place in places)
        hits = tuple(Hit(each, _sentence(each, marks)) for each in found)
        return Found(asked, cut, hits, () if hits else self._guesses(words))

    def _words(self, asked: str) -> list[str]:
        """The words that say something, each once; a single letter or figure is everywhere."""
        typed = (self._vocabulary.mended(word) for word in words_of(asked))
        telling = (word for word in typed if len(word) > 1 and word not in self.lay.skip)
        return list(dict.fromkeys(telling))[:MOST_WORDS]

    def _meant(self, word: str, is_last: bool) -> dict[str, float]:
        """What a typed word may stand for, with how sure: itself, its beginning, near words."""
        meant = {word: 1.0} if word in self._vocabulary else {}
        if is_last and len(word) >= SHORTEST_PREFIX and self._vocabulary.beginning(word):
            meant[word + "*"] = PREFIX_WEIGHT
        if not meant:
            near = self._vocabulary.near(word, slips(word))
            meant = {w: NEAR_WEIGHT * len(w) / (len(w) + by) for w, by in near.items()}
        weight = EVERYWHERE_WEIGHT if word in self.lay.everywhere else 1.0
        return {term: sure * weight for term, sure in meant.items()}

    def _ranked(self, wanted: list[dict[str, float]], exercise: float) -> list[int]:
        """The places of the documents, best first: who has more of the words counts more."""
        total: dict[int, float] = defaultdict(float)
        matched: dict[int, int] = defaultdict(int)
        for terms in wanted:
            scores = self._scores(terms)
            for place, score in scores.items():
                total[place] += score * (exercise if place in self._exercises else 1.0)
                matched[place] += 1
        return sorted(total, key=lambda place: (-total[place] * matched[place], place))

    def _scores(self, terms: dict[str, float]) -> dict[int, float]:
        """How well each document fits one typed word: BM25 by field, as MiniSearch counts."""
        scores: dict[int, float] = defaultdict(float)
        for term, sure in terms.items():
            # Only letters and digits get here (words_of), so nothing can end the quotes.
            phrase = f'"{term[:-1]}"*' if term.endswith("*") else f'"{term}"'
            for name, weight in WEIGHTS.items():
                with self._lock:
                    rows = self._database.execute(
                        "SELECT rowid - 1, bm25(page) FROM page WHERE page MATCH ?",
                        (f"{{{name}}} : {phrase}",),
                    ).fetchall()
                for place, score in rows:
                    scores[place] -= score * weight * sure  # FTS5 gives less than nothing to a fit
        return scores

    def _spelled(self, terms: dict[str, float]) -> set[str]:
        """The words of the library that the terms stand for."""
        starts = [term[:-1] for term in terms if term.endswith("*")]
        whole = {term for term in terms if not term.endswith("*")}
        return whole.union(*(self._vocabulary.beginning(start) for start in starts))

    def _guesses(self, words: list[str]) -> tuple[str, ...]:
        """Words of titles and lay words that look like what was typed."""
        near = (get_close_matches(word, self._names, MOST_GUESSES) for word in words[:MOST_GUESSES])
        guesses = dict.fromkeys(self._names[guess] for each in near for guess in each)
        return tuple(guesses)[:MOST_GUESSES]


def _sentence(found: Document, marks: set[str]) -> tuple[tuple[str, bool], ...]:
    """The first sentence with the most of the words, in pieces; empty when none has any."""
    lines = found.text.split("\n")
    best = max(lines, key=lambda line: len(marks.intersection(words_of(line))))
    pieces = marked(best, marks)
    return pieces if any(is_it for _, is_it in pieces) else ()
