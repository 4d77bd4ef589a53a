"""A plan's actions and measures as two tables, a row each, in the order of the plan."""

from __future__ import annotations

from oneplan.exchange.sheets.book import Table
from oneplan.partnership.plans.parts.part import Part, Parts
from oneplan.partnership.plans.parts.sheets.columns import (
    ACTIONS,
    KEYS,
    MEASURES,
    OWNER,
    PLACE,
    Layout,
)
from oneplan.partnership.plans.parts.sheets.places import element_path, owner_called


def tables_of(parts: Parts, layout: Layout) -> list[Table]:
    """The sheet of actions and that of measures. The second column says what each belongs to."""
    return [_actions(parts, layout), _measures(parts, layout)]


def _actions(parts: Parts, layout: Layout) -> Table:
    first, *rest = layout.actions
    columns = [first.column, PLACE, *(each.column for each in rest), KEYS]
    rows = [
        [
            first.shown(part),
            element_path(parts, part.owner),
            *(each.shown(part) for each in rest),
            part.key,
        ]
        for part in parts.of_sort("action")
    ]
    return Table(ACTIONS, columns, rows)


def _measures(parts: Parts, layout: Layout) -> Table:
    columns = [OWNER, *(each.column for each in layout.measures), KEYS]
    return Table(
        MEASURES, columns, [_measure(parts, part, layout) for part in parts.of_sort("measure")]
    )


def _measure(parts: Parts, part: Part, layout: Layout) -> list[str]:
    said = [each.shown(part) for each in layout.measures]
    return [owner_called(parts, part.owner), *said, part.key]
