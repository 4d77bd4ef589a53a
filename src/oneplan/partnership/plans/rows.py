"""Parts as rows: read in one statement, so that no half of a change is ever seen, and written in sets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, FloatField, QuerySet, TextField, Value
from django.db.models.functions import Cast

from oneplan.partnership.plans.models import ROWS, Plan, Row
from oneplan.partnership.plans.parts.changes import Change
from oneplan.partnership.plans.parts.part import PLAN, Part, Parts, Sort
from oneplan.partnership.plans.parts.shapes import filled, sparse

_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class Standing:
    """All parts of a plan at one revision; ``state`` is a mark that no other state of a plan has."""

    revision: int
    state: str
    parts: Parts


def read_parts(plan: int) -> Standing | None:
    """The plan with this number as it stands, in one query; None where there is none."""
    first, *others = (_selected(sort, plan) for sort in ("plan", *ROWS))
    rows = list(first.union(*others, all=True))
    revision, state = next(((row[-2], row[-1]) for row in rows if row[0] == "plan"), (0, ""))
    if not state:
        return None
    return Standing(revision, state, Parts(_part(*row[:-2]) for row in rows))


def _selected(sort: Sort, plan: int) -> QuerySet[Any, Any]:
    """The rows of one sort: sort, key, owner, position, title, fields, revision and state."""
    if sort == "plan":
        rows: QuerySet[Any] = Plan.objects.filter(pk=plan).annotate(
            part_key=_text(PLAN),
            part_owner=_text(PLAN),
            part_position=Value(0.0, FloatField()),
            part_title=F("title"),
            part_revision=F("revision"),
            part_state=F("state"),
        )
    else:
        rows = ROWS[sort]._default_manager.filter(plan=plan, removed_at=None)
        rows = rows.annotate(
            part_key=Cast("key", TextField()),
            part_owner=Cast("owner", TextField()),
            part_position=F("position"),
            part_title=_text(""),
            part_revision=F("plan__revision"),
            part_state=F("plan__state"),
        )
    selected: QuerySet[Any, Any] = rows.annotate(part_sort=_text(sort)).values_list(
        "part_sort",
        "part_key",
        "part_owner",
        "part_position",
        "part_title",
        "fields",
        "part_revision",
        "part_state",
    )
    return selected


def _text(words: str) -> Cast:
    return Cast(Value(words), TextField())


def _part(
    sort: Sort, key: str, owner: str, position: float, title: str, fields: dict[str, Any]
) -> Part:
    said = {"title": title, **fields} if sort == "plan" else fields
    return Part(sort, key, owner, position, filled(sort, said))


def read_removed(plan: int) -> list[tuple[str, str]]:
    """The key and the owner of each part of a plan that was removed, in one query."""
    first, *others = (
        model._default_manager.filter(plan=plan, removed_at__isnull=False).values_list(
            "key", "owner"
        )
        for model in ROWS.values()
    )
    return list(first.union(*others, all=True))


def add_parts(plan: Plan, parts: Iterable[Part]) -> None:
    """Writes the rows of parts that no row is there for; the plan's own part is not among them."""
    for sort, of_sort in _by_sort(parts).items():
        model: Any = ROWS[sort]
        model.objects.bulk_create([_row(plan, part) for part in of_sort], batch_size=_AT_ONCE)


def write_changes(plan: Plan, changes: Sequence[Change], after: Parts, at: datetime) -> None:
    """Writes what the changes, of which each part has one, have made of the parts.

    Of the plan itself only its row's fields are set; the caller saves it.
    """
    going = [change for change in changes if change.after is None]
    for sort, of_sort in _by_sort(going).items():
        for first in range(0, len(of_sort), _AT_ONCE):
            keys = [change.key for change in of_sort[first : first + _AT_ONCE]]
            ROWS[sort]._default_manager.filter(plan=plan, key__in=keys).update(removed_at=at)
    staying = [after[change.key] for change in changes if change.after is not None]
    for sort, parts in _by_sort(staying).items():
        if sort == "plan":
            set_head(plan, parts[0])
        else:
            _write(plan, sort, parts)


def set_head(plan: Plan, part: Part) -> None:
    """Sets what the plan's row keeps of the plan's own part."""
    fields = sparse("plan", part.fields)
    plan.title = fields.pop("title")
    plan.fields = fields


def _write(plan: Plan, sort: Sort, parts: Sequence[Part]) -> None:
    """Writes parts whether their rows are there, were removed or are new."""
    model: Any = ROWS[sort]
    model.objects.bulk_create(
        [_row(plan, part) for part in parts],
        batch_size=_AT_ONCE,
        update_conflicts=True,
        unique_fields=["plan", "key"],
        update_fields=["owner", "position", "fields", "removed_at"],
    )


def _row(plan: Plan, part: Part) -> Row:
    return ROWS[part.sort](
        plan=plan,
        key=part.key,
        owner=part.owner,
        position=part.position,
        fields=sparse(part.sort, part.fields),
    )


def _by_sort(items: Iterable[Any]) -> dict[Sort, list[Any]]:
    gathered: dict[Sort, list[Any]] = {}
    for item in items:
        gathered.setdefault(item.sort, []).append(item)
    return gathered
