"""Lines of a cell or paragraph put together from runs of text, breaks and list marks.

Word, HTML and the text format all feed the same builder, so that a list looks the same from each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.exchange.plan_readers.blocks import Line
from oneplan.exchange.plan_readers.formats.tidying import (
    BULLETS,
    TICKS,
    tidy,
)

_INLINE_BULLET = re.compile(rf"(?:^|(?<=\s))[{BULLETS}](?=\s|\w|$)")
_LEADING_BULLET = re.compile(rf"(?:[{BULLETS}]\s*|[-–—*o]\s+)(?=\S)")


class LineBuilder:
    """Takes runs of text with their marks and gives the finished lines.

    A list that lost its items (``<ul>`` without ``<li>``) still gives bulleted lines: one for each
    printed bullet, or a single one that whoever knows the language may divide.
    """

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._runs: list[tuple[str, bool, bool]] = []
        self._bullet = False
        self._level = 0
        self._tick = ""

    def add(self, text: str, *, bold: bool = False, underlined: bool = False) -> None:
        """Add a run of text to the line being built."""
        if text:
            self._runs.append((text, bold, underlined))

    def start_line(self, *, bullet: bool = False, level: int = 0) -> None:
        """End the line being built and start another; ``level`` counts from 1 for a bullet."""
        self._end_line()
        self._bullet = bullet
        self._level = max(level, 1) if bullet else 0

    def lines(self) -> tuple[Line, ...]:
        """The lines so far, the one being built included; a tick alone is a line too."""
        self._end_line()
        if self._tick and not self._lines:
            return (Line(self._tick),)
        return tuple(self._lines)

    def _end_line(self) -> None:
        if not self._runs:
            return
        text = tidy("".join(run for run, _, _ in self._runs))
        if text in TICKS:
            self._tick = text
        elif text:
            bold = self._leading(1) if self._runs[0][1] or len(self._runs) > 1 else ""
            underlined = self._leading(2) if self._runs[0][2] or len(self._runs) > 1 else ""
            self._lines.extend(_divided(text, self._bullet, self._level, bold, underlined))
        self._runs.clear()

    def _leading(self, mark: int) -> str:
        marked = []
        for run in self._runs:
            if not run[mark] and run[0].strip():
                break
            marked.append(run[0])
        return tidy("".join(marked))


def _divided(text: str, bullet: bool, level: int, bold: str, underlined: str) -> Iterator[Line]:
    """One line for the text before the first printed bullet and one for each bullet."""
    printed = [match.start() for match in _INLINE_BULLET.finditer(text)]
    starts = printed if printed and printed[0] == 0 else [0, *printed]
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(text)
        piece = text[start:end].strip()
        lead = _LEADING_BULLET.match(piece)
        if lead:
            piece = piece[lead.end() :]
        if not piece or (len(piece) == 1 and piece in BULLETS):
            continue
        is_item = bullet or lead is not None
        first = number == 0
        yield Line(
            piece,
            is_item,
            (level or 1) if is_item else 0,
            _start_of(piece, bold) if first else "",
            _start_of(piece, underlined) if first else "",
        )


def _start_of(text: str, marked: str) -> str:
    marked = marked.lstrip(BULLETS + " ")
    return marked if marked and text.startswith(marked) else ""


def plain_lines(text: str, *, bold: bool = False) -> tuple[Line, ...]:
    """The lines of a text without marks, one for each physical line."""
    builder = LineBuilder()
    for line in physical_lines(text):
        builder.start_line()
        builder.add(line, bold=bold)
    return builder.lines()


def physical_lines(text: str) -> list[str]:
    """The text cut at line ends only, whatever the system that wrote it."""
    return re.split(r"\r\n?|\n|\v|\x85|\u2028|\u2029", text)
