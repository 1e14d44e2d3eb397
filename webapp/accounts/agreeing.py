"""The page on which somebody sees what they agreed to, agrees, and withdraws it as easily."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple

from flask import abort, flash, redirect, request
from flask_babel import gettext
from flask_login import current_user
from werkzeug.wrappers import Response

from webapp import journal, languages, pages
from webapp.accounts import notice
from webapp.accounts.by_mail import blueprint
from webapp.accounts.consent import DIARY, PURPOSES, ConsentText, text
from webapp.accounts.models import (
    Consent,
    consent_to,
    consents_of,
    standing_consent,
    withdraw_consent,
)
from webapp.accounts.withdrawn import gone_on, has_diary, withdrew_at
from webapp.extensions import db
from webapp.journal import Event
from webapp.memory import memory


class Asked(NamedTuple):
    """What is asked, the consent that holds, and the one that was given to earlier words."""

    words: ConsentText
    given: Consent | None
    outdated: Consent | None


class Withdrawn(NamedTuple):
    """When somebody took back the consent to keep their diary, and when what we have of it goes."""

    at: datetime
    gone_on: date | None  # None: nothing is left of it


@languages.route(blueprint, "consent", methods=["GET", "POST"])
def consent_given(lang: str) -> Response:
    """What somebody agreed to, each with the button that withdraws it, or gives it (again)."""
    if request.method != "POST":
        before = consents_of(current_user.id)
        asked = {purpose: _asked(purpose, lang, before) for purpose in PURPOSES}
        return pages.personal(
            "accounts/consent.html",
            lang,
            asked=asked,
            before=before,
            withdrawn=_withdrawn(datetime.now(UTC)),
            days=notice.days(),
            moment=languages.moment,
        )
    purpose = next((one for one in PURPOSES if one in request.form), None)
    if purpose is None:
        abort(400)
    event = _agree(purpose, lang) if request.form[purpose] == "yes" else _withdraw(purpose)
    db.session.commit()
    if event:
        journal.write(event, person=current_user.id, purpose=purpose)
    return redirect(languages.url("accounts.consent", lang), 303)


def _asked(purpose: str, lang: str, before: Sequence[Consent]) -> Asked:
    given = standing_consent(current_user.id, purpose)
    left = (one for one in before if one.purpose == purpose and one.withdrawn_at is None)
    return Asked(text(lang, purpose), given, None if given else next(left, None))


def _withdrawn(now: datetime) -> Withdrawn | None:
    at = withdrew_at(current_user.id)
    if at is None:
        return None
    return Withdrawn(at, gone_on(at, now) if has_diary(current_user.id) else None)


def _agree(purpose: str, lang: str) -> Event | None:
    if standing_consent(current_user.id, purpose):
        return None
    withdraw_consent(current_user.id, datetime.now(UTC), purpose)  # what earlier words said
    current_user.consents.append(consent_to(text(lang, purpose)))
    if purpose == DIARY:
        flash(gettext("Thank you. Your diary may be kept from now on."))
    else:
        flash(gettext("Thank you. You can have reminders as soon as there are any."))
    return Event.CONSENT_GIVEN


def _withdraw(purpose: str) -> Event | None:
    if not withdraw_consent(current_user.id, datetime.now(UTC), purpose):
        return None
    memory().forget(current_user.id)
    if purpose == DIARY:
        flash(gettext("Your consent is withdrawn. We take nothing new from you."))
    else:
        flash(gettext("Your consent is withdrawn. You get no reminders."))
    return Event.CONSENT_WITHDRAWN
