"""What a sheet hides: its rows and columns that hold words but are not shown."""

from __future__ import annotations

from collections.abc import Iterator

from oneplan.exchange.plan_readers.formats.xlsx.sheets import SheetCells
from oneplan.vocabulary.findings import Finding, Source

_NAMED = 12


def said_of_the_hidden(sheet: SheetCells, file: str, title: str) -> Iterator[Finding]:
    """A finding for the hidden rows and one for the hidden columns, where cells in them are filled."""
    filled = [row for row in sheet.hidden_rows if row in sheet.rows]
    if filled:
        first = Source(file, sheet=title, row=filled[0])
        yield _hidden("rows", filled, [str(row) for row in filled], first)
    used = {column for cells in sheet.rows.values() for column in cells}
    columns = sorted(sheet.hidden_columns & used)
    if columns:
        first = Source(file, sheet=title, column=columns[0])
        yield _hidden("columns", columns, [_letters(column) for column in columns], first)


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _hidden(what: str, numbers: list[int], names: list[str], source: Source) -> Finding:
    ranges = _ranges(numbers, names)
    listed = ", ".join(ranges[:_NAMED])
    more = " and others" if len(ranges) > _NAMED else ""
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
