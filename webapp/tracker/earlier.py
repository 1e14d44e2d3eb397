"""Earlier versions: what a device is told of them, and putting one back without a script."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from flask import Blueprint, abort, redirect, request
from flask_babel import gettext
from flask_login import current_user
from werkzeug.wrappers import Response

from webapp import languages, pages
from webapp.accounts.models import has_consent
from webapp.extensions import db
from webapp.languages import url
from webapp.mishaps import Refused
from webapp.tracker import diary
from webapp.tracker.answered import answered
from webapp.tracker.answers import Earlier, Replaced
from webapp.tracker.counter import lock_diary
from webapp.tracker.history import EarlierValue, earlier_of, newest_earlier
from webapp.tracker.merge import Entry
from webapp.tracker.models import record_of
from webapp.tracker.records import Body
from webapp.zones import marked

MOST = 500  # values in one answer: far more than anybody's devices leave in 90 days

blueprint = Blueprint("tracker", __name__)


@dataclass(frozen=True)
class EarlierLine:
    """An earlier value in words, with what identifies it."""

    label: str
    was: str
    now: str
    when: str
    field: str
    version: int


@blueprint.get("/api/earlier")
def api_earlier() -> Response:
    """Everything that was replaced unseen; a device keeps it, so that it is there offline."""
    if not has_consent(current_user.id):
        raise Refused(403, "consent")
    found = newest_earlier(current_user.id, MOST)
    return pages.data(Earlier([Replaced(record, *one) for record, one in found]))


@languages.route(blueprint, "put_back", methods=["POST"])
def put_back(lang: str, record: UUID) -> Response:
    """Put one earlier value of an entry back, as an ordinary change of what the person saw."""
    lock_diary(current_user.id)
    if not has_consent(current_user.id):
        raise Refused(403, "consent", gettext("This is not saved: we need your consent first."))
    found = record_of(current_user.id, record)
    value = _asked(record) if found and not found.deleted else None
    if found is None or value is None:
        abort(404)
    outcome = diary.save(
        current_user.id,
        found.kind,
        record,
        found.body | {value.field: value.value},
        datetime.now(UTC),
        seen=request.form.get("base", type=int),
    )
    if outcome.code != "ok":
        raise Refused(422, "invalid")
    db.session.commit()
    return redirect(url("tracker.entries", lang), 303)


def earlier_lines(entry: Entry, lang: str, settings: Body) -> list[EarlierLine]:
    """The earlier values of an entry that differ from what it says now, newest first."""
    lines: dict[tuple[str, str], EarlierLine] = {}
    for one in reversed(earlier_of(current_user.id, entry.id)):
        said = answered(entry.kind, one.field, one.value, lang, settings)
        if said is None or _stands(entry.body, one.field, one.value):
            continue
        now = answered(entry.kind, one.field, entry.body.get(one.field), lang, settings)
        when = languages.moment(one.at)
        shown = EarlierLine(*said, now[1] if now else "", when, one.field, one.version)
        lines.setdefault(said, shown)
    return list(lines.values())


def with_earlier(entries: Iterable[Entry]) -> set[UUID]:
    """Which of these entries have an earlier value that differs from what they say now."""
    bodies = {entry.id: entry.body for entry in entries}
    return {
        record
        for record, one in newest_earlier(current_user.id, MOST)
        if record in bodies and not _stands(bodies[record], one.field, one.value)
    }


def _stands(body: Body, field: str, value: Any) -> bool:
    # The list of zones says once more what the field of each place says: that one was kept.
    if field == "zones" and set(value or ()) <= set(marked(body)):
        return True
    return bool(body.get(field) == value)


def _asked(record: UUID) -> EarlierValue | None:
    field, version = request.form.get("field"), request.form.get("version", type=int)
    history = earlier_of(current_user.id, record)
    return next((one for one in history if (one.field, one.version) == (field, version)), None)
