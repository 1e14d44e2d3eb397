"""What a person may choose about the diary itself: names and limits.

Factors of one's own have a number each, not a name in the body: the name is health data and
stands sealed in the settings. A number is never given to another factor, so old days keep
their meaning.
"""

OWN_COUNT = 8
OWN = tuple(f"own_{number}" for number in range(1, OWN_COUNT + 1))
OWN_INPUTS = ("number", "yesno")
OWN_NAME = 40  # characters
OWN_UNIT = 12
DAY_ENDS = 6  # o'clock at the latest
