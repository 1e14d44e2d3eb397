"""The page on which somebody erases their account, and the one that says that it is done."""

from __future__ import annotations

from flask import redirect, request, session
from flask_login import current_user
from werkzeug.wrappers import Response

from webapp import languages, pages
from webapp.accounts import mailing
from webapp.accounts.by_mail import blueprint
from webapp.accounts.erase import erase
from webapp.accounts.forms import EraseForm
from webapp.accounts.limits import often
from webapp.accounts.replies import page


@languages.route(blueprint, "erase_account", methods=["GET", "POST"])
@often
def erase_account(lang: str) -> Response:
    """Erase the account and everything in it, after a question."""
    form = EraseForm()
    if request.method != "POST" or not form.validate():
        return page("accounts/erase_account.html", lang, form)
    letter, user_id = mailing.erased(current_user), current_user.id
    erase(user_id)
    letter.send()
    session.clear()  # the device empties itself once its next sync hears that the account is gone
    return redirect(languages.url("accounts.erased", lang), 303)


@pages.public(blueprint, "erased")
def erased(_lang: str) -> pages.Page:
    """That an account was erased; who opens it otherwise loses nothing."""
    return pages.Page("accounts/erased.html")
