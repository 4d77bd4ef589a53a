from __future__ import annotations

import pytest

from oneplan.document.phrases.items import split_items, split_steps


@pytest.mark.parametrize(
    "text",
    [
        "• Two parks opened by May 2012. • 300 trees planted.",
        "- Two parks opened by May 2012.\n- 300 trees planted.",
        "* Two parks opened by May 2012.\n* 300 trees planted.",
        "o Two parks opened by May 2012.\no 300 trees planted.",
        "1. Two parks opened by May 2012. 2. 300 trees planted.",
        "a) Two parks opened by May 2012. b) 300 trees planted.",
        "(i) Two parks opened by May 2012. (ii) 300 trees planted.",
        "Two parks opened by May 2012. 300 trees planted.",
        "Two parks opened by May 2012.\n300 trees planted.",
        "\uf0b7 Two parks opened by May 2012. \uf0b7 300 trees planted.",
    ],
)
def test_items_are_found_whatever_became_of_their_bullets(text: str) -> None:
    assert split_items(text) == ["Two parks opened by May 2012.", "300 trees planted."]


@pytest.mark.parametrize(
    "text",
    [
        "Visits to markets, e.g. Ludlow, rise.",
        "Approx. 40 visits i.e. one a week made to St. Ann's.",
        "Run 3.5 miles of path from 2.1 in 2012.",
        "Courses in F.E. Colleges begin.",
        "Take-up of benefits in 2011 – 2013 rises.",
        "Ref. No. 4 of the list is closed.",
        "All School Improvement Partners trained.",
        "",
    ],
)
def test_one_item_stays_one(text: str) -> None:
    assert split_items(text) == ([text] if text else [])


def test_a_sentence_that_goes_on_about_the_measure_before_stays_with_it() -> None:
    text = "More cyclists from 40 in 2011. Target for 2013 to be set on 2012 baseline. 9 routes signed."
    assert split_items(text) == [
        "More cyclists from 40 in 2011. Target for 2013 to be set on 2012 baseline.",
        "9 routes signed.",
    ]


def test_a_new_measure_without_a_full_stop_before_it_is_a_new_item() -> None:
    text = "Implement the tree plan Increase the number of trees from 90 in 2011 to 120 in 2012."
    assert split_items(text) == [
        "Implement the tree plan",
        "Increase the number of trees from 90 in 2011 to 120 in 2012.",
    ]


def test_a_lone_bullet_is_taken_off() -> None:
    assert split_items("• Register printed.") == ["Register printed."]


def test_steps_after_a_colon_are_parted_from_what_will_be_done() -> None:
    lead, steps = split_steps(
        "Make streets safer by: mapping junctions by May 2012. training 20 wardens, incl. dogs. "
        "(Brought forward from 2010/11 Action Plan)."
    )
    assert lead == "Make streets safer by: (Brought forward from 2010/11 Action Plan)."
    assert steps == ["mapping junctions by May 2012.", "training 20 wardens, incl. dogs."]


def test_bulleted_steps_need_no_colon() -> None:
    assert split_steps("Make streets safer. • Map junctions. • Train wardens.") == (
        "Make streets safer.",
        ["Map junctions.", "Train wardens."],
    )


def test_numbered_steps_after_a_colon() -> None:
    assert split_steps("Make streets safer through: 1. Maps of junctions 2. Wardens") == (
        "Make streets safer through:",
        ["Maps of junctions", "Wardens"],
    )


def test_an_action_without_steps_has_none() -> None:
    assert split_steps("Make the streets by the school safer.") == (
        "Make the streets by the school safer.",
        [],
    )
