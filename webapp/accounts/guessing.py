"""Whether a password is among what is tried first: common ones, our words, their own address.

The lists are those of zxcvbn: 30,000 passwords from leaks, English words, names, keys in a row. It
knows no Dutch, so the words that Dutch people take first stand here, beside those of this app.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import prod

SAFE = 3  # of zxcvbn's 0 to 4: a hundred million guesses at least
JUDGED = 48  # characters; more only make it harder to guess, and longer to judge
# zxcvbn reads a text once for each way in which its marks may stand for letters (4 for a, 1 for i
# or l). With 64 marks of all sorts that kept a processor busy for up to a quarter of a minute.
READINGS = 16  # past so many, marks that few people write for a letter stand for none
RARE = str.maketrans(dict.fromkeys("({[<|+%", "~"))
OUR_WORDS = (
    *("rugwijs", "rug", "rugpijn", "pijn", "kramp", "spasme", "dagboek", "oefening", "artikel"),
    *("back", "backpain", "pain", "cramp", "spasm", "diary", "exercise", "article", "health"),
    *("wachtwoord", "welkom", "geheim", "hallo", "inloggen", "toegang", "nederland", "amsterdam"),
    *(
        "rotterdam",
        "utrecht",
        "feyenoord",
        "ajax",
        "zomer",
        "winter",
        "lente",
        "herfst",
        "ikhouvanjou",
    ),
    *("maandag", "vrijdag", "januari", "december", "liefde", "schatje", "gezondheid", "gezond"),
)


def easy_to_guess(password: str, address: str) -> bool:
    """Whether somebody who knows this address would soon find the password."""
    from zxcvbn import zxcvbn  # its lists take a moment and 20 MB: few make a password
    from zxcvbn.matching import L33T_TABLE, relevant_l33t_subtable

    judged = password[:JUDGED]
    marks = relevant_l33t_subtable(judged, L33T_TABLE)
    if prod(map(len, marks.values())) > READINGS:
        judged = judged.translate(RARE)
    words = {*_words_of(address), *OUR_WORDS}
    return int(zxcvbn(judged, user_inputs=sorted(words))["score"]) < SAFE


def _words_of(address: str) -> Iterator[str]:
    yield address
    yield from (word for word in re.split(r"\W+", address) if len(word) > 2)
    yield re.sub(r"\W+", "", address.split("@")[0])
