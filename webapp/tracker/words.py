"""The words of a cramp and of a person: how it feels, what helped, what to take into account.

The keys are stored in the diary, so a key is never renamed; words may be.
"""

from collections.abc import Mapping
from types import MappingProxyType

Choices = Mapping[str, Mapping[str, str]]


def _choices(**words: tuple[str, str]) -> Choices:
    return MappingProxyType({key: {"nl": nl, "en": en} for key, (nl, en) in words.items()})


FEEL = _choices(
    gripping=("knijpend", "gripping"),
    stabbing=("stekend", "stabbing"),
    dull=("zeurend", "dull"),
    burning=("brandend", "burning"),
    stiff=("stijf", "stiff"),
    radiating=("uitstralend", "spreading"),
)

RELIEF = _choices(
    warmth=("warmte", "warmth"),
    walking=("lopen", "walking"),
    lying=("liggen", "lying down"),
    stretching=("rekken", "stretching"),
    breathing=("rustig ademen", "calm breathing"),
    massage=("massage", "massage"),
    painkiller=("een pijnstiller", "a painkiller"),
    other=("iets anders", "something else"),
    passed=("het ging vanzelf over", "it passed by itself"),
    nothing_yet=("nog niets", "nothing yet"),
)

PROFILE = _choices(
    pregnant=("Ik ben zwanger", "I am pregnant"),
    mecfs=("Ik heb ME/CVS", "I have ME/CFS"),
    osteoporosis=("Ik heb botontkalking", "I have osteoporosis"),
    kidney_disease=("Ik heb een nierziekte", "I have a kidney disease"),
    heart_failure=("Mijn hart pompt te zwak", "I have heart failure"),
    diuretic=("Ik gebruik plaspillen", "I take water tablets"),
    recent_spine_surgery=(
        "Ik ben pas aan mijn rug geopereerd",
        "I had an operation on my back not long ago",
    ),
    numb_skin=("Ik voel warmte en kou minder goed", "I feel heat and cold less well"),
    eating_disorder=("Ik heb een eetstoornis", "I have an eating disorder"),
)
