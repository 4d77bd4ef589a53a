from __future__ import annotations

from oneplan.exchange.known.areas import areas_by_dfe_code, known_areas
from oneplan.vocabulary.areas import area_kind, is_area_code


def test_a_code_says_what_kind_of_area_it_is_for() -> None:
    assert area_kind("E10000034") == "county"
    assert area_kind("E12000005") == "region"
    assert area_kind("X99000001") is None


def test_only_nine_characters_are_a_code() -> None:
    assert is_area_code("E92000001")
    assert not is_area_code("885")
    assert not is_area_code("E9200000")


def test_three_digits_stand_for_the_newest_code_of_an_authority() -> None:
    assert areas_by_dfe_code()["370"].code == "E08000038"
    assert areas_by_dfe_code()["885"].code == "E10000034"


def test_every_successor_is_known_itself_and_began_when_the_other_ended() -> None:
    areas = known_areas()
    for area in areas.values():
        for successor in area.successors:
            assert areas[successor].start in (None, area.end)
            assert area.end is not None


def test_every_authority_of_england_lies_in_a_region() -> None:
    areas = known_areas()
    authorities = [code for code in areas if code[:3] in ("E06", "E07", "E08", "E09", "E10")]
    assert {areas[areas[code].region or ""].code[:3] for code in authorities} == {"E12"}
    assert areas["E10000034"].region == areas["E07000237"].region == "E12000005"
    assert areas["W06000021"].region is None
