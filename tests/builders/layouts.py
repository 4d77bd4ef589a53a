"""One plan laid out in many ways: the blocks that different officers would type for it.

The columns stand in any order under any of their usual headers; references stand alone or before
the text; partners and leads, strategies and groups share a cell, take two rows or have a column
each; category rows stand between the actions; a page break repeats the header, or splits a row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from oneplan.document.schema import Action, Element, PlanDocument
from oneplan.exchange.plan_readers.blocks import (
    Block,
    Cell,
    Heading,
    Line,
    ListItem,
    Paragraph,
    Row,
    Table,
)

HEADERS = {
    "reference": ("Ref", "Ref.", "No.", "Action no"),
    "action": (
        "Action",
        "What will we do?",
        "Action: what we are going to do",
        "Actions",
        "What needs to happen",
    ),
    "due": ("By when?", "Timescale", "Deadline", "Completion date", "When", "Target date"),
    "measures": (
        "Progress measure",
        "How will we know?",
        "Measures of success",
        "KPIs",
        "What will success look like?",
        "How we will measure it",
    ),
    "funding": ("Financial resource", "Resources", "Cost / budget", "Funding"),
    "partners": ("Partners", "Partners involved", "Delivery partners"),
    "leads": ("Lead officer", "Lead", "Responsible officer", "Who leads"),
    "partners_and_leads": ("Partners involved & lead officer", "Partners and lead"),
    "strategies": ("Linked strategies", "Links to plans / strategies"),
    "groups": ("Groups", "Existing groups", "Overseeing group"),
    "strategies_and_groups": ("Links to plans / strategies & existing groups",),
}
CATEGORIES = {
    "narrow_the_gap": ("Action to narrow the gap", "Actions to narrow the gap"),
    "support_families": ("Action to support families", "Actions to support families"),
    "improve_access": ("Action to improve access to services", "Actions to improve access"),
}
_IN_ORDER = ("core", "recommendation", "other", *CATEGORIES)


@dataclass(frozen=True)
class Layout:
    """How one officer lays a plan out."""

    columns: tuple[str, ...]
    headers: dict[str, str]
    spaced_references: bool
    lead_in_second_row: bool
    groups_in_second_row: bool
    rows_to_a_page: int
    split_rows: bool
    merged_cells: bool
    part_in_first_row: bool

    @classmethod
    def drawn(cls, random: Random) -> Layout:
        """Any layout."""
        people = random.choice((("partners", "leads"), ("partners_and_leads",)))
        links = random.choice((("strategies", "groups"), ("strategies_and_groups",)))
        first = random.choice((("reference", "action"), ("action",)))
        others = ["due", "measures", "funding", *people, *links]
        random.shuffle(others)
        columns = (*first, *others)
        return cls(
            columns=columns,
            headers={role: random.choice(HEADERS[role]) for role in columns},
            spaced_references=random.random() < 0.5,
            lead_in_second_row="partners_and_leads" in columns,
            groups_in_second_row="strategies_and_groups" in columns,
            rows_to_a_page=random.randint(3, 12),
            split_rows=random.random() < 0.4,
            merged_cells=random.random() < 0.5,
            part_in_first_row=random.random() < 0.25,
        )


def in_layout_order(plan: PlanDocument) -> PlanDocument:
    """The plan with the actions of each area in the order of their categories, as tables have them."""
    copy = plan.model_copy(deep=True)
    pending = list(copy.elements)
    while pending:
        element = pending.pop()
        element.actions.sort(key=lambda action: _IN_ORDER.index(action.category))
        pending += element.children
    return copy


def lay_out(plan: PlanDocument, layout: Layout) -> tuple[Block, ...]:
    """The blocks of the plan in a layout: headings, outcome measures, tables of actions."""
    blocks: list[Block] = [Heading(plan.title, 1)]
    if plan.partnership:
        blocks.append(Paragraph(plan.partnership))
    for element in plan.elements:
        blocks += _element(element, 2, layout)
    return tuple(blocks)


def _element(element: Element, level: int, layout: Layout) -> Iterator[Block]:
    label = element.label or element.kind.capitalize()
    number = f" {element.code}" if element.code else ""
    heading = f"{label}{number}: {element.title}"
    in_table = layout.part_in_first_row and bool(element.actions) and not element.children
    in_table = in_table and not (element.indicators or element.measures)
    if not in_table:
        yield Heading(heading, level)
    if element.indicators or element.measures:
        yield Paragraph("Outcome measures:")
        for indicator in element.indicators:
            yield ListItem(f"{indicator.name} ({indicator.code})")
        for measure in element.measures:
            yield ListItem(measure.text)
    if element.actions:
        yield from _tables(element.actions, layout, heading if in_table else None)
    for child in element.children:
        yield from _element(child, level + 1, layout)


def _tables(actions: list[Action], layout: Layout, heading: str | None) -> Iterator[Table]:
    rows: list[Row] = []
    category = "core"
    for action in actions:
        if action.category != category and action.category in CATEGORIES:
            category = action.category
            rows.append(_row([(Line(CATEGORIES[category][0]),)] + [()] * (len(layout.columns) - 1)))
        for row in _action_rows(action, layout):
            full = len(rows) >= layout.rows_to_a_page
            if full and not any(cell.covered for cell in row.cells):
                yield _table(rows, layout, heading)
                rows, heading = [], None
            rows.append(row)
    if rows:
        yield _table(rows, layout, heading)


def _table(rows: list[Row], layout: Layout, heading: str | None) -> Table:
    header = Row(
        tuple(
            Cell((Line(layout.headers[role]),), column, header=True)
            for column, role in enumerate(layout.columns, start=1)
        )
    )
    first = (_first_row(heading, len(layout.columns)),) if heading else ()
    return Table((*first, header, *rows), len(layout.columns))


def _first_row(heading: str, columns: int) -> Row:
    """The part of the plan in a merged cell above the header."""
    return Row((Cell((Line(heading, bold=heading),), 1, spans=columns),))


def _row(cells: list[tuple[Line, ...]]) -> Row:
    return Row(tuple(Cell(lines, column) for column, lines in enumerate(cells, start=1)))


def _action_rows(action: Action, layout: Layout) -> Iterator[Row]:
    first = {role: _cell(action, role, layout) for role in layout.columns}
    second: dict[str, tuple[Line, ...]] = {}
    if layout.lead_in_second_row:
        second["partners_and_leads"] = _listed(action.leads, " & ")
    if layout.groups_in_second_row:
        second["strategies_and_groups"] = _listed(action.groups)
    if layout.split_rows and len(first["measures"]) > 1:
        second["measures"] = first["measures"][1:]
        first["measures"] = first["measures"][:1]
    yield _row([first[role] for role in layout.columns])
    if second:
        yield _second_row(second, layout)


def _second_row(second: dict[str, tuple[Line, ...]], layout: Layout) -> Row:
    cells = []
    for column, role in enumerate(layout.columns, start=1):
        covered = layout.merged_cells and role not in second
        cells.append(Cell(second.get(role, ()), column, covered=covered))
    return Row(tuple(cells))


def _listed(names: list[str], joined: str = ", ") -> tuple[Line, ...]:
    return (Line(joined.join(names)),) if names else ()


def _cell(action: Action, role: str, layout: Layout) -> tuple[Line, ...]:
    reference = action.ref or ""
    if not layout.spaced_references:
        reference = reference.replace(" ", "")
    words = action.text if "reference" in layout.columns else f"{reference} {action.text}"
    contents: dict[str, tuple[Line, ...]] = {
        "reference": (Line(reference),),
        "action": (Line(words), *(Line(step.text, bullet=True, level=1) for step in action.steps)),
        "due": (Line(action.due.text),) if action.due else (),
        "measures": tuple(Line(measure.text, bullet=True, level=1) for measure in action.measures),
        "funding": tuple(Line(funding.text) for funding in action.funding),
        "partners": _listed(action.partners),
        "leads": _listed(action.leads, " & "),
        "partners_and_leads": _listed(action.partners),
        "strategies": _listed(action.strategies),
        "groups": _listed(action.groups),
        "strategies_and_groups": _listed(action.strategies),
    }
    return contents[role]
