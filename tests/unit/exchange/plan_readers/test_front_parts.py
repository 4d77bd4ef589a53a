"""The front of a plan is no part of it, however its headings are styled."""

from oneplan.document.schema import Action, Element, Statement
from oneplan.exchange.plan_readers.front_parts import without_front
from oneplan.exchange.plan_readers.narrative.front_matter import FrontMatter

FRONT = FrontMatter("Harbour Plan 2024–2027", "Harbour Partnership")


def test_what_stands_under_the_title_takes_the_place_of_the_title() -> None:
    titled = Element(
        kind="section",
        title="Harbour Plan",
        statements=[Statement(kind="context", text="Tides matter.")],
        children=[Element(kind="priority", title="Clean water")],
    )
    parts, said = without_front([titled, Element(kind="priority", title="Safe quays")], FRONT)
    assert [part.title for part in parts] == ["Clean water", "Safe quays"]
    assert [statement.text for statement in said] == ["Tides matter."]


def test_the_name_of_the_partnership_as_a_heading_is_no_outcome() -> None:
    parts, _ = without_front(
        [Element(kind="outcome", title="Harbour Partnership", children=[Element(kind="priority", title="Clean water")])],
        FRONT,
    )  # fmt: skip
    assert [part.title for part in parts] == ["Clean water"]


def test_actions_right_under_the_title_stand_in_a_section() -> None:
    titled = Element(kind="priority", title="Harbour Plan 2024", actions=[Action(text="Dredge")])
    (part,), _ = without_front([titled], FRONT)
    assert (part.kind, part.title, [action.text for action in part.actions]) == (
        "section",
        "Actions",
        ["Dredge"],
    )


def test_a_labelled_part_of_the_same_name_stays() -> None:
    part = Element(kind="priority", label="Priority", title="Harbour Plan")
    assert without_front([part], FRONT) == ([part], [])
