"""What is printed once and understood in several places is one difference; what only looks alike is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from builders.newer_versions import offered
from oneplan.document.schema import (
    Action,
    CrossReference,
    Element,
    Funding,
    Measure,
    Organisation,
    Place,
    PlanDocument,
    Recommendation,
    Statement,
)

WARDS = "All of this begins in these wards: Millrace, Oxhill, Tanyard."
INTRO = "We will move £2m to street repairs by April 2031:"


def _plan(**said: str) -> PlanDocument:
    """A plan in which words are understood twice; ``said`` puts others in the place of some."""

    def words(text: str) -> str:
        for old, new in said.items():
            text = text.replace(old, new)
        return text

    shared = Funding(text=words(INTRO), amount=2e6, currency="GBP", label="shared by 2")
    streets = Element(
        kind="focus_area",
        title=words("Even streets"),
        statements=[
            Statement(kind="context", text=words(WARDS)),
            Statement(kind="context", text=words(INTRO)),
            Statement(kind="context", text=words("Even streets")),
        ],
        actions=[
            Action(
                text=words("Mend Mason Street, as in SR 7 (audit report, page 12)."),
                cross_references=[CrossReference(text=words("SR 7"), target=words("SR 7"))],
                recommendations=[Recommendation(report="audit", page=words("12"))],
                funding=[shared],
                partners=["Roads Board", "Paviours"],
                measures=[Measure(text=words("Mend Mason Street, as in SR 7 (audit report, page 12)."))],
            ),
            Action(text="Fill the potholes of the ring road.", partners=["Roads Board", "Paviours"]),
        ],
    )  # fmt: skip
    return PlanDocument(
        title="A plan of streets",
        organisations=[Organisation(name=words("Tilers Union")), Organisation(name="Paviours")],
        places=[Place(name=words(name)) for name in ("Millrace", "Oxhill", "Tanyard")],
        elements=[
            streets,
            Element(kind="focus_area", title="Dry cellars"),
            Element(kind="section", title=words("Even streets / Dry cellars")),
            Element(
                kind="partnership", title="Roads Board", members=[words("Tilers Union"), "Paviours"]
            ),
        ],
    )


@pytest.mark.parametrize(
    ("said", "with_it"),
    [
        ({"Oxhill": "Foxhill"}, "Foxhill"),
        ({"SR 7": "SR 9"}, "points to"),
        ({"12": "13"}, "answers"),
        ({"Mason": "Potter"}, "The measure"),
        ({"£2m": "£3m"}, "money"),
        ({"Even": "Level"}, "Level streets"),
        ({"Tilers Union": "Tilers Guild"}, "The body “Tilers Guild” (name)"),
    ],
)
def test_what_follows_from_other_words_is_chosen_with_them(
    said: dict[str, str], with_it: str
) -> None:
    (item,) = offered(_plan(), _plan(**said))
    name, told = item.says[-1]
    assert name == "With it"
    assert with_it in told
    assert len(item.places) > 1


def _partner_in_both(plan: PlanDocument) -> None:
    for action in plan.elements[0].actions:
        action.partners.append("Kerb Trust")


def _place_of_another(plan: PlanDocument) -> None:
    plan.places.append(Place(name="Lockside"))
    plan.elements[0].statements[1].text = INTRO.replace("repairs", "works")


def _date_and_words(plan: PlanDocument) -> None:
    action = plan.elements[0].actions[1]
    action.status, action.text = "Begun", "Fill all potholes of the ring road."


@pytest.mark.parametrize("edit", [_partner_in_both, _place_of_another, _date_and_words])
def test_what_only_happens_together_is_two_differences(
    edit: Callable[[PlanDocument], None],
) -> None:
    newer = _plan()
    edit(newer)
    assert len(offered(_plan(), newer)) == 2


def test_how_many_share_a_sum_goes_with_the_action_that_comes() -> None:
    newer = _plan()
    newer.elements[0].actions.append(Action(text="Sweep the market."))
    newer.elements[0].actions[0].funding[0].label = "shared by 3"
    (item,) = offered(_plan(), newer)
    assert item.doing == "Added"


def test_a_heading_between_rows_goes_with_the_row_that_moves() -> None:
    newer = _plan()
    action = newer.elements[0].actions.pop()
    action.category = "narrow_the_gap"
    newer.elements[1].actions.append(action)
    (item,) = offered(_plan(), newer)
    assert item.doing == "Moved"


def _rows(*categories: str) -> PlanDocument:
    """A plan of rows, each below the heading of its category."""
    rows = [
        Action.model_validate({"text": f"Mend the bridge of lane {number}.", "category": category})
        for number, category in enumerate(categories)
    ]
    return PlanDocument(
        title="A plan of lanes",
        elements=[Element(kind="focus_area", title="Bridges", actions=rows)],
    )


def test_a_heading_that_moves_above_several_rows_is_one_difference() -> None:
    gap = "narrow_the_gap"
    before = _rows("core", "core", "core", "core", gap)
    (item,) = offered(before, _rows("core", gap, gap, gap, gap))
    assert (item.doing, item.name, len(item.places)) == (
        "Changed",
        "Heading",
        3,
    )
    assert "lane 1" in item.part
    ((name, told),) = item.says
    assert name == "With it"
    assert "lane 2" in told
    assert "lane 3" in told


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("core", "core", "core"), ("narrow_the_gap", "core", "narrow_the_gap")),
        (("core", "improve_access"), ("narrow_the_gap", "narrow_the_gap")),
        (("core", "core"), ("narrow_the_gap", "improve_access")),
    ],
)
def test_rows_below_other_headings_are_differences_of_their_own(
    before: tuple[str, ...], after: tuple[str, ...]
) -> None:
    assert len(offered(_rows(*before), _rows(*after))) == 2


def test_an_action_that_comes_is_told_with_its_measures_and_its_heading_in_words() -> None:
    newer = _plan()
    newer.elements[1].actions.append(
        Action(
            text="Drain the cellars.",
            category="narrow_the_gap",
            measures=[Measure(text="40 dry cellars"), Measure(text="No damp walls")],
        )
    )
    (item,) = offered(_plan(), newer)
    says = dict(item.says)
    assert says["Heading"] == "To narrow the gap"
    assert says["With it"] == "40 dry cellars; No damp walls"


def test_another_word_for_a_level_is_one_difference() -> None:
    newer = _plan()
    newer.elements[1].label, newer.elements[1].kind = "Outcome", "outcome"
    (item,) = offered(_plan(), newer)
    assert (item.doing, item.name) == ("Changed", "Label")
