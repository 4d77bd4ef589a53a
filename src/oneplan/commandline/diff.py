"""``oneplan diff``: two plans or two versions compared."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from oneplan.commandline.files import Output, give, reading_of
from oneplan.commandline.messages import working


class Format(StrEnum):
    """What the differences are written as."""

    text = "text"
    json = "json"
    html = "html"


def diff(
    old: Annotated[Path, typer.Argument(help="The older plan or version.")],
    new: Annotated[Path, typer.Argument(help="The newer one; any format that can be read.")],
    output: Output = None,
    shape: Annotated[Format, typer.Option("--format", help="text, json or html.")] = Format.text,
) -> None:
    """Says in words and numbers what differs: moved actions, lowered targets, other leads.

    Example: `oneplan diff cypp-2024.docx cypp-2025.docx --format html -o changes.html`
    """
    from oneplan.document.differences.compare import compare_plans
    from oneplan.exchange.reports.changes_report import changes_report
    from oneplan.exchange.reports.formats.changes_html import changes_as_html
    from oneplan.exchange.reports.formats.changes_json import changes_as_json
    from oneplan.exchange.reports.formats.changes_text import changes_as_text

    with working(f"Reading {old.name} and {new.name}"):
        before, after = reading_of(old).plan, reading_of(new).plan
    report = changes_report(compare_plans(before, after), str(old), str(new), after)
    write = {
        Format.text: changes_as_text,
        Format.json: changes_as_json,
        Format.html: changes_as_html,
    }[shape]
    give(write(report), output)
