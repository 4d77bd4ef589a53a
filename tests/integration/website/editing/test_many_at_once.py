"""The same done to many actions that are ticked in the list."""

from __future__ import annotations

import json
from typing import Any

from builders.editing_pages import EditedPlan, edited_plan
from oneplan.document.schema import Action, Element, PlanDocument
from oneplan.partnership.partners.permissions import Role

BOTH = ["sa-1", "sa-2"]


def _changed(edited: EditedPlan, **fields: Any) -> Any:
    return edited.sent("actions-at-once/", key=BOTH, do="change", **fields)


def test_the_list_has_a_box_before_each_action_for_who_may_edit(edited: EditedPlan) -> None:
    assert edited.page("actions/").text.count('type="checkbox" name="key"') == 2
    seen = edited.page("actions/", edited.other("Vic", Role.VIEWER)).text
    assert 'name="key"' not in seen


def test_what_was_ticked_is_listed_beside_the_form(edited: EditedPlan) -> None:
    text = edited.sent("actions-at-once/", key=BOTH).text
    assert "Change 2 actions at once" in text
    assert "SA 2 Visit homes" in text


def test_date_status_and_category_are_set_in_all(edited: EditedPlan) -> None:
    answer = _changed(edited, due="May 2029", status="On track", category="narrow_the_gap")
    assert answer.status_code == 302
    for key in BOTH:
        assert edited.parts[key]["due"]["month"] == "2029-05"
        assert edited.parts[key]["status"] == "On track"
        assert edited.parts[key]["category"] == "narrow_the_gap"
    assert "Saved: 2 actions changed" in edited.page("actions/").text


def test_a_lead_comes_in_the_place_of_another(edited: EditedPlan) -> None:
    fields = {"leads-come": "Wardens Trust", "leads-go": "Housing Trust"}
    _changed(edited, **fields)
    assert edited.parts["sa-1"]["leads"] == ["Fire Service"]
    assert edited.parts["sa-2"]["leads"] == ["Wardens Trust"]


def test_all_are_moved_under_another_part(edited: EditedPlan) -> None:
    _changed(edited, under="well")
    assert [each.key for each in edited.parts.children("well", "action")] == BOTH


def test_all_are_removed_and_one_undo_brings_all_back(edited: EditedPlan) -> None:
    edited.sent("actions-at-once/", key=BOTH, do="remove")
    assert edited.parts.of_sort("action") == ()
    edited.sent(f"undo/{edited.batch()}/")
    assert [each.key for each in edited.parts.of_sort("action")] == BOTH


def test_who_says_nothing_is_asked_what_shall_change(edited: EditedPlan) -> None:
    answer = _changed(edited)
    assert answer.status_code == 422
    assert "Say what shall change" in answer.text


def test_without_a_tick_the_page_says_what_to_do_first(edited: EditedPlan) -> None:
    assert "Tick actions in the list first" in edited.page("actions-at-once/").text


def test_what_others_have_changed_meanwhile_is_not_overwritten(edited: EditedPlan) -> None:
    seen = edited.now.revision
    edited.sent("parts/sa-2/change/due/", due="June 2030")
    answer = _changed(edited, seen=seen, due="May 2029")
    assert answer.status_code == 422
    assert "SA 2" in answer.text
    assert edited.parts["sa-2"]["due"]["month"] == "2030-06"


def test_all_that_match_are_changed_without_a_tick(edited: EditedPlan) -> None:
    page = edited.page("actions/?lead=Fire+Service").text
    assert 'name="asked-lead" value="Fire Service"' in page
    asked = {"all": "1", "asked-lead": "Housing Trust"}
    page = edited.sent("actions-at-once/", **asked).text
    assert "Change 1 action at once" in page
    edited.sent("actions-at-once/", keys='["sa-2"]', do="change", status="On track")
    assert edited.parts["sa-2"]["status"] == "On track"
    assert edited.parts["sa-1"]["status"] is None


def test_a_list_longer_than_a_page_is_changed_as_a_whole(db: None) -> None:  # noqa: ARG001
    actions = [Action(id=f"a{number}", text=f"Plant tree {number}") for number in range(70)]
    plan = PlanDocument(
        title="Trees", elements=[Element(id="e", kind="priority", title="Trees", actions=actions)]
    )
    edited = edited_plan(plan)
    assert "Change all 70 at once" in edited.page("actions/").text
    page = edited.sent("actions-at-once/", all="1").text
    keys = json.dumps([action.id for action in actions])
    assert keys.replace('"', "&#34;") in page
    edited.sent("actions-at-once/", keys=keys, do="change", **{"places-come": "North\nSouth"})
    assert all(each["places"] == ["North", "South"] for each in edited.parts.of_sort("action"))
    edited.sent(f"undo/{edited.batch()}/")
    assert all(each["places"] == [] for each in edited.parts.of_sort("action"))


def test_what_would_change_is_shown_and_nothing_saved(edited: EditedPlan) -> None:
    fields = {"leads-come": "Wardens Trust", "strategies-come": "Safer Homes Plan"}
    page = edited.sent("actions-at-once/", key=BOTH, do="look", due="May 2029", **fields)
    assert page.status_code == 200
    assert "By when “March 2027” becomes “May 2029”" in page.text
    assert "Supports nothing becomes “Safer Homes Plan”" in page.text
    assert edited.parts["sa-1"]["due"]["month"] == "2027-03"
    gone = edited.sent("actions-at-once/", key=BOTH, do="look-removed").text
    assert "SA 2 Visit homes: goes" in gone
    assert "sa-2" in edited.parts


def test_a_field_is_emptied_or_put_anew_in_all(edited: EditedPlan) -> None:
    _changed(edited, empty=["leads", "due"], **{"leads-come": "Wardens Trust"})
    assert [edited.parts[key]["leads"] for key in BOTH] == [["Wardens Trust"]] * 2
    assert edited.parts["sa-1"]["due"] is None


def test_what_is_gone_meanwhile_is_told(edited: EditedPlan) -> None:
    edited.sent("parts/sa-2/remove/")
    page = edited.sent("actions-at-once/", key=BOTH).text
    assert "Change 1 action at once" in page
    assert "1 of them is not in the plan any more" in page
