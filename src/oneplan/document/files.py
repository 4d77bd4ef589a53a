"""A plan document as YAML and JSON, in and out without loss."""

from __future__ import annotations

import json
from typing import Any

import yaml
from pydantic import ValidationError

from oneplan.document.schema import PlanDocument
from oneplan.document.yaml_text import NotYaml, load_yaml

SCHEMA_ID = "urn:oneplan:schema:plan-document:1"

_MOST_MESSAGES = 5


class NotAPlanDocument(Exception):
    """The file is YAML or JSON but no plan document. ``str()`` names the places and what is wrong."""


def to_json(plan: PlanDocument, *, indent: int | None = 2) -> str:
    """The plan as JSON: every field of the schema, absent ones as null or an empty list."""
    return plan.model_dump_json(indent=indent) + "\n"


def to_yaml(plan: PlanDocument, *, compact: bool = False) -> str:
    """The plan as YAML; ``compact`` leaves out what is absent, which reads back the same."""
    content = plan.model_dump(mode="json", exclude_defaults=compact)
    return yaml.dump(
        content, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=100
    )


def from_json(text: str | bytes) -> PlanDocument:
    """The plan that a JSON text holds.

    Raises:
        NotAPlanDocument: it is no JSON, or not a plan document; the message names the places.
    """
    try:
        return PlanDocument.model_validate_json(text)
    except ValidationError as error:
        raise NotAPlanDocument(_in_words(error)) from error


def from_yaml(text: str | bytes) -> PlanDocument:
    """The plan that a YAML text holds. Anchors and aliases are refused: they can make a bomb.

    Raises:
        NotAPlanDocument: it is no YAML, or not a plan document; the message names the places.
    """
    try:
        content = load_yaml(text)
    except NotYaml as error:
        raise NotAPlanDocument(str(error)) from error
    try:
        return PlanDocument.model_validate(content)
    except ValidationError as error:
        raise NotAPlanDocument(_in_words(error)) from error


def json_schema() -> dict[str, Any]:
    """The published JSON Schema of the plan document (draft 2020-12)."""
    schema = PlanDocument.model_json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        **schema,
    }


def json_schema_text() -> str:
    """The published JSON Schema as it stands in the documentation."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


def _in_words(error: ValidationError) -> str:
    problems = error.errors(include_url=False, include_input=False)
    lines = []
    for problem in problems[:_MOST_MESSAGES]:
        place = ".".join(str(part) for part in problem["loc"]) or "the whole file"
        lines.append(f"{place}: {problem['msg'][0].lower()}{problem['msg'][1:]}")
    more = len(problems) - _MOST_MESSAGES
    if more > 0:
        lines.append(f"and {more} more")
    return "This is no plan document. " + "; ".join(lines) + "."
