"""``oneplan convert``: a plan as Word, Excel, PDF, web page or text to a plan document."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from oneplan.commandline.files import Columns, Output, give, reading_of
from oneplan.commandline.messages import say_findings, working
from oneplan.commandline.outcome import DONE, FOUND_ERRORS


class Shape(StrEnum):
    """What a plan document is written as."""

    json = "json"
    yaml = "yaml"


def convert(
    source: Annotated[
        Path, typer.Argument(help="The plan: .docx .xlsx .csv .pdf .html .md .txt …")
    ],
    output: Output = None,
    to: Annotated[
        Shape | None, typer.Option(help="json, unless the output's name says yaml.")
    ] = None,
    column: Columns = None,
) -> None:
    """Reads a plan and writes it as a plan document, with what could not be read.

    Example: `oneplan convert "CYPP action plan.docx" -o cypp.yaml`
    """
    with working(f"Reading {source.name}"):
        reading = reading_of(source, column)
    from oneplan.document.files import to_json, to_yaml

    named_yaml = output is not None and output.suffix.lower() in (".yaml", ".yml")
    shape = to or (Shape.yaml if named_yaml else Shape.json)
    give(to_yaml(reading.plan) if shape is Shape.yaml else to_json(reading.plan), output)
    say_findings(reading.findings, source)
    found = any(finding.severity == "error" for finding in reading.findings)
    raise typer.Exit(FOUND_ERRORS if found else DONE)
