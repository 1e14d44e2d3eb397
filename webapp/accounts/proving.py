"""Proving again who one is: asked before what cannot be undone, or would open an account to others.

A sign-in counts as proof for 10 minutes; after that whatever is "fresh" in guard.ACCESS leads here.
"""

from __future__ import annotations

from flask import abort, redirect, request
from flask_babel import gettext
from flask_login import current_user
from werkzeug.wrappers import Response

from webapp import guard, journal, languages, pages
from webapp.accounts.by_mail import blueprint
from webapp.accounts.limits import prove_often, try_often
from webapp.accounts.replies import INVALID
from webapp.accounts.signed_in import is_fresh, prove_here
from webapp.accounts.ways import WAYS, Way
from webapp.extensions import db
from webapp.journal import Event
from webapp.mishaps import Refused
from webapp.turns import reads_first


@languages.route(blueprint, "prove", methods=["GET", "POST"])
@try_often
@prove_often
@reads_first
def prove(lang: str) -> Response:
    """Ask who it is, and go on to `next`: a page of ours, or else Me."""
    sent, ways = request.form.get("way"), _ways()
    tried = next((way for way in ways if way.way == sent), None)
    if request.method == "POST":
        if tried is None:
            abort(400)
        if tried.validate() and _proved(tried):  # type: ignore[no-untyped-call]
            wanted = languages.page_at(request.args.get("next", ""))
            return redirect(wanted or languages.url("accounts.me", lang), 303)
    status = INVALID if tried and tried.errors else 200
    return pages.personal(
        "accounts/prove.html", lang, status, ways=ways, tried=tried, email=current_user.login
    )


@blueprint.get("/api/recent")
def recent() -> tuple[str, int]:
    """Nothing, to who proved not long ago who they are; the wall tells the others."""
    return "", 204


def ask() -> Response | None:
    """Let pass who proved it not long ago, and ask the others."""
    if is_fresh():
        return None
    if guard.is_api():
        raise Refused(403, "not_recent", gettext("First confirm that it is you."))
    return redirect(languages.url("accounts.prove", languages.current(), next=request.path))


def _ways() -> list[Way]:
    """A form for each way that is open to this person; what was sent is in the one it is of."""
    sent = request.form.get("way")
    mine = [way for way in WAYS if way.is_open_to(current_user)]
    return [way() if way.way == sent else way(formdata=None) for way in mine]


def _proved(way: Way) -> bool:
    if not way.proves(current_user):
        journal.write(Event.CONFIRM_AGAIN_FAILED)
        return False
    if not prove_here():
        abort(401)  # signed out from elsewhere in this very moment
    db.session.commit()
    journal.write(Event.CONFIRMED_AGAIN)
    if way.letter:
        journal.write(Event.RECOVERY_CODE_USED)
        way.letter.send()
    return True
