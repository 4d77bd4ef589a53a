"""``oneplan calculate``: a statistical method over rows."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from oneplan.commandline.files import Output, bytes_of, give
from oneplan.commandline.messages import remark, working
from oneplan.commandline.outcome import DONE, FOUND_ERRORS, CouldNot

if TYPE_CHECKING:
    from oneplan.exchange.data_readers.rows import TextTable


class TrendPath(StrEnum):
    """Which figures a trend is tested on."""

    interval = "interval"
    counts = "counts"
    auto = "auto"


class QuantileRule(StrEnum):
    """Whose rule divides into quantiles."""

    ohid = "ohid"
    lait = "lait"


def calculate(
    method: Annotated[str, typer.Argument(help="proportion, rate, trend, compare, rank …")],
    table: Annotated[Path, typer.Argument(metavar="INPUT.csv", help="Rows with a header.")],
    output: Output = None,
    path: Annotated[TrendPath, typer.Option(help="For trend: the figures it is tested on.")] = (
        TrendPath.auto
    ),
    rule: Annotated[QuantileRule, typer.Option(help="For quantile: whose rule.")] = (
        QuantileRule.ohid
    ),
) -> None:
    """Adds the results of a published method to the rows of a table.

    Columns are known by their names, whatever their case; others pass through. A row that cannot be
    calculated says why in its column `message`.

    Example: `oneplan calculate rate referrals.csv -o rates.csv`
    """
    from oneplan.evidence.calculations.columns import ADDED, NEEDED, SAID
    from oneplan.evidence.calculations.table import A_ROW_A_SET, METHODS, calculated
    from oneplan.exchange.data_readers.rows import UnreadableTable, read_table, write_rows

    if method not in METHODS:
        raise CouldNot(f"There is no method {method!r}.", f"The methods: {', '.join(METHODS)}.")
    try:
        given = read_table(bytes_of(table))
    except UnreadableTable as error:
        raise CouldNot(f"{table}: {error}", error.cure) from error
    rows, lacking = _as_taken(method, given)
    if lacking:
        wanted = f"{method} needs the columns {', '.join(NEEDED[method])}."
        raise CouldNot(f"{table} has no column {lacking[0]!r}.", wanted)
    with working(f"Calculating {method}"):
        results = calculated(method, rows, path.value, rule.value, given.faults)
    added = (*ADDED[method], *SAID)
    if method in A_ROW_A_SET:
        give(write_rows(results, (A_ROW_A_SET[method][0], *added)), output)
    else:
        both = zip(given.rows, results, strict=True)
        beside = [row | {name: result[name] for name in added} for row, result in both]
        give(write_rows(beside, (*given.columns, *added)), output)
    if not rows:
        remark(f"{table} has no rows below its header: there is nothing to calculate.")
    bad = sum(1 for row in results if row["outcome"] == "error")
    if bad:
        remark(f"{bad} of {len(results)} rows could not be calculated; column message says why.")
    raise typer.Exit(FOUND_ERRORS if bad else DONE)


def _as_taken(method: str, given: TextTable) -> tuple[list[dict[str, str]], list[str]]:
    """The rows under the names of the method's columns, and the columns it lacks."""
    from oneplan.evidence.calculations.columns import NEEDED, headers_of, of_figures
    from oneplan.exchange.data_readers.decimal_commas import columns_with_commas, with_point

    headers = headers_of(method, given.columns)
    figures = {
        name: [row[headers[name]] for row in given.rows]
        for name in of_figures(method)
        if name in headers
    }
    with_commas = columns_with_commas(figures)
    if with_commas:
        remark(f"Read with a decimal comma: {', '.join(headers[name] for name in with_commas)}.")
    rows = [
        {
            name: with_point(row[header]) if name in with_commas else row[header]
            for name, header in headers.items()
        }
        for row in given.rows
    ]
    return rows, [name for name in NEEDED[method] if name not in headers]
