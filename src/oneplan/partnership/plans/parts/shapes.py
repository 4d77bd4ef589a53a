"""Which part of the plan document is which sort of part, and what its fields may hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel, ValidationError

from oneplan.document.schema import (
    Action,
    Element,
    Measure,
    Organisation,
    Place,
    PlanDocument,
    Statement,
    Term,
)
from oneplan.partnership.partners.refusals import Refused, refuse
from oneplan.partnership.plans.parts.part import Part, Sort


@dataclass(frozen=True, slots=True)
class Shape:
    """A sort of part: its model in the plan document and the lists that are parts of their own."""

    model: type[BaseModel]
    owns: Mapping[str, Sort] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields that a part of this sort holds itself."""
        return tuple(
            name
            for name in self.model.model_fields
            if name != "id" and name not in self.owns and name not in self.left_out
        )


SHAPES: dict[Sort, Shape] = {
    "plan": Shape(
        PlanDocument,
        {
            "statements": "statement",
            "elements": "element",
            "organisations": "body",
            "glossary": "term",
            "places": "place",
        },
        left_out=frozenset({"findings"}),  # they are found anew in every text
    ),
    "element": Shape(
        Element,
        {
            "statements": "statement",
            "measures": "measure",
            "actions": "action",
            "children": "element",
        },
    ),
    "statement": Shape(Statement),
    "action": Shape(Action, {"measures": "measure"}),
    "measure": Shape(Measure),
    "term": Shape(Term),
    "place": Shape(Place),
    "body": Shape(Organisation),
}


def _absent(shape: Shape) -> dict[str, Any]:
    known = shape.model.model_fields
    return {
        name: known[name].get_default(call_default_factory=True)
        for name in shape.fields
        if not known[name].is_required()
    }


ABSENT: dict[Sort, dict[str, Any]] = {sort: _absent(shape) for sort, shape in SHAPES.items()}
"""What each field holds where nothing is said."""
_KEPT = {sort: set(shape.fields) for sort, shape in SHAPES.items()}


def checked(sort: Sort, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a part as they are kept: complete, plain JSON, absent ones as None or [].

    Raises:
        Refused: fields are unknown, missing, or hold what they cannot.
    """
    refuse(**{name: f"{_named(sort)} has no {name}" for name in fields if name not in _KEPT[sort]})
    try:
        model = SHAPES[sort].model.model_validate(dict(fields))
    except ValidationError as error:
        wrong = error.errors(include_url=False, include_input=False)
        raise Refused({str(each["loc"][0]): each["msg"] for each in reversed(wrong)}) from error
    return fields_of(sort, model)


def fields_of(sort: Sort, model: BaseModel) -> dict[str, Any]:
    """The fields of a part as they are kept, from its model of the plan document."""
    return filled(sort, model.model_dump(mode="json", include=_KEPT[sort], exclude_defaults=True))


def filled(sort: Sort, sparse: Mapping[str, Any]) -> dict[str, Any]:
    """All fields of a part, of those that say something."""
    return {**ABSENT[sort], **sparse}


def sparse(sort: Sort, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Only the fields that say something."""
    absent = ABSENT[sort]
    return {
        name: value for name, value in fields.items() if name not in absent or value != absent[name]
    }


def model_of(part: Part) -> Any:
    """A part as the plan document knows it (an Action, a Measure …), without the parts below it."""
    shape = SHAPES[part.sort]
    named = {"id": part.key} if "id" in shape.model.model_fields else {}
    return shape.model.model_validate({**part.fields, **named})


def _named(sort: Sort) -> str:
    return {"action": "An action", "element": "An element"}.get(sort, f"A {sort}")
