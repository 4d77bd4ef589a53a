"""What stands in which column of the two sheets."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from oneplan.exchange.sheets.book import Column, as_cell, from_cell
from oneplan.partnership.plans.parts.part import Part

ACTIONS, MEASURES = "Actions", "Measures"
"""The names of the two sheets."""
WHERE = "Where it stands"
OF = "Measure of"
KEY = "oneplan key (leave as it is)"
_WIDTH_OF_KEY = 14


@dataclass(frozen=True, slots=True)
class Cells:
    """A column of what parts say: how it is shown in a cell, and the fields that a typed cell gives.

    ``name`` is that of the field which it writes first. ``read`` is given the text of a cell and the part as it was (None for a new one). It raises Refused
    where the text cannot be understood. ``alike`` brings different spellings of the same into one.
    """

    name: str
    column: Column
    shown: Callable[[Part], str]
    read: Callable[[str, Part | None], Mapping[str, Any]]
    alike: Callable[[str], str] = str

    def says_the_same(self, text: str, part: Part) -> bool:
        """Whether what came back is what was written for a part."""
        was = from_cell(as_cell(self.shown(part)))
        return text == was or self.alike(text) == self.alike(was)


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of both sheets, among them in each one called "text"."""

    actions: Sequence[Cells]
    measures: Sequence[Cells]

    @property
    def headers(self) -> dict[str, Sequence[str]]:
        """The headers of each sheet, those first by which it is known."""
        return {
            ACTIONS: [*_text_first(self.actions), WHERE, KEY],
            MEASURES: [*_text_first(self.measures), OF, KEY],
        }


def _text_first(columns: Sequence[Cells]) -> list[str]:
    ordered = sorted(columns, key=lambda each: each.name != "text")
    return [each.column.header for each in ordered]


PLACE = Column(WHERE, 34)
OWNER = Column(OF, 24)
KEYS = Column(KEY, _WIDTH_OF_KEY)
