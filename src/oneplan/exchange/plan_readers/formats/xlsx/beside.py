"""What stands beside the cells of a sheet: comments, threads, text boxes, pictures and charts."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from oneplan.exchange.plan_readers.formats.noticed import Noticed
from oneplan.exchange.plan_readers.formats.office_zip import OfficeZip
from oneplan.exchange.plan_readers.formats.xlsx.shared_texts import local
from oneplan.exchange.plan_readers.formats.xlsx.workbook import SheetPart
from oneplan.vocabulary.findings import Source


def look_beside(package: OfficeZip, part: SheetPart, file: str, noticed: Noticed) -> None:
    """Notice what a sheet's own cells do not hold."""
    place = Source(file, sheet=part.name)
    links = package.relations(part.path)
    threaded = any(link.kind == "threadedComment" for link in links)
    for link in links:
        if link.kind == "threadedComment" or (link.kind == "comments" and not threaded):
            for cell, text in _comments(package.xml(link.target)):
                noticed.see("comments-ignored", place, f"{cell}: {text}")
        elif link.kind == "drawing":
            _look_at_drawing(package.xml(link.target), place, noticed)


def _comments(root: etree._Element | None) -> Iterator[tuple[str, str]]:
    for element in root.iter() if root is not None else ():
        if local(element) in {"comment", "threadedComment"}:
            words = [part.text or "" for part in element.iter() if local(part) in {"t", "text"}]
            yield element.get("ref", ""), " ".join("".join(words).split())


def _look_at_drawing(root: etree._Element | None, place: Source, noticed: Noticed) -> None:
    for element in root.iter() if root is not None else ():
        kind = local(element)
        if kind == "pic":
            noticed.see("image-without-text", place)
        elif kind == "sp":
            words = " ".join(_paragraphs(element))
            if words:
                noticed.see("text-box-ignored", place, words)
        elif kind == "graphicFrame":
            noticed.see("chart-ignored", place)


def _paragraphs(shape: etree._Element) -> Iterator[str]:
    for element in shape.iter():
        if local(element) == "p":
            yield "".join(part.text or "" for part in element.iter() if local(part) == "t").strip()
