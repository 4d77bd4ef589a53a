"""Sheets of a workbook that stand beside the plan: cover, guidance, lists to choose from, dashboards."""

from __future__ import annotations

import re
from collections.abc import Callable

from oneplan.exchange.plan_readers.blocks import SourceDocument, Table

_BESIDE = re.compile(
    r"(?:\d{1,2}[.)]?\s*)?(?:(?:the|plan|our|data|action|user|how to)\s+)*"
    r"(?:(?:front |title )?(?:cover|page)(?: ?(?:sheet|page))?|front sheet|guid(?:e|ance)(?: notes?)?|instructions?"
    r"|intro(?:duction)?|read ?me|how to use.*|notes?(?: for .*)?|lists?|look ?-?ups?(?: lists?| tables?)?|drop ?-?downs?(?: lists?)?"
    r"|(?:data )?validation|reference (?:data|lists?)|(?:b?rag )?(?:key|legend|ratings?|definitions?)|b?rag|version(?: control| history)?"
    r"|document control|change (?:log|control)|contents|index|glossary|dashboard|charts?|contacts?|distribution(?: list)?)",
    re.IGNORECASE,
)
_NARROW = 2


def sheets_beside(
    document: SourceDocument, lists_actions: Callable[[Table], bool]
) -> frozenset[str]:
    """The names of the sheets that list no action and only go with the plan.

    Their names say so, or they hold nothing but words and tables of two columns between other sheets
    that list actions. Empty where no sheet lists actions.
    """
    tables: dict[str, list[Table]] = {}
    for block in document.blocks:
        if block.source.sheet is not None:
            found = tables.setdefault(block.source.sheet, [])
            if isinstance(block, Table):
                found.append(block)
    acting = {name for name, found in tables.items() if any(map(lists_actions, found))}
    if not acting:
        return frozenset()
    return frozenset(
        name
        for name, found in tables.items()
        if name not in acting
        and (
            _BESIDE.fullmatch(" ".join(name.split()))
            or (found and all(table.columns <= _NARROW for table in found))
        )
    )
