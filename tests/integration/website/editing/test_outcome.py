"""What the red pen says of an edit at once: what it found anew, and what was settled."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from builders.editing_pages import EditedPlan, edited_plan
from oneplan.document.schema import Action, Due, Element, Period, PlanDocument

_DITCHES = "north south east west upper lower near far old new long short deep wide".split()


def _ditches(most: int, besides: Callable[[int], dict[str, Any]]) -> Element:
    """An outcome with so many actions, and what each says by its number ``besides`` its words."""
    actions = [
        Action(id=f"a-{number}", ref=f"DF {number}", text=f"Dig ditch {word}", **besides(number))
        for number, word in enumerate(_DITCHES[:most], start=1)
    ]
    return Element(id="area", kind="outcome", label="Outcome", title="Dry feet", actions=actions)


def test_what_an_edit_causes_is_said_on_the_next_page(edited: EditedPlan) -> None:
    edited.sent("parts/sa-1/change/leads/", leads="")
    text = edited.page("actions/sa-1/").text
    assert "The red pen found anew" in text


def test_what_an_edit_settles_is_said_too(edited: EditedPlan) -> None:
    edited.sent("parts/sa-1/change/leads/", leads="")
    edited.page("actions/sa-1/")
    edited.sent("parts/sa-1/change/leads/", leads="Head of Fire Safety")
    text = edited.page("actions/sa-1/").text
    assert "Settled by this" in text
    assert "The red pen found anew" not in text


def test_what_is_found_still_in_other_words_is_not_settled(edited: EditedPlan) -> None:
    edited.sent("parts/sa-1.m/change/text/", text="Reach 40 wardens by March 2031")
    edited.sent("parts/sa-1/change/due/", due="May 2027")
    edited.page("actions/sa-1/")
    edited.sent("parts/sa-1/change/due/", due="May 2028")
    text = edited.page("actions/sa-1/").text
    anew, _, settled = text.partition("Settled by this")
    assert "The measure ends after the action does" in anew
    assert "The measure ends after the action does" not in settled.partition("Undo")[0]


def test_what_others_cause_meanwhile_is_not_said_to_be_of_this_edit(edited: EditedPlan) -> None:
    seen = edited.seen("parts/sa-1/change/status/")
    edited.sent("parts/sa-2/change/leads/", edited.other(), leads="")
    edited.sent("parts/sa-1/change/status/", seen=seen, status="On track")
    assert "The red pen found anew" not in edited.page("actions/sa-1/").text


def test_an_edit_that_says_the_same_again_is_no_edit(edited: EditedPlan) -> None:
    before = edited.now.revision
    edited.sent("parts/sa-1/change/text/", text="Train wardens")
    assert "Nothing was changed: it says that already" in edited.page("actions/sa-1/").text
    assert edited.now.revision == before


def test_what_is_said_of_many_at_once_is_not_found_anew_where_they_are_fewer(
    db: None,  # noqa: ARG001 - the plan lies there
) -> None:
    """Money that is missing nearly everywhere is one finding about all; each sum makes it another."""
    area = _ditches(len(_DITCHES), lambda _: {"leads": ["Head of Digging"]})
    plan = edited_plan(PlanDocument(title="Fens", elements=[area]))
    for key, sum_ in (("a-1", "£9,000 from the fen fund"), ("a-2", "£400 from the lottery")):
        plan.sent(f"parts/{key}/change/funding/", funding=sum_)
    text = plan.page("actions/a-2/").text
    assert "Settled by this" in text
    assert "The red pen found anew" not in text


def test_one_more_of_many_is_found_anew_and_one_fewer_is_settled(
    db: None,  # noqa: ARG001 - the plan lies there
) -> None:
    """Dates beyond the plan's end are one finding about all where there are many."""
    late = {"due": Due(text="May 2031", month="2031-05")}
    area = _ditches(9, lambda number: late if number > 1 else {})
    plan = edited_plan(
        PlanDocument(title="Fens", elements=[area], period=Period(start="2028-04", end="2029-03"))
    )
    over = "The action is due when the plan is over"
    plan.sent("parts/a-1/change/due/", due="June 2031")
    anew, _, settled = plan.page("actions/a-1/").text.partition("Settled by this")
    assert over in anew
    assert over not in settled.partition("Undo")[0]
    plan.sent("parts/a-1/change/due/", due="June 2028")
    anew, _, settled = plan.page("actions/a-1/").text.partition("Settled by this")
    assert over in settled.partition("Undo")[0]
    assert over not in anew
