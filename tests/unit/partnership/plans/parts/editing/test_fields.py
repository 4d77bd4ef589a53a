"""What is typed is understood, and only what it says is changed."""

from __future__ import annotations

import pytest

from oneplan.document.schema import Action, Element, Indicator, Measure, PlanDocument
from oneplan.partnership.partners.refusals import Refused
from oneplan.partnership.plans.parts.changes import Change, applied
from oneplan.partnership.plans.parts.document import document_of, parts_of
from oneplan.partnership.plans.parts.editing.fields import (
    due_of,
    funding_of,
    measure_of,
    with_fields,
)
from oneplan.partnership.plans.parts.part import Parts

SENTENCE = "Increase library visits from 40,000 in 2025/26 to 52,000 in 2027/28"


def _plan(measure: Measure | None = None) -> Parts:
    action = Action(id="a", text="Open late", measures=[measure] if measure else [])
    element = Element(id="e", kind="outcome", title="Readers", actions=[action])
    return parts_of(PlanDocument(title="Fenshire", elements=[element]))


def _measure(parts: Parts) -> Measure:
    return document_of(parts).elements[0].actions[0].measures[0]


def _reworded(parts: Parts, key: str, text: str) -> list[Change]:
    return with_fields(parts, key, measure_of(text, parts[key]))


def test_a_measure_typed_as_a_sentence_is_understood() -> None:
    parts = _plan(Measure(id="m", text="More visits", kind="directional"))
    measure = _measure(applied(parts, _reworded(parts, "m", SENTENCE)))
    assert (measure.kind, measure.direction) == ("quantified", "increase")
    assert [baseline.value for baseline in measure.baselines] == [40_000]
    assert [(target.value, target.period) for target in measure.targets] == [(52_000, "2027/28")]


def test_what_stood_beside_the_sentence_stays_when_that_is_reworded() -> None:
    beside = Indicator(code="LI 4", name="Visits")
    parts = _plan(Measure(id="m", text="More visits", kind="directional", indicator=beside))
    measure = _measure(applied(parts, _reworded(parts, "m", SENTENCE)))
    assert measure.indicator == beside


def test_a_new_sentence_replaces_what_the_old_one_said() -> None:
    parts = applied(
        _plan(Measure(id="m", text="x")),
        _reworded(_plan(Measure(id="m", text="x")), "m", SENTENCE),
    )
    measure = _measure(applied(parts, _reworded(parts, "m", "Publish a reading list")))
    assert (measure.kind, measure.baselines, measure.targets) == ("deliverable", [], [])


def test_a_measure_of_its_own_is_the_sentence_and_nothing_else() -> None:
    assert measure_of("Publish a reading list")["kind"] == "deliverable"


def test_a_date_and_a_sum_are_understood_as_they_are_typed() -> None:
    assert due_of("by March 2027") == {"text": "by March 2027", "month": "2027-03"}
    assert due_of("  ") is None
    (sum_,) = funding_of("£80k from the Pooled Fund")
    assert (sum_["amount"], sum_["kind"]) == (80_000, "amount")


def test_a_value_that_stands_already_is_no_change() -> None:
    assert with_fields(_plan(), "a", {"text": "Open late", "leads": []}) == []


@pytest.mark.parametrize(
    "fields",
    [{"colour": "red"}, {"text": None}, {"category": "large"}, {"due": {"monat": "May"}}],
)
def test_a_field_that_cannot_be_is_refused_by_its_name(fields: dict[str, object]) -> None:
    with pytest.raises(Refused) as refused:
        with_fields(_plan(), "a", fields)
    assert list(refused.value.errors) == list(fields)
