"""The names of a plan are settled, suggested or new, and grouped where they are likely one."""

from __future__ import annotations

import random
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oneplan.document.files import from_yaml
from oneplan.document.lint.facts import PlanFacts
from oneplan.partnership.partners.naming.in_plan import names_in
from oneplan.partnership.partners.naming.likeness import Surroundings, surroundings
from oneplan.partnership.partners.naming.meanings import Known, Meanings, SettledName
from oneplan.partnership.partners.naming.names import Printed, Sort, Thing, key_of
from oneplan.partnership.partners.naming.settling import (
    NameGroup,
    NameInPlan,
    State,
    settle,
    sort_of_new,
)

COUNCIL = Known(Thing(Sort.ORGANISATION, 1), "Fenshire County Council", 1)
TRUST = Known(Thing(Sort.ORGANISATION, 2), "Fenland Health Trust", 2)
WARDEN = Known(Thing(Sort.POST, 3), "Head of Rivers", 1)
PANEL = Known(Thing(Sort.BOARD, 4), "Flood Panel")
AROUND = surroundings("Fenshire Partnership")
NOTHING = Meanings([], [], {})


def _known(*settled: SettledName) -> Meanings:
    return Meanings([COUNCIL, TRUST, WARDEN, PANEL], settled, {})


def _partners(*texts: str) -> list[NameInPlan]:
    return [NameInPlan(Printed.PARTNER, text) for text in texts]


def _texts(group: NameGroup) -> set[str]:
    return {spelling.text for spelling in group.spellings}


def test_the_own_name_of_a_body_is_settled_whatever_its_capitals() -> None:
    (group,) = settle(_partners("FENSHIRE county council"), _known(), AROUND)
    assert (group.state, group.thing) == (State.SETTLED, COUNCIL.thing)


def test_a_name_that_was_settled_keeps_its_meaning() -> None:
    remembered = SettledName(Printed.PARTNER, "The Trust", key_of("The Trust"), TRUST.thing)
    (group,) = settle(_partners("the trust"), _known(remembered), AROUND)
    assert (group.state, group.thing, group.name) == (State.SETTLED, TRUST.thing, TRUST.name)


def test_a_name_settled_among_partners_is_not_settled_among_leads() -> None:
    remembered = SettledName(Printed.PARTNER, "Rivers", key_of("Rivers"), TRUST.thing)
    (group,) = settle([NameInPlan(Printed.LEAD, "Rivers")], _known(remembered), AROUND)
    assert group.state != State.SETTLED


def test_spellings_of_a_known_body_are_suggested_together_with_why() -> None:
    (group,) = settle(_partners("Fenland Health Trusts", "FHT"), _known(), AROUND)
    assert (group.state, group.thing, group.sure) == (State.SUGGESTED, TRUST.thing, True)
    assert {spelling.why for spelling in group.spellings} == {
        "the same but for signs, small words or a plural",
        "the same with FHT in words",
    }


def test_what_is_only_somewhat_alike_is_suggested_alone_and_not_sure() -> None:
    found = settle(_partners("Fenland Health Trust members", "FHT"), _known(), AROUND)
    assert [(_texts(group), group.sure) for group in found] == [
        ({"FHT"}, True),
        ({"Fenland Health Trust members"}, False),
    ]


def test_a_name_that_is_like_two_bodies_is_left_to_a_person() -> None:
    twins = Meanings(
        [
            Known(Thing(Sort.ORGANISATION, 1), "Mill Lane School"),
            Known(Thing(Sort.ORGANISATION, 2), "School Mill Lane"),
        ],
        [],
        {},
    )
    (group,) = settle(_partners("Lane Mill School"), twins, AROUND)
    assert not group.sure
    assert [other.name for other in group.others] == ["School Mill Lane"]


def test_a_board_among_the_partners_is_suggested_as_the_board_that_it_is() -> None:
    (group,) = settle(_partners("Flood Panel"), _known(), AROUND)
    assert (group.state, group.thing) == (State.SUGGESTED, PANEL.thing)


def test_new_spellings_of_one_name_are_one_group_called_by_the_most_frequent_in_words() -> None:
    names = [
        NameInPlan(Printed.GROUP, "JRF", 9),
        NameInPlan(Printed.GROUP, "Joint River Forum", 3),
        NameInPlan(Printed.GROUP, "Joint Rivers Forum", 1),
    ]
    (group,) = settle(names, NOTHING, AROUND)
    assert (group.state, group.name, group.times) == (State.NEW, "Joint River Forum", 13)


def test_an_acronym_of_two_bodies_joins_neither() -> None:
    found = settle(_partners("SPT", "Salt Pan Trust", "Sea Port Team"), NOTHING, AROUND)
    assert sorted(map(len, map(_texts, found))) == [1, 1, 1]


def test_two_councils_told_apart_by_a_letter_stay_two() -> None:
    found = settle(_partners("District Council A", "District Council B"), NOTHING, AROUND)
    assert len(found) == 2


def test_new_names_that_may_be_one_are_told_of_one_another_with_why() -> None:
    found = settle(_partners("Flood Action", "Flood Action members", "Dry Fens"), NOTHING, AROUND)
    assert {group.name: group.near for group in found} == {
        "Dry Fens": (),
        "Flood Action": (("Flood Action members", "the same but for “members”"),),
        "Flood Action members": (("Flood Action", "the same but for “members”"),),
    }


def test_no_chain_of_likenesses_joins_what_is_not_alike() -> None:
    found = settle(
        _partners("Marlow Trust", "Marlow Trust (north)", "Marlow Trust (south)"), NOTHING, AROUND
    )
    assert not any(
        {"Marlow Trust (north)", "Marlow Trust (south)"} <= _texts(group) for group in found
    )


@pytest.mark.parametrize(
    ("kind", "text", "sort"),
    [
        (Printed.LEAD, "Head of Bridges", Sort.POST),
        (Printed.LEAD, "Fenland Constabulary", Sort.ORGANISATION),
        (Printed.PARTNER, "Bridges Co-ordinator", Sort.POST),
        (Printed.PARTNER, "Bridges Forum", Sort.BOARD),
        (Printed.GROUP, "Bridge Safety Plan", Sort.STRATEGY),
        (Printed.STRATEGY, "Bridge Safety Panel", Sort.BOARD),
        (Printed.STRATEGY, "Safe Bridges", Sort.STRATEGY),
    ],
)
def test_a_new_name_would_become_what_it_says_it_is(kind: Printed, text: str, sort: Sort) -> None:
    (group,) = settle([NameInPlan(kind, text)], NOTHING, AROUND)
    assert group.sort == sort


NAMES = st.lists(
    st.lists(
        st.sampled_from("Rivers River Flood Team Board RT the of 1 2 A (new) 2010/11".split()),
        min_size=1,
        max_size=4,
    ).map(" ".join),
    max_size=12,
)


@given(NAMES, st.randoms(use_true_random=False))
def test_every_name_is_in_one_group_and_the_order_does_not_matter(
    texts: list[str], chance: random.Random
) -> None:
    names = _partners(*texts)
    found = settle(names, _known(), AROUND)
    assert sorted(text for group in found for text in _texts(group)) == sorted(set(texts))
    chance.shuffle(names)
    assert settle(names, _known(), AROUND) == found


def test_a_real_plan_of_four_hundred_spellings_is_settled_into_fewer_names() -> None:
    file = files("oneplan.examples") / "worcestershire-2009-10.yaml"
    names = names_in(PlanFacts(from_yaml(file.read_bytes())))
    spelt = {(name.kind, name.text) for name in names}
    found = settle(names, NOTHING, Surroundings())
    assert len(spelt) > 350
    assert len(spelt) - 60 < len(found) < len(spelt) - 25


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("Fenland Clinical Commissioning Group (FCCG)", Sort.ORGANISATION),
        ("Fenshire and Quillshire Integrated Care Board", Sort.ORGANISATION),
        ("Quill Housing Group", Sort.ORGANISATION),
        ("Ditches Steering Group", Sort.BOARD),
        ("Fenshire Health and Wellbeing Board", Sort.BOARD),
    ],
)
def test_a_partner_called_group_or_board_is_a_body_where_bodies_are_called_so(
    name: str, sort: Sort
) -> None:
    assert sort_of_new(Printed.PARTNER, name) == sort
