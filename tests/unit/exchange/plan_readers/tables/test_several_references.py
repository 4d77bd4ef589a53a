"""Cells whose lines have references of their own, beside cells that have them too or share one thing."""

from builders.composed import actions_of, composed
from builders.documents.blocks_made import table
from oneplan.exchange.plan_readers.blocks import Heading

HEADING = Heading("Priority 1: Cleaner rivers", 1)
HEADER = ("No.", "Action", "Lead", "By when", "Cost", "Measure")


def test_lines_with_references_are_actions_of_their_own() -> None:
    made = table(
        HEADER,
        (
            "1",
            ("1.1 Fence the brook", "1.2 Plant alders", "1.3 Count newts"),
            ("1.1 River Warden", "1.2 Tree Officer", "1.3 Ranger"),
            ("1.1 May 2031", "1.2 June 2031", "1.3 July 2031"),
            "£900",
            "9 km of fence",
        ),
    )
    actions = actions_of(composed(HEADING, made))
    assert [(each.ref, each.text, each.leads) for each in actions] == [
        ("1.1", "Fence the brook", ["River Warden"]),
        ("1.2", "Plant alders", ["Tree Officer"]),
        ("1.3", "Count newts", ["Ranger"]),
    ]
    assert [each.due.month if each.due else None for each in actions] == [
        "2031-05",
        "2031-06",
        "2031-07",
    ]


def test_money_and_measures_said_once_are_not_counted_for_each() -> None:
    made = table(
        HEADER,
        (
            "",
            ("2.1 Fence the brook", "2.2 Plant alders"),
            "River Warden",
            "2031",
            "£900",
            "9 km of fence",
        ),
    )
    first, second = actions_of(composed(HEADING, made))
    assert [part.amount for part in first.funding] == [900]
    assert second.funding == []
    assert (len(first.measures), len(second.measures)) == (1, 0)
    assert first.leads == second.leads == ["River Warden"]


def test_numbered_steps_below_what_is_done_stay_steps_of_it() -> None:
    made = table(
        HEADER,
        (
            "3",
            ("Mend the banks by:", "3.1 fencing", "3.2 planting"),
            "River Warden",
            "2031",
            "",
            "",
        ),
    )
    (action,) = actions_of(composed(HEADING, made))
    assert action.ref == "3"


def test_references_that_do_not_count_on_part_nothing() -> None:
    made = table(
        HEADER, ("4", ("4.1 Fence the brook", "7.9 Plant alders"), "River Warden", "2031", "", "")
    )
    assert len(actions_of(composed(HEADING, made))) == 1
