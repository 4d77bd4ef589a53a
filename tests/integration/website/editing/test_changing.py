"""Changing a value of a part: form, save, what is said about it, and undo."""

from __future__ import annotations

import re

from builders.editing_pages import EditedPlan


def test_what_will_be_done_is_changed_in_its_form(edited: EditedPlan) -> None:
    form = edited.page("parts/sa-1/change/text/")
    assert "Train wardens" in form.text
    answer = edited.sent("parts/sa-1/change/text/", text="Train forty wardens")
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"{edited.address}actions/sa-1/"
    assert edited.parts["sa-1"]["text"] == "Train forty wardens"


def test_the_next_page_says_what_came_of_it_once_and_offers_to_undo(edited: EditedPlan) -> None:
    edited.sent("parts/sa-1/change/due/", due="by May 2028")
    first, second = (edited.page("actions/sa-1/").text for _ in range(2))
    assert "Saved: by when" in first
    assert "Saved: by when" not in second
    undo = re.search(r'action="([^"]+/undo/[^"]+)"', first)
    assert undo
    edited.browser.post(undo[1], {"back": "sa-1"})
    assert edited.parts["sa-1"]["due"] == {"text": "March 2027", "month": "2027-03"}
