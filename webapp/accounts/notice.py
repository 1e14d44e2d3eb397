"""What the notice about privacy tells in figures and dates, taken from what the code goes by."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

from flask import Flask, current_app
from flask_babel import lazy_gettext

from webapp.accounts.addresses import BACK_WITHIN
from webapp.accounts.ages import UNCONFIRMED, UNUSED, WARNINGS, WITHDRAWN
from webapp.accounts.limits import KNOWN_FOR
from webapp.accounts.sign_ins import IDLE, LONGEST

JOURNAL = timedelta(days=30)  # what docs/security.md asks of whoever runs the service
BACKUPS = timedelta(days=30)


class Version(NamedTuple):
    """A version of the notice, and what is new in it."""

    number: int
    day: date
    told: Any  # translated where it is shown


# The newest first. Whoever changes what is kept, why, for how long or for whom, adds one.
VERSIONS = (
    Version(
        3,
        date(2026, 12, 1),
        lazy_gettext(
            "New: when you withdraw your consent, your diary goes from our server after 30 days. "
            "Before, it stayed until you deleted it."
        ),
    ),
    Version(
        2,
        date(2026, 12, 1),
        lazy_gettext(
            "The most important things come first. New: who runs Rugwijs and who works for them, "
            "how long each thing is kept, and that an account without visits goes after 24 months."
        ),
    ),
    Version(1, date(2026, 11, 22), lazy_gettext("The first notice.")),
)


def init_app(app: Flask) -> None:
    """Tell how long accounts and sign-ins are kept."""
    keeps(
        app,
        unused=UNUSED,
        withdrawn=WITHDRAWN,
        unconfirmed=UNCONFIRMED,
        idle=IDLE,
        signed_in=LONGEST,
        address_before=BACK_WITHIN,
        known=timedelta(seconds=KNOWN_FOR),
        journal=JOURNAL,
        backups=BACKUPS,
    )


def keeps(app: Flask, **limits: timedelta) -> None:
    """Tell how long something is kept: each capability says so of what is its own."""
    app.extensions.setdefault("kept_for", {}).update(limits)


def days() -> dict[str, int]:
    """How many days each thing is kept, by its name."""
    kept: dict[str, timedelta] = current_app.extensions["kept_for"]
    return {name: limit.days for name, limit in kept.items()}


def warnings() -> tuple[int, ...]:
    """How many days before an unused account goes its owner is told."""
    return tuple(warning.days for warning in WARNINGS)
