"""Findings as text, as a good compiler gives its messages."""

from __future__ import annotations

from collections.abc import Sequence

from oneplan.document.lint.acceptances import Acceptance
from oneplan.document.schema import PlanDocument
from oneplan.exchange.reports.findings_report import FindingsReport, Shown, findings_report, summary
from oneplan.exchange.reports.quoted_words import Piece, tidy, underlined
from oneplan.vocabulary.findings import Finding, Severity

_COLOUR: dict[Severity, str] = {"error": "1;31", "warning": "1;33", "info": "1;36"}


def findings_as_text(
    findings: Sequence[Finding],
    file: str,
    *,
    plan: PlanDocument | None = None,
    accepted: Sequence[tuple[Finding, Acceptance]] = (),
    colour: bool = False,
) -> str:
    """A block for each finding and a summary; colour is for terminals only."""
    return report_as_text(
        findings_report(findings, file, plan=plan, accepted=accepted), colour=colour
    )


def report_as_text(report: FindingsReport, *, colour: bool = False) -> str:
    """The report as text: place, severity, rule, the words underlined, what to do."""
    paint = _Paint(colour)
    blocks = [_block(shown, report.file, paint) for shown in report.open]
    return "\n".join([*blocks, paint.bold(summary(report))]) + "\n"


class _Paint:
    def __init__(self, wanted: bool) -> None:
        self.wanted = wanted

    def as_(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.wanted and text else text

    def bold(self, text: str) -> str:
        return self.as_("1", text)


def _block(shown: Shown, file: str, paint: _Paint) -> str:
    finding = shown.finding
    severity = paint.as_(_COLOUR[finding.severity], finding.severity)
    lines = [
        f"{paint.bold(_place(finding, file))}: {severity}: {tidy(finding.message)} [{finding.rule}]"
    ]
    where = " · ".join(tidy(part) for part in (finding.where, *shown.posts) if part)
    if where:
        lines.append(f"    {where}")
    for pieces in underlined(shown.context, finding.quotes):
        lines += _quoted(pieces, paint)
    if finding.fix:
        lines.append(f"    {paint.bold('Fix:')} {tidy(finding.fix)}")
    if finding.fingerprint:
        lines.append(f"    Fingerprint: {finding.fingerprint}")
    return "\n".join(lines) + "\n"


def _place(finding: Finding, file: str) -> str:
    source = finding.source
    if source is None:
        return tidy(file)
    name = tidy(source.file or file)
    if source.line is not None and source.sheet is None and source.page is None:
        return f"{name}:{source.line}"
    words = tidy(source.in_words())
    return f"{name}: {words}" if words else name


def _quoted(pieces: Sequence[Piece], paint: _Paint) -> list[str]:
    text = "".join(piece.text for piece in pieces)
    marks = "".join(("~" if piece.underlined else " ") * len(piece.text) for piece in pieces)
    lines = [text, paint.as_("31", marks.rstrip())] if marks.strip() else [text]
    return [f"    | {line}" for line in lines]
