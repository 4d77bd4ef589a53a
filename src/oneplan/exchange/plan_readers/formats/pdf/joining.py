"""Lines that the eye sees as lines of meaning: wrapped lines joined, items and paragraphs apart."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from oneplan.exchange.plan_readers.formats.list_marks import ListMark, list_mark
from oneplan.exchange.plan_readers.formats.pdf.line_ends import (
    LineEnds,
    is_cut_within_word,
    is_one_word,
    is_one_word_long,
)
from oneplan.exchange.plan_readers.formats.pdf.words import TextLine
from oneplan.exchange.plan_readers.formats.tidying import without_odd_characters

_UNKNOWN_GLYPH = re.compile(r"^\(cid:\d{1,5}\)\s*")
_PARAGRAPH_GAP = 1.25
_SAME_EDGE = 4.0
_LETTER_ALONE = re.compile(r"\(?[a-z]\)")
_DASHES = frozenset("-–—")
_RANGE_BEGUN = re.compile(r"\d[–—]$")


@dataclass(slots=True)
class Passage:
    """Lines that belong together: a paragraph or a list item."""

    lines: list[TextLine]
    mark: ListMark | None = None
    level: int = 1
    edge: float = math.inf
    """How far to the right its text may reach, where that is known exactly."""

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.bold for line in self.lines)

    @property
    def bold_start(self) -> str:
        """The bold words at its start, "" where none are or the printed list mark is in the way."""
        found = []
        for word in self.lines[0].words:
            if not word.bold:
                break
            found.append(word.text)
        return "" if self.mark else without_odd_characters(" ".join(found)).strip()

    @property
    def size(self) -> float:
        """The size of its first line's type."""
        return self.lines[0].size


@dataclass(slots=True)
class Joiner:
    """Joins lines; knows the words seen so far, to tell a hyphen of a word from one of a line end."""

    seen: set[str] = field(default_factory=set)
    ends: LineEnds = field(default_factory=LineEnds)

    def learn(self, lines: Sequence[TextLine], edge: float = math.inf) -> None:
        """Remember the words of a cell or column, and how its lines end.

        A word that has a line to itself may be cut, and the next line begins with its rest.
        """
        whole = True
        for line in lines:
            words = line.words if whole else line.words[1:]
            whole = not is_one_word_long(line) or line.x1 + line.size < edge
            if whole:
                self.seen.update(word.text.strip(".,;:()").lower() for word in words)
        if edge < math.inf:
            self.ends.learn(lines, edge)

    def passages(
        self, lines: Sequence[TextLine], right: float, edge: float = math.inf
    ) -> Iterator[Passage]:
        """The passages of a column whose text may reach as far as ``right``, or just to ``edge``."""
        if not lines:
            return
        pitch = _pitch(lines)
        edges: list[float] = []
        passage: Passage | None = None
        dashes = sum(1 for line in lines if line.words[0].text in _DASHES)
        for line in lines:
            mark = printed_mark(line)
            if mark and dashes == 1 and passage and self._is_dash(passage, line, edge):
                mark = None
            if passage and not mark and self._goes_on(passage, line, pitch, right):
                passage.lines.append(line)
                continue
            if passage:
                yield passage
            passage = Passage([line], mark, edge=edge)
            if mark:
                passage.level = _level(edges, line.x0)
            else:
                edges.clear()
        if passage:
            yield passage

    def _is_dash(self, passage: Passage, line: TextLine, edge: float) -> bool:
        """Whether a dash that begins a line goes on a sentence: no room for it on the line above."""
        before = passage.lines[-1]
        inner = _text_edge(passage) if passage.mark else passage.lines[0].x0
        if line.words[0].text not in _DASHES or abs(line.x0 - inner) > _SAME_EDGE or _ends(before):
            return False
        if self.ends.is_wrapped(before):
            return True
        dash = line.words[0]
        return edge < math.inf and before.x1 + 0.3 * line.size + dash.x1 - dash.x0 > edge

    def _goes_on(self, passage: Passage, line: TextLine, pitch: float, right: float) -> bool:
        before = passage.lines[-1]
        apart = line.top - before.top > _PARAGRAPH_GAP * max(pitch, line.size)
        if apart or abs(line.size - before.size) > 0.12 * before.size:
            return False
        starts_small = line.words[0].text[:1].islower()
        fits = self._would_fit(before, line, right) and not self.ends.is_wrapped(before)
        if self._is_cut(before, line, passage.edge):
            return True
        if self.ends.is_last(before, passage.edge) and (fits or not starts_small):
            return False
        if line.bold != before.bold and not starts_small and before.bold == passage.bold:
            return before.bold is False and line.bold is True and not _ends(before) and not fits
        if passage.mark and _leaves_item(passage, line):
            return False
        return starts_small or not fits

    def _would_fit(self, before: TextLine, line: TextLine, right: float) -> bool:
        """Whether the next word had room on the line before, so that the break was meant."""
        word = line.words[0]
        return before.x1 + 0.3 * line.size + (word.x1 - word.x0) < right - 0.5 * line.size

    def text(self, passage: Passage) -> str:
        """The words of a passage without its list mark, hyphens of line ends taken out."""
        joined = passage.lines[0].text
        for before, line in itertools.pairwise(passage.lines):
            joined = self._with_line(joined, before, line, passage.edge)
        joined = without_odd_characters(_UNKNOWN_GLYPH.sub("• ", joined)).strip()
        mark = list_mark(joined) if passage.mark else None
        return joined[mark.length :] if mark else joined

    def _with_line(self, joined: str, before: TextLine, line: TextLine, edge: float) -> str:
        """The text so far with another line, a word that the line end divides put together."""
        text = line.text
        if before.words[-1].text.endswith("\u00ad"):
            return joined + text
        if joined.endswith(("-", "/")) and text[:1].isalnum():
            apart = before.words[-1].spaced and self.ends.is_wrapped(before)
            return f"{joined} {text}" if apart else self._hyphenated(joined, text)
        if _RANGE_BEGUN.search(joined) and text[:1].isdigit() and not before.words[-1].spaced:
            return joined + text
        if self._is_cut(before, line, edge):
            return joined + text
        return f"{joined} {text}"

    def _is_cut(self, before: TextLine, line: TextLine, edge: float) -> bool:
        return is_cut_within_word(before, line, edge) and is_one_word(
            before.words[-1].text, line.words[0].text, self.seen
        )

    def _hyphenated(self, before: str, after: str) -> str:
        if before.endswith("/"):
            return f"{before} {after}" if before.endswith(" /") else before + after
        head = before.rsplit(" ", 1)[-1].rstrip("-")
        tail = after.split(" ", 1)[0].strip(".,;:()")
        whole = f"{head}{tail}".lower().lstrip("(")
        if whole in self.seen and f"{head}-{tail}".lower() not in self.seen:
            return before.rstrip("-") + after
        return before + after


def printed_mark(line: TextLine) -> ListMark | None:
    """The list mark that begins the line, symbols without a name taken for bullets."""
    first = line.words[0].text
    start = f"{first} {line.words[1].text}" if len(line.words) > 1 else first
    unknown = _UNKNOWN_GLYPH.match(start)
    if unknown and len(line.words) > 1:
        return ListMark("•", 1, unknown.end())
    # A column may be so narrow that the letter of an item has a line to itself.
    return list_mark(f"{start} x" if _LETTER_ALONE.fullmatch(start) else start)


def _pitch(lines: Sequence[TextLine]) -> float:
    """The usual distance from line to line."""
    steps = [
        after.top - before.top
        for before, after in itertools.pairwise(lines)
        if 0 < after.top - before.top < 3 * before.size
    ]
    if not steps:
        return 1.25 * lines[0].size
    closest = min(steps)
    # Paragraph gaps must not pass for the usual distance where most paragraphs have one line.
    return median(step for step in steps if step <= 1.3 * closest)


def _level(edges: list[float], x0: float) -> int:
    """The depth of an item by how far it stands in, compared with the items before it."""
    while edges and x0 < edges[-1] - _SAME_EDGE:
        edges.pop()
    if not edges or x0 > edges[-1] + _SAME_EDGE:
        edges.append(x0)
    return len(edges)


def _text_edge(passage: Passage) -> float:
    words = passage.lines[0].words
    return words[1].x0 if len(words) > 1 else words[0].x0


def _leaves_item(passage: Passage, line: TextLine) -> bool:
    """Whether the line stands further out than the words of the item above it."""
    edge = _text_edge(passage) - _SAME_EDGE
    if line.x0 >= edge:
        return False
    hanging = len(passage.lines) > 1 and passage.lines[1].x0 >= edge
    further_out = line.x0 < passage.lines[0].x0 - _SAME_EDGE
    new = not line.words[0].text[:1].islower() and _ends(passage.lines[-1])
    return hanging or further_out or new


def _ends(line: TextLine) -> bool:
    return line.words[-1].text[-1:] in ".:;!?"
