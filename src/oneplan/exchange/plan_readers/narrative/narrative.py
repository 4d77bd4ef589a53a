"""A narrative plan – one whose substance is prose, lists and parallel columns – as a plan document.

How things are represented, for those who read the plan afterwards:

* outcomes, priorities and the like are elements; areas of focus are ``focus_area`` children;
* reasons, what will be done and what success looks like are statements of the kinds ``evidence``,
  ``activity`` and ``success``; indicators of success are measures of the element;
* "we said – we achieved": a ``section`` for each thing said, labelled with the plan's own words, with
  one ``said`` statement and the ``achieved`` ones;
* commitments and action priorities are actions without a reference; the date of their lead-in is
  theirs, and a sum in the lead-in stands at the first, labelled as shared by the list;
* a summary of outcomes that are set out in detail later is a ``section`` (see ``summary``);
* a list that only its lead-in names ("We will work together to …") is a ``section`` so titled;
* other headed prose is a ``section`` with its paragraphs as ``context`` statements. Outcomes,
  priorities and partnerships lie under one another and never under a ``section``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from oneplan.document.schema import Element, Organisation, PlanDocument
from oneplan.exchange.plan_readers.blocks import Block, ListItem, Paragraph, SourceDocument, Table
from oneplan.exchange.plan_readers.narrative.front_matter import FrontMatter, read_front_matter
from oneplan.exchange.plan_readers.narrative.furniture import Furniture
from oneplan.exchange.plan_readers.narrative.outline import Outline
from oneplan.exchange.plan_readers.narrative.summary import merge_summaries
from oneplan.exchange.plan_readers.narrative.unit import lines_of
from oneplan.exchange.plan_readers.narrative.units import units_of
from oneplan.exchange.plan_readers.narrative.walk import Walk
from oneplan.vocabulary.findings import Finding

_FRONT = 40
_ALIAS = re.compile(r"^(.{6,}?)\s+\(([A-Z][A-Za-z&-]{1,9})\)$")


def read_narrative(source: SourceDocument) -> PlanDocument:
    """The plan that a source without action tables sets out; nothing of its text is lost.

    What is no statement, measure, action or title is counted and quoted in a finding.
    """
    front = read_front_matter(source.blocks, source.name)
    outline, findings = read_prose(source.blocks, front)
    return PlanDocument(
        title=front.title,
        partnership=front.partnership,
        period=front.period,
        version=front.version,
        statements=outline.statements,
        elements=outline.elements,
        organisations=organisations(outline.elements),
        glossary=outline.glossary,
        findings=findings,
    )


def read_prose(
    blocks: Sequence[Block], front: FrontMatter | None = None
) -> tuple[Outline, list[Finding]]:
    """The outline of a run of blocks, and what was left out of it.

    ``front`` is what was already read from the first blocks and need not be read again.
    """
    furniture = Furniture()
    units = units_of(_without_front(blocks, front), furniture)
    walk = Walk(units)
    outline = walk.run()
    furniture.set_aside += walk.left_out
    outline.elements, reworded = merge_summaries(outline.elements, outline.listed_under)
    outline.statements += reworded
    return outline, furniture.findings()


def _without_front(blocks: Sequence[Block], front: FrontMatter | None) -> Iterator[Block]:
    used = set(front.lines) if front else set()
    for number, block in enumerate(blocks):
        texts = lines_of(getattr(block, "text", ""))
        if number >= _FRONT or not used.intersection(texts) or isinstance(block, ListItem | Table):
            yield block
            continue
        rest = [text for text in texts if text not in used]
        used.difference_update(texts)
        yield from (Paragraph(text, source=block.source) for text in rest)


def organisations(elements: Iterable[Element]) -> list[Organisation]:
    """The bodies that the elements name as members, each once; an acronym in brackets is its alias."""
    found: dict[str, Organisation] = {}
    pending = list(elements)
    while pending:
        element = pending.pop(0)
        pending += element.children
        for member in element.members:
            match = _ALIAS.match(member)
            name, alias = (match[1], match[2]) if match else (member, None)
            body = found.setdefault(name.casefold(), Organisation(name=name))
            if alias and alias not in body.aliases:
                body.aliases.append(alias)
    return list(found.values())
