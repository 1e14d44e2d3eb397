"""What the API of tips answers."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from webapp.insights.answers import Insight
from webapp.tips.hold import Hold
from webapp.tips.tip import Grade


class Link(msgspec.Struct, frozen=True):
    """A page of the app."""

    title: str
    url: str


class Explained(Link, frozen=True):
    """An article, opened at the section under `heading`."""

    heading: str


class TodaySource(msgspec.Struct, frozen=True):
    """A source of the library; `url` is null for one that is only on paper."""

    code: str
    name: str
    url: str | None


class Points(msgspec.Struct, frozen=True):
    """What one part adds to a score, or takes off it, in whole points."""

    part: Literal["trigger", "evidence", "own", "votes", "seen", "category", "limit"]
    points: int


class TodayTip(msgspec.Struct, frozen=True):
    """A tip in words, with the logged days that it comes from, its evidence and its article.

    `article` opens where it explains the tip.
    `page` is where it can be done, for a tip that has such a page. `norm` is what its days are
    held against, `own` what the person's own diary shows of it, and `not_for` the answers with
    which nobody gets it. `points` add up to `score` (0-100), the largest first.
    """

    id: str
    title: str
    text: str
    why: str
    days: Sequence[date]
    grade: Grade
    strength: str
    sources: Sequence[TodaySource]
    article: Explained
    page: Link | None
    norm: str | None
    own: str | None
    not_for: Sequence[str]
    score: int
    points: Sequence[Points]


class Held(msgspec.Struct, frozen=True):
    """Why tips wait: what was said or logged, and the words for it."""

    code: Hold
    text: str


class Today(msgspec.Struct, frozen=True):
    """The tips of `day`, at most two; `logged` is how many of the last 7 days were kept.

    `message` says why there is none, and `held` what makes all tips wait, or all but a few.
    `insight` is the likeliest of what the own diary shows.
    """

    day: date
    tips: Sequence[TodayTip]
    logged: Annotated[int, Meta(ge=0, le=7)]
    message: str | None
    held: Held | None
    insight: Insight | None
    made: Annotated[datetime, Meta(tz=True)]
