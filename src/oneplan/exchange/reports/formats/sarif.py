"""Findings as SARIF 2.1.0, the exchange format of checkers, for editors and code hosts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from oneplan import __version__
from oneplan.document.lint.acceptances import Acceptance
from oneplan.document.lint.rule import Rule
from oneplan.document.lint.rule_list import RULES
from oneplan.document.schema import PlanDocument
from oneplan.exchange.reports.findings_report import Shown, findings_report
from oneplan.vocabulary.findings import Finding, Severity, Source

_LEVEL: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def findings_as_sarif(
    findings: Sequence[Finding],
    file: str,
    *,
    plan: PlanDocument | None = None,
    accepted: Sequence[tuple[Finding, Acceptance]] = (),
) -> str:
    """One run with its rules and results; accepted findings are results that are suppressed."""
    report = findings_report(findings, file, plan=plan, accepted=accepted)
    numbers = {rule.name: number for number, rule in enumerate(RULES)}
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "oneplan",
                        "version": __version__,
                        "rules": [_rule(rule) for rule in RULES],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "artifacts": [{"location": {"uri": _uri(file)}}],
                "results": [
                    _result(shown, file, numbers) for shown in (*report.open, *report.accepted)
                ],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    examples = f"Bad: {rule.bad}\nGood: {rule.good}"
    return {
        "id": rule.name,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.meaning},
        "help": {"text": f"{rule.why}\n\n{examples}"},
        "defaultConfiguration": {"level": _LEVEL[rule.severity]},
        "properties": {"tags": [rule.family]},
    }


def _result(shown: Shown, file: str, numbers: dict[str, int]) -> dict[str, Any]:
    finding = shown.finding
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVEL[finding.severity],
        "message": {"text": _message(finding)},
        "locations": [_location(finding, file)],
    }
    if finding.rule in numbers:
        result["ruleIndex"] = numbers[finding.rule]
    if finding.fingerprint:
        result["partialFingerprints"] = {"oneplanFinding/v1": finding.fingerprint}
    if shown.acceptance:
        result["suppressions"] = [_suppression(shown.acceptance)]
    return result


def _message(finding: Finding) -> str:
    quotes = " … ".join(f"“{words}”" for words in finding.quotes)
    place = finding.source.in_words() if finding.source else ""
    parts = (finding.message, quotes, finding.fix, f"({place})" if place else "")
    return " ".join(part for part in parts if part)


def _location(finding: Finding, file: str) -> dict[str, Any]:
    source = finding.source or Source()
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(source.file or file)}}
    if source.line is not None:
        physical["region"] = {"startLine": max(1, source.line)}
    location: dict[str, Any] = {"physicalLocation": physical}
    if finding.where:
        location["logicalLocations"] = [{"name": finding.where, "kind": "member"}]
    return location


def _suppression(acceptance: Acceptance) -> dict[str, Any]:
    who = acceptance.by or "someone"
    when = f" on {acceptance.on.isoformat()}" if acceptance.on else ""
    return {
        "kind": "external",
        "status": "accepted",
        "justification": f"{acceptance.reason} (accepted by {who}{when})",
    }


def _uri(file: str) -> str:
    """The file as a relative reference; a drive or an absolute path becomes a file URI."""
    path = file.replace("\\", "/")
    if path.startswith("/") or path[1:3] == ":/":
        return "file:///" + quote(path.lstrip("/"), safe="/:")
    return quote(path, safe="/")
