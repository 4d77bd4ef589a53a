"""A heading, paragraph, list item or table as the walk meets it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from oneplan.exchange.plan_readers.blocks import Table
from oneplan.vocabulary.findings import Source

UnitKind = Literal["heading", "text", "item", "table"]

_LINK = re.compile(r"\[([^\]]{1,300})\]\((?:[^()\s]{1,500})\)")
_DATE_BEFORE_CAPITALS = re.compile(r"((?:19|20)\d\d)(?=[A-Z]{3})")
_MARKS = re.compile(r"\*{2,}|_{2,}")


@dataclass(frozen=True, slots=True)
class Unit:
    """One piece of a plan's text. ``level`` is a marked heading's or a list item's, 0 where unmarked."""

    kind: UnitKind
    text: str = ""
    level: int = 0
    marker: str = ""
    bold: bool = False
    source: Source = field(default_factory=Source)
    table: Table | None = None

    @property
    def words(self) -> int:
        """How many words the unit has."""
        return len(self.text.split())

    @property
    def heading_level(self) -> int:
        """The level of a marked heading, 0 for everything else."""
        return self.level if self.kind == "heading" else 0


def clean(text: str) -> str:
    """The text without left-over marks of emphasis and the addresses of links."""
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    return " ".join(_MARKS.sub("", text).split()).strip()


def lines_of(text: str) -> list[str]:
    """A paragraph's text, cleaned; a date that runs into a title in capitals is a line of its own."""
    return _DATE_BEFORE_CAPITALS.sub("\\1\n", clean(text)).split("\n")
