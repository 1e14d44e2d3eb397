"""Signing in and out, who is signed in, the page Me and the notice about privacy."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from flask import Flask, abort, current_app, flash, redirect, request, session
from flask_babel import gettext
from flask_login import current_user
from werkzeug.wrappers import Response

from webapp import guard, journal, languages, pages
from webapp.accounts import by_name as by_name
from webapp.accounts import changing as changing
from webapp.accounts import consent, notice, proving, wall
from webapp.accounts import erasing as erasing
from webapp.accounts import new_address as new_address
from webapp.accounts.agreeing import consent_given as consent_given
from webapp.accounts.answers import Me
from webapp.accounts.arriving import arrived
from webapp.accounts.by_mail import blueprint
from webapp.accounts.codes import setting_up as setting_up
from webapp.accounts.codes import stepping as stepping
from webapp.accounts.codes.models import codes_since
from webapp.accounts.codes.second_step import begin_second_step
from webapp.accounts.erase import say_gone
from webapp.accounts.forms import SignInForm
from webapp.accounts.hashing import confirmed_for_writing, while_there_is_room
from webapp.accounts.limits import guess_often, try_often
from webapp.accounts.models import is_gone
from webapp.accounts.passkeys import joining as joining
from webapp.accounts.passkeys import views as passkeys
from webapp.accounts.replies import INVALID
from webapp.accounts.sign_ins import end_all, end_one, sign_ins_of
from webapp.accounts.signed_in import end_session, here
from webapp.extensions import db
from webapp.journal import Event
from webapp.turns import reads_first


@languages.route(blueprint, "sign_in", methods=["GET", "POST"])
@while_there_is_room
@try_often
@guess_often
@reads_first
def sign_in(lang: str) -> Response:
    """Sign in with address and password."""
    if request.method != "POST" and current_user.is_authenticated:
        return redirect(languages.url("tips.today", lang))
    form = SignInForm()
    if request.method == "POST" and form.validate():
        user = confirmed_for_writing(form.theirs(), form.password.data)
        if user and codes_since(user.id):
            begin_second_step(user, form.shared.data)
            db.session.commit()
            return redirect(languages.url("accounts.second_step", lang))
        if user:
            return arrived(user, lang, form.shared.data)
    if request.method == "POST" and form.hide_which_part_was_wrong():
        form.form_errors.append(
            gettext("These do not fit each other, or the address is not confirmed yet.")
        )
    status = INVALID if form.errors else 200
    return pages.personal("accounts/sign_in.html", lang, status, form=form)


@languages.route(blueprint, "sign_out", methods=["GET", "POST"])
def sign_out(lang: str) -> Response:
    """Ask with a button, then end the session."""
    if request.method != "POST":
        return pages.personal("accounts/sign_out.html", lang)
    end_session()
    db.session.commit()
    return redirect(languages.url("pwa.home", lang))


@languages.route(blueprint, "sign_ins", methods=["GET", "POST"])
def sign_ins(lang: str) -> Response:
    """Every browser in which somebody is signed in; ends one of them, or all others."""
    if request.method != "POST":
        signed_in = sign_ins_of(current_user.id, datetime.now(UTC))
        return pages.personal(
            "accounts/sign_ins.html",
            lang,
            own=here().id,
            signed_in=signed_in,
            moment=languages.moment,
        )
    ended = _end(request.form.get("end", ""))
    db.session.commit()
    for _ in range(ended):
        journal.write(Event.SIGN_IN_ENDED)
    return redirect(languages.url("accounts.sign_ins", lang), 303)


@pages.public(blueprint, "me")
def me(_lang: str) -> pages.Page:
    """The page Me, the same for everybody; the phone fills in whose it is."""
    return pages.Page("accounts/me.html")


@pages.public(blueprint, "lock")
def lock(_lang: str) -> pages.Page:
    """What a lock on the diary of this phone does; the phone puts it on."""
    return pages.Page("accounts/lock.html")


@pages.public(blueprint, "without_account")
def without_account(_lang: str) -> pages.Page:
    """What a diary on the phone alone means; the phone begins it."""
    return pages.Page("accounts/without_account.html")


@pages.public(blueprint, "my_data")
def my_data(_lang: str) -> pages.Page:
    """What somebody can do with what they logged."""
    return pages.Page("accounts/my_data.html")


@pages.public(blueprint, "privacy")
def privacy(lang: str) -> pages.Page:
    """What is kept, where, why and for how long."""
    days, settings = notice.days(), current_app.extensions["settings"]
    told = {"days": days, "months": round(days["unused"] / 30.4), "warnings": notice.warnings()}
    told |= {"versions": notice.VERSIONS, "settings": settings}
    told["consents"] = [consent.text(lang, purpose) for purpose in consent.PURPOSES]
    return pages.Page("accounts/privacy.html", told)


@blueprint.get("/api/me")
def api_me() -> Response:
    """Who is signed in."""
    return pages.data(Me(current_user.id, current_user.language, here().shared))


@blueprint.post("/api/sign-out")
def api_sign_out() -> tuple[str, int]:
    """End the session, for a script that has wiped the phone."""
    end_session()
    db.session.commit()
    return "", 204


def init_app(app: Flask) -> None:
    """Bind Flask-Security and register the blueprint."""
    wall.init_app(app)
    notice.init_app(app)
    passkeys.init_app(app)
    app.register_blueprint(blueprint)
    guard.ask_strangers(app, _say_that_it_is_gone)
    guard.ask_again(app, proving.ask)


def _end(which: str) -> int:
    """End what was tapped, and how many that were; what had ended already is as good."""
    if which == "others":
        flash(gettext("You are signed out everywhere else."))
        return end_all(current_user.id, but=here().id)
    try:
        ended = end_one(current_user.id, UUID(which))
    except ValueError:
        abort(404)
    flash(gettext("You are signed out there."))
    return ended


def _say_that_it_is_gone() -> None:
    user_id = UUID(session["user"]) if "user" in session else None
    if user_id and is_gone(user_id):
        session.clear()  # nothing may be left on a device
        say_gone(user_id)
