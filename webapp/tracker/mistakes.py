"""What a person reads when something of an entry cannot be kept; forms and devices say the same."""

from __future__ import annotations

from flask_babel import gettext

from webapp.tracker.factors import FACTORS
from webapp.tracker.values import NOTE_LIMIT


def messages() -> dict[str, str]:
    """Every message, by "field.code" or by the code alone; {low}, {high} and {limit} stay open."""
    return {
        "began.missing": gettext("Fill in when the cramp began."),
        "worst.missing": gettext("Choose a number from 0 to 10 for the pain."),
        "day.missing": gettext("Choose a day."),
        "minutes.out_of_range": gettext("Fill in 0 to 10080 minutes. That is 7 days."),
        "missing": gettext("Fill this in."),
        "note.wrong_type": gettext("A sign in this text cannot be kept. Type it again."),
        "wrong_type": gettext("Fill in a number, such as 7 or 7.5."),
        "out_of_range": gettext("Fill in a number from {low} to {high}."),
        "not_a_step": gettext("Fill in a whole number."),
        "too_fine": gettext("Use at most 2 digits after the point."),
        "unknown_choice": gettext("Choose from the list."),
        "repeated": gettext("Choose each answer only once."),
        "note.too_long": gettext("Make this text shorter: at most {limit} characters."),
        "too_long": gettext("This entry is too long. Make the note shorter."),
        "bad_date": gettext("This date or time is not right. Choose it again."),
        "in_the_future": gettext("This day has yet to come. Choose today or an earlier day."),
        "too_long_ago": gettext("This day is too long ago. Choose a day after 1999."),
        "too_many": gettext("Your diary is full: it holds at most 50,000 entries."),
        "other": gettext("This cannot be kept like this. Check it and save again."),
    }


def message(field: str, code: str) -> str:
    """The sentence for one problem of one field, with the figures of that field filled in."""
    known = messages()
    factor = FACTORS.get(field)
    if code == "not_a_step" and factor and not factor.whole:
        code = "too_fine"
    text = known.get(f"{field}.{code}") or known.get(code) or known["other"]
    low, high = (factor.low, factor.high) if factor else (0, 10)
    return text.format(low=f"{low:g}", high=f"{high:g}", limit=NOTE_LIMIT)
