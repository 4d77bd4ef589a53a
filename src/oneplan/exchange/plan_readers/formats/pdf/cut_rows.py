"""Rows that a page's end cuts in two, told from rows that end there.

Nothing is known here of what the columns mean. A cell that goes on fills its first half to the
bottom; most rows that end with the page have a short cell that shows they do. Where none does, a
sentence that goes on shows the cut, or cells of which some are filled only before it and some only
after it, in rows that are never filled so elsewhere.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from typing import Literal

from oneplan.exchange.plan_readers.formats.pdf.joining import Joiner, printed_mark
from oneplan.exchange.plan_readers.formats.pdf.page_breaks import PageBreak, PageBreaks
from oneplan.exchange.plan_readers.formats.pdf.ruled import CellText
from oneplan.exchange.plan_readers.formats.pdf.words import TextLine

_PITCH = 1.2
_USUAL_WHITE, _MOST_WHITE = 3.2, 4.3
"""White below a cell that goes on, in lines: those that no longer fit, or are kept with the next."""
_MOST_ROOM = 3.6
_USUAL_SIZE = 10.0
_OPEN_ENDS = (",", "&", "/", "(", "–", "-", "\u00ad")
Verdict = Literal["cut", "whole", "unknown"]


@dataclass(frozen=True, slots=True)
class Cut:
    """What became of the row at a page's end.

    ``rest`` are the columns whose text after the break begins something of its own; the text of all
    others belongs to the cell before it.
    """

    verdict: Verdict
    rest: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Signs:
    """What the columns with text on both sides show: where a sentence or a list goes on, where not."""

    flowing: set[int]
    listed: set[int]
    rest: frozenset[int]


def judged(found: PageBreak, breaks: PageBreaks, joiner: Joiner) -> Cut:
    """Whether the page's end cuts a row, and which of its cells go on."""
    before, after = found.before.filled(), found.after.filled()
    both = [column for column in after if column in before]
    right = found.before.left - found.after.left
    flowing = {column for column in both if _flows(before[column], after[column], right, joiner)}
    sure = {column for column in flowing if _surely_goes_on(before[column], after[column], joiner)}
    listed = {column for column in both if printed_mark(after[column].lines[0])}
    patient = sure | listed if sure else set()
    for column in both:
        white = _white_below(before[column], found.before.bottom)
        if white > (_MOST_WHITE if column in patient else _USUAL_WHITE):
            return Cut("whole")
    rest = frozenset(both) - flowing - listed
    if sure:
        return Cut("cut", rest)
    return Cut(_verdict(found, breaks, _Signs(flowing, listed, rest)), rest)


def _verdict(found: PageBreak, breaks: PageBreaks, signs: _Signs) -> Verdict:
    before, after = found.before, found.after
    usual_before = before.begun in breaks.ordinary
    usual_after = after.begun in breaks.ordinary
    if usual_before and usual_after:
        return "unknown" if signs.flowing else "whole"
    if not _is_second_row(signs.rest, breaks) or not _may_be_one_row(found, breaks, signs):
        return "unknown"
    finished = before.filled().keys() - after.filled().keys()
    return "cut" if finished or not usual_after else "whole"


def _may_be_one_row(found: PageBreak, breaks: PageBreaks, signs: _Signs) -> bool:
    """Whether the first half ends where its page does, and something goes on or both make a full row."""
    before, after = found.before, found.after
    line = max((cell.lines[-1].size for cell in before.filled().values()), default=_USUAL_SIZE)
    room = breaks.lowest.get(found.size, before.bottom) - before.bottom
    if room > _MOST_ROOM * _PITCH * line:
        return False
    if signs.flowing or signs.listed:
        return True
    return before.begun not in breaks.ordinary and before.begun | after.begun in breaks.ordinary


def _is_second_row(columns: frozenset[int], breaks: PageBreaks) -> bool:
    """Whether columns are those that rows of this plan fill by themselves, as a row for leads does."""
    return not columns or columns in breaks.ordinary


def _white_below(cell: CellText, bottom: float) -> float:
    """The white below a cell's text, in lines."""
    last = cell.lines[-1]
    return (bottom - last.bottom) / (_PITCH * last.size)


def put_below(before: CellText, after: CellText, right: float) -> CellText:
    """The lines of both halves as if no page ended between them, the second moved to the right."""
    last, first = before.lines[-1], after.lines[0]
    steps = [
        below.top - above.top
        for lines in (before.lines, after.lines)
        for above, below in itertools.pairwise(lines)
        if 0 < below.top - above.top < 2 * above.size
    ]
    down = last.top + min(steps, default=_PITCH * last.size) - first.top
    return CellText(
        [*before.lines, *(_moved(line, right, down) for line in after.lines)],
        max(before.edge, after.edge + right),
        before.right,
    )


def _moved(line: TextLine, right: float, down: float) -> TextLine:
    words = [replace(word, x0=word.x0 + right, x1=word.x1 + right) for word in line.words]
    return TextLine(words, line.x0 + right, line.x1 + right, line.top + down, line.bottom + down)


def _flows(before: CellText, after: CellText, right: float, joiner: Joiner) -> bool:
    """Whether the first words after the break go on the last paragraph before it."""
    if printed_mark(after.lines[0]):
        return False
    both = put_below(before, after, right)
    return _passages(both, joiner) < _passages(before, joiner) + _passages(after, joiner)


def _passages(cell: CellText, joiner: Joiner) -> int:
    return sum(1 for _ in joiner.passages(cell.lines, cell.right, cell.edge))


def _surely_goes_on(before: CellText, after: CellText, joiner: Joiner) -> bool:
    """Whether a sentence is plainly cut: a small letter, an open end, the space of a wrapped line."""
    last, first = before.lines[-1], after.lines[0]
    return (
        first.words[0].text.lstrip("(‘“")[:1].islower()
        or last.text.endswith(_OPEN_ENDS)
        or joiner.ends.is_wrapped(last)
    )
