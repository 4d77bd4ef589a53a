"""Two made one, one made two: nothing is lost without being told."""

from __future__ import annotations

import pytest

from oneplan.document.schema import (
    Action,
    CrossReference,
    Due,
    Element,
    Funding,
    Measure,
    PlanDocument,
    Statement,
    Step,
)
from oneplan.partnership.partners.refusals import Refused
from oneplan.partnership.plans.parts.changes import applied
from oneplan.partnership.plans.parts.document import document_of, parts_of
from oneplan.partnership.plans.parts.editing.merging import (
    Lost,
    merged_actions,
    merged_elements,
)
from oneplan.partnership.plans.parts.editing.splitting import SplitOff, split_action, split_element
from oneplan.partnership.plans.parts.part import Parts

MONEY = Funding(text="£5,000", amount=5000.0)


def _plan() -> Parts:
    one = Element(
        id="parks",
        kind="outcome",
        title="Parks",
        actions=[
            Action(
                id="a",
                ref="PA 1",
                text="Plant trees",
                leads=["Head of Parks"],
                steps=[Step(text="Choose streets"), Step(text="Dig")],
                funding=[MONEY],
                measures=[Measure(id="a1", text="90 trees"), Measure(id="a2", text="9 streets")],
            ),
            Action(
                id="b",
                ref="PA 2",
                text="Water trees",
                due=Due(text="May 2027", month="2027-05"),
                leads=["Head of Parks", "Warden"],
                status="amber",
                category="narrow_the_gap",
                brought_forward_from="2024/25",
                funding=[MONEY],
                measures=[Measure(id="b1", text="90 trees"), Measure(id="b2", text="No dead tree")],
            ),
            Action(
                id="c",
                ref="PA 3",
                text="Sweep leaves (see PA 2)",
                cross_references=[CrossReference(text="see PA 2", target="PA 2")],
            ),
        ],
    )
    two = Element(
        id="streets",
        kind="outcome",
        title="Streets",
        statements=[Statement(kind="context", text="Kerbs are broken")],
        children=[Element(id="kerbs", kind="priority", title="Kerbs")],
    )
    return parts_of(PlanDocument(title="Fenshire", elements=[one, two]))


def _merged(parts: Parts) -> tuple[Action, tuple[Lost, ...]]:
    merger = merged_actions(parts, "a", "b")
    return document_of(applied(parts, merger.changes)).elements[0].actions[0], merger.lost


def test_a_merged_action_has_the_names_money_and_measures_of_both() -> None:
    action, _ = _merged(_plan())
    assert action.text == "Plant trees. Water trees"
    assert action.leads == ["Head of Parks", "Warden"]
    assert action.funding == [MONEY, MONEY]
    assert [measure.id for measure in action.measures] == ["a1", "a2", "b2"]


def test_what_only_one_of_them_says_is_kept_and_what_cannot_be_is_listed() -> None:
    action, lost = _merged(_plan())
    assert (action.ref, action.status, action.brought_forward_from) == ("PA 1", "amber", "2024/25")
    assert action.due == Due(text="May 2027", month="2027-05")
    assert lost == (Lost("b", "ref", "PA 2"),)


def test_a_category_that_only_the_other_one_has_is_taken_over() -> None:
    assert _merged(_plan())[0].category == "narrow_the_gap"


def test_pointers_to_the_action_that_went_point_at_the_one_that_stayed() -> None:
    parts = applied(_plan(), merged_actions(_plan(), "a", "b").changes)
    assert parts["c"]["text"] == "Sweep leaves (see PA 1)"
    assert parts["c"]["cross_references"] == [{"text": "see PA 1", "target": "PA 1"}]


def test_a_wording_can_be_given_and_one_text_within_the_other_is_not_said_twice() -> None:
    parts = _plan()
    given = applied(parts, merged_actions(parts, "a", "b", "Plant and water trees").changes)
    assert given["a"]["text"] == "Plant and water trees"
    again = applied(given, merged_actions(given, "a", "c", None).changes)
    assert again["a"]["text"] == "Plant and water trees. Sweep leaves (see PA 1)"
    assert again["a"]["cross_references"] == []


def test_merged_elements_hold_what_hung_on_either() -> None:
    parts = _plan()
    merger = merged_elements(parts, "parks", "streets")
    plan = document_of(applied(parts, merger.changes))
    assert [element.id for element in plan.elements] == ["parks"]
    assert [child.id for child in plan.elements[0].children] == ["kerbs"]
    assert [said.text for said in plan.elements[0].statements] == ["Kerbs are broken"]
    assert Lost("streets", "title", "Streets") in merger.lost


@pytest.mark.parametrize(("kept", "gone"), [("a", "a"), ("a", "parks"), ("parks", "a")])
def test_only_two_of_a_sort_are_merged(kept: str, gone: str) -> None:
    with pytest.raises(Refused):
        merged_actions(_plan(), kept, gone)


def test_an_element_is_not_merged_into_one_below_it() -> None:
    with pytest.raises(Refused):
        merged_elements(_plan(), "kerbs", "streets")


def test_a_split_action_is_two_that_share_what_is_of_both() -> None:
    parts = _plan()
    off = SplitOff("Dig up kerbs", steps=[1], measures=["a2"])
    plan = document_of(applied(parts, split_action(parts, "a", "Plant", off, new_key="new")))
    first, second, third = plan.elements[0].actions[:3]
    assert (first.id, second.id, third.id) == ("a", "new", "b")
    assert (first.ref, first.text, second.ref, second.text) == (
        "PA 1",
        "Plant",
        None,
        "Dig up kerbs",
    )
    assert first.leads == second.leads == ["Head of Parks"]
    assert ([s.text for s in first.steps], [s.text for s in second.steps]) == (
        ["Choose streets"],
        ["Dig"],
    )
    assert ([m.id for m in first.measures], [m.id for m in second.measures]) == (["a1"], ["a2"])
    assert (first.funding, second.funding) == ([MONEY], [])


@pytest.mark.parametrize(
    ("key", "text", "off"),
    [
        ("a", " ", SplitOff("b")),
        ("a", "a", SplitOff("")),
        ("a", "a", SplitOff("b", measures=["b1"])),
        ("parks", "a", SplitOff("b")),
    ],
)
def test_a_split_that_makes_no_sense_is_refused(key: str, text: str, off: SplitOff) -> None:
    with pytest.raises(Refused):
        split_action(_plan(), key, text, off)


def test_a_split_element_is_two_of_a_kind() -> None:
    parts = _plan()
    changes = split_element(parts, "parks", "Leaves", ["c", "b"], new_key="leaves")
    plan = document_of(applied(parts, changes))
    assert [(e.id, e.kind, e.title) for e in plan.elements][:2] == [
        ("parks", "outcome", "Parks"),
        ("leaves", "outcome", "Leaves"),
    ]
    assert [[a.id for a in e.actions] for e in plan.elements[:2]] == [["a"], ["b", "c"]]


@pytest.mark.parametrize(
    ("key", "title", "going"),
    [("parks", "", ["a"]), ("parks", "Leaves", ["kerbs"]), ("a", "Leaves", []), ("no", "x", [])],
)
def test_a_split_element_must_make_sense(key: str, title: str, going: list[str]) -> None:
    with pytest.raises(Refused):
        split_element(_plan(), key, title, going)
