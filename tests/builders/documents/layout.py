"""How a document is to look, whatever its format; a writer leaves out what its format cannot do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Layout:
    """Options of the writers.

    ``rows_per_page`` breaks a table after so many rows (a new page, or a new table in text), its
    header repeated if ``repeat_header``. ``typed_bullets`` writes "• " instead of true lists.
    ``widths`` are shares of the page, one for each column of the tables with as many columns.
    """

    rows_per_page: int | None = None
    repeat_header: bool = True
    typed_bullets: bool = False
    bold_headings: bool = False
    rules: Literal["all", "horizontal", "none"] = "all"
    landscape: bool = True
    text_columns: int = 1
    widths: tuple[float, ...] = ()
    text_size: float = 9.0
    running_header: str = ""
    one_sheet: bool = False
    delimiter: str = ","
    rows_break: bool = True
    """In PDF: a page may end within a row, even before the words that name it."""


PLAIN = Layout()
"""The layout of a writer that is told nothing else."""
