"""What is said of a file as a whole: no plan in it, or two."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from oneplan.document.phrases.measures import LONGEST
from oneplan.document.schema import Element, Measure, PlanDocument
from oneplan.exchange.plan_readers.blocks import Heading, Paragraph, SourceDocument
from oneplan.vocabulary.findings import Finding, Source

_TITLE = re.compile(
    r".{0,90}\b(?:plan|strategy|framework)\b\W{0,3}"
    r"(?P<years>(?:19|20)\d\d(?:\s*(?:[/–-]|to)\s*(?:19|20)?\d\d)?)\W*",
    re.IGNORECASE,
)
_QUOTED = 200


def notices(document: SourceDocument, plan: PlanDocument) -> Iterator[Finding]:
    """Findings about the file as a whole."""
    if not _holds_a_plan(plan):
        yield Finding(
            rule="not-a-plan",
            severity="warning",
            message="No actions, measures or commitments were found; this does not read as a plan.",
            fix="Check that this is the file you meant. A scan has to be made into text first.",
            source=Source(file=document.name),
        )
    again = _second_plan(document, plan)
    if again is not None:
        yield Finding(
            rule="two-plans-in-one-file",
            severity="warning",
            message="A second plan seems to begin here: references are used again for other actions.",
            quotes=(again.text,),
            fix="Put each plan in a file of its own and read them one by one.",
            source=again.source,
        )
    for measure in _measures(plan):
        if len(measure.text) > LONGEST:
            yield Finding(
                rule="measure-too-long",
                severity="error",
                message=f"A measure of {len(measure.text):,} characters was kept as text; no figures were taken from it.",
                quotes=(measure.text[:_QUOTED],),
                fix="Give each measure a line of its own, and leave other text out of the cell.",
                source=measure.source,
            )


def _holds_a_plan(plan: PlanDocument) -> bool:
    pending = list(plan.elements)
    while pending:
        element = pending.pop()
        wanted = any(
            said.kind in ("activity", "success", "achieved") for said in element.statements
        )
        if element.actions or element.measures or element.indicators or wanted:
            return True
        pending.extend(element.children)
    return False


def _second_plan(document: SourceDocument, plan: PlanDocument) -> Heading | Paragraph | None:
    """The title of a second plan: a title with other years, and references that all come again."""
    refs = Counter(_references(plan.elements))
    repeated = sum(count > 1 for count in refs.values())
    if len(refs) < 3 or repeated * 2 < len(refs):
        return None
    titles: list[Heading | Paragraph] = []
    years: set[str] = set()
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph) and len(block.text) < 140:
            match = _TITLE.fullmatch(block.text)
            if match and match["years"] and match["years"] not in years:
                years.add(match["years"])
                titles.append(block)
    return titles[1] if len(titles) > 1 else None


def _measures(plan: PlanDocument) -> Iterator[Measure]:
    pending = list(reversed(plan.elements))
    while pending:
        element = pending.pop()
        yield from element.measures
        for action in element.actions:
            yield from action.measures
        pending.extend(reversed(element.children))


def _references(elements: list[Element]) -> Iterator[str]:
    pending = list(elements)
    while pending:
        element = pending.pop()
        yield from (action.ref for action in element.actions if action.ref)
        pending.extend(element.children)
