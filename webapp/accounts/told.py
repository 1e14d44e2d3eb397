"""What is told by mail of a change in how somebody signs in, or of a code that was used."""

from __future__ import annotations

from flask_babel import force_locale, lazy_gettext, ngettext

from webapp.accounts.mailing import Letter, address_of, letter
from webapp.accounts.models import User


def passkey_added(user: User) -> Letter:
    """There is another passkey now."""
    return _changed(
        user,
        lazy_gettext("A passkey was added to your account"),
        lazy_gettext(
            "A passkey has just been added to your account at Rugwijs. Whoever has it can sign in."
        ),
    )


def passkey_removed(user: User) -> Letter:
    """There is a passkey less."""
    return _changed(
        user,
        lazy_gettext("A passkey was removed from your account"),
        lazy_gettext(
            "A passkey has just been removed from your account at Rugwijs. "
            "It opens your account no more."
        ),
    )


def codes_on(user: User) -> Letter:
    """A code is asked beside the password from now on."""
    return _changed(
        user,
        lazy_gettext("One-time codes are on"),
        lazy_gettext(
            "From now on Rugwijs asks for a code of your app beside your password. "
            "You also got recovery codes."
        ),
    )


def codes_off(user: User) -> Letter:
    """The password is enough again."""
    return _changed(
        user,
        lazy_gettext("One-time codes are off"),
        lazy_gettext("From now on Rugwijs asks for your password alone, without a code of an app."),
    )


def codes_taken_off(user: User) -> Letter:
    """Whoever runs the service had the password be enough again."""
    return _changed(
        user,
        lazy_gettext("One-time codes are off"),
        lazy_gettext(
            "We were told that your app and your recovery codes are lost. So we turned one-time "
            "codes off. Your password is enough again, and your recovery codes work no more. "
            "You are signed out everywhere."
        ),
    )


def recovery_codes_made(user: User) -> Letter:
    """There are new recovery codes."""
    return _changed(
        user,
        lazy_gettext("You have new recovery codes"),
        lazy_gettext(
            "New recovery codes have just been made for your account at Rugwijs. "
            "The ones from before work no more."
        ),
    )


def recovery_code_used(user: User, left: int) -> Letter:
    """One of the recovery codes was used, and so many are left."""
    with force_locale(user.language):
        more = ngettext("%(num)s recovery code is left.", "%(num)s recovery codes are left.", left)
    return _changed(
        user,
        lazy_gettext("A recovery code was used"),
        lazy_gettext("A recovery code of your account at Rugwijs has just been used."),
        more,
    )


def _changed(user: User, subject: object, what: object, more: str = "") -> Letter:
    with force_locale(user.language):
        said = {"what": f"{what} {more}".strip()}
        title = str(subject)
    links = {
        "account": address_of(user, "accounts.account"),
        "forgot": address_of(user, "accounts.forgot"),
    }
    return letter(user, title, "way_changed", **said, **links)
