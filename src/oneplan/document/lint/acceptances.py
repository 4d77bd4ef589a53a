"""Findings that people have accepted with a reason, in a YAML file beside the plan.

The file holds a list, bare or under ``accepted``; each entry names the ``fingerprint`` of the finding, its
``rule`` and ``where`` for the reader's sake, the ``reason``, and who accepted it (``by``) and when (``on``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from oneplan.document.yaml_text import NotYaml, load_yaml
from oneplan.vocabulary.findings import Finding, Severity, Source

SUFFIX = ".accepted.yaml"
"""What is put behind the name of a plan's file for the file of its acceptances."""

MOST_BYTES = 2_000_000

_UNREADABLE = "acceptance-unreadable"
_STALE = "acceptance-stale"


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One finding that somebody accepted, and why."""

    fingerprint: str
    reason: str
    rule: str | None = None
    where: str | None = None
    by: str | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """Findings sorted by what people said of them: still open, and accepted with the acceptance."""

    open: list[Finding]
    accepted: list[tuple[Finding, Acceptance]]


def read_acceptances(data: bytes, name: str) -> tuple[list[Acceptance], list[Finding]]:
    """The acceptances of a file, and what could not be read of it; never raises."""
    if len(data) > MOST_BYTES:
        return [], [_fault(name, "The file is too large to be a list of accepted findings.")]
    try:
        content = load_yaml(data)
    except NotYaml as error:
        return [], [_fault(name, str(error), error.line)]
    named = isinstance(content, dict) and "accepted" in content
    entries = content["accepted"] if named else content
    if entries is None:
        return [], []
    if not isinstance(entries, list):
        return [], [_fault(name, "The file holds no list of accepted findings.")]
    return _read_entries(entries, name)


def _read_entries(entries: list[object], name: str) -> tuple[list[Acceptance], list[Finding]]:
    read: dict[str, Acceptance] = {}
    faults = []
    for number, entry in enumerate(entries, start=1):
        acceptance, complaint = _read_entry(entry)
        if acceptance and acceptance.fingerprint in read:
            complaint = f"accepts {acceptance.fingerprint} a second time; the first one counts"
        elif acceptance:
            read[acceptance.fingerprint] = acceptance
        if complaint:
            severity: Severity = "error" if acceptance is None else "warning"
            faults.append(_fault(name, f"Entry {number} {complaint}.", severity=severity))
    return list(read.values()), faults


def _read_entry(entry: object) -> tuple[Acceptance | None, str | None]:
    if not isinstance(entry, dict):
        return None, "is not a set of fingerprint, reason, by and on"
    fingerprint, reason = _text(entry.get("fingerprint")), _text(entry.get("reason"))
    if not fingerprint:
        return None, "has no fingerprint"
    if not reason:
        return None, f"accepts {fingerprint} without a reason"
    # YAML reads a bare key "on" as true.
    day, complaint = _day(entry.get("on", entry.get(True)))
    rule, where, by = (_text(entry.get(key)) for key in ("rule", "where", "by"))
    return Acceptance(fingerprint, reason, rule, where, by, day), complaint


def _text(value: object) -> str | None:
    return str(value).strip() or None if isinstance(value, str | int | float) else None


def _day(value: object) -> tuple[date | None, str | None]:
    if value is None or type(value) is date:
        return value, None
    try:
        return date.fromisoformat(str(value)[:10]), None
    except ValueError:
        return None, "has a day that is not written as 2026-01-31"


def judged(findings: Iterable[Finding], acceptances: Sequence[Acceptance]) -> Judged:
    """The findings, each with its acceptance where it has one."""
    by_fingerprint = {acceptance.fingerprint: acceptance for acceptance in acceptances}
    result = Judged([], [])
    for finding in findings:
        acceptance = by_fingerprint.get(finding.fingerprint or "")
        if acceptance:
            result.accepted.append((finding, acceptance))
        else:
            result.open.append(finding)
    return result


def stale(
    findings: Iterable[Finding], acceptances: Sequence[Acceptance], name: str
) -> list[Finding]:
    """A finding for each acceptance whose own finding is no longer there."""
    present = {finding.fingerprint for finding in findings}
    return [
        Finding(
            rule=_STALE,
            severity="info",
            message=f"What was accepted here is no longer found: {acceptance.rule or 'a finding'}.",
            where=acceptance.where,
            quotes=(acceptance.reason,),
            fix=f"Take {acceptance.fingerprint} out of {name}, or look whether the words have changed.",
            source=Source(file=name),
        )
        for acceptance in acceptances
        if acceptance.fingerprint not in present
    ]


def _fault(
    name: str, message: str, line: int | None = None, severity: Severity = "error"
) -> Finding:
    return Finding(
        rule=_UNREADABLE,
        severity=severity,
        message=message,
        where=name,
        fix="Write each entry as in the reference: fingerprint, rule, where, reason, by, on.",
        source=Source(file=name, line=line),
    )
