from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from builders.any_plan import PLANS
from oneplan.document.files import (
    NotAPlanDocument,
    from_json,
    from_yaml,
    json_schema,
    to_json,
    to_yaml,
)
from oneplan.document.schema import PlanDocument


@given(PLANS)
@settings(max_examples=150, deadline=None)
def test_a_plan_comes_back_from_json_and_yaml_as_it_went(plan: PlanDocument) -> None:
    assert from_json(to_json(plan)) == plan
    assert from_yaml(to_yaml(plan)) == plan
    assert from_yaml(to_yaml(plan, compact=True)) == plan


@given(PLANS)
@settings(max_examples=50, deadline=None)
def test_what_is_written_keeps_to_the_published_schema(plan: PlanDocument) -> None:
    Draft202012Validator(json_schema()).validate(json.loads(to_json(plan)))


def test_json_says_of_every_field_whether_it_is_absent() -> None:
    written = json.loads(to_json(PlanDocument(title="A plan")))
    assert written["partnership"] is None
    assert written["elements"] == []


def test_a_version_in_hand_written_yaml_stays_as_it_is_written() -> None:
    plan = from_yaml("title: no\nversion: 1.10\nperiod:\n  start: 2024-04\n")
    assert (plan.title, plan.version) == ("no", "1.10")
    assert plan.period is not None
    assert plan.period.start == "2024-04"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("title: [open", "no YAML at line"),
        ("- a list", "This is no plan document"),
        ("title: A\nowner: B\n", "owner: extra inputs"),
        ("elements:\n- kind: outcome\n", "elements.0.title: field required"),
        ("title: &a x\npartnership: *a\n", "Line 2 holds a YAML alias"),
        ("\x00", "no YAML"),
        ("[" * 100_000, "nested deeper"),
        (b"\xff\xfe\x00title", "not text in UTF-8"),
    ],
)
def test_a_file_that_is_no_plan_says_where_and_why(text: str | bytes, says: str) -> None:
    with pytest.raises(NotAPlanDocument, match=says):
        from_yaml(text)


def test_json_that_is_no_plan_names_the_field() -> None:
    with pytest.raises(NotAPlanDocument, match=r"elements\.0\.kind"):
        from_json('{"title": "A", "elements": [{"kind": "goal", "title": "B"}]}')
