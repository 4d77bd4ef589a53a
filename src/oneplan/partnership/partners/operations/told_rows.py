"""Rows made again of what the history tells of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import models

from oneplan.partnership.audit.models import Event
from oneplan.partnership.partners.models import (
    MODELS,
    Accountability,
    Alias,
    Holding,
    Membership,
    Partnership,
    Seat,
    Succession,
)
from oneplan.partnership.partners.models.keyed import Keyed
from oneplan.partnership.partners.naming.names import Printed
from oneplan.partnership.partners.operations.changing import facts, told_fields
from oneplan.partnership.partners.operations.names_taken import new_alias

NAME = "name"
TABLES: Mapping[str, type[models.Model]] = {
    **{sort.value: model for sort, model in MODELS.items()},
    **{
        str(model._meta.model_name): model
        for model in (Accountability, Holding, Membership, Seat, Succession)
    },
}
"""The tables by the sort by which the history names their rows; names that were settled are told otherwise."""


def number_of(event: Event) -> int:
    """The number of the row that an event is about."""
    return int(event.subject.partition(":")[2])


def is_as_told(row: models.Model, told: Mapping[str, Any]) -> bool:
    """Whether a row still is as it was told; what it points at may have another name by now."""
    now = facts(row)
    return all(_bare(now.get(name)) == _bare(value) for name, value in told.items())


def fields_as_told(model: type[models.Model], told: Mapping[str, Any]) -> dict[str, Any] | None:
    """The fields of a row as they were told; None where something that it pointed at is gone."""
    fields: dict[str, Any] = {}
    for each in told_fields(model):
        if each.name not in told:
            continue
        value = told[each.name]
        if isinstance(each, models.ForeignKey):
            value = _pointed_at(each, value)
            if value is None and told[each.name] is not None:
                return None
        elif value is not None and isinstance(each, models.DateField):
            value = date.fromisoformat(value)
        fields[each.name] = value
    return fields


def put_back(
    model: type[models.Model], number: int, here: Partnership, fields: dict[str, Any] | None
) -> models.Model | None:
    """A row with the number that it had, not saved yet; None where it cannot be or stands already."""
    if fields is None or model._default_manager.filter(pk=number).exists():
        return None
    names = {each.name for each in model._meta.concrete_fields}
    whole = fields | ({"partnership": here} if "partnership" in names else {})
    return model(pk=number, **whole)


def alias_as_told(number: int, told: Mapping[str, str | int], means: Keyed) -> Alias:
    """A settled name with the number that it had, not saved yet."""
    alias = new_alias(means.partnership, Printed(str(told["kind"])), str(told["text"]), means)
    alias.pk = number
    return alias


def _pointed_at(pointer: models.ForeignKey[Any, Any], told: Any) -> models.Model | None:
    if not isinstance(told, Mapping):
        return None
    related: Any = pointer.related_model
    found: models.Model | None = related._default_manager.filter(pk=told.get("number")).first()
    return found


def _bare(value: Any) -> Any:
    return value.get("number") if isinstance(value, Mapping) else value
