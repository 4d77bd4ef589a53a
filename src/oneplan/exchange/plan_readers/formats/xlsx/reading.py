"""A workbook from bytes to blocks: every visible sheet a table with the sheet's name as its title."""

from __future__ import annotations

from collections.abc import Sequence

from oneplan.exchange.plan_readers.blocks import Block, UnreadableFile
from oneplan.exchange.plan_readers.formats.format import Contents
from oneplan.exchange.plan_readers.formats.noticed import Noticed
from oneplan.exchange.plan_readers.formats.office_zip import OfficeZip, broken
from oneplan.exchange.plan_readers.formats.xlsx.beside import look_beside
from oneplan.exchange.plan_readers.formats.xlsx.grids import SheetGrid
from oneplan.exchange.plan_readers.formats.xlsx.hidden import said_of_the_hidden
from oneplan.exchange.plan_readers.formats.xlsx.notices import NOTICES
from oneplan.exchange.plan_readers.formats.xlsx.sheets import SheetCells, SheetReader
from oneplan.exchange.plan_readers.formats.xlsx.signals import speaks_by_colour
from oneplan.exchange.plan_readers.formats.xlsx.workbook import SheetPart, Workbook, open_workbook
from oneplan.exchange.plan_readers.limits import LIMITS, Limits, cut_off, damaged
from oneplan.vocabulary.findings import Finding, Source


def read_xlsx(data: bytes, name: str, limits: Limits = LIMITS) -> Contents:
    """The blocks of a workbook. UnreadableFile where it is broken, unsafe or shows nothing."""
    book = open_workbook(OfficeZip(data, name, limits), limits)
    if not book.sheets:
        raise broken(name)
    return _Reading(book, name, limits).contents()


class _Reading:
    def __init__(self, book: Workbook, name: str, limits: Limits) -> None:
        self._book = book
        self._name = name
        self._limits = limits
        self._noticed = Noticed()
        self._findings: list[Finding] = list(book.findings)
        self._left = limits.cells
        self._columns_before: Sequence[int] = ()

    def contents(self) -> Contents:
        """All blocks and findings."""
        blocks: list[Block] = []
        sheets = self._book.sheets
        for number, part in enumerate(sheets, start=1):
            blocks.extend(self._part(part, sheets_after=len(sheets) - number))
            if self._left < 0:
                break
            if number == self._limits.sheets and len(sheets) > number:
                place = Source(self._name, sheet=part.name)
                self._findings.append(cut_off(place, f"{number:,} of {len(sheets):,} sheets"))
                break
        self._look_around()
        findings = (*self._findings, *self._noticed.findings(NOTICES))
        if not blocks:
            said = " ".join(finding.message for finding in findings)
            raise UnreadableFile(
                f"“{self._name}” shows no text on any sheet. {said}".strip(),
                "Choose the workbook that holds the plan, and show what is hidden in it.",
            )
        return Contents(tuple(blocks), findings)

    def _part(self, part: SheetPart, *, sheets_after: int) -> list[Block]:
        place = Source(self._name, sheet=part.name)
        if part.is_chart:
            self._noticed.see("chart-ignored", place)
        elif part.hidden:
            self._noticed.see("hidden-sheet", place, part.name)
        elif part.path not in self._book.package:
            self._findings.append(damaged(place, f"sheet “{part.name}” is missing"))
        else:
            return self._sheet(part, sheets_after)
        return []

    def _sheet(self, part: SheetPart, sheets_after: int) -> list[Block]:
        def see(rule: str, row: int, column: int, quote: str) -> None:
            place = Source(self._name, sheet=part.name, row=row, column=column)
            self._noticed.see(rule, place, quote)

        data = self._book.package.read(part.path)
        sheet = SheetReader(self._book, see, self._left, self._limits).read(data, self._name)
        self._left -= sheet.cells
        self._say_what_is_missing(part, sheet, sheets_after)
        self._findings.extend(said_of_the_hidden(sheet, self._name, part.name))
        look_beside(self._book.package, part, self._name, self._noticed)
        grid = SheetGrid(sheet, self._name, part.name, self._limits, self._columns_before)
        if speaks_by_colour(sheet):
            self._noticed.see(
                "colour-without-words", Source(self._name, sheet=part.name), part.name
            )
        self._columns_before = grid.columns
        blocks = list(grid.blocks())
        self._findings.extend(
            cut_off(Source(self._name, sheet=part.name), what) for what in grid.cuts
        )
        return blocks

    def _say_what_is_missing(self, part: SheetPart, sheet: SheetCells, sheets_after: int) -> None:
        place = Source(self._name, sheet=part.name)
        if sheet.cut_off:
            sheets = "sheet" if sheets_after == 1 else "sheets"
            more = f", with {sheets_after:,} {sheets} still to come" if sheets_after else ""
            self._findings.append(
                cut_off(place, f"{self._limits.cells:,} cells of the workbook{more}")
            )
            self._left = -1
        if sheet.merges_left_out:
            self._findings.append(cut_off(place, f"{self._limits.cells:,} merged cells"))
        if sheet.damaged:
            self._findings.append(damaged(place, f"sheet “{part.name}” breaks off"))

    def _look_around(self) -> None:
        for path in self._book.package.damaged_parts:
            self._findings.append(damaged(Source(self._name), f"its part “{path}” breaks off"))
        if any(path.casefold().endswith("vbaproject.bin") for path in self._book.package.paths()):
            self._noticed.see("macros-ignored", Source(self._name))
