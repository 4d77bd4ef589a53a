"""``oneplan explain``: results in sentences, and targets judged by them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from oneplan.commandline.files import give
from oneplan.commandline.outcome import CouldNot


def explain(
    results: Annotated[Path, typer.Argument(metavar="RESULTS.parquet", help="Scored results.")],
    indicator: Annotated[str, typer.Option(help="A code of the catalogue, or of a series.")],
    area: Annotated[str, typer.Option(help="A GSS code or a name.")],
    group: Annotated[
        str | None, typer.Option(help="The group, where the indicator has several.")
    ] = None,
    target: Annotated[
        list[str] | None,
        typer.Option(help="A target in a plan's words; several if wanted."),
    ] = None,
) -> None:
    """Says in sentences how an area compares, ranks and moves, and whether targets are met.

    Example: `oneplan explain results.parquet --indicator persistent-absence --area Kent --target "in line with England by 2026/27"`
    """
    from oneplan.evidence.catalogue import load_catalogue
    from oneplan.evidence.definitions import by_series
    from oneplan.exchange.data_readers.area_columns import area_code, area_named
    from oneplan.exchange.explaining import CannotExplain
    from oneplan.exchange.explaining import explain as explain_results

    code = area_code(area) or area_named(area)
    if code is None:
        raise CouldNot(f"There is no area {area!r}.", "Write a GSS code, or the name in full.")
    if not results.is_file():
        raise CouldNot(f"There is no file {results}.", "`oneplan score` writes one.")
    try:
        found = explain_results(results, indicator, code, by_series(load_catalogue()), group)
        sentences = found.sentences()
        for words in target or ():
            sentences.extend(found.judged(words))
    except CannotExplain as error:
        raise CouldNot(str(error), error.cure) from error
    give("".join(f"{sentence}\n" for sentence in sentences), None)
