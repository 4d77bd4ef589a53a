"""Plain text: paragraphs, "- " lists, ``#`` headings, and tables whose cells stand between tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from oneplan.exchange.plan_readers.blocks import Block, Heading, ListItem, Paragraph
from oneplan.exchange.plan_readers.formats.encodings import decode_prose
from oneplan.exchange.plan_readers.formats.format import Contents, Format
from oneplan.exchange.plan_readers.formats.fragments import fragment_lines, holds_tags
from oneplan.exchange.plan_readers.formats.list_marks import ListMark, list_mark
from oneplan.exchange.plan_readers.formats.marked_text import physical_lines
from oneplan.exchange.plan_readers.formats.tab_tables import read_tab_table
from oneplan.exchange.plan_readers.formats.tidying import tidy
from oneplan.exchange.plan_readers.limits import LIMITS, cut_off
from oneplan.vocabulary.findings import Finding, Source

_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
_CLOSING_MARKS = re.compile(r"\s#+\s*$")
_COUNTED = re.compile(r"\s*[£]?\d[\d,.]*%? [a-z]")
_PROMISED = re.compile(r"\bwill(?: \w+){1,4}$")
_RULE = re.compile(r"\s*([-*_=~])(?:\s*\1){2,}\s*$")
_EMPHASIS = re.compile(r"(\*{1,3}|_{2,3})(?=\S)([^*_]{1,2000}?)(?<=\S)\1(?!\w)")
_WRAPPED_AT_MOST = 100
_FULL_LINE = 55


def read_text(data: bytes, name: str) -> Contents:
    """The blocks of a text file; lines count from 1."""
    text, findings = decode_prose(data, name)
    blocks = list(islice(_Text(text, name, findings).blocks(), LIMITS.blocks + 1))
    if len(blocks) > LIMITS.blocks:
        findings.append(cut_off(blocks.pop().source, f"{LIMITS.blocks} paragraphs"))
    return Contents(tuple(blocks), tuple(findings))


class _Text:
    def __init__(self, text: str, name: str, findings: list[Finding]) -> None:
        self._findings = findings
        self._lines = physical_lines(text)
        self._name = name
        self._wrapped = _is_wrapped(self._lines)

    def blocks(self) -> Iterator[Block]:
        """The blocks, run by run; an empty line ends a run."""
        start = 0
        while start < len(self._lines):
            if not self._lines[start].strip():
                start += 1
                continue
            end = start
            while end < len(self._lines) and self._lines[end].strip():
                end += 1
            yield from self._run(start, end)
            start = end

    def _run(self, start: int, end: int) -> Iterator[Block]:
        tabbed = [at for at in range(start, end) if _is_tabbed(self._lines[at])]
        if not tabbed:
            yield from self._prose(start, end)
            return
        yield from self._prose(start, tabbed[0])
        table, after = read_tab_table(self._lines, tabbed[0], end, self._name, self._findings)
        yield table
        yield from self._prose(after, end)

    def _prose(self, start: int, end: int) -> Iterator[Block]:
        at = start
        while at < end:
            first = at
            mark = list_mark(self._lines[at])
            heading = _HEADING.match(self._lines[at].lstrip())
            at += 1
            parts = [self._lines[first][mark.length :] if mark else self._lines[first]]
            while at < end and heading is None and self._goes_on(at):
                parts.append(self._lines[at])
                at += 1
            yield from self._block(" ".join(parts), mark, Source(file=self._name, line=first + 1))

    def _goes_on(self, at: int) -> bool:
        """Whether the line is the rest of the one before it."""
        line, before = self._lines[at], self._lines[at - 1].rstrip()
        if list_mark(line) or _HEADING.match(line.lstrip()) or _RULE.match(line):
            return False
        if _RULE.match(before):
            return False
        if before[-1] not in ".:;!?" and (line.lstrip()[0].islower() or _counts_on(before, line)):
            return True
        return self._wrapped and len(before) >= _FULL_LINE

    def _block(self, text: str, mark: ListMark | None, source: Source) -> Iterator[Block]:
        if mark is None and _RULE.match(text):
            return
        if mark is not None:
            plain, _ = _plain(text)
            if plain:
                yield ListItem(plain, mark.level, mark.marker, source)
            return
        heading = _HEADING.match(text.lstrip())
        if heading:
            plain, _ = _plain(_CLOSING_MARKS.sub("", text.lstrip()[heading.end() :]))
            if plain:
                yield Heading(plain, len(heading[1]), source)
            return
        if holds_tags(text):
            yield from _marked_paragraphs(text, source)
            return
        plain, bold = _plain(text)
        if plain:
            yield Paragraph(plain, bold, source)


def _marked_paragraphs(text: str, source: Source) -> Iterator[Block]:
    for line in fragment_lines(text):
        plain, bold = _plain(line.text)
        if line.bullet:
            yield ListItem(plain, line.level, source=source)
        elif plain:
            yield Paragraph(plain, bold or line.bold == line.text, source)


def _plain(text: str) -> tuple[str, bool]:
    """The text without marks of emphasis, and whether bold marks held the whole of it."""
    text = tidy(text)
    if "*" not in text and "__" not in text:
        return text, False
    whole = _EMPHASIS.fullmatch(text)
    bold = whole is not None and len(whole[1]) >= 2
    for _ in range(3):
        text, count = _EMPHASIS.subn(r"\2", text)
        if not count:
            break
    return tidy(text.strip("*") if bold else text), bold


def _counts_on(before: str, line: str) -> bool:
    """Whether "We will train" goes on with "100 drivers" in the line below, as easy read is set."""
    return _COUNTED.match(line) is not None and _PROMISED.search(before) is not None


def _is_tabbed(line: str) -> bool:
    """Whether tabs divide the line into cells; a tab that indents or follows a list mark does not."""
    if "\t" not in line:
        return False
    mark = list_mark(line)
    rest = line[mark.length :] if mark else line.lstrip(" ")
    return "\t" in rest.lstrip("\t") or (mark is None and rest.startswith("\t\t"))


def _is_wrapped(lines: list[str]) -> bool:
    """Whether lines were broken at a width, as in e-mails and old exports."""
    filled = [line.rstrip() for line in lines if line.strip() and "\t" not in line]
    if len(filled) < 5 or max(map(len, filled)) > _WRAPPED_AT_MOST:
        return False
    full = sum(
        1
        for before, after in pairwise(lines)
        if len(before.rstrip()) >= _FULL_LINE and after.strip()
    )
    return full >= 3 and full * 4 >= len(filled)


FORMAT = Format("text", "plain text", (".txt", ".text"), read_text)
