"""Every form by the sort of part and the name in its address."""

from __future__ import annotations

from collections.abc import Mapping

from oneplan.partnership.plans.parts.part import Sort
from oneplan.website.pages.editing.sheets.of_actions import ACTION_SHEETS
from oneplan.website.pages.editing.sheets.of_measures import MEASURE_SHEETS
from oneplan.website.pages.editing.sheets.of_the_rest import (
    BODY_SHEETS,
    ELEMENT_SHEETS,
    PLACE_SHEETS,
    PLAN_SHEETS,
    STATEMENT_SHEETS,
    TERM_SHEETS,
)
from oneplan.website.pages.editing.sheets.sheet import Sheet

_OF: dict[Sort, tuple[Sheet, ...]] = {
    "plan": PLAN_SHEETS,
    "element": ELEMENT_SHEETS,
    "statement": STATEMENT_SHEETS,
    "action": ACTION_SHEETS,
    "measure": MEASURE_SHEETS,
    "term": TERM_SHEETS,
    "place": PLACE_SHEETS,
    "body": BODY_SHEETS,
}
SHEETS: Mapping[Sort, Mapping[str, Sheet]] = {
    sort: {sheet.name: sheet for sheet in sheets} for sort, sheets in _OF.items()
}
