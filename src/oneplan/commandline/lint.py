"""``oneplan lint``: the red pen over a plan."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from oneplan.commandline.files import Columns, Output, bytes_of, give, reading_of
from oneplan.commandline.messages import on_terminal, remark, say_findings, working
from oneplan.commandline.outcome import DONE, FOUND_ERRORS, CouldNot

if TYPE_CHECKING:
    from oneplan.document.lint.acceptances import Acceptance
    from oneplan.document.lint.rule import Rule


class Format(StrEnum):
    """What the findings are written as."""

    text = "text"
    json = "json"
    sarif = "sarif"
    html = "html"


class Gravity(StrEnum):
    """The severities, the gravest first."""

    error = "error"
    warning = "warning"
    info = "info"


def lint(
    source: Annotated[Path, typer.Argument(help="The plan: .docx .xlsx .pdf .html .yaml …")],
    output: Output = None,
    shape: Annotated[
        Format, typer.Option("--format", help="text, json, sarif or html.")
    ] = Format.text,
    select: Annotated[
        list[str] | None, typer.Option(help="Only these rules; comma or again.")
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="Not these rules.")] = None,
    fail_on: Annotated[Gravity, typer.Option(help="What counts as found, for the exit status.")] = (
        Gravity.error
    ),
    accepted: Annotated[
        Path | None, typer.Option(help="Accepted findings; PLAN.accepted.yaml beside it if none.")
    ] = None,
    column: Columns = None,
) -> None:
    """Lists the contradictions, gaps and impossible targets in a plan.

    Example: `oneplan lint "CYPP action plan.docx" --format html -o findings.html`
    """
    from oneplan.document.lint.acceptances import judged, stale
    from oneplan.document.lint.lint import lint as red_pen
    from oneplan.exchange.known import load_known

    rules = _rules(select or [], ignore or [])
    with working(f"Reading {source.name}"):
        reading = reading_of(source, column)
    with working("Checking it"):
        found = red_pen(reading.plan, load_known(), rules)
    entries, place = _acceptances(source, accepted)
    sorted_out = judged(found, entries)
    text = _writer(shape, colour=output is None and on_terminal())(
        sorted_out.open, str(source), plan=reading.plan, accepted=sorted_out.accepted
    )
    give(text, output)
    if place and not (select or ignore):
        say_findings(stale(found, entries, place.name), place)
    _mention(len(reading.findings), source)
    worst = tuple(Gravity)[: tuple(Gravity).index(fail_on) + 1]
    bad = any(finding.severity in worst for finding in sorted_out.open)
    raise typer.Exit(FOUND_ERRORS if bad else DONE)


def _rules(select: list[str], ignore: list[str]) -> list[Rule]:
    from oneplan.document.lint.lint import chosen

    try:
        return chosen(_split(select), _split(ignore))
    except KeyError as error:
        raise CouldNot(
            f"There is no rule {error.args[0]!r}.", "`oneplan rules` lists them."
        ) from None


def _split(names: list[str]) -> list[str]:
    return [name.strip() for entry in names for name in entry.split(",") if name.strip()]


def _acceptances(source: Path, named: Path | None) -> tuple[list[Acceptance], Path | None]:
    from oneplan.document.lint.acceptances import SUFFIX, read_acceptances

    place = named or source.with_name(source.name + SUFFIX)
    if named is None and not place.is_file():
        return [], None
    entries, faults = read_acceptances(bytes_of(place), place.name)
    say_findings(faults, place)
    return entries, place


def _writer(shape: Format, *, colour: bool) -> Callable[..., str]:
    if shape is Format.json:
        from oneplan.exchange.reports.formats.json import findings_as_json

        return findings_as_json
    if shape is Format.sarif:
        from oneplan.exchange.reports.formats.sarif import findings_as_sarif

        return findings_as_sarif
    if shape is Format.html:
        from oneplan.exchange.reports.formats.html import findings_as_html

        return findings_as_html
    from functools import partial

    from oneplan.exchange.reports.formats.text import findings_as_text

    return partial(findings_as_text, colour=colour)


def _mention(count: int, source: Path) -> None:
    if count:
        noun = "remark" if count == 1 else "remarks"
        remark(f"The reader has {count} {noun} of its own: oneplan convert {source} -o plan.json")
