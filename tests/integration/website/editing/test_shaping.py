"""Adding, moving, numbering, joining, splitting and removing parts through their forms."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from builders.editing_pages import EditedPlan
from oneplan.partnership.plans.parts.part import PLAN
from oneplan.partnership.plans.queries.history import history

MOST = 15
READ_ANEW = 1
"""Within the transaction of a test a changed plan is not kept, and so is read again. Each sort of part
that an edit changes beyond the first is one more to write."""
INDEXED = 1
"""SQLite is told what words an event can be found by."""
OF_A_TIE = 2
"""Where an action comes from is looked up before it is written: the two actions, and what was said before."""


def _order(edited: EditedPlan, owner: str, sort: str) -> list[str]:
    return [each.key for each in edited.parts.children(owner) if each.sort == sort]


def test_an_action_is_added_where_it_is_put(edited: EditedPlan) -> None:
    answer = edited.sent(
        "parts/safe/add/action/",
        text="Fit handrails",
        due="May 2027",
        leads="Housing Trust",
        after="sa-1",
    )
    new = _order(edited, "safe", "action")[1]
    assert answer.headers["Location"] == f"{edited.address}actions/{new}/"
    assert edited.parts[new]["text"] == "Fit handrails"
    assert edited.parts[new]["due"]["month"] == "2027-05"
    assert edited.parts[new]["leads"] == ["Housing Trust"]


def test_a_form_that_is_sent_twice_adds_one_part(edited: EditedPlan) -> None:
    for _ in range(2):
        edited.sent("parts/safe/add/action/", text="Fit handrails", key="action-0123456789")
    assert "action-0123456789" in edited.parts
    assert len(_order(edited, "safe", "action")) == 3


@pytest.mark.parametrize(
    ("path", "sent", "said"),
    [
        ("parts/safe/add/element/", {"title": "Safe at home", "kind": "priority"}, "Safe at home"),
        ("parts/safe/add/statement/", {"text": "Fires are fewer", "kind": "context"}, "Fires are fewer"),
        ("parts/sa-2/add/measure/", {"text": "90 homes visited by May 2027"}, "90 homes visited by May 2027"),
        ("particulars/add/term/", {"term": "HT", "meaning": "Housing Trust"}, "Housing Trust"),
        ("particulars/add/place/", {"name": "Fen End", "kind": "ward"}, "Fen End"),
        ("particulars/add/body/", {"name": "Housing Trust", "aliases": "HT"}, "Housing Trust"),
        ("particulars/add/statement/", {"text": "We listen", "kind": "value"}, "We listen"),
        ("particulars/add/element/", {"title": "Heard", "kind": "outcome"}, "Heard"),
    ],
)  # fmt: skip
def test_each_sort_of_part_is_added(
    edited: EditedPlan, path: str, sent: dict[str, str], said: str
) -> None:
    answer = edited.sent(path, **sent)
    assert answer.status_code == 302, answer.text
    assert said in edited.browser.get(answer.headers["Location"]).text


def test_what_is_missing_is_said_and_what_was_typed_stays(edited: EditedPlan) -> None:
    answer = edited.sent("particulars/add/term/", term="HT")
    assert answer.status_code == 422
    assert 'href="#meaning"' in answer.text
    assert 'value="HT"' in answer.text


def test_a_part_is_moved_up_and_down_and_under_another(edited: EditedPlan) -> None:
    edited.sent("parts/sa-2/move/", by="up")
    assert _order(edited, "safe", "action") == ["sa-2", "sa-1"]
    edited.sent("parts/sa-2/move/", by="down")
    assert _order(edited, "safe", "action") == ["sa-1", "sa-2"]
    edited.sent("parts/sa-2/move/", under="roads")
    assert _order(edited, "roads", "action") == ["sa-2"]
    edited.sent("parts/roads/move/", under="-")
    assert _order(edited, PLAN, "element") == ["safe", "well", "roads"]


def test_a_part_is_put_right_behind_another_wherever_that_stands(edited: EditedPlan) -> None:
    edited.sent("parts/sa-2/move/", under="roads")
    edited.sent("parts/sa-1/move/", under="safe", behind="sa-2")
    assert _order(edited, "roads", "action") == ["sa-2", "sa-1"]
    edited.sent("parts/sa-2/move/", under="roads", behind="sa-1")
    assert _order(edited, "roads", "action") == ["sa-1", "sa-2"]
    answer = edited.sent("parts/sa-2/move/", under="well", behind="sa-1")
    assert answer.status_code == 422
    assert "Choose one that stands there, or leave it empty" in answer.text


def test_a_part_goes_nowhere_where_no_place_is_chosen(edited: EditedPlan) -> None:
    answer = edited.sent("parts/sa-2/move/", under="")
    assert answer.status_code == 422
    assert "Choose what it shall stand under" in answer.text


def test_actions_are_numbered_in_their_order(edited: EditedPlan) -> None:
    edited.sent("parts/sa-2/move/", by="up")
    edited.sent("parts/safe/renumber/", what="action", first="SA 5")
    assert [edited.parts[key]["ref"] for key in ("sa-2", "sa-1")] == ["SA 5", "SA 6"]
    edited.sent("particulars/renumber/", what="element", first="7")
    assert [edited.parts[key]["code"] for key in ("safe", "well")] == ["7", "8"]


def test_two_actions_become_one_after_what_is_lost_is_shown(edited: EditedPlan) -> None:
    looked = edited.sent("parts/sa-1/merge/", other="sa-2", look="1")
    assert "Lost: reference" in looked.text
    assert "sa-2" in edited.parts
    edited.sent("parts/sa-1/merge/", other="sa-2", text="Train and visit")
    assert "sa-2" not in edited.parts
    assert edited.parts["sa-1"]["text"] == "Train and visit"
    assert edited.parts["sa-1"]["leads"] == ["Fire Service", "Housing Trust"]
    assert "Merged from" in edited.page("actions/sa-1/").text
    edited.sent(f"undo/{edited.batch()}/")
    assert "sa-2" in edited.parts
    assert "Merged from" not in edited.page("actions/sa-1/").text


def test_one_action_becomes_two(edited: EditedPlan) -> None:
    edited.sent("parts/sa-1/split/", text="Find wardens", second="Train them", steps="0")
    first, second, _ = _order(edited, "safe", "action")
    assert first == "sa-1"
    assert edited.parts["sa-1"]["steps"] == []
    assert edited.parts[second]["text"] == "Train them"
    assert edited.parts[second]["steps"] == [{"text": "Find a trainer"}]
    assert "Split into" in edited.page("actions/sa-1/").text
    assert "Split from" in edited.page(f"actions/{second}/").text


def test_one_element_becomes_two(edited: EditedPlan) -> None:
    assert "What goes under the second" in edited.page("parts/safe/split/").text
    edited.sent("parts/safe/split/", second="Safe at home", going=["sa-2", "roads"])
    first, second, _ = _order(edited, PLAN, "element")
    assert (first, edited.parts[second]["title"]) == ("safe", "Safe at home")
    assert _order(edited, second, "action") == ["sa-2"]
    assert _order(edited, second, "element") == ["roads"]
    edited.sent(f"undo/{edited.batch()}/")
    assert second not in edited.parts


def test_a_measure_and_a_statement_become_two_and_one_again(edited: EditedPlan) -> None:
    texts = {"text": "40 wardens by March 2027", "second": "9 halls by March 2028"}
    edited.sent("parts/sa-1.m/split/", **texts)
    first, second = _order(edited, "sa-1", "measure")
    assert edited.parts[second]["targets"][0]["period"] == "2028-03"
    edited.sent(f"parts/{first}/merge/", other=second)
    assert edited.parts[first]["text"] == "40 wardens by March 2027. 9 halls by March 2028"
    assert second not in edited.parts
    statement = edited.parts.children("safe", "statement")[0].key
    edited.sent(f"parts/{statement}/split/", text="Falls doubled", second="Fires did too")
    both = [each["text"] for each in edited.parts.children("safe", "statement")]
    assert both == ["Falls doubled", "Fires did too"]


def test_new_numbers_are_shown_before_they_are_given(edited: EditedPlan) -> None:
    sent = {"what": "through", "first": "B 1", "look": "1"}
    page = edited.sent("particulars/renumber/", **sent)
    assert page.status_code == 200
    assert "SA 2 Visit homes: SA 2 becomes B 2" in page.text
    assert edited.parts["sa-2"]["ref"] == "SA 2"
    edited.sent("particulars/renumber/", what="through", first="B 1")
    assert [edited.parts[key]["ref"] for key in ("sa-1", "sa-2")] == ["B 1", "B 2"]
    edited.sent(f"undo/{edited.batch()}/")
    assert edited.parts["sa-1"]["ref"] == "SA 1"


def test_a_part_is_removed_with_what_hangs_below_it_and_brought_back(edited: EditedPlan) -> None:
    page = edited.page("parts/safe/remove/").text
    assert re.search(r"2 actions\b.* below it go too\.", page)
    edited.sent("parts/safe/remove/")
    assert "sa-1" not in edited.parts
    edited.sent(f"undo/{edited.batch()}/")
    assert edited.parts["sa-1"]["text"] == "Train wardens"


def test_a_part_that_others_have_changed_is_not_removed_unseen(edited: EditedPlan) -> None:
    seen = edited.now.revision
    edited.sent("parts/sa-1/change/text/", text="Train sixty wardens")
    answer = edited.sent("parts/sa-1/remove/", seen=seen)
    assert answer.status_code == 422
    assert "Somebody has changed this" in answer.text
    assert "sa-1" in edited.parts


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("parts/sa-1/change/text/", {"text": "Train sixty wardens"}),
        ("parts/sa-1.m/change/text/", {"text": "60 wardens trained by May 2028"}),
        ("parts/safe/add/action/", {"text": "Fit handrails"}),
        ("parts/sa-2/move/", {"by": "up"}),
        ("parts/safe/remove/", {}),
        ("parts/safe/renumber/", {"what": "action", "first": "SA 5"}),
        ("parts/sa-1/merge/", {"other": "sa-2"}),
        ("parts/sa-1/split/", {"text": "Find wardens", "second": "Train them"}),
    ],
)
def test_an_edit_and_the_page_after_it_take_few_queries(
    edited: EditedPlan, path: str, sent: dict[str, str]
) -> None:
    seen = edited.seen(path)
    with CaptureQueriesContext(connection) as asked:
        answer = edited.sent(path, seen=seen, **sent)
    assert answer.status_code == 302
    sorts = {told.sort for told in history(edited.now).done[0].told}
    ties = OF_A_TIE if "action link" in sorts else 0
    assert _number(asked) <= MOST + READ_ANEW + INDEXED + ties + len(sorts) - 1
    with CaptureQueriesContext(connection) as asked:
        edited.browser.get(answer.headers["Location"])
    assert _number(asked) <= MOST


def _number(asked: CaptureQueriesContext) -> int:
    """The queries without the marks of transactions within the test's own.

    PostgreSQL does not repeat the words of what it has prepared.
    """
    marks = ("SAVEPOINT", "RELEASE SAVEPOINT")
    return sum(not (each["sql"] or "").startswith(marks) for each in asked.captured_queries)
