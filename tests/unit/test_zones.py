"""The zones of the back and the legs: complete in both languages, and nothing twice."""

import pytest

from webapp.zones import AT, LEGS, LEVELS, PARTS, PLACES, SIDES, ZONES, Zone, marked, strength_name


def test_there_are_fifteen_zones_and_each_has_its_own_names() -> None:
    assert [zone.id for zone in ZONES.values()] == list(ZONES)
    assert {(zone.level, zone.side) for zone in ZONES.values()} == {
        (level, side) for level in LEVELS for side in SIDES
    }
    assert len(ZONES) == len({zone.nl for zone in ZONES.values()}) == 15
    assert len({zone.name("en") for zone in ZONES.values()}) == 15
    assert ZONES["buttock_middle"].name("nl") == "stuit"


def test_a_leg_has_three_parts_on_either_side() -> None:
    assert {(part.level, part.side) for part in LEGS.values()} == {
        (part, side) for part in PARTS for side in ("left", "right")
    }
    assert LEGS["calf_left"].name("nl") == "onderbeen, links"
    assert LEGS["foot_right"].name("en") == "foot, right"
    assert len({place.nl for place in PLACES.values()}) == len(PLACES) == len(AT) == 21


@pytest.mark.parametrize("place", PLACES.values(), ids=lambda place: place.id)
def test_left_is_called_left_and_right_is_called_right(place: Zone) -> None:
    for side, nl, en in (("left", "links", "left"), ("right", "rechts", "right")):
        assert (place.side == side) == place.nl.endswith(nl) == place.en.endswith(en)


def test_a_place_is_marked_by_its_field_or_by_the_list_of_before() -> None:
    assert marked({}) == {}
    assert marked({"zones": ["low_left", "upper_left"]}) == {"upper_left": 0, "low_left": 0}
    body = {"zones": ["low_left"], "at_foot_right": 1, "at_low_left": 3, "at_mid_left": 0}
    assert list(marked(body).items()) == [("mid_left", 0), ("low_left", 3), ("foot_right", 1)]


def test_a_strength_is_said_in_words_or_not_at_all() -> None:
    assert [strength_name(strength, "nl") for strength in range(4)] == [
        "",
        "licht",
        "matig",
        "sterk",
    ]
    assert strength_name(2, "en") == "medium"
