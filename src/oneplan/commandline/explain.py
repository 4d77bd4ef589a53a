"""``oneplan explain``: results in sentences, and targets judged by them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from oneplan.commandline.files import give
from oneplan.commandline.messages import remark
from oneplan.commandline.outcome import CouldNot


def explain(
    results: Annotated[Path, typer.Argument(metavar="RESULTS.parquet", help="Scored results.")],
    indicator: Annotated[
        str, typer.Option(help="A code of the catalogue, of a series, or “NI 62”.")
    ],
    area: Annotated[str, typer.Option(help="A GSS code or a name.")],
    group: Annotated[
        str | None, typer.Option(help="The group, where the indicator has several.")
    ] = None,
    target: Annotated[
        list[str] | None,
        typer.Option(help="A target in a plan's words; several if wanted."),
    ] = None,
    peer: Annotated[
        list[str] | None,
        typer.Option(help="An area that the plan calls its peer; several if wanted."),
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
    wanted = _of_today(indicator)
    try:
        definitions = by_series(load_catalogue())
        found = explain_results(results, wanted, code, definitions, group, _peers(peer or ()))
        sentences = found.sentences()
        for words in target or ():
            sentences.extend(found.judged(words))
    except CannotExplain as error:
        raise CouldNot(str(error), error.cure) from error
    give("".join(f"{sentence}\n" for sentence in sentences), None)


def _peers(names: Sequence[str]) -> list[str]:
    from oneplan.exchange.comparators import codes_of

    codes = codes_of(names)
    unknown = next((name for name, code in codes.items() if code is None), None)
    if unknown is not None:
        raise CouldNot(f"There is no area {unknown!r}.", "Write a GSS code, or the name in full.")
    return [code for code in codes.values() if code]


def _of_today(indicator: str) -> str:
    """The code to look for: for an old National Indicator that of the one that came after it."""
    from oneplan.evidence.catalogue import successors_of

    found = successors_of(indicator)
    if not found:
        return indicator
    if len(found) > 1:
        codes = ", ".join(each.code for each in found)
        raise CouldNot(f"Several indicators came after {indicator}.", f"Name one of {codes}.")
    caveats = {old.code.replace(" ", "").casefold(): old.caveat for old in found[0].succeeds}
    remark(f"{found[0].code}: {caveats[indicator.replace(' ', '').casefold()]}")
    return found[0].code
