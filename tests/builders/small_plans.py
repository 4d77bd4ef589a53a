"""Small plans for tests of the red pen: a plan of one outcome, with what the test is about."""

from __future__ import annotations

from typing import Any

from oneplan.document.lint.facts import Known, PlanFacts
from oneplan.document.lint.rule import Rule
from oneplan.document.schema import Action, Element, Measure, PlanDocument, Statement
from oneplan.vocabulary.findings import Finding


def action(
    text: str = "Open a youth café in every town", ref: str | None = None, **fields: Any
) -> Action:
    return Action(text=text, ref=ref, **fields)


def outcome(title: str = "Young people thrive", **fields: Any) -> Element:
    return Element(kind=fields.pop("kind", "outcome"), title=title, **fields)


def measure(text: str) -> Measure:
    return Measure(text=text)


def said(text: str, kind: Any = "other") -> Statement:
    return Statement(kind=kind, text=text)


def plan(*parts: Action | Element | Statement | str, **fields: Any) -> PlanDocument:
    """A plan of the elements given; actions and measures stand together under one outcome."""
    elements = [part for part in parts if isinstance(part, Element)]
    actions = [part for part in parts if isinstance(part, Action)]
    statements = [part for part in parts if isinstance(part, Statement)]
    statements += [said(part) for part in parts if isinstance(part, str)]
    if actions:
        elements.insert(0, outcome(actions=actions))
    return PlanDocument(
        title=fields.pop("title", "A plan for Fenshire"),
        elements=elements,
        statements=statements,
        **fields,
    )


def found(rule: Rule, document: PlanDocument, known: Known | None = None) -> list[Finding]:
    """What one rule finds in a plan; every finding bears its name and at most its severity."""
    findings = list(rule.check(PlanFacts(document, known)))
    order = ("error", "warning", "info")
    for finding in findings:
        assert finding.rule == rule.name
        assert order.index(finding.severity) >= order.index(rule.severity)
        assert finding.message
        assert finding.fix
    return findings
