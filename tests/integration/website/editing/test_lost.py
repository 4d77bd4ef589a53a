"""What a form was about is taken out meanwhile: it is said what happened, and nothing typed is lost."""

from __future__ import annotations

import re

import pytest

from builders.editing_pages import EditedPlan
from builders.live_plans import small_plan
from oneplan.partnership.partners.permissions import Role
from oneplan.partnership.partners.refusals import Refused
from oneplan.partnership.plans.parts.changes import applied
from oneplan.partnership.plans.parts.document import parts_of
from oneplan.partnership.plans.parts.editing.returning import brought_back
from oneplan.partnership.plans.parts.editing.tree import removed

TEXT = "parts/sa-1/change/text/"


def test_what_was_written_of_a_removed_action_is_kept_and_brings_it_back(
    edited: EditedPlan,
) -> None:
    other = edited.other()
    seen = edited.seen(TEXT, other)
    edited.sent("parts/sa-1/remove/")
    answer = edited.sent(TEXT, other, seen=seen, text="Train forty wardens")
    assert answer.status_code == 409
    assert "This was removed while you were writing" in answer.text
    assert "Ash removed it on" in answer.text
    assert "Train forty wardens" in answer.text
    again = edited.sent(TEXT, other, text="Train forty wardens", restore="1")
    assert again.status_code == 302
    assert edited.parts["sa-1"]["text"] == "Train forty wardens"
    assert "sa-1.m" in edited.parts
    edited.sent(f"undo/{edited.batch()}/")
    assert "sa-1" not in edited.parts


def test_what_was_written_of_a_merged_action_goes_into_the_other(edited: EditedPlan) -> None:
    path = "parts/sa-2/change/text/"
    seen = edited.now.revision
    edited.sent("parts/sa-1/merge/", other="sa-2", text="Train and visit")
    answer = edited.sent(path, seen=seen, text="Visit all homes")
    assert "Ash made it one with “SA 1 Train and visit”" in answer.text
    assert f'formaction="{edited.address}{TEXT}"' in answer.text
    both = edited.sent(TEXT, text="Visit all homes", beside="1")
    assert both.status_code == 409
    assert "Train and visit" in both.text.replace("<del>", "").replace("</del>", "")
    assert edited.parts["sa-1"]["text"] == "Train and visit"
    sent = {"clash": "text", "choice-text": "mine", "settle": "1"}
    edited.sent(TEXT, text="Visit all homes", **sent)
    assert edited.parts["sa-1"]["text"] == "Visit all homes"


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("parts/sa-1/split/", {"text": "Find wardens", "second": "Train them well"}),
        ("parts/sa-1/move/", {"under": "well"}),
        ("parts/safe/add/action/", {"text": "Fit handrails"}),
        ("parts/safe/renumber/", {"what": "action", "first": "SA 7"}),
        ("parts/sa-1/merge/", {"other": "sa-2", "text": "Train and visit"}),
        ("parts/sa-1/add/measure/", {"text": "50 wardens trained by March 2027"}),
    ],
)
def test_every_form_about_a_part_brings_it_back_and_then_does_what_it_was_for(
    edited: EditedPlan, path: str, sent: dict[str, str]
) -> None:
    gone, seen = path.split("/")[1], edited.now.revision
    edited.sent(f"parts/{gone}/remove/")
    answer = edited.sent(path, seen=seen, **sent)
    assert answer.status_code == 409
    assert "Ash removed it on" in answer.text
    for typed in sent.values():
        assert typed in answer.text
    assert edited.sent(path, restore="1", **sent).status_code == 302
    assert gone in edited.parts


@pytest.mark.parametrize(
    ("part", "sent", "ticked"),
    [
        ("safe", {"second": "Safe at home"}, {"going": ["sa-2", "roads"]}),
        ("sa-1", {"text": "Find them", "second": "Train them"}, {"measures": ["sa-1.m"]}),
    ],
)
def test_what_was_ticked_of_a_removed_part_is_kept_and_goes_where_it_was_to_go(
    edited: EditedPlan, part: str, sent: dict[str, str], ticked: dict[str, list[str]]
) -> None:
    path, seen = f"parts/{part}/split/", edited.now.revision
    edited.sent(f"parts/{part}/remove/")
    answer = edited.sent(path, seen=seen, **sent, **ticked)
    assert answer.status_code == 409
    ((_, keys),) = ticked.items()
    for key in keys:
        assert re.search(rf'value="{re.escape(key)}"[^>]* checked', answer.text)
    assert edited.sent(path, restore="1", **sent, **ticked).status_code == 302
    (second,) = {edited.parts[key].owner for key in keys}
    assert second != part
    assert edited.parts[second].sort == edited.parts[part].sort


def test_a_form_about_what_is_gone_is_not_opened(edited: EditedPlan) -> None:
    edited.sent("parts/sa-1/remove/")
    assert edited.page(TEXT).status_code == 404
    assert edited.page("parts/sa-1/split/").status_code == 404
    assert edited.sent(TEXT, text="Train forty wardens").status_code == 409


def test_what_is_removed_by_two_is_gone_and_the_second_is_told_who_was_first(
    edited: EditedPlan,
) -> None:
    seen = edited.now.revision
    edited.sent("parts/sa-1/remove/")
    answer = edited.sent("parts/sa-1/remove/", seen=seen)
    assert answer.status_code == 302
    assert "Ash removed it on" in edited.browser.get(answer.headers["Location"]).text


def test_what_was_to_be_merged_in_and_is_gone_is_told(edited: EditedPlan) -> None:
    edited.sent("parts/sa-2/remove/")
    answer = edited.sent("parts/sa-1/merge/", other="sa-2")
    assert answer.status_code == 422
    assert "Ash removed it on" in answer.text


def test_what_others_did_to_a_part_is_told_before_it_is_split(edited: EditedPlan) -> None:
    seen = edited.now.revision
    edited.sent(TEXT, text="Train sixty wardens")
    answer = edited.sent("parts/sa-1/split/", seen=seen, text="Find them", second="Train them")
    assert answer.status_code == 422
    assert "Ash changed the action “SA 1 Train sixty wardens”" in answer.text
    assert "Find them" in answer.text


def test_a_lead_officer_keeps_the_words_for_an_action_that_they_cannot_bring_back(
    edited: EditedPlan,
) -> None:
    lead = edited.other("Cedar", Role.LEAD_OFFICER, edited.body("Fire Service"))
    seen = edited.now.revision
    edited.sent("parts/sa-1/remove/")
    answer = edited.sent("parts/sa-1/change/steps/", lead, seen=seen, steps="Book the hall")
    assert answer.status_code == 409
    assert "Book the hall" in answer.text
    assert "Bring it back" not in answer.text


def test_a_part_comes_back_with_what_hung_below_it_and_with_what_it_hung_on() -> None:
    parts = parts_of(small_plan())
    taken = removed(parts, "safe")
    left = applied(parts, taken)
    back = applied(left, brought_back(left, taken, "sa-1"))
    assert {"safe", "sa-1", "sa-1.m"} <= set(back.by_key())
    assert "sa-2" not in back
    assert applied(left, brought_back(left, taken, "safe")) == parts
    assert brought_back(parts, taken, "sa-1") == []


def test_what_it_hung_on_comes_first_where_another_edit_took_that() -> None:
    parts = parts_of(small_plan())
    first = removed(parts, "sa-1")
    left = applied(parts, first)
    left = applied(left, removed(left, "safe"))
    with pytest.raises(Refused, match="Bring that back first"):
        brought_back(left, first, "sa-1")
