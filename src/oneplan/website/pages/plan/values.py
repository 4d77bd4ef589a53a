"""The plan on a page: one table, whatever levels the plan has and however deep they lie."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from oneplan.document.lint.facts import PlacedAction
from oneplan.document.schema import Element, PlanDocument, Statement
from oneplan.website.components.levels import level_name, plural, usual_name
from oneplan.website.components.marks import KeyLine, Mark, Marking
from oneplan.website.components.money import MoneyCells, money_cells
from oneplan.website.components.severities import PenCount, pen_count
from oneplan.website.open_plan import OpenPlan
from oneplan.website.pages.plan.parts import (
    at_depth,
    column_head,
    columns_needed,
    has_work,
    holds_something,
    shown_parts,
    what_is_shown,
    within,
    without_named_together,
)
from oneplan.website.wording import abridged, counted, plan_period, sentence

_DEEPEST = 3
_LINE_LETTERS = 36
_LINES = 2
_MOST_LINES = 4
_WIDTHS = (1, 0.9, 1.25)
_ITSELF = "Directly under it"


@dataclass(slots=True)
class Cell:
    """A named part of the table; ``tally`` only at the outermost level."""

    text: str
    url: str | None
    level: int
    rows: int = 1
    columns: int = 1
    code: str = ""
    tally: str = ""
    names: list[tuple[str, str]] = field(default_factory=list)
    """Parts below that hold nothing of their own: named together, with their pages."""


@dataclass(frozen=True, slots=True)
class Promises:
    """What a part without actions says: will be done, success, measured by."""

    activities: int
    successes: int
    measures: int


@dataclass(slots=True)
class Row:
    """A row: the parts that begin in it, its actions' marks and money, and its red pen."""

    cells: list[Cell]
    marks: list[Mark]
    money: MoneyCells
    promises: Promises
    pen: PenCount
    pen_url: str


@dataclass(slots=True)
class PlanOnAPage:
    """The whole page."""

    title: str
    heading: str
    holds: str
    columns: list[str]
    groups: list[list[Row]]
    key: list[KeyLine]
    by_status: bool
    has_actions: bool
    has_money: bool
    money: MoneyCells
    pen: PenCount
    vision: list[Statement]
    unnumbered: int


def plan_on_a_page(opened: OpenPlan) -> PlanOnAPage:
    """The page of a plan."""
    plan, facts = opened.plan, opened.facts
    shown = shown_parts(plan.elements)
    marking = opened.once(Marking)
    depth = min(_DEEPEST, max(map(columns_needed, shown), default=1))
    columns = [column_head(at_depth(shown, level)) for level in range(depth)]
    builder = _Builder(opened, marking, columns)
    return PlanOnAPage(
        title=plan.title,
        heading=_heading(opened),
        holds=what_is_shown(shown),
        columns=columns,
        groups=[builder.group(element) for element in shown],
        key=marking.key(facts.actions),
        by_status=marking.by_status,
        has_actions=bool(facts.actions),
        has_money=any(placed.action.funding for placed in facts.actions),
        money=money_cells(placed.action for placed in facts.actions),
        pen=pen_count(opened.findings),
        vision=[statement for statement in plan.statements if statement.kind == "vision"],
        unnumbered=sum(placed.action.ref is None for placed in facts.actions),
    )


class _Builder:
    """Builds the rows of one plan's table under the columns of its levels."""

    def __init__(self, opened: OpenPlan, marking: Marking, columns: list[str]) -> None:
        self._opened = opened
        self._marking = marking
        self._first = columns[0]
        self.depth = len(columns)

    def group(self, element: Element) -> list[Row]:
        rows = list(self._rows(element, 0))
        rows[0].cells[0].tally = self._tally(element)
        return rows

    def _rows(self, element: Element, level: int) -> Iterator[Row]:
        children = [child for child in element.children if holds_something(child)]
        alone = level + 1 >= self.depth or not children
        cell = self._cell(element, level, columns=self.depth - level if alone else 1)
        if alone:
            yield self._row([cell], element, list(within(element)))
            return
        if not any(has_work(part) for child in children for part in within(child)):
            names = Cell("", None, level + 1, columns=self.depth - level - 1)
            names.names = [(_title(child, _MOST_LINES), self._url(child)) for child in children]
            yield self._row([cell, names], element, list(within(element)))
            return
        rows = []
        if has_work(element):
            itself = Cell(_ITSELF, None, level + 1, columns=self.depth - level - 1)
            rows.append(self._row([itself], element, [element]))
        for child in without_named_together(children):
            rows += self._rows(child, level + 1)
        cell.rows = len(rows)
        cell.text = _title(element, min(_LINES * len(rows), _MOST_LINES))
        rows[0].cells.insert(0, cell)
        yield from rows

    def _cell(self, element: Element, level: int, columns: int) -> Cell:
        lines = _LINES if level else _MOST_LINES
        title = _title(element, lines, _WIDTHS[level] if columns == 1 else columns)
        return Cell(title, self._url(element), level, columns=columns, code=element.code or "")

    def _url(self, element: Element) -> str:
        return self._opened.url("element", element=element.id or "")

    def _row(self, cells: list[Cell], element: Element, parts: list[Element]) -> Row:
        ids = [id_ for part in parts for id_ in (part.id, *(each.id for each in part.actions))]
        findings = [each for id_ in ids for each in self._opened.findings_at.get(id_ or "", ())]
        actions = [PlacedAction(action, ()) for part in parts for action in part.actions]
        return Row(
            cells=cells,
            marks=[self._marking.mark(placed) for placed in actions],
            money=money_cells(placed.action for placed in actions),
            promises=_promises(parts),
            pen=pen_count(findings),
            pen_url=f"{self._opened.url('red-pen')}?part={element.id}",
        )

    def _tally(self, element: Element) -> str:
        actions = sum(len(part.actions) for part in within(element))
        pen = pen_count(self._opened.findings_within(element))
        level = level_name(element)
        said = [level] if level != self._first and element.kind != "section" else []
        if actions:
            said.append(counted(actions, "action"))
        if pen.errors:
            said.append(f"{counted(pen.errors, 'finding')} cannot be right")
        return ", ".join(said)


def _heading(opened: OpenPlan) -> str:
    actions = len(opened.facts.actions)
    years = plan_period(opened.plan.period)
    tops = shown_parts(opened.plan.elements)
    name = usual_name(tops)
    number = sum(level_name(top) == name for top in tops)
    many = (
        counted(actions, "action")
        if actions
        else counted(number, name.lower(), plural(name).lower())
    )
    return f"One plan, {many}: {years} on a page" if years else f"One plan, {many}, on a page"


def _title(element: Element, lines: int, width: float = 1) -> str:
    """The title as far as so many lines hold it, in a column so many times as wide as the first."""
    letters = round(_LINE_LETTERS * lines * width)
    return abridged(sentence(element.title.rstrip(";, ")), letters)


def _promises(parts: list[Element]) -> Promises:
    kinds = [statement.kind for part in parts for statement in part.statements]
    measures = sum(len(part.measures) or len(part.indicators) for part in parts)
    return Promises(kinds.count("activity"), kinds.count("success"), measures)


def file_name(plan: PlanDocument) -> str:
    """A plain name for a download, from the plan's title."""
    words = "".join(c if c.isascii() and c.isalnum() else " " for c in plan.title.lower()).split()
    return "-".join(words[:8]) or "plan"
