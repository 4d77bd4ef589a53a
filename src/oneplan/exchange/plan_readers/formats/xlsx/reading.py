"""A workbook from bytes to blocks: every visible sheet a table with the sheet's name as its title."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from oneplan.exchange.plan_readers.blocks import Block, UnreadableFile
from oneplan.exchange.plan_readers.formats.format import Contents
from oneplan.exchange.plan_readers.formats.noticed import Noticed
from oneplan.exchange.plan_readers.formats.office_zip import OfficeZip, broken
from oneplan.exchange.plan_readers.formats.xlsx.grids import SheetGrid
from oneplan.exchange.plan_readers.formats.xlsx.notices import NOTICES
from oneplan.exchange.plan_readers.formats.xlsx.sheets import SheetCells, SheetReader
from oneplan.exchange.plan_readers.formats.xlsx.workbook import (
    SheetPart,
    Workbook,
    local,
    open_workbook,
)
from oneplan.exchange.plan_readers.limits import LIMITS, cut_off, damaged
from oneplan.vocabulary.findings import Finding, Source

_NAMED = 12
_MAX_SHEETS = 500


def read_xlsx(data: bytes, name: str) -> Contents:
    """The blocks of a workbook. UnreadableFile where it is broken, unsafe or shows nothing."""
    book = open_workbook(OfficeZip(data, name))
    if not book.sheets:
        raise broken(name)
    return _Reading(book, name).contents()


class _Reading:
    def __init__(self, book: Workbook, name: str) -> None:
        self._book = book
        self._name = name
        self._noticed = Noticed()
        self._findings: list[Finding] = []
        self._left = LIMITS.cells

    def contents(self) -> Contents:
        """All blocks and findings."""
        blocks: list[Block] = []
        for part in self._book.sheets[:_MAX_SHEETS]:
            if self._left < 0:
                break
            if part.is_chart:
                self._noticed.see("chart-ignored", Source(self._name, sheet=part.name))
            elif part.path in self._book.package:
                blocks.extend(self._sheet(part))
        self._look_around()
        findings = (*self._findings, *self._noticed.findings(NOTICES))
        if not blocks:
            said = " ".join(finding.message for finding in findings)
            raise UnreadableFile(
                f"“{self._name}” shows no text on any sheet. {said}".strip(),
                "Choose the workbook that holds the plan, and show what is hidden in it.",
            )
        return Contents(tuple(blocks), findings)

    def _sheet(self, part: SheetPart) -> list[Block]:
        if part.hidden:
            self._noticed.see("hidden-sheet", Source(self._name, sheet=part.name), part.name)
            return []

        def see(rule: str, row: int, column: int, quote: str) -> None:
            place = Source(self._name, sheet=part.name, row=row, column=column)
            self._noticed.see(rule, place, quote)

        data = self._book.package.read(part.path)
        sheet = SheetReader(self._book, see, self._left).read(data, self._name)
        self._left -= sheet.cells
        self._say_what_is_missing(part, sheet)
        self._look_beside(part)
        grid = SheetGrid(sheet, self._name, part.name)
        blocks = list(grid.blocks())
        if grid.cut_off:
            place = Source(self._name, sheet=part.name)
            self._findings.append(cut_off(place, f"{LIMITS.columns} columns of a very wide sheet"))
        return blocks

    def _say_what_is_missing(self, part: SheetPart, sheet: SheetCells) -> None:
        place = Source(self._name, sheet=part.name)
        if sheet.cut_off:
            self._findings.append(cut_off(place, f"{sheet.cells} cells"))
            self._left = -1
        if sheet.damaged:
            self._findings.append(damaged(place, f"sheet “{part.name}” breaks off"))
        filled = [row for row in sheet.hidden_rows if row in sheet.rows]
        if filled:
            first = Source(self._name, sheet=part.name, row=filled[0])
            self._findings.append(_hidden("rows", filled, [str(row) for row in filled], first))
        used = {column for cells in sheet.rows.values() for column in cells}
        columns = sorted(sheet.hidden_columns & used)
        if columns:
            first = Source(self._name, sheet=part.name, column=columns[0])
            letters = [_letters(column) for column in columns]
            self._findings.append(_hidden("columns", columns, letters, first))

    def _look_beside(self, part: SheetPart) -> None:
        place = Source(self._name, sheet=part.name)
        for link in self._book.package.relations(part.path):
            if link.kind == "comments":
                for cell, text in _comments(self._book.package.xml(link.target)):
                    self._noticed.see("comments-ignored", place, f"{cell}: {text}")
            elif link.kind == "drawing":
                self._noticed.see("image-without-text", place)

    def _look_around(self) -> None:
        if any(path.casefold().endswith("vbaproject.bin") for path in self._book.package.paths()):
            self._noticed.see("macros-ignored", Source(self._name))


def _comments(root: etree._Element | None) -> Iterable[tuple[str, str]]:
    for element in root.iter() if root is not None else ():
        if local(element) == "comment":
            words = "".join(part.text or "" for part in element.iter() if local(part) == "t")
            yield element.get("ref", ""), " ".join(words.split())


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _hidden(what: str, numbers: list[int], names: list[str], source: Source) -> Finding:
    listed = ", ".join(_ranges(numbers, names)[:_NAMED])
    more = " and others" if len(_ranges(numbers, names)) > _NAMED else ""
    one = len(numbers) == 1
    return Finding(
        rule=f"hidden-{what}",
        severity="warning",
        message=(
            f"{what[:-1].capitalize() if one else what.capitalize()} {listed}{more} of sheet "
            f"“{source.sheet}” {'is' if one else 'are'} hidden and {'was' if one else 'were'} left out."
        ),
        fix=f"Show the {what} in Excel (Unhide, clear filters) if they belong to the plan.",
        source=source,
    )


def _ranges(numbers: list[int], names: list[str]) -> list[str]:
    """Names of neighbours as "4–7", single ones as they are."""
    runs: list[list[int]] = []
    for at, number in enumerate(numbers):
        if runs and numbers[runs[-1][-1]] == number - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    return [names[run[0]] if len(run) == 1 else f"{names[run[0]]}–{names[run[-1]]}" for run in runs]
