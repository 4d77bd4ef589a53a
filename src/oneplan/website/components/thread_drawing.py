"""The golden thread drawn: strands that part from outcome to priority to area, each row an end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from oneplan.document.thread import Strand
from oneplan.website.wording import counted

WIDE, NARROW = 1100, 343
_ENDS = 210
_PITCH, _NARROW_PITCH, _TOP = 36, 46, 30
_LETTER = 7.7
_INDENT = 16
_DEEPEST = 3
_BEND = 26


@dataclass(frozen=True, slots=True)
class Knot:
    """An element on the drawing: its label lies on the strand that leads to what is below it."""

    x: float
    y: float
    label: str
    title: str
    url: str
    path: str
    end: str
    end_x: float
    held: bool
    measured: bool


@dataclass(frozen=True, slots=True)
class ThreadDrawing:
    """The drawing at one width; ``heads`` name its columns where it has them."""

    width: int
    height: int
    knots: tuple[Knot, ...]
    heads: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A strand with its place in the tree."""

    strand: Strand
    parent: int | None
    actions: int
    measured: int
    url: str
    last: bool


def nodes(strands: Sequence[Strand], urls: dict[str, str]) -> list[Node]:
    """The strands of a plan down to the third level, each with what hangs on it and below it."""
    kept = [strand for strand in strands if strand.depth < _DEEPEST and _aims(strand)]
    at = {id(strand.element): i for i, strand in enumerate(kept)}
    parents = [at.get(id(strand.parent)) if strand.parent else None for strand in kept]
    totals = _totals(strands)
    with_children = {parent for parent in parents if parent is not None}
    return [
        Node(
            strand,
            parents[i],
            *totals[id(strand.element)],
            url=urls.get(strand.element.id or "", ""),
            last=i not in with_children,
        )
        for i, strand in enumerate(kept)
    ]


def wide(tree: Sequence[Node], heads: Sequence[str]) -> ThreadDrawing:
    """The thread from left to right, a column a level."""
    columns = max((node.strand.depth for node in tree), default=0) + 1
    width = (WIDE - _ENDS) / columns
    knots: list[Knot] = []
    row = -1
    for i, node in enumerate(tree):
        child_of_last = i > 0 and node.parent == i - 1
        row += 0 if child_of_last else 1
        x, y = 8 + node.strand.depth * width, _TOP + 22 + row * _PITCH
        right = WIDE - _ENDS if node.last else x + width
        above = knots[node.parent] if node.parent is not None else None
        knots.append(_knot(node, x, y, f"{_bend(above, x, y)}H{right:g}", right + 16, right - x))
    named = tuple((8 + i * width, head) for i, head in enumerate(heads[:columns]))
    return ThreadDrawing(WIDE, _TOP + 30 + (row + 1) * _PITCH, tuple(knots), named)


def narrow(tree: Sequence[Node]) -> ThreadDrawing:
    """The thread from top to bottom, a step to the right a level."""
    knots: list[Knot] = []
    for row, node in enumerate(tree):
        x, y = 8 + node.strand.depth * _INDENT, 18 + row * _NARROW_PITCH
        above = knots[node.parent] if node.parent is not None else None
        path = f"M{above.x:g} {above.y:g}V{y - 8:g}Q{above.x:g} {y:g} {x:g} {y:g}" if above else ""
        knots.append(_knot(node, x, y, path, x + 12, NARROW - x - 12))
    return ThreadDrawing(NARROW, 10 + len(tree) * _NARROW_PITCH, tuple(knots), ())


def _knot(node: Node, x: float, y: float, path: str, end_x: float, room: float) -> Knot:
    element = node.strand.element
    name = f"{element.code} {element.title}" if element.code else element.title
    return Knot(
        x=round(x, 1),
        y=y,
        label=_fitting(name, room - 18),
        title=name,
        url=node.url,
        path=path,
        end=_end(node) if node.last else "",
        end_x=end_x,
        held=bool(node.actions),
        measured=bool(node.measured),
    )


def _bend(above: Knot | None, x: float, y: float) -> str:
    if above is None or above.y == y:
        return f"M{x:g} {y:g}"
    start = x - _BEND
    return f"M{start - 12:g} {above.y:g}C{start + 6:g} {above.y:g} {start:g} {y:g} {x:g} {y:g}"


def _end(node: Node) -> str:
    if not node.actions and not node.measured:
        return "nothing under it"
    work = counted(node.actions, "action") if node.actions else "no action"
    return f"{work}, {node.measured or 'none'} measured"


def _fitting(text: str, room: float) -> str:
    most = int(room / _LETTER)
    if len(text) <= most:
        return text
    return f"{text[: most - 1].rsplit(' ', 1)[0].rstrip(',;:')} …"


def _aims(strand: Strand) -> bool:
    return strand.element.kind != "section" or bool(strand.actions or strand.measures)


def _totals(strands: Sequence[Strand]) -> dict[int, tuple[int, int]]:
    """Actions and measured things of each element and all below it; children come after parents."""
    totals = {
        id(strand.element): [
            strand.actions + strand.activities,
            strand.measured_actions + strand.measures + strand.indicators,
        ]
        for strand in strands
    }
    for strand in reversed(strands):
        if strand.parent is not None:
            own, above = totals[id(strand.element)], totals[id(strand.parent)]
            above[0] += own[0]
            above[1] += own[1]
    return {key: (actions, measured) for key, (actions, measured) in totals.items()}
