"""``oneplan calculate``: a statistical method over rows."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from oneplan.commandline.files import bytes_of, give
from oneplan.commandline.messages import remark
from oneplan.commandline.outcome import DONE, FOUND_ERRORS, CouldNot


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
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Where to write it.")
    ] = None,
    path: Annotated[TrendPath, typer.Option(help="For trend: the figures it is tested on.")] = (
        TrendPath.auto
    ),
    rule: Annotated[QuantileRule, typer.Option(help="For quantile: whose rule.")] = (
        QuantileRule.ohid
    ),
) -> None:
    """Adds the results of a published method to the rows of a table.

    Example: `oneplan calculate rate referrals.csv -o rates.csv`
    """
    from oneplan.evidence.calculations.table import METHODS, NEEDED, calculated
    from oneplan.exchange.data_readers.rows import UnreadableTable, read_rows, write_rows

    if method not in METHODS:
        raise CouldNot(f"There is no method {method!r}.", f"The methods: {', '.join(METHODS)}.")
    try:
        rows = read_rows(bytes_of(table))
    except UnreadableTable as error:
        raise CouldNot(f"{table}: {error}", error.cure) from error
    lacking = [name for name in NEEDED[method] if rows and name not in rows[0]]
    if lacking:
        wanted = f"{method} needs the columns {', '.join(NEEDED[method])}."
        raise CouldNot(f"{table} has no column {lacking[0]!r}.", wanted)
    results = calculated(method, rows, path.value, rule.value)
    give(write_rows(results), output)
    bad = sum(1 for row in results if row["outcome"] == "error")
    if bad:
        remark(f"{bad} of {len(results)} rows could not be calculated; column message says why.")
    raise typer.Exit(FOUND_ERRORS if bad else DONE)
