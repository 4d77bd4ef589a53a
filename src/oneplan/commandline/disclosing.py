"""The files of ``oneplan disclose``: tables that are read, where what may be shown goes, what is said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from oneplan.commandline.files import bytes_of, give
from oneplan.commandline.outcome import CouldNot

if TYPE_CHECKING:
    from oneplan.evidence.disclosure.clearing import Clearance
    from oneplan.evidence.disclosure.counted import Structure
    from oneplan.exchange.data_readers.counted_columns import Columns
    from oneplan.exchange.data_readers.counted_file import CountedFile


@dataclass(frozen=True, slots=True)
class Page:
    """A file with a table: its rows, and the counted table that they hold."""

    path: Path
    rows: list[dict[str, str]]
    counted: CountedFile


def page_of(path: Path, structure: Structure, release: str, wanted: Columns) -> Page:
    """The table in a file.

    Raises:
        CouldNot: there is no such file, or it holds no table of counts.
    """
    from oneplan.exchange.data_readers.counted_file import read_counted
    from oneplan.exchange.data_readers.rows import UnreadableTable, read_rows

    try:
        rows = read_rows(bytes_of(path))
        counted = read_counted(rows, path.name, wanted=wanted, structure=structure, release=release)
    except UnreadableTable as error:
        raise CouldNot(f"{path}: {error}", error.cure) from error
    return Page(path, rows, counted)


def releases_of(releases: Sequence[str], tables: int) -> list[str]:
    """The release of each table: one for all of them, or one for each.

    Raises:
        CouldNot: there is another number of releases.
    """
    if len(releases) in (0, 1):
        return [*(releases or [""])] * tables
    if len(releases) != tables:
        raise CouldNot(
            f"There are {len(releases)} releases for {tables} tables.",
            "Give --release once for all tables, or once for each in their order.",
        )
    return list(releases)


def places_for(output: Path | None, sources: Sequence[Path], option: str) -> Sequence[Path | None]:
    """Where to write for each table: a file for one, files of the same names in a folder for several.

    Raises:
        CouldNot: no folder is named for several tables, two tables are called alike, or what is to be
            read would be written over.
    """
    if len(sources) == 1 and (output is None or not output.is_dir()):
        places: list[Path | None] = [output]
    elif output is None:
        raise CouldNot("Several tables need a folder to be written to.", f"Name it with {option}.")
    elif output.exists() and not output.is_dir():
        raise CouldNot(f"{output} is a file, for several tables.", "Name a folder.")
    else:
        places = [output / source.name for source in sources]
    named = [place.resolve() for place in places if place is not None]
    if len(set(named)) < len(named):
        raise CouldNot("Two of the tables have the same name.", "Rename one of them.")
    if not {source.resolve() for source in sources}.isdisjoint(named):
        raise CouldNot("A table would be written over with what may be shown.", f"See {option}.")
    return places


def write(text: str, place: Path | None) -> None:
    """Writes to a file, whose folder is made where there is none, or to standard output.

    Raises:
        CouldNot: the file cannot be written.
    """
    if place is not None and not place.parent.exists():
        try:
            place.parent.mkdir(parents=True)
        except OSError as error:
            raise CouldNot(
                f"{place.parent} cannot be made: {error.strerror}.", "Choose another place."
            ) from error
    give(text, place)


def reason_rows(page: Page, cleared: Clearance) -> list[dict[str, str]]:
    """A row for each cell that is withheld, with its line and why."""
    from oneplan.evidence.disclosure.facts import IN_WORDS

    reasons = zip(page.rows, cleared.reasons, cleared.base_reasons, strict=True)
    return [
        {
            "line": str(place + 2),
            **{name: row[name] for name in page.counted.columns.dimensions},
            "count": IN_WORDS[reason],
            "base": IN_WORDS[base_reason],
        }
        for place, (row, reason, base_reason) in enumerate(reasons)
        if reason or base_reason
    ]


def summary(clearances: Iterable[tuple[str, Clearance]]) -> list[str]:
    """What came of each table, and what is proved of all of them."""
    cleared = list(clearances)
    lines = [_of_table(one) for _, one in cleared]
    if len(cleared) > 1:
        lines = [f"{name}: {line}" for (name, _), line in zip(cleared, lines, strict=True)]
    if all(one.publication is None for _, one in cleared):
        return lines
    proof = "But for the findings, each" if any(c.findings for _, c in cleared) else "Each of them"
    told = "could still be at least four different values for whoever sees the rest"
    return [*lines, f"{proof} {told}."]


def _of_table(cleared: Clearance) -> str:
    cells = len(cleared.table.cells)
    if cleared.publication is None:
        return f"Nothing of {cells:,} counts is shown; the findings say why."
    withheld = sum(reason != "" for reason in cleared.reasons)
    own = sum(reason in ("small", "base", "source") for reason in cleared.reasons)
    return (
        f"{withheld:,} of {cells:,} counts withheld: {own:,} by the rule, {withheld - own:,} to "
        "protect them."
    )
