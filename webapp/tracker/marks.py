"""What a person may mark in the library: that an article or exercise is kept, or read.

All marks of a person are the fields of one record. A record of its own for each article would
have an id that both devices can work out, and so can whoever steals the database: it would tell
which articles somebody marked. What is not marked is absent.
"""

WHAT = ("kept", "read")
# A01 to F99, and the exercises: a phone may know an article that this server does not have yet.
CODES = tuple(f"{letter}{number:02}" for letter in "ABCDEFX" for number in range(1, 100))
MARKS = tuple(f"{what}_{code}" for what in WHAT for code in CODES)
PATTERNS = {what: f"{what}_[A-FX](0[1-9]|[1-9][0-9])" for what in WHAT}  # all, for a device
