"""Changes as one HTML page that needs no other file."""

from __future__ import annotations

from pathlib import PurePath

from oneplan.exchange.reports.changes_report import ChangesReport
from oneplan.exchange.reports.formats.mailed_page import mailed_page


def changes_as_html(report: ChangesReport) -> str:
    """The page: the headline, and each group of changes with what was and what is."""
    return mailed_page(
        "changes.html.jinja",
        name=report.title,
        headline=report.headline,
        old=PurePath(report.old).name,
        new=PurePath(report.new).name,
        groups=report.groups,
    )
