"""Every field of the plan document is changed by some form of the pages, or is named as one that is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from builders.editing_pages import EditedPlan
from oneplan.document.phrases.dates import find_periods
from oneplan.partnership.plans.parts.part import Parts
from oneplan.partnership.plans.parts.shapes import SHAPES

NEVER_TYPED = {
    "source": "where it was read in the document that was brought in",
    "indicator.text": "an indicator as it was printed; its code and name are typed",
    "indicators.text": "an indicator as it was printed; its code and name are typed",
}
"""Fields that no form changes, by the end of their path, with the reason."""

EDITS: list[tuple[str, dict[str, Any]]] = [
    ("particulars/change/title/", {"title": "Another plan"}),
    ("particulars/change/partnership/", {"partnership": "Fenshire and Marshland"}),
    ("particulars/change/version/", {"version": "2 draft"}),
    ("particulars/change/period/", {"start": "May 2026", "end": "May 2029"}),
    ("parts/plan.term-1/change/term/", {"term": "FRS", "meaning": "Fire and Rescue"}),
    ("parts/plan.place-1/change/name/", {"name": "Fen End", "kind": "school", "note": "New"}),
    ("parts/plan.body-1/change/name/", {"name": "Fire and Rescue"}),
    ("parts/plan.body-1/change/aliases/", {"aliases": "FRS"}),
    ("parts/plan.statement-1/change/text/", {"text": "All are heard", "kind": "value"}),
    ("parts/safe/change/title/", {"title": "Safe and sound"}),
    ("parts/safe/change/level/", {"kind": "priority", "label": "Aim", "code": "A"}),
    ("parts/safe/change/members/", {"members": "Fire Service"}),
    ("parts/safe/change/indicators/", {"indicators": "NI 33 Arson incidents"}),
    ("parts/sa-1/change/text/", {"text": "Train sixty wardens"}),
    ("parts/sa-1/change/ref/", {"ref": "SA 9"}),
    ("parts/sa-1/change/steps/", {"steps": "Hire a hall by May 2027"}),
    ("parts/sa-1/change/due/", {"due": "May 2028"}),
    ("parts/sa-1/change/due/", {"due": "by the harvest"}),
    ("parts/sa-1/change/when/", {"when": "2027/28"}),
    ("parts/sa-1/change/status/", {"status": "On track"}),
    ("parts/sa-1/change/category/", {"category": "improve_access"}),
    ("parts/sa-1/change/leads/", {"leads": "Head of Halls"}),
    ("parts/sa-1/change/partners/", {"partners": "Parish councils"}),
    ("parts/sa-1/change/strategies/", {"strategies": "Fire Plan"}),
    ("parts/sa-1/change/groups/", {"groups": "People over 75"}),
    ("parts/sa-1/change/places/", {"places": "Marsh End"}),
    ("parts/sa-1/change/funding/", {"funding": "£80k from the pooled budget"}),
    ("parts/sa-1/change/sums/", {"sum-0": "90000", "sum-0-currency": "EUR", "sum-0-label": "halls", "sum-0-kind": "invested"}),
    ("parts/sa-1/change/links/", {"links": "the visits → SA 2"}),
    ("parts/sa-1/change/answers/", {"answers": "Fire inspection 2025, page 12"}),
    ("parts/sa-1/change/brought_forward_from/", {"brought_forward_from": "2025/26"}),
    ("parts/sa-1.m/change/text/", {"text": "NI 33 Arson: cut fires from 40 in 2025/26 to 30 by March 2028"}),
    ("parts/sa-1.m/change/figures/", {
        "kind": "quantified", "indicator": "NI 49 Fires in homes", "direction": "decrease", "unit": "fires",
        "baseline-0": "to be set", "baseline-0-when": "academic year 2025/26",
        "target-0": "25", "target-0-when": "academic year 2027/28", "target-0-change": "-10%",
        "target-0-relation": "at_most", "target-0-with": "England",
        "target-1": "to be set", "milestones": "A survey by May 2027",
    }),
]  # fmt: skip


def _fields(model: type[BaseModel], owned: Mapping[str, str]) -> Iterator[str]:
    """The paths of all fields of a model that are not parts of their own: "due.month"."""
    for name, field in model.model_fields.items():
        if name == "id" or name in owned:
            continue
        inner = next(iter(_models(field.annotation)), None)
        if inner is None:
            yield name
        else:
            yield from (f"{name}.{below}" for below in _fields(inner, {}))


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type):
        return [annotation] if issubclass(annotation, BaseModel) else []
    return [found for each in get_args(annotation) for found in _models(each)]


def _schema() -> set[str]:
    return {
        f"{sort}.{path}"
        for sort, shape in SHAPES.items()
        for path in _fields(shape.model, {**shape.owns, **dict.fromkeys(shape.left_out, "")})
    }


def _leaves(sort: str, value: Any) -> Iterator[tuple[str, str]]:
    """Each value with its path; where in a list it stands is no part of that."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _leaves(f"{sort}.{name}", inner)
    elif isinstance(value, list) and value:
        for inner in value:
            yield from _leaves(sort, inner)
    else:
        yield sort, repr(value)


def _said(parts: Parts) -> set[tuple[str, str, str]]:
    return {(part.key, *leaf) for part in parts for leaf in _leaves(part.sort, dict(part.fields))}


def test_every_field_is_changed_by_a_form_or_named_as_one_that_is_not(edited: EditedPlan) -> None:
    changed: set[str] = set()
    for path, sent in EDITS:
        before = _said(edited.parts)
        answer = edited.sent(path, **sent)
        assert answer.status_code == 302, (path, answer.text[-3000:])
        after = _said(edited.parts)
        assert after != before, path
        changed |= {field for _, field, _ in after - before}
    never = {path for path in _schema() if path.endswith(tuple(f".{end}" for end in NEVER_TYPED))}
    assert _schema() - never - changed == set()
    assert never & changed <= {"element.indicators.text", "measure.indicator.text"}


@pytest.mark.parametrize("period", ["academic year 2027/28", "calendar year 2027", "2027/28"])
def test_a_period_is_typed_back_as_it_was_understood(edited: EditedPlan, period: str) -> None:
    figures = {"kind": "quantified", "baseline-0": "40", "baseline-0-when": period}
    edited.sent("parts/falls/change/figures/", **figures)
    edited.sent("parts/falls/change/figures/", **(figures | {"baseline-0": "41"}))
    baseline = edited.parts["falls"]["baselines"][0]
    assert baseline["value"] == 41
    assert baseline.get("year_kind") == find_periods(period)[0].year_kind
    assert f'value="{period}"' in edited.page("parts/falls/change/figures/").text


def test_a_pointer_says_what_its_words_mean(edited: EditedPlan) -> None:
    edited.sent("parts/sa-1/change/links/", links="the visits → SA 2\nSA 2")
    assert edited.parts["sa-1"]["cross_references"] == [
        {"text": "the visits", "target": "SA 2"},
        {"text": "SA 2", "target": "SA 2"},
    ]
    assert "the visits → SA 2" in edited.page("parts/sa-1/change/links/").text


def test_a_sum_that_was_read_wrongly_is_put_right(edited: EditedPlan) -> None:
    assert "Change how each sum is understood" in edited.page("parts/sa-1/change/funding/").text
    edited.sent("parts/sa-1/change/sums/", **{"sum-0": "5500", "sum-0-kind": "saved"})
    assert edited.parts["sa-1"]["funding"] == [
        {"text": "£5,000", "amount": 5500.0, "kind": "saved"}
    ]
    wrong = edited.sent("parts/sa-1/change/sums/", **{"sum-0": "much", "sum-0-kind": "heap"})
    assert wrong.status_code == 422


def test_a_date_that_was_read_wrongly_is_put_right(edited: EditedPlan) -> None:
    edited.sent("parts/sa-1/change/when/", when="May 2027")
    assert edited.parts["sa-1"]["due"] == {"text": "March 2027", "month": "2027-05"}
    assert edited.sent("parts/sa-1/change/when/", when="soon").status_code == 422
    edited.sent("parts/sa-1/change/when/", when="")
    assert edited.parts["sa-1"]["due"] == {"text": "March 2027"}
