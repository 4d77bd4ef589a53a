"""Findings as JSON, for scripts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from oneplan.document.lint.acceptances import Acceptance
from oneplan.document.schema import PlanDocument
from oneplan.exchange.reports.findings_report import findings_report
from oneplan.vocabulary.findings import Finding


def findings_as_json(
    findings: Sequence[Finding],
    file: str,
    *,
    plan: PlanDocument | None = None,
    accepted: Sequence[tuple[Finding, Acceptance]] = (),
) -> str:
    """The file, the counts by severity, the findings, and those accepted with who, when and why."""
    report = findings_report(findings, file, plan=plan, accepted=accepted)
    content: dict[str, Any] = {
        "file": file,
        "title": report.title,
        "counts": dict(report.counts()) | {"accepted": len(report.accepted)},
        "findings": [shown.finding.model_dump(mode="json") for shown in report.open],
        "accepted": [
            {**finding.model_dump(mode="json"), "acceptance": _acceptance(acceptance)}
            for finding, acceptance in accepted
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _acceptance(acceptance: Acceptance) -> dict[str, Any]:
    return {
        "reason": acceptance.reason,
        "by": acceptance.by,
        "on": acceptance.on.isoformat() if acceptance.on else None,
    }
