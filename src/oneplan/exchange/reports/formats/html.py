"""Findings as one HTML page that needs no other file: to be mailed, kept and printed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from oneplan.document.lint.acceptances import Acceptance
from oneplan.document.schema import PlanDocument
from oneplan.exchange.reports.findings_report import (
    HEADINGS,
    FindingsReport,
    Shown,
    counted,
    findings_report,
)
from oneplan.exchange.reports.formats.mailed_page import mailed_page
from oneplan.exchange.reports.quoted_words import Piece, tidy, underlined
from oneplan.vocabulary.findings import SEVERITIES, Finding

_STROKES = {"error": 3, "warning": 2, "info": 1}
_HEIGHT = {"error": (3.2, 8), "warning": (2, 17), "info": (1.2, 28)}
_WIDE = 1100


def findings_as_html(
    findings: Sequence[Finding],
    file: str,
    *,
    plan: PlanDocument | None = None,
    accepted: Sequence[tuple[Finding, Acceptance]] = (),
) -> str:
    """The whole page: the count, where in the plan they fall, and the findings by severity."""
    return report_as_html(findings_report(findings, file, plan=plan, accepted=accepted))


def report_as_html(report: FindingsReport) -> str:
    """The report as a page without script or outside files; every word of the plan is escaped."""
    name = tidy(report.title or PurePath(report.file).name)
    parts = _parts(report)
    return mailed_page(
        "red_pen.html.jinja",
        name=name,
        file=tidy(PurePath(report.file).name),
        headline=_headline(report),
        lead=_lead(report),
        rug=_rug(report),
        rug_label=f"Where in the plan {counted(len(report.open), 'finding falls', 'findings fall')}",
        parts=parts,
        groups=_groups(report),
    )


def _headline(report: FindingsReport) -> str:
    if not report.open:
        return "The red pen found nothing to settle"
    things = counted(len(report.open), "thing", "things")
    return f"The red pen found {things} to settle before anyone agrees this plan"


def _lead(report: FindingsReport) -> str:
    errors = report.counts()["error"]
    if not report.open:
        said = "No rule has a question."
    elif errors:
        said = f"{counted(errors, 'of them', 'of them')} cannot be right as written."
        if len(report.open) > errors:
            said += " What remains are questions for the people who wrote the plan."
    else:
        said = "None is an error. They are questions for the people who wrote the plan."
    if report.accepted:
        said += f" {counted(len(report.accepted), 'more was', 'more were')} accepted with a reason."
    return f"{said} Nothing has been changed."


def _rug(report: FindingsReport) -> list[dict[str, Any]]:
    strokes = []
    for shown in reversed(report.open):
        if shown.at is not None:
            width, top = _HEIGHT[shown.finding.severity]
            strokes.append({"x": round(2 + shown.at * (_WIDE - 4), 1), "width": width, "top": top})
    return strokes


def _parts(report: FindingsReport) -> list[dict[str, Any]]:
    starts = [start for _, start in report.parts]
    ends = [*starts[1:], 1.0][: len(starts)]
    return [
        {
            "title": tidy(title),
            "x": round(start * _WIDE, 1),
            "width": round(max(0.0, end - start) * _WIDE, 1),
            "share": round(max(0.0, end - (start if number else 0.0)) * 100, 2),
        }
        for number, ((title, start), end) in enumerate(zip(report.parts, ends, strict=True))
    ]


def _groups(report: FindingsReport) -> list[dict[str, Any]]:
    groups = []
    for severity in SEVERITIES:
        shown = report.of(severity)
        if shown:
            heading, note = HEADINGS[severity]
            groups.append(_group(heading, note, _STROKES[severity], shown))
    if report.accepted:
        note = "Found as well, and accepted with a reason."
        groups.append(_group("Accepted", note, 1, report.accepted))
    return groups


def _group(heading: str, note: str, many: int, shown: Sequence[Shown]) -> dict[str, Any]:
    return {
        "heading": heading,
        "note": note,
        "many": many,
        "shown": _values_of(shown),
    }


def _values_of(shown: Sequence[Shown]) -> list[dict[str, Any]]:
    """The values of each finding; why a rule matters is said where it first appears."""
    said: set[str] = set()
    values = []
    for one in shown:
        why = one.rule.why if one.rule and one.rule.name not in said else ""
        said.add(one.finding.rule)
        values.append(_values(one) | {"why": why})
    return values


def _values(shown: Shown) -> dict[str, Any]:
    finding = shown.finding
    place = finding.source.in_words() if finding.source else ""
    where = tidy(finding.where or "")
    return {
        "title": shown.title,
        "lines": _quoted(shown),
        "message": tidy(finding.message),
        "fix": tidy(finding.fix or ""),
        "acceptance": _accepted(shown.acceptance) if shown.acceptance else "",
        "where": where,
        "place": place[:1].upper() + tidy(place)[1:],
        "posts": [tidy(post) for post in shown.posts],
        "rule": finding.rule,
        "fingerprint": finding.fingerprint or "",
    }


def _quoted(shown: Shown) -> list[list[Piece]]:
    """The lines that are quoted, each in quotation marks but the one that says how many more there are."""
    lines = underlined(shown.context, shown.finding.quotes)
    opening, closing = Piece("“", underlined=False), Piece("”", underlined=False)
    return [
        [opening, *line, closing] if any(piece.underlined for piece in line) else line
        for line in lines
    ]


def _accepted(acceptance: Acceptance) -> str:
    signed = ", ".join(
        part
        for part in (acceptance.by, acceptance.on.isoformat() if acceptance.on else None)
        if part
    )
    return f"{acceptance.reason}{f' ({signed})' if signed else ''}"
