"""A plan that is read again after edits: what is found is what a first reading finds, in the same order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders.changed_plans import any_edit
from builders.plans import make_plan
from builders.planting import PLANTS
from builders.planting.plant import Plant
from oneplan.document.lint.facts import PlanFacts
from oneplan.document.lint.lint import lint
from oneplan.document.lint.red_pen import RedPen
from oneplan.document.lint.rule_list import RULES
from oneplan.document.schema import Action, Due, Element, Measure, Period, PlanDocument
from oneplan.exchange.known import load_known
from oneplan.partnership.plans.parts.changes import Change, applied
from oneplan.partnership.plans.parts.document import Documents, document_of, parts_of
from oneplan.partnership.plans.parts.editing.fields import measure_of, with_fields
from oneplan.partnership.plans.parts.part import PLAN, Parts, Sort
from oneplan.vocabulary.findings import Finding

_SAYINGS = st.sampled_from(
    [
        "Raise the share of warm homes from 61% in 2012 to 55% by March 2014",
        "Text to be added (see XQ 9.9",
        "Train the the wardens by 31 February 2013",
        "The QZW will lead, TBC",
        "41 of 50 schools (61%) take part",
        "Increase the number of wardens to 40%",
        "We have three priorities",
        "",
    ]
)
_SORTS: tuple[Sort, ...] = ("action", "measure", "element", "statement", "plan")
_PERIODS = st.sampled_from([None, {"start": "2012-04", "end": "2013-03"}, {"end": "2031-03"}])


@cache
def _ground() -> Parts:
    return parts_of(make_plan(3))


@cache
def _pen() -> RedPen:
    """One that has read another plan before, whichever that was."""
    pen = RedPen(load_known())
    pen.lint(make_plan(0))
    return pen


@st.composite
def _telling_edit(draw: st.DrawFn, parts: Parts) -> list[Change]:
    """An edit that gives the red pen something to say or takes it away."""
    if draw(st.integers(0, 4)) == 0:
        return list(draw(any_edit(parts)))
    if draw(st.integers(0, 8)) == 0:
        return with_fields(parts, PLAN, {"period": draw(_PERIODS)})
    sort = draw(st.sampled_from(_SORTS))
    some = parts.of_sort(sort) if sort != "plan" else (parts.plan,)
    if not some:
        return []
    key, words = draw(st.sampled_from(some)).key, draw(_SAYINGS)
    if sort == "measure":
        return with_fields(parts, key, measure_of(words))
    if sort == "action" and draw(st.booleans()):
        names = [each for each in words.split() if each]
        return with_fields(parts, key, {"leads": names[:2], "due": None, "groups": names[-1:]})
    return with_fields(parts, key, {"text" if sort in ("action", "statement") else "title": words})


@settings(max_examples=30)
@given(st.data())
def test_after_any_edits_the_same_is_found_as_in_a_first_reading(data: st.DataObject) -> None:
    pen, documents, parts = RedPen(load_known()), Documents(), _ground()
    pen.lint(documents.of(parts))
    for _ in range(data.draw(st.integers(1, 4))):
        parts = applied(parts, data.draw(_telling_edit(parts)))
        assert pen.lint(documents.of(parts)) == lint(document_of(parts), load_known())


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.rule)
def test_each_fault_is_found_where_another_state_was_read_before(plant: Plant) -> None:
    planted = next(filter(None, (plant.plant(make_plan(seed), Random(seed)) for seed in range(14))))
    assert _pen().lint(planted.plan) == lint(planted.plan, load_known())


def test_a_plan_whose_parts_have_no_ids_is_read_anew() -> None:
    pen = RedPen()
    for text in ("Open a café (", "Open a café", "Open a café [sic"):
        plan = PlanDocument(
            title="Plan",
            elements=[
                Element(kind="priority", title="One", actions=[Action(text=text)]),
                Element(kind="priority", title="Two", actions=[Action(text=f"{text} (")]),
            ],
        )
        assert pen.lint(plan) == lint(plan)


def test_what_stands_around_a_measure_counts() -> None:
    measure = Measure(id="m", text="A survey", kind="deliverable")
    action = Action(id="a", text="Ask", measures=[measure], due=Due(text="2030", period="2030"))
    pen = RedPen()
    for end in ("2028-03", "2031-03"):
        plan = PlanDocument(
            title="Plan",
            period=Period(start="2026-04", end=end),
            elements=[Element(id="e", kind="priority", title="One", actions=[action])],
        )
        assert pen.lint(plan) == lint(plan)


def test_every_rule_says_whether_it_looks_at_a_part_alone() -> None:
    assert {rule.scope for rule in RULES} == {"alone", "across"}


def test_only_the_action_that_was_edited_is_read_again() -> None:
    read: list[int] = []

    def counted(facts: PlanFacts) -> Iterator[Finding]:
        read.append(len(facts.units))
        yield from ()

    rule = replace(RULES[0], scope="alone", check=counted)
    pen, documents, parts = RedPen(rules=[rule]), Documents(), _ground()
    pen.lint(documents.of(parts))
    edited = applied(parts, with_fields(parts, parts.of_sort("action")[4].key, {"text": "Walk"}))
    pen.lint(documents.of(edited))
    pen.lint(documents.of(edited))
    whole = len(parts.of_sort("action")) + len(parts.of_sort("element"))
    assert read == [whole, 1, 1, 0, 0]
