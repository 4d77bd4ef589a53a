"""A finding as the pages show it: its strokes, title, quoted words, cure and place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from oneplan.document.lint.rule import Rule
from oneplan.document.lint.rule_list import RULES
from oneplan.exchange.reports.quoted_words import Piece
from oneplan.exchange.reports.quoted_words import underlined as passage_lines
from oneplan.vocabulary.findings import Finding
from oneplan.vocabulary.lists import listed
from oneplan.website.components.severities import SHOWN, ShownSeverity
from oneplan.website.open_plan import OpenPlan
from oneplan.website.wording import sentence

_LONGEST_QUOTE = 320


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding, numbered where it stands beside a text."""

    number: int
    shown: ShownSeverity
    title: str
    message: str
    quotes: tuple[str, ...]
    lines: list[list[Piece]]
    fix: str | None
    where: str | None
    url: str | None
    place: str
    leads: str
    rule: str
    explained: bool
    part: str | None
    subject: str | None
    fingerprint: str


@cache
def rule_named(name: str) -> Rule | None:
    """The rule of a finding; None for what a reader noticed."""
    return next((rule for rule in RULES if rule.name == name), None)


def shown_finding(opened: OpenPlan, finding: Finding, number: int) -> ShownFinding:
    """A finding of a plan, with the page of the part that it is about."""
    rule = rule_named(finding.rule)
    part = opened.part_of(finding)
    return ShownFinding(
        number=number,
        shown=SHOWN[finding.severity],
        title=rule.title if rule else sentence(finding.rule.replace("-", " ")),
        message=finding.message,
        quotes=tuple(_cut(quote) for quote in finding.quotes),
        lines=passage_lines(opened.passages.get(finding.fingerprint or ""), finding.quotes),
        fix=finding.fix,
        where=finding.where,
        url=opened.part_urls.get(part or ""),
        place=sentence(finding.source.in_words()) if finding.source else "",
        leads=listed(opened.actions[part].action.leads) if part in opened.actions else "",
        rule=finding.rule,
        explained=rule is not None,
        part=part,
        subject=finding.subject,
        fingerprint=finding.fingerprint or "",
    )


def numbered(opened: OpenPlan, findings: Iterable[Finding]) -> list[ShownFinding]:
    """The findings counted from one."""
    return [shown_finding(opened, finding, i) for i, finding in enumerate(findings, start=1)]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of a text, with the numbers of the findings that quote it."""

    text: str
    underlined: bool = False
    numbers: tuple[int, ...] = ()


def underlined(text: str, findings: Sequence[ShownFinding]) -> list[Stretch]:
    """The text in stretches, those underlined that a finding quotes. Overlapping quotes join.

    A finding that quotes several stretches is numbered at the last of them.
    """
    plain = " ".join(text.split())
    spans = _joined(sorted(_spans(plain, findings)))
    stretches, at = [], 0
    for start, end, numbers in spans:
        stretches += [
            Stretch(plain[at:start]),
            Stretch(plain[start:end], underlined=True, numbers=tuple(numbers)),
        ]
        at = end
    stretches.append(Stretch(plain[at:]))
    last = {number: at for at, stretch in enumerate(stretches) for number in stretch.numbers}
    return [
        Stretch(
            stretch.text, stretch.underlined, tuple(n for n in stretch.numbers if last[n] == at)
        )
        for at, stretch in enumerate(stretches)
        if stretch.text
    ]


def _spans(plain: str, findings: Sequence[ShownFinding]) -> Iterable[tuple[int, int, int]]:
    folded = plain.casefold()
    same_length = len(folded) == len(plain)
    for finding in findings:
        for quote in finding.quotes:
            wanted = " ".join(quote.removesuffix(" …").split()).strip("“”\"'")
            start = folded.find(wanted.casefold()) if same_length else plain.find(wanted)
            if wanted and start >= 0:
                yield start, start + len(wanted), finding.number


def _joined(spans: list[tuple[int, int, int]]) -> list[tuple[int, int, list[int]]]:
    joined: list[tuple[int, int, list[int]]] = []
    for start, end, number in spans:
        if joined and start < joined[-1][1]:
            first, last, numbers = joined[-1]
            more = numbers if number in numbers else [*numbers, number]
            joined[-1] = (first, max(last, end), more)
        else:
            joined.append((start, end, [number]))
    return joined


def _cut(quote: str) -> str:
    if len(quote) <= _LONGEST_QUOTE:
        return quote
    return quote[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
