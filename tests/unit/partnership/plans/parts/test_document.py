"""A plan document taken apart and put together again is the same."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given, settings
from pydantic import BaseModel

from builders.any_plan import PLANS
from builders.changed_plans import PLANS_WITH_ANY_IDS
from oneplan.document.files import from_yaml
from oneplan.document.identity import with_ids
from oneplan.document.schema import Action, Element, Indicator, Measure, PlanDocument, Statement
from oneplan.partnership.plans.parts.document import document_of, parts_of
from oneplan.partnership.plans.parts.part import PLAN
from oneplan.partnership.plans.parts.shapes import SHAPES

EXAMPLES = sorted(
    file.name for file in files("oneplan.examples").iterdir() if file.name.endswith(".yaml")
)


def _named(plan: PlanDocument) -> PlanDocument:
    """What is to come back: every part with an id, no findings."""
    named = with_ids(plan.model_copy(deep=True))
    return named.model_copy(update={"findings": []})


@given(PLANS)
@settings(max_examples=30)
def test_any_plan_comes_back_whole(plan: PlanDocument) -> None:
    assert document_of(parts_of(plan)) == _named(plan)


@given(PLANS_WITH_ANY_IDS)
@settings(max_examples=30)
def test_ids_given_twice_are_told_apart_and_nothing_else_changes(plan: PlanDocument) -> None:
    parts = parts_of(plan)
    back = document_of(parts)
    assert _without_ids(back) == _without_ids(_named(plan))
    assert parts_of(back) == parts


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_plan_comes_back_whole(name: str) -> None:
    plan = from_yaml((files("oneplan.examples") / name).read_text(encoding="utf-8"))
    assert document_of(parts_of(plan)) == _named(plan)


def test_the_document_is_left_as_it_is() -> None:
    plan = PlanDocument(title="Fenshire", elements=[Element(kind="outcome", title="Safe")])
    parts_of(plan)
    assert plan.elements[0].id is None


def test_what_hangs_on_an_element_stays_in_its_order() -> None:
    plan = PlanDocument(
        title="Fenshire",
        elements=[
            Element(
                id="safe",
                kind="outcome",
                title="Safe",
                statements=[Statement(kind="context", text=text) for text in "cab"],
                indicators=[Indicator(code="NI 1")],
                actions=[Action(id="two", text="b"), Action(id="one", text="a")],
                measures=[Measure(id="m", text="Fewer falls")],
            )
        ],
    )
    parts = parts_of(plan)
    assert [part["text"] for part in parts.children("safe", "statement")] == ["c", "a", "b"]
    assert [part.key for part in parts.children("safe", "action")] == ["two", "one"]
    assert parts["safe"]["indicators"] == [{"code": "NI 1"}]
    assert [part.key for part in parts.above("m")] == ["safe"]
    assert parts["safe"].owner == PLAN


def test_an_id_that_looks_like_the_key_of_a_statement_does_no_harm() -> None:
    plan = PlanDocument(
        title="Fenshire",
        statements=[Statement(kind="vision", text="All thrive")],
        elements=[Element(id="plan.statement-1", kind="outcome", title="Safe")],
    )
    assert document_of(parts_of(plan)) == plan


def test_every_field_of_the_schema_has_its_place() -> None:
    for sort, shape in SHAPES.items():
        placed = {*shape.fields, *shape.owns, *shape.left_out}
        assert set(shape.model.model_fields) - placed <= {"id"}, sort


def test_every_model_with_an_id_is_a_part_of_its_own() -> None:
    kept_whole = _models_below(PlanDocument) - {shape.model for shape in SHAPES.values()}
    assert {model.__name__ for model in kept_whole if "id" in model.model_fields} == set()


def test_every_list_of_parts_is_a_list_that_its_owner_gives_away() -> None:
    sorts = {shape.model: sort for sort, shape in SHAPES.items()}
    for sort, shape in SHAPES.items():
        for name, known in shape.model.model_fields.items():
            below = {sorts[model] for model in _models_in(known.annotation) if model in sorts}
            assert below == ({shape.owns[name]} if name in shape.owns else set()), (sort, name)


def _models_in(annotation: object) -> set[type[BaseModel]]:
    arguments = getattr(annotation, "__args__", ())
    if isinstance(annotation, type) and not arguments:
        return {annotation} if issubclass(annotation, BaseModel) else set()
    return set().union(*(_models_in(argument) for argument in arguments))


def _models_below(model: type[BaseModel]) -> set[type[BaseModel]]:
    found: set[type[BaseModel]] = set()
    pending = [model]
    while pending:
        for known in pending.pop().model_fields.values():
            new = _models_in(known.annotation) - found
            found |= new
            pending += new
    return found


def _without_ids(plan: PlanDocument) -> object:
    def stripped(value: object) -> object:
        if isinstance(value, dict):
            return {name: stripped(each) for name, each in value.items() if name != "id"}
        return [stripped(each) for each in value] if isinstance(value, list) else value

    return stripped(plan.model_dump(mode="json"))
