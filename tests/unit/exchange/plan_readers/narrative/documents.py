"""Narrative plans from text, HTML and Word-like parts, and questions that many tests ask of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.document.schema import Element, PlanDocument
from oneplan.exchange.plan_readers.blocks import (
    Block,
    Heading,
    ListItem,
    Paragraph,
    SourceDocument,
    Table,
)
from oneplan.exchange.plan_readers.narrative import read_narrative
from oneplan.exchange.plan_readers.source import read_source
from oneplan.vocabulary.findings import Source

_WORD = re.compile(r"[a-z0-9£%]+")


def source_of(text: str) -> SourceDocument:
    """The text as a file: a web page where it is one, plain text otherwise."""
    name = "plan.html" if "<html>" in text else "plan.txt"
    return read_source(text.encode(), name)


def plan_of(text: str) -> PlanDocument:
    """The plan that the text sets out."""
    return read_narrative(source_of(text))


def word_like(parts: tuple[tuple[str, str], ...]) -> SourceDocument:
    """A document of headings ("h1" …), paragraphs ("p"), bold paragraphs ("b") and list items ("li")."""
    blocks: list[Block] = []
    for number, (kind, text) in enumerate(parts, start=1):
        place = Source(file="plan.docx", line=number)
        if kind == "li":
            blocks.append(ListItem(text, source=place))
        elif kind[0] == "h":
            blocks.append(Heading(text, int(kind[1:]), place))
        else:
            blocks.append(Paragraph(text, kind == "b", place))
    return SourceDocument("plan.docx", "docx", tuple(blocks))


def every(plan: PlanDocument) -> Iterator[Element]:
    """All elements of the plan, parents before children."""
    pending = list(plan.elements)
    while pending:
        element = pending.pop(0)
        yield element
        pending = element.children + pending


def the(plan: PlanDocument, title: str) -> Element:
    """The one element with this title."""
    (found,) = [element for element in every(plan) if element.title == title]
    return found


def of_kind(plan: PlanDocument, kind: str) -> list[Element]:
    """The elements of a kind in plan order."""
    return [element for element in every(plan) if element.kind == kind]


def said(part: Element | PlanDocument, kind: str) -> list[str]:
    """The texts of the statements of a kind."""
    return [statement.text for statement in part.statements if statement.kind == kind]


def lines_of(source: SourceDocument) -> Iterator[str]:
    """Every line of text in a source."""
    for block in source.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from (line.text for line in cell.lines)
        else:
            yield block.text


def words_of(text: str) -> str:
    """The text as bare words in lower case."""
    return " ".join(_WORD.findall(text.lower()))


def everything_in(plan: PlanDocument) -> str:
    """All words that a plan holds, its findings' quotations included."""
    return words_of(plan.model_dump_json())
