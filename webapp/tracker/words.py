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

EFFECT = _choices(
    helped=("het hielp", "it helped"),
    no_difference=("geen verschil", "no difference"),
    worse=("het werd erger", "it got worse"),
)

PROFILE = _choices(
    alarm_call=(
        "Ik heb nu een alarmsignaal waarvoor je moet bellen, en heb nog niet gebeld",
        "I have an alarm sign now for which to call, and have not called yet",
    ),
    alarm_visit=(
        "Ik heb nu een signaal waarvoor je een afspraak maakt, en ben nog niet geweest",
        "I have a sign now for which to make an appointment, and have not been yet",
    ),
    under_18=("Ik ben jonger dan 18", "I am under 18"),
    pregnant=("Ik ben zwanger", "I am pregnant"),
    after_menopause=("Ik ben door de overgang heen", "I am past the menopause"),
    over_70=("Ik ben ouder dan 70", "I am over 70"),
    wheelchair=("Ik gebruik een rolstoel", "I use a wheelchair"),
    mecfs=("Ik heb ME/CVS", "I have ME/CFS"),
    fibromyalgia=("Ik heb fibromyalgie", "I have fibromyalgia"),
    osteoporosis=("Ik heb botontkalking", "I have osteoporosis"),
    spine_fracture=("Ik brak ooit een rugwervel", "I once broke a bone in my spine"),
    kidney_disease=("Ik heb een nierziekte", "I have a kidney disease"),
    kidney_stones=("Ik had een niersteen", "I had a kidney stone"),
    heart_failure=("Mijn hart pompt te zwak", "I have heart failure"),
    stomach_ulcer=("Ik had een maagzweer", "I had a stomach ulcer"),
    recent_spine_surgery=(
        "Ik ben in de laatste 12 weken aan mijn rug geopereerd",
        "I had an operation on my back in the last 12 weeks",
    ),
    numb_skin=("Ik voel warmte en kou minder goed", "I feel heat and cold less well"),
    eating_disorder=("Ik heb een eetstoornis", "I have an eating disorder"),
    diuretic=("Ik gebruik plaspillen", "I take water tablets"),
    blood_pressure=(
        "Ik slik pillen voor mijn bloeddruk of mijn hart",
        "I take tablets for my blood pressure or my heart",
    ),
    blood_thinner=("Ik gebruik bloedverdunners", "I take blood thinners"),
    statin=("Ik slik een cholesterolverlager (statine)", "I take a statin against cholesterol"),
    steroids=(
        "Ik gebruik al 3 maanden of langer prednison of iets wat erop lijkt",
        "I have taken prednisone or something like it for 3 months or longer",
    ),
    back_belt=(
        "Ik draag een rugband of inlegzolen voor mijn rug",
        "I use a back belt or insoles for my back",
    ),
    coffee_cramps=("Ik denk dat ik van koffie kramp krijg", "I think that coffee gives me cramps"),
    stretching_device=(
        "Ik denk aan een rekbank of een ander apparaat dat je rug rekt",
        "I am thinking of a traction table or another device that stretches the back",
    ),
    wants_scan=(
        "Ik wil graag een foto of scan van mijn rug",
        "I would like an X-ray or scan of my back",
    ),
)

# The questions of the profile as they stand together on the page.
ABOUT: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "now": ("alarm_call", "alarm_visit"),
        "you": ("under_18", "pregnant", "after_menopause", "over_70", "wheelchair"),
        "health": (
            "mecfs",
            "fibromyalgia",
            "osteoporosis",
            "spine_fracture",
            "kidney_disease",
            "kidney_stones",
            "heart_failure",
            "stomach_ulcer",
            "recent_spine_surgery",
            "numb_skin",
            "eating_disorder",
        ),
        "medicines": ("diuretic", "blood_pressure", "blood_thinner", "statin", "steroids"),
        "ideas": ("back_belt", "coffee_cramps", "stretching_device", "wants_scan"),
    }
)
