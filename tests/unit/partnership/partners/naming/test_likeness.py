"""Which names are taken for one, which are only asked about, and which never."""

from __future__ import annotations

import pytest

from oneplan.partnership.partners.naming.likeness import (
    SURE,
    WORTH_ASKING,
    likeness,
    surroundings,
)
from oneplan.partnership.partners.naming.names import key_of
from oneplan.partnership.partners.naming.taken_apart import take_apart

AROUND = surroundings("Fenshire Partnership", {"HWB": "Health and Wellbeing Board"})


def _score(one: str, other: str) -> int:
    found = likeness(take_apart(one), take_apart(other), AROUND)
    back = likeness(take_apart(other), take_apart(one), AROUND)
    assert (found and found.score) == (back and back.score)
    return found.score if found else 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("16 – 19 Network", "16-19 network"),
        ("H.E. Institutes", "HE institutes"),
        ("Carers’ Centre", "Carers' Centre"),
        ("Roads & Bridges Team", "Roads and Bridges Team"),
    ],
)
def test_capitals_dashes_dots_and_quotes_make_no_other_name(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


def test_a_name_of_signs_alone_is_still_a_name() -> None:
    assert key_of("***") == "***"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Flood Co-ordinator", "Flood Coordinator"),
        ("Anti-litter Strategy", "Anti litter strategies"),
        ("Library Service", "Libraries Services"),
        ("Child and Adult Swimming Services", "Children & Adults Swimming Service"),
        ("Safetey Board of Fenshire", "Safety Board of Fenshire"),
        ("Head of Rivers and Roads", "Head of Roads and Rivers"),
        ("HWB", "Health & Wellbeing Board"),
        ("HWB Executive", "Health and Wellbeing Board Executive"),
        ("FTA", "Fenland Transport Association"),
        ("Joint Flood RG", "Joint Flood Resilience Group"),
        ("TM: Bridges", "Team Manager: Bridges"),
        ("Flood Warden Scheme", "Flood Warden Scheme (rural)"),
        ("Flood Compact", "Flood Compact 2011/12"),
        ("Fenshire Litter Strategy", "Litter Strategy"),
        ("County Litter Strategy", "Litter Strategy"),
        ("FEN TRUST LIBRARY", "Fen Trust Libraries"),
    ],
)
def test_these_are_surely_one(one: str, other: str) -> None:
    assert _score(one, other) >= SURE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Flood Group", "Flood Steering Group"),
        ("Flood Resilience Board", "Flood Resilience Group"),
        ("Flood Forum", "Flood Forum members"),
        ("Homeless Strategy", "Homelessness Strategy"),
        ("FT", "Fen Transport"),
        ("Stonleigh", "Stoneleigh"),
        ("Hartford Council", "Hertford Council"),
        ("Stafford Fire Service", "Stratford Fire Service"),
    ],
)
def test_these_are_asked_about(one: str, other: str) -> None:
    assert WORTH_ASKING <= _score(one, other) < SURE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("District Council A", "District Council B"),
        ("District Council A", "District Council"),
        ("Area 1 Board", "Area 2 Board"),
        ("Ward I", "Ward II"),
        ("OM: 0-11", "OM: 11-19"),
        ("Flood Compact 2010/11", "Flood Compact 2011/12"),
        ("North Fen Panel", "South Fen Panel"),
        ("Northern Panel", "Southern Panel"),
        ("Inclusion Strategy", "Exclusion Strategy"),
        ("Rivers Strategy", "Rivers and Roads Strategy"),
        ("Fenshire Council", "Council"),
        ("Play Strategy", "Clay Strategy"),
        ("Rivers Plan", "Rivers Board of Trustees"),
        ("***", "Flood Group"),
        ("***", "---"),
    ],
)
def test_these_are_never_taken_for_one(one: str, other: str) -> None:
    assert _score(one, other) < WORTH_ASKING


def test_the_reason_names_what_differs() -> None:
    found = likeness(take_apart("Flood Steering Group"), take_apart("Flood Group"), AROUND)
    assert found
    assert found.why == "the same but for “Steering”"


@pytest.mark.parametrize(
    ("place", "one", "other"),
    [
        ("Fenshire Children and Young People's Trust", "Young People's Forum", "Forum"),
        ("Fenshire Children and Young People's Trust", "Youth Drugs Panel", "Drugs Panel"),
        ("North Fenshire Partnership", "North Fenshire Bus Board", "Fenshire Bus Board"),
        ("Fenshire and Quillshire Board", "Fenshire Ferry Plan", "Quillshire Ferry Plan"),
        (
            "Fenshire and Quillshire Board",
            "Fenshire Fire Plan and Quillshire",
            "Fenshire Fire Plan",
        ),
    ],
)
def test_only_the_whole_name_of_the_place_makes_no_other_name(
    place: str, one: str, other: str
) -> None:
    found = likeness(take_apart(one), take_apart(other), surroundings(place))
    assert found is None or found.score < SURE


def test_the_name_of_a_place_of_two_words_makes_no_other_name() -> None:
    around = surroundings("North Fenshire Children's Partnership")
    found = likeness(take_apart("North Fenshire Bus Plan"), take_apart("Bus Plan"), around)
    assert found
    assert found.score >= SURE
