"""What somebody changes of their own account while they are signed in."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import flash, redirect, request
from flask_babel import gettext
from flask_login import current_user
from flask_security import hash_password
from werkzeug.wrappers import Response

from webapp import journal, languages, pages
from webapp.accounts.addresses import waiting
from webapp.accounts.by_mail import blueprint
from webapp.accounts.erase import gone
from webapp.accounts.forms import ChangePasswordForm
from webapp.accounts.hashing import confirmed_for_writing
from webapp.accounts.limits import prove_often, try_often
from webapp.accounts.models import User
from webapp.accounts.passwords import set_password
from webapp.accounts.replies import page
from webapp.accounts.signed_in import here, stay_signed_in
from webapp.extensions import db
from webapp.journal import Event
from webapp.turns import reads_first


@languages.route(blueprint, "account", methods=["GET"])
def account(lang: str) -> Response:
    """All that somebody can do with their account, from one page."""
    return pages.personal(
        "accounts/account.html",
        lang,
        email=current_user.login,
        has_password=current_user.password is not None,
        waiting=waiting(current_user.id, datetime.now(UTC)),
    )


@languages.route(blueprint, "change_password", methods=["GET", "POST"])
@try_often
@prove_often
@reads_first
def change_password(lang: str) -> Response:
    """Another password, by the one before; every other browser is signed out."""
    form = ChangePasswordForm()
    form.user = current_user
    if request.method == "POST" and form.validate() and _changed(form):
        flash(gettext("Your new password is saved. You are signed out everywhere else."))
        return redirect(languages.url("accounts.account", lang), 303)
    return page("accounts/change_password.html", lang, form)


def _changed(form: ChangePasswordForm) -> bool:
    """Whether it is changed now; if not, the form says why."""
    given, user_id = form.current.data or "", current_user.id
    if current_user.verify_and_update_password(given):
        hashed = hash_password(form.password.data)
        user = confirmed_for_writing(current_user, given)
        if user:  # of two at once only the first still may
            letter = set_password(user, hashed, but=here().id)
            stay_signed_in(user)
            db.session.commit()
            journal.write(Event.PASSWORD_CHANGED)
            letter.send()
            return True
        if db.session.get(User, user_id) is None:
            raise gone()
    journal.write(Event.CONFIRM_AGAIN_FAILED)
    form.current.errors = (gettext("This is not your password."),)
    return False
