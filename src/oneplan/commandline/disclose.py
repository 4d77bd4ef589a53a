"""``oneplan disclose``: what may be shown of tables of counts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from oneplan.commandline.disclosing import (
    Page,
    page_of,
    places_for,
    reason_rows,
    releases_of,
    summary,
    write,
)
from oneplan.commandline.files import bytes_of
from oneplan.commandline.messages import remark, say_findings, working
from oneplan.commandline.outcome import DONE, FOUND_ERRORS, CouldNot

if TYPE_CHECKING:
    from oneplan.evidence.disclosure.clearing import Clearance
    from oneplan.evidence.disclosure.counted import Structure
    from oneplan.evidence.disclosure.ledger import Ledger
    from oneplan.evidence.disclosure.rule_file import RuleFile


def disclose(
    tables: Annotated[
        list[Path],
        typer.Argument(metavar="TABLE.csv…", help="A row for each counted cell; one set."),
    ],
    rule: Annotated[
        str,
        typer.Option("--rule", metavar="RULE", help="A rule as TOML, or an indicator's code."),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", help="Where to write what may be shown: a folder for several tables."
        ),
    ] = None,
    ledger: Annotated[
        Path | None,
        typer.Option("--ledger", metavar="FILE", help="What was published before; it is added to."),
    ] = None,
    release: Annotated[
        list[str] | None,
        typer.Option(help="The state of the data: one for all tables, or one for each in order."),
    ] = None,
    reasons: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Why each cell is withheld, a folder for several tables; not to publish.",
        ),
    ] = None,
    count: Annotated[str | None, typer.Option(help="The column of the counts.")] = None,
    base: Annotated[str | None, typer.Option(help="The column of what they are out of.")] = None,
) -> None:
    """Withholds small counts, and as many more as are needed so that nobody can work them out.

    Tables that are published together are cleared together, in one call.

    Example: `oneplan disclose sexes.csv ages.csv --rule under-five.toml --ledger published.json -o shown`
    """
    from oneplan.evidence.disclosure.clearing import clear_together
    from oneplan.exchange.data_readers.counted_columns import Columns

    shown_in = places_for(output, tables, "-o")
    reasons_in = places_for(reasons, tables, "--reasons") if reasons else [None] * len(tables)
    _apart(shown_in, reasons_in)
    rule_file = _rule(rule)
    known = _ledger(ledger)
    structure = _structure(rule_file, known)
    wanted = Columns(count=count, base=base)
    releases = releases_of(release or [], len(tables))
    pages = [
        page_of(path, structure, of_path, wanted)
        for path, of_path in zip(tables, releases, strict=True)
    ]
    with working(f"Proving {', '.join(page.path.name for page in pages)}"):
        counted = [page.counted.table for page in pages]
        clearances = clear_together(counted, rule_file.rule, known.publications)
    _remember(ledger, known, clearances)
    for page, cleared, place, why in zip(pages, clearances, shown_in, reasons_in, strict=True):
        _give(page, cleared, rule_file, place, why)
    for line in summary((p.path.name, c) for p, c in zip(pages, clearances, strict=True)):
        remark(line)
    found = [
        finding
        for page, cleared in zip(pages, clearances, strict=True)
        for finding in (*page.counted.findings, *cleared.findings)
    ]
    errors = any(finding.severity == "error" for finding in found)
    raise typer.Exit(FOUND_ERRORS if errors else DONE)


def _give(
    page: Page, cleared: Clearance, rule_file: RuleFile, place: Path | None, why: Path | None
) -> None:
    """Writes what may be shown of a table, and why the rest may not; says what was found."""
    from oneplan.exchange.data_readers.counted_file import cleared_rows
    from oneplan.exchange.data_readers.rows import write_rows

    sign = rule_file.rule.symbol
    write(write_rows(cleared_rows(page.rows, page.counted, cleared.table, sign)), place)
    if why is not None:
        write(write_rows(reason_rows(page, cleared)), why)
    say_findings([*page.counted.findings, *cleared.findings], page.path)


def _apart(shown_in: Sequence[Path | None], reasons_in: Sequence[Path | None]) -> None:
    """Refuses to write the reasons, which are not to be published, over what may be shown."""
    named = {place.resolve() for place in shown_in if place is not None}
    if any(place is not None and place.resolve() in named for place in reasons_in):
        raise CouldNot("The reasons would be written over what may be shown.", "See --reasons.")


def _rule(rule: str) -> RuleFile:
    from oneplan.evidence.catalogue import load_catalogue
    from oneplan.evidence.definitions import by_series
    from oneplan.evidence.disclosure.rule import rule_of
    from oneplan.evidence.disclosure.rule_file import RuleFile, UnreadableRule, read_rule

    if not Path(rule).suffix and not Path(rule).exists():
        definition = by_series(load_catalogue()).get(rule)
        found = rule_of(definition) if definition else None
        if found is None:
            said = "states no threshold" if definition else "is in no catalogue"
            raise CouldNot(f"The indicator {rule!r} {said}.", "Name a file with a rule.")
        return RuleFile(found)
    try:
        return read_rule(bytes_of(Path(rule)))
    except UnreadableRule as error:
        raise CouldNot(f"{rule}: {error}", error.cure) from error


def _ledger(path: Path | None) -> Ledger:
    from oneplan.evidence.disclosure.ledger import Ledger, UnusableLedger, load_ledger

    try:
        return load_ledger(path) if path else Ledger()
    except UnusableLedger as error:
        raise CouldNot(str(error), error.cure) from error


def _structure(rule_file: RuleFile, known: Ledger) -> Structure:
    """What the rule says of members, and who was everyone in earlier tables."""
    from oneplan.evidence.disclosure.counted import Structure
    from oneplan.evidence.disclosure.publications import together

    before = together([one.structure() for one in known.publications])
    return together([Structure(everyone=before.everyone), rule_file.structure])


def _remember(ledger: Path | None, known: Ledger, clearances: Sequence[Clearance]) -> None:
    from oneplan.evidence.disclosure.ledger import UnusableLedger, remember

    now = datetime.now(UTC)
    publications = [
        cleared.publication.model_copy(update={"at": now})
        for cleared in clearances
        if cleared.publication is not None
    ]
    if ledger is None or not publications:
        return
    try:
        remember(ledger, publications, after=known)
    except UnusableLedger as error:
        raise CouldNot(str(error), error.cure) from error
    except OSError as error:
        raise CouldNot(
            f"{ledger} cannot be written: {error.strerror}.", "Name a file that you may write."
        ) from error
