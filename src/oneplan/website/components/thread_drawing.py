"""The golden thread drawn: strands that part from outcome to priority to area, each row an end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from textwrap import wrap

from oneplan.document.schema import Element
from oneplan.document.thread import Strand
from oneplan.website.wording import abridged, counted, sentence

WIDE, NARROW = 1100, 343
_ENDS = 210
_PITCH, _BETWEEN, _TOP = 38, 9, 30
_LINE = 19
_LEAST, _MOST = 18, 50
_LETTER = 7.7
_INDENT = 16
_MOST_LINES = 3
_DEEPEST = 3
_MOST_STRANDS = 150
_BEND = 26
_NOUNS = {True: ("action", "actions"), False: ("activity", "activities")}


@dataclass(frozen=True, slots=True)
class Knot:
    """An element on the drawing: its label lies on the strand that leads to what is below it."""

    x: float
    y: float
    lines: tuple[str, ...]
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
    """A strand with its place in the tree and all the work under it."""

    strand: Strand
    depth: int
    parent: int | None
    done: int
    measured: int
    measured_work: int
    noun: tuple[str, str]
    url: str
    last: bool


def nodes(strands: Sequence[Strand], urls: dict[str, str]) -> list[Node]:
    """The strands of a plan down to the third level, each with what hangs on it and below it.

    Where nothing hangs on any part below another, those parts are left to the one above. A plan of
    very many parts is drawn to a lesser depth; the table has them all.
    """
    for deepest in range(_DEEPEST, 0, -1):
        found = _nodes(strands, urls, deepest)
        if len(found) <= _MOST_STRANDS:
            return found
    return found[:_MOST_STRANDS]


def _nodes(strands: Sequence[Strand], urls: dict[str, str], deepest: int) -> list[Node]:
    totals = _totals(strands)
    headings = {id(strand.joint.element) for strand in strands if strand.joint}
    above = {id(strand.element): strand.parent for strand in strands}
    worked = {id(strand.parent) for strand in strands if any(totals[id(strand.element)])}
    found: list[Node] = []
    at: dict[int, int] = {}
    nouns = _NOUNS[any(strand.actions for strand in strands)]
    for strand in strands:
        parent = _nearest(strand.parent, at, above)
        depth = found[parent].depth + 1 if parent is not None else 0
        left_to_parent = strand.parent is not None and id(strand.parent) not in worked
        done, measured, measured_work = totals[id(strand.element)]
        if depth >= deepest or left_to_parent or not _aims(strand):
            continue
        if id(strand.element) in headings:
            continue
        at[id(strand.element)] = len(found)
        url = urls.get(strand.element.id or "", "")
        found.append(
            Node(strand, depth, parent, done, measured, measured_work, nouns, url, last=True)
        )
    parents = {node.parent for node in found}
    return [replace(node, last=i not in parents) for i, node in enumerate(found)]


def _nearest(
    element: Element | None, at: dict[int, int], above: dict[int, Element | None]
) -> int | None:
    """Which of the kept nodes an element is or lies under."""
    while element is not None:
        if id(element) in at:
            return at[id(element)]
        element = above[id(element)]
    return None


def wide(tree: Sequence[Node], heads: Sequence[str]) -> ThreadDrawing:
    """The thread from left to right, a column a level."""
    starts = _columns(tree)
    ends = [starts[-1] if node.last else starts[node.depth + 1] for node in tree]
    labels = [
        _lines(_name(node), end - starts[node.depth] - (18 if node.last else _BEND + 12))
        for node, end in zip(tree, ends, strict=True)
    ]
    heights = _heights(tree, labels)
    knots: list[Knot] = []
    for node, y, end, lines in zip(tree, heights, ends, labels, strict=True):
        x = starts[node.depth]
        above = knots[node.parent] if node.parent is not None else None
        knots.append(_knot(node, x, y, f"{_bend(above, x, y)}H{end:g}", end + 16, lines))
    named = tuple(zip(starts, heads, strict=False))
    return ThreadDrawing(WIDE, int(max(heights, default=_TOP)) + 24, tuple(knots), named)


def _heights(tree: Sequence[Node], labels: Sequence[Sequence[str]]) -> list[float]:
    """How far down each strand lies: a first child beside its parent, room for the labels above."""
    rows: list[int] = []
    for i, node in enumerate(tree):
        beside = i > 0 and node.parent == i - 1
        rows.append(rows[-1] if beside else (rows[-1] + 1 if rows else 0))
    most: dict[int, int] = {}
    for row, lines in zip(rows, labels, strict=True):
        most[row] = max(most.get(row, 1), len(lines))
    at, y = {}, float(_TOP - _PITCH + _LINE)
    for row, lines_above in most.items():
        y += _PITCH + (lines_above - 1) * _LINE
        at[row] = y
    return [at[row] for row in rows]


def _columns(tree: Sequence[Node]) -> list[float]:
    """Where each level begins, wide as its titles need, and where the ends are."""
    deepest = max((node.depth for node in tree), default=0)
    needs = [
        min(max([_LEAST, *(len(_name(n)) for n in tree if n.depth == depth)]), _MOST)
        for depth in range(deepest + 1)
    ]
    scale = (WIDE - _ENDS) / sum(needs)
    starts = [8.0]
    for need in needs:
        starts.append(round(starts[-1] + need * scale, 1))
    return starts


def narrow(tree: Sequence[Node]) -> ThreadDrawing:
    """The thread from top to bottom, a step to the right a level."""
    knots: list[Knot] = []
    y = 18.0
    for node in tree:
        x = 8 + node.depth * _INDENT
        above = knots[node.parent] if node.parent is not None else None
        path = f"M{above.x:g} {above.y:g}V{y - 8:g}Q{above.x:g} {y:g} {x:g} {y:g}" if above else ""
        lines = _lines(_name(node), NARROW - x - 12)
        knots.append(_knot(node, x, y, path, x + 12, lines))
        y += _LINE * (len(lines) + bool(knots[-1].end)) + _BETWEEN
    return ThreadDrawing(NARROW, int(y), tuple(knots), ())


def _knot(node: Node, x: float, y: float, path: str, end_x: float, lines: Sequence[str]) -> Knot:
    return Knot(
        x=round(x, 1),
        y=y,
        lines=tuple(lines),
        url=node.url,
        path=path,
        end=_end(node) if node.last else "",
        end_x=end_x,
        held=bool(node.done),
        measured=bool(node.measured),
    )


def _name(node: Node) -> str:
    element = node.strand.element
    return f"{element.code} {element.title}" if element.code else sentence(element.title)


def _bend(above: Knot | None, x: float, y: float) -> str:
    if above is None or above.y == y:
        return f"M{x:g} {y:g}"
    start = x - _BEND
    return f"M{start - 12:g} {above.y:g}C{start + 6:g} {above.y:g} {start:g} {y:g} {x:g} {y:g}"


def _end(node: Node) -> str:
    if not node.done and not node.measured:
        return "nothing under it"
    if not node.done:
        return f"no {node.noun[0]}, {counted(node.measured, 'measure')}"
    if node.measured_work:
        return f"{node.measured_work} of {counted(node.done, *node.noun)} measured"
    how = counted(node.measured, "measure") if node.measured else "none measured"
    return f"{counted(node.done, *node.noun)}, {how}"


def _lines(text: str, room: float) -> list[str]:
    """The text in at most three lines, cut where a phrase ends where they do not suffice."""
    most = max(int(room / _LETTER), 8)
    for letters in range(_MOST_LINES * most, most, -most // 4):
        lines = wrap(abridged(text, letters), most, break_on_hyphens=False)
        if len(lines) <= _MOST_LINES:
            return lines or [""]
    return lines[:_MOST_LINES]


def _aims(strand: Strand) -> bool:
    """Whether a strand is an aim, or a section of the text with work or measures of its own."""
    if strand.element.kind != "section":
        return True
    return strand.work + strand.measured > 0


def _totals(strands: Sequence[Strand]) -> dict[int, tuple[int, int, int]]:
    """Work, measured things and measured actions of each element and all below it.

    Children come after parents. What two areas share counts for each of them, and above them once.
    """
    totals = {id(strand.element): _hanging_on(strand) for strand in strands}
    for strand in reversed(strands):
        if strand.parent is not None:
            shared = _hanging_on(strand.joint) if strand.joint else (0, 0, 0)
            own, above = totals[id(strand.element)], totals[id(strand.parent)]
            work, measured, measured_work = (
                a + b - c for a, b, c in zip(above, own, shared, strict=True)
            )
            totals[id(strand.parent)] = (work, measured, measured_work)
    return totals


def _hanging_on(strand: Strand) -> tuple[int, int, int]:
    shared = strand.joint.measured_actions if strand.joint else 0
    return strand.work, strand.measured, strand.measured_actions + shared
