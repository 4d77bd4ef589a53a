"""The reading's findings as one page that can be mailed, the same that the command line writes."""

from __future__ import annotations

from oneplan.exchange.reports.formats.html import findings_as_html
from oneplan.website.open_plan import OpenPlan


def html_report(opened: OpenPlan, file: str) -> str:
    """The report of an opened plan, named after the file that was sent."""
    return findings_as_html(opened.findings, file, plan=opened.plan, accepted=opened.accepted)
