"""``oneplan disclose``: what may be shown of a table of counts."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from oneplan.commandline.files import bytes_of, give
from oneplan.commandline.messages import remark, say_findings, working
from oneplan.commandline.outcome import DONE, FOUND_ERRORS, CouldNot

if TYPE_CHECKING:
    from oneplan.evidence.disclosure.clearing import Clearance
    from oneplan.evidence.disclosure.counted import Structure
    from oneplan.evidence.disclosure.publications import Ledger
    from oneplan.evidence.disclosure.rule_file import RuleFile
    from oneplan.exchange.data_readers.counted_file import CountedFile


def disclose(
    table: Annotated[
        Path, typer.Argument(metavar="TABLE.csv", help="A row for each counted cell.")
    ],
    rule: Annotated[
        str,
        typer.Option("--rule", metavar="RULE", help="A rule as TOML, or an indicator's code."),
    ],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Where to write what may be shown.")
    ] = None,
    ledger: Annotated[
        Path | None,
        typer.Option("--ledger", metavar="FILE", help="What was published before; it is added to."),
    ] = None,
    release: Annotated[
        str, typer.Option("--release", help="The state of the data, if there are several.")
    ] = "",
    reasons: Annotated[
        Path | None,
        typer.Option(
            "--reasons", metavar="FILE", help="Why each cell is withheld; not to publish."
        ),
    ] = None,
    count: Annotated[str | None, typer.Option(help="The column of the counts.")] = None,
    base: Annotated[str | None, typer.Option(help="The column of what they are out of.")] = None,
) -> None:
    """Withholds small counts, and as many more as are needed so that nobody can work them out.

    Example: `oneplan disclose pupils.csv --rule under-five.toml --ledger published.json -o shown.csv`
    """
    from oneplan.evidence.disclosure.clearing import clear
    from oneplan.exchange.data_readers.counted_file import cleared_rows
    from oneplan.exchange.data_readers.rows import UnreadableTable, read_rows, write_rows

    rule_file = _rule(rule)
    known = _ledger(ledger)
    try:
        rows = read_rows(bytes_of(table))
        counted = _counted(rows, table, _structure(rule_file, known), release, count, base)
    except UnreadableTable as error:
        raise CouldNot(f"{table}: {error}", error.cure) from error
    with working(f"Proving {table.name}"):
        cleared = clear(counted.table, rule_file.rule, known.publications)
    findings = [*counted.findings, *cleared.findings]
    _remember(ledger, cleared)
    give(
        write_rows(cleared_rows(rows, counted, cleared.table, rule_file.rule.symbol)),
        output,
    )
    if reasons is not None:
        give(write_rows(_reason_rows(rows, counted, cleared)), reasons)
    say_findings(findings, table)
    remark(_summary(cleared))
    errors = any(finding.severity == "error" for finding in findings)
    raise typer.Exit(FOUND_ERRORS if errors else DONE)


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
    from oneplan.evidence.disclosure.publications import Ledger, UnusableLedger, load_ledger

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


def _counted(
    rows: list[dict[str, str]],
    table: Path,
    structure: Structure,
    release: str,
    count: str | None,
    base: str | None,
) -> CountedFile:
    from oneplan.exchange.data_readers.counted_columns import Columns
    from oneplan.exchange.data_readers.counted_file import read_counted

    return read_counted(
        rows,
        table.name,
        wanted=Columns(count=count, base=base),
        structure=structure,
        release=release,
    )


def _remember(ledger: Path | None, cleared: Clearance) -> None:
    from oneplan.evidence.disclosure.publications import UnusableLedger, remember

    if ledger is None or cleared.publication is None:
        return
    publication = cleared.publication.model_copy(update={"at": datetime.now(UTC)})
    try:
        remember(ledger, publication)
    except UnusableLedger as error:
        raise CouldNot(str(error), error.cure) from error
    except OSError as error:
        raise CouldNot(
            f"{ledger} cannot be written: {error.strerror}.", "Name a file that you may write."
        ) from error


def _reason_rows(
    rows: list[dict[str, str]], counted: CountedFile, cleared: Clearance
) -> list[dict[str, str]]:
    from oneplan.evidence.disclosure.facts import IN_WORDS

    columns = counted.columns
    return [
        {
            "line": str(place + 2),
            **{name: row[name] for name in columns.dimensions},
            "count": IN_WORDS[reason],
            "base": IN_WORDS[base_reason],
        }
        for place, (row, reason, base_reason) in enumerate(
            zip(rows, cleared.reasons, cleared.base_reasons, strict=True)
        )
        if reason or base_reason
    ]


def _summary(cleared: Clearance) -> str:
    cells = len(cleared.table.cells)
    if cleared.publication is None:
        return f"Nothing of {cells:,} counts is shown; the findings say why."
    withheld = sum(reason != "" for reason in cleared.reasons)
    own = sum(reason in ("small", "base", "source") for reason in cleared.reasons)
    proof = (
        "Each of them could still be"
        if not cleared.findings
        else "But for the findings, each could be"
    )
    return (
        f"{withheld:,} of {cells:,} counts withheld: {own:,} by the rule, {withheld - own:,} to "
        f"protect them. {proof} at least four different values for whoever sees the rest."
    )
