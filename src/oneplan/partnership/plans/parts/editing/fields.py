"""Setting fields of parts; measures, dates and sums as they are typed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from oneplan.document.phrases.dates import read_due
from oneplan.document.phrases.measures import read_measure
from oneplan.document.phrases.money import read_funding
from oneplan.partnership.plans.parts.changes import Change, differing
from oneplan.partnership.plans.parts.part import Part, Parts
from oneplan.partnership.plans.parts.shapes import ABSENT, checked, fields_of


def with_fields(parts: Parts, key: str, fields: Mapping[str, Any]) -> list[Change]:
    """Gives a part these values of some of its fields; no change where it has them already.

    Raises:
        KeyError: there is no such part.
        Refused: a field is unknown or cannot hold its value.
    """
    part = parts[key]
    change = differing(part, checked(part.sort, {**part.fields, **fields}))
    return [change] if change else []


def due_of(text: str) -> dict[str, Any] | None:
    """By when, as typed ("by March 2027"), as the ``due`` of an action; None for an empty text."""
    due = read_due(text)
    return due.model_dump(mode="json", exclude_defaults=True) if due else None


def funding_of(text: str) -> list[dict[str, Any]]:
    """Money, as typed ("£80k from the Pooled Fund"), as the ``funding`` of an action."""
    return [sum_.model_dump(mode="json", exclude_defaults=True) for sum_ in read_funding(text)]


def measure_of(text: str, before: Part | None = None) -> dict[str, Any]:
    """All fields of a measure that is typed as a sentence.

    ``before`` is the measure as it was: what stood there beside its sentence (a value from a column of
    its own, a correction by hand) stays, unless the new sentence says something else of it.
    """
    fields = fields_of("measure", read_measure(text))
    if before is None:
        return fields
    said = fields_of("measure", read_measure(before["text"]))
    absent = ABSENT["measure"]
    beside = {
        name: value
        for name, value in before.fields.items()
        if value not in (said[name], absent.get(name)) and fields[name] == said[name]
    }
    return fields | beside | {"text": fields["text"]}
