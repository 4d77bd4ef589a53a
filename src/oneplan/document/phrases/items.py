"""Items of a cell and steps of an action, whether their bullets were kept, inlined or lost."""

from __future__ import annotations

import re

_BULLET = re.compile(
    r"(?:^|(?<=\s))(?:[•●▪■◦‣⁃·]|[-–*o](?=\s+[A-Z\d£(]))\s*|\n\s*(?:[-–*o]\s+|\d{1,2}[.)]\s+|\(?[a-z]\)\s+|\((?:i{1,3}|iv|v|vi)\)\s+)"
)
_SENTENCE_END = re.compile(r"(?<=[.;])\s+(?=[A-Z\d£])")
_SHORT = re.compile(
    r"(?:\b(?:e\.g|i\.e|approx|No|St|Dr|Mr|Mrs|Ms|inc|incl|etc|cf|vs|p|pp|c|ca|Nos|Ltd|Co)|\b[A-Z])\.$"
)


def split_items(text: str) -> list[str]:
    """The items of a cell, in order, without their bullets; one item where nothing parts the text."""
    pieces = [piece.strip() for piece in _BULLET.split(text)]
    marked = [" ".join(piece.split()) for piece in pieces if piece]
    if len(marked) > 1 or text.lstrip()[:1] in "•●▪■◦‣⁃·":
        return marked
    return [item for piece in marked for item in _sentences(piece)]


def _sentences(text: str) -> list[str]:
    items: list[str] = []
    start = 0
    for gap in _SENTENCE_END.finditer(text):
        if _SHORT.search(text[max(0, gap.start() - 8) : gap.start()]):
            continue
        items.append(text[start : gap.start()])
        start = gap.end()
    items.append(text[start:])
    return [item.strip() for item in items if item.strip()]


def split_steps(text: str) -> tuple[str, list[str]]:
    """An action's own words and the steps after its colon or at its bullets."""
    pieces = [" ".join(piece.split()) for piece in _BULLET.split(text)]
    lead, steps = pieces[0], [piece for piece in pieces[1:] if piece]
    if not steps and "\n" in text:
        head, _, tail = text.partition("\n")
        if head.rstrip().endswith(":"):
            return head.strip(), [
                " ".join(line.split()) for line in tail.splitlines() if line.strip()
            ]
    return lead, steps
