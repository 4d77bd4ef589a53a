"""Changes as JSON for other programs."""

from __future__ import annotations

import json
from dataclasses import asdict

from oneplan.exchange.reports.changes_report import ChangesReport


def changes_as_json(report: ChangesReport) -> str:
    """``old``, ``new`` and ``changes``, each with kind, subject, where, words, before and after."""
    changes = [asdict(change) for group in report.groups for change in group.changes]
    content = {"old": report.old, "new": report.new, "changes": changes}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
