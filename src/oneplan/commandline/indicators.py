"""``oneplan indicators``: the catalogue of indicators, or one's own definitions, explained."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from oneplan.commandline.files import bytes_of, give
from oneplan.commandline.messages import remark, say_findings
from oneplan.commandline.outcome import DONE, FOUND_ERRORS, CouldNot

if TYPE_CHECKING:
    from oneplan.evidence.definitions import Definition


def indicators(
    wanted: Annotated[
        str | None,
        typer.Argument(metavar="CODE", help="A code, a series, an old “NI 72”, or words of it."),
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option("--file", metavar="FILE.toml", help="Your own definitions, checked."),
    ] = None,
) -> None:
    """Lists the indicators that are defined, or explains one: counted how, from where, with what breaks.

    Example: `oneplan indicators persistent-absence`
    """
    from oneplan.evidence.catalogue import load_catalogue
    from oneplan.exchange.reports.indicator_pages import indicator_as_text, indicators_as_text

    definitions, sound = _own(file) if file else (load_catalogue(), True)
    if wanted is None:
        give(indicators_as_text(definitions), None)
    else:
        found = _found(wanted, definitions)
        one = len(found) == 1 or any(each.code == wanted for each in found)
        give(indicator_as_text(found[0]) if one else indicators_as_text(found), None)
    raise typer.Exit(DONE if sound else FOUND_ERRORS)


def _own(file: Path) -> tuple[Sequence[Definition], bool]:
    from oneplan.evidence.definition_file import UnreadableDefinitions, read_definitions

    try:
        read = read_definitions(bytes_of(file), file.name)
    except UnreadableDefinitions as error:
        raise CouldNot(f"{file}: {error}", error.cure) from error
    say_findings(read.findings, file)
    if not read.findings:
        count = len(read.definitions)
        remark(f"{file}: {count} indicator{'' if count == 1 else 's'}, nothing wrong.")
    return read.definitions, all(finding.severity != "error" for finding in read.findings)


def _found(wanted: str, definitions: Sequence[Definition]) -> Sequence[Definition]:
    """The definition with the code; else those with the series, the old indicator, the words."""
    plain = " ".join(wanted.casefold().split())
    for matches in (_by_code, _by_series, _by_old_code, _by_words):
        found = [each for each in definitions if matches(each, plain)]
        if found:
            return found
    from rapidfuzz import process

    nearest = process.extractOne(plain, [each.code for each in definitions])
    cure = f"Did you mean {nearest[0]}?" if nearest else ""
    raise CouldNot(f"There is no indicator {wanted!r}.", cure)


def _by_code(definition: Definition, wanted: str) -> bool:
    return definition.code.casefold() == wanted


def _by_series(definition: Definition, wanted: str) -> bool:
    return any(series.code.casefold() == wanted for series in definition.series)


def _by_old_code(definition: Definition, wanted: str) -> bool:
    short = wanted.replace(" ", "")
    return any(old.code.replace(" ", "").casefold() == short for old in definition.succeeds)


def _by_words(definition: Definition, wanted: str) -> bool:
    said = f"{definition.code} {definition.name} {definition.theme}".casefold().replace("-", " ")
    return all(word in said for word in wanted.replace("-", " ").split())
