"""Names to sign in with, for whoever gives no e-mail address. Nobody else ever sees them.

A name is kept in one form only, so that two that look the same are the same: NFKC with capitals
folded, in letters of one script, without anything invisible.
"""

from __future__ import annotations

import unicodedata
from typing import Literal

SHORTEST, LONGEST = 3, 32
LONGEST_TYPED = 300  # characters; no address is longer either
MARKS = "._-"
# Who takes such a name might be taken for us, or for nobody.
RESERVED = frozenset(
    {"admin", "administrator", "anonymous", "anoniem", "api", "beheer", "beheerder", "contact"}
    | {"help", "hulp", "iemand", "info", "me", "moderator", "niemand", "nobody", "null", "official"}
    | {"officieel", "owner", "root", "rugwijs", "security", "support", "system", "systeem"}
    | {"undefined", "webmaster"}
)
# Japanese is written in all of these together.
TOGETHER = {"HIRAGANA": "CJK", "KATAKANA": "CJK", "KATAKANA-HIRAGANA": "CJK"}
# In the names of letters and marks that nobody sees.
UNSEEN = ("FILLER", "INHERENT", "JOINER", "SELECTOR")
Fault = Literal["length", "address", "letters", "scripts", "reserved"]


def tidied(name: str) -> str:
    """A name as it is kept and looked for; what is far too long for one stays as it is.

    Putting accents in order takes time that grows with the square of how many there are: of half
    a megabyte of them minutes, in which the whole process stands still.
    """
    if len(name) > LONGEST_TYPED:
        return name
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold()).strip()


def tidied_login(typed: str) -> str:
    """What somebody signs in with, as it is looked for: an address, or else a name."""
    return typed.strip().lower() if "@" in typed else tidied(typed)


def fault_of(name: str) -> Fault | None:
    """What is wrong with a tidied name, or None."""
    if "@" in name:
        return "address"
    if not SHORTEST <= len(name) <= LONGEST:
        return "length"
    if not all(map(_may_stand, name)) or name[0] in MARKS or _is_mark(name[0]):
        return "letters"
    if len({_script(letter) for letter in name if letter.isalpha()}) > 1:
        return "scripts"
    plain = "".join(letter for letter in name if letter not in MARKS)
    return "reserved" if plain in RESERVED else None


def _may_stand(letter: str) -> bool:
    if letter.isascii():
        return letter.isalnum() or letter in MARKS
    seen = not any(word in unicodedata.name(letter, "") for word in UNSEEN)
    return seen and unicodedata.category(letter)[0] in "LM"


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter)[0] == "M"


def _script(letter: str) -> str:
    script = unicodedata.name(letter, "?").split()[0]
    return TOGETHER.get(script, script)
