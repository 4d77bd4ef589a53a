"""Every form of every sort of part: it opens, keeps what it shows, and changes what it is for."""

from __future__ import annotations

from typing import Any

import pytest

from builders.editing_pages import EditedPlan, edited_plan
from builders.site_plans import HARM, full_plan, harmful_plan
from oneplan.partnership.plans.parts.part import PLAN, Part
from oneplan.website.pages.editing.sheets.all_sheets import SHEETS

CHANGED: list[tuple[str, str, dict[str, str], str, Any]] = [
    ("sa-1", "ref", {"ref": "SA 9"}, "ref", "SA 9"),
    ("sa-1", "steps", {"steps": "Find a trainer\nHire a hall by May 2027"}, "steps",
     [{"text": "Find a trainer"}, {"text": "Hire a hall by May 2027", "month": "2027-05"}]),
    ("sa-1", "leads", {"leads": "Fire Service\n\nFire Service\nHousing Trust"}, "leads",
     ["Fire Service", "Housing Trust"]),
    ("sa-1", "partners", {"partners": "Parish councils"}, "partners", ["Parish councils"]),
    ("sa-1", "strategies", {"strategies": "Fire Plan"}, "strategies", ["Fire Plan"]),
    ("sa-1", "groups", {"groups": "People over 75"}, "groups", ["People over 75"]),
    ("sa-1", "places", {"places": "Marsh End"}, "places", ["Marsh End"]),
    ("sa-1", "status", {"status": "Complete"}, "status", "Complete"),
    ("sa-1", "category", {"category": "improve_access"}, "category", "improve_access"),
    ("sa-1", "brought_forward_from", {"brought_forward_from": "2025/26"}, "brought_forward_from", "2025/26"),
    ("sa-1", "links", {"links": "SA 2"}, "cross_references", [{"text": "SA 2", "target": "SA 2"}]),
    ("sa-1", "answers", {"answers": "Fire inspection 2025, page 12"}, "recommendations",
     [{"report": "Fire inspection 2025", "page": "12"}]),
    ("safe", "title", {"title": "Safe and sound"}, "title", "Safe and sound"),
    ("safe", "level", {"kind": "priority", "label": "Aim", "code": "A"}, "label", "Aim"),
    ("safe", "members", {"members": "Fire Service"}, "members", ["Fire Service"]),
    ("", "title", {"title": "Another title"}, "title", "Another title"),
    ("", "partnership", {"partnership": ""}, "partnership", None),
    ("", "period", {"start": "April 2027", "end": "2029/30"}, "period",
     {"start": "2027-04", "end": "2030-03"}),
]  # fmt: skip


def _path(part: Part, name: str) -> str:
    if part.key == PLAN:
        return f"particulars/change/{name}/"
    return f"parts/{part.key}/change/{name}/"


@pytest.mark.parametrize("document", [full_plan, harmful_plan])
def test_every_form_opens_and_sent_as_it_is_shown_changes_nothing(db: None, document: Any) -> None:  # noqa: ARG001
    edited = edited_plan(document())
    before = edited.parts
    for part in before:
        for name, sheet in SHEETS[part.sort].items():
            page = edited.page(_path(part, name))
            assert page.status_code == 200
            assert HARM not in page.text
            answer = edited.sent(_path(part, name), **sheet.shown(part))
            assert answer.status_code == 302, (part.sort, name, answer.text[:3000])
    assert edited.parts == before


@pytest.mark.parametrize(("key", "name", "sent", "field", "value"), CHANGED)
def test_a_form_changes_what_it_is_for(
    edited: EditedPlan, key: str, name: str, sent: dict[str, str], field: str, value: Any
) -> None:
    answer = edited.sent(_path(edited.parts[key], name), **sent)
    assert answer.status_code == 302, answer.text
    assert edited.parts[key][field] == value


@pytest.mark.parametrize(
    ("path", "sent", "said", "at"),
    [
        ("parts/sa-1/change/text/", {"text": " "}, "Enter what will be done", "text"),
        ("parts/safe/change/title/", {"title": ""}, "Enter a title", "title"),
        ("parts/safe/change/level/", {"kind": "heap"}, "Choose one from the list", "kind"),
        ("parts/falls/change/text/", {"text": ""}, "Enter the measure as a sentence", "text"),
        ("parts/falls/change/figures/", {"kind": "quantified", "target-0": "many"}, "Enter a figure such as", "target-0"),
        ("parts/falls/change/figures/", {"kind": "quantified", "target-0-when": "soon"}, "Enter a month or year", "target-0-when"),
        ("particulars/change/period/", {"start": "soon"}, "Enter a month and year", "start"),
        ("particulars/change/period/", {"start": "May 2027", "end": "May 2026"}, "not before the first", "end"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_at_its_field_and_stays_typed(
    edited: EditedPlan, path: str, sent: dict[str, str], said: str, at: str
) -> None:
    before = edited.parts
    answer = edited.sent(path, **sent)
    assert answer.status_code == 422
    assert said in answer.text
    assert f'href="#{at}"' in answer.text
    assert sent[next(iter(sent))] in answer.text or at == "kind"
    assert edited.parts == before


def test_text_that_means_harm_is_shown_as_text_everywhere(edited: EditedPlan) -> None:
    for path in ("parts/sa-1/change/text/", "parts/sa-1.m/change/text/"):
        edited.sent(path, text=HARM)
    seen = edited.now.revision
    edited.sent("parts/sa-1/change/text/", text=f"{HARM} again")
    clash = edited.sent("parts/sa-1/change/text/", seen=seen, text=f"{HARM} mine")
    assert clash.status_code == 409
    pages = [clash.text] + [
        edited.page(path).text for path in ("actions/sa-1/", "parts/sa-1/history/")
    ]
    for text in pages:
        assert "<script>alert" not in text
        assert "<img src=x" not in text


def test_a_form_that_does_not_say_what_was_seen_changes_nothing(edited: EditedPlan) -> None:
    for seen in ("", "0", "99999", "two", "9" * 40):
        answer = edited.sent("parts/sa-1/change/text/", seen=seen, text="Mine")
        assert answer.status_code < 500
        assert edited.parts["sa-1"]["text"] == "Train wardens", seen
