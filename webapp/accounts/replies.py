"""The answers that forms and links of accounts have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import redirect
from flask_babel import gettext
from werkzeug.wrappers import Response

from webapp import journal, languages, mail, pages
from webapp.accounts import consent
from webapp.accounts.mailing import Letter
from webapp.extensions import db

INVALID = 422
NOT_NOW = 503
DEAD_LINK = 410


def dead_link(lang: str, again: str) -> Response:
    """A link that is too old, was used, or never was one; `again` is where to get another."""
    return pages.personal("accounts/dead_link.html", lang, DEAD_LINK, again=again)


def posted(
    letter: Letter,
    template: str,
    lang: str,
    form: Any,
    keep: Callable[[], None] = lambda: None,
    to: str = "accounts.check_mail",
) -> Response:
    """Greet the mail server, keep what is to be kept, and answer; the letter goes after that.

    A mail server that is away is told to everybody alike, and leaves no account half made.
    """
    db.session.rollback()  # nobody waits for us while we wait for the mail server
    try:
        mail.reach()
    except OSError as trouble:
        journal.write(journal.Event.MAIL_FAILED, trouble=type(trouble).__name__)
        form.form_errors.append(
            gettext("We cannot send mail right now, so nothing was done. Try again in a while.")
        )
        return page(template, lang, form, NOT_NOW)
    keep()
    letter.send()
    return redirect(languages.url(to, lang))


def page(template: str, lang: str, form: Any, status: int | None = None) -> Response:
    """The page of a form, with what is wrong in it."""
    status = status or (INVALID if form.errors else 200)
    return pages.personal(template, lang, status, form=form, words=consent.text(lang))
