"""Changes as text for a terminal or a mail."""

from __future__ import annotations

from oneplan.exchange.reports.changes_report import ChangesReport


def changes_as_text(report: ChangesReport) -> str:
    """The headline, and each group with a line a change."""
    lines = [f"{report.headline}: {report.old} → {report.new}."]
    for group in report.groups:
        lines += ["", f"{group.heading} ({len(group.changes)})"]
        lines += [f"  {change.words}" for change in group.changes]
    return "\n".join(lines) + "\n"
