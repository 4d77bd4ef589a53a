"""The history of a part, and undo of what stands in it."""

from __future__ import annotations

import re

from builders.editing_pages import EditedPlan
from oneplan.partnership.partners.permissions import Role

HISTORY = "parts/sa-1/history/"


def test_each_edit_says_who_did_it_and_marks_what_differs(edited: EditedPlan) -> None:
    edited.sent("parts/sa-1/change/text/", text="Train sixty wardens")
    edited.sent("parts/sa-1.m/change/text/", text="60 wardens trained by March 2027")
    text = edited.page(HISTORY).text
    assert "Train <ins>sixty</ins> wardens" in text
    assert "<del>40</del>" in text
    assert "Ash, " in text
    assert text.count("Changed the action") == 1


def test_an_edit_is_taken_back_from_the_history(edited: EditedPlan) -> None:
    edited.sent("parts/sa-1/change/text/", text="Train sixty wardens")
    edited.sent("parts/sa-1/change/due/", due="May 2029")
    first = re.findall(r'action="([^"]+/undo/[^"]+)"', edited.page(HISTORY).text)[-1]
    edited.browser.post(first, {"back": "sa-1"})
    assert edited.parts["sa-1"]["text"] == "Train wardens"
    assert edited.parts["sa-1"]["due"]["month"] == "2029-05"


def test_a_part_that_was_removed_still_has_its_history(edited: EditedPlan) -> None:
    edited.sent("parts/sa-1/remove/")
    answer = edited.page(HISTORY)
    assert "Removed the action" in answer.text
    undo = re.search(r'action="([^"]+/undo/[^"]+)"', answer.text)
    assert undo
    edited.browser.post(undo[1])
    assert edited.parts["sa-1"]["text"] == "Train wardens"


def test_whoever_may_not_edit_sees_no_undo(edited: EditedPlan) -> None:
    edited.sent("parts/sa-1/change/text/", text="Train sixty wardens")
    text = edited.page(HISTORY, edited.other("Vic", Role.BOARD_MEMBER)).text
    assert "Train <ins>sixty</ins> wardens" in text
    assert "/undo/" not in text
