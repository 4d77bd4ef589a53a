"""A row of a table cell by cell: what is printed in each, and what was read from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from oneplan.document.lint.facts import PlacedAction
from oneplan.document.schema import Action, Funding
from oneplan.exchange.plan_readers.tables.roles import Role
from oneplan.vocabulary.lists import listed
from oneplan.website.components.levels import full_name
from oneplan.website.jobs.source_record import Piece
from oneplan.website.open_plan import OpenPlan
from oneplan.website.pages.check.read_parts import (
    ReadPart,
    Thing,
    measure_in_words,
    read_part,
    source_of,
)
from oneplan.website.wording import counted, due_in_words, pounds, short


@dataclass(frozen=True, slots=True)
class Meaning:
    """The header of a column and what it was taken for; None where it was not recognised."""

    header: str
    role: Role | None


Meanings = dict[int, Meaning]
"""What the columns of a table mean, by their numbers from 1."""


@dataclass(frozen=True, slots=True)
class CellRead:
    """One cell, or several of which nothing was taken: the words, and what was read from them."""

    header: str
    lines: list[str]
    parts: list[ReadPart]


def cells_read(
    opened: OpenPlan, piece: Piece, here: Sequence[Thing], meanings: Meanings
) -> list[CellRead]:
    """The cells of a row; empty where it cannot be told what was read from which."""
    if len(piece.columns) != len(piece.cells):
        return []
    actions = [thing for thing in here if isinstance(thing, PlacedAction)]
    if len(actions) == 1 and meanings:
        others = [thing for thing in here if thing is not actions[0]]
        return _of_action(opened, piece, actions[0], others, meanings)
    if len(piece.cells) > 1 and any(_column(thing) in piece.columns for thing in here):
        return _of_columns(opened, piece, here)
    return []


def _of_columns(opened: OpenPlan, piece: Piece, here: Sequence[Thing]) -> list[CellRead]:
    """The cells of a row in which each holds a part of its own."""
    parts: dict[int, list[ReadPart]] = {column: [] for column in piece.columns}
    for thing in here:
        column = _column(thing)
        parts[column if column in parts else piece.columns[0]].append(read_part(opened, thing))
    return [
        CellRead("", lines, parts[column])
        for column, lines in zip(piece.columns, piece.cells, strict=True)
    ]


def _of_action(
    opened: OpenPlan,
    piece: Piece,
    placed: PlacedAction,
    others: Sequence[Thing],
    meanings: Meanings,
) -> list[CellRead]:
    """The cells of a row that is one action, those of which nothing was taken together at the end."""
    rows, left = [], []
    for column, lines in zip(piece.columns, piece.cells, strict=True):
        meaning = meanings.get(column, Meaning("", None))
        if meaning.role in _NOT_KEPT:
            words = " ".join(lines)
            left.append(f"{meaning.header}: {words}" if meaning.header else words)
            continue
        parts = list(_of_cell(opened, placed, meaning.role))
        parts += [read_part(opened, each) for each in others if _column(each) == column]
        rows.append(CellRead(meaning.header, lines, parts or [_nothing(meaning.role)]))
    _say_the_rest(rows, piece, placed, meanings)
    if left:
        rows.append(CellRead("", [" · ".join(left)], [ReadPart("Left out", "", taken=False)]))
    return rows


_NOT_KEPT: tuple[Role | None, ...] = (None, "ignore", "progress")


def _column(thing: Thing) -> int | None:
    source = source_of(thing)
    return source.column if source else None


def _of_cell(opened: OpenPlan, placed: PlacedAction, role: Role | None) -> Iterator[ReadPart]:
    if role == "action":
        yield read_part(opened, placed, in_cells=True)
    elif role in _PARTS_OF_PLAN:
        if placed.path:
            yield ReadPart("Stands under", full_name(placed.path[-1]))
    else:
        for one in _TOGETHER.get(role, (role,)):
            what, said = _SAID.get(one, ("", _silent))
            yield from (ReadPart(what, each) for each in said(placed.action) if each)


def _say_the_rest(
    rows: list[CellRead], piece: Piece, placed: PlacedAction, meanings: Meanings
) -> None:
    """Adds to the action what reaches into its row from a cell that began above or ends below."""
    printed = {meanings[column].role for column in piece.columns if column in meanings}
    covered = {one for role in printed for one in _TOGETHER.get(role, (role,))}
    own = [row for row in rows if row.parts[0].what == "Action"]
    for role in _REACHING:
        what, said = _SAID[role]
        if own and role not in covered:
            own[0].parts.extend(ReadPart(what, each) for each in said(placed.action) if each)


def _nothing(role: Role | None) -> ReadPart:
    what = _SAID.get(role, ("", _silent))[0]
    return ReadPart(what, "nothing understood", taken=False)


def _due(action: Action) -> list[str]:
    due = action.due
    dated = due is None or due.month or due.period
    return [due_in_words(due) if dated else f"{due_in_words(due)}, no date"]


def _leads(action: Action) -> list[str]:
    return [listed(action.leads)]


def _partners(action: Action) -> list[str]:
    return [listed(action.partners)]


def _strategies(action: Action) -> list[str]:
    return [listed(action.strategies)]


def _groups(action: Action) -> list[str]:
    return [listed(action.groups)]


def _money(action: Action) -> list[str]:
    return [_sum(each) for each in action.funding]


def _sum(money: Funding) -> str:
    if money.amount is None:
        return f"{money.label or money.text}, no amount"
    amount = pounds(money.amount, money.currency)
    return f"{amount} ({money.label})" if money.label else amount


def _silent(_: Action) -> list[str]:
    return []


def _indicators(action: Action) -> list[str]:
    named = [measure.indicator for measure in action.measures if measure.indicator]
    return [each.code or short(each.name or "", 8) for each in named]


def _baselines(action: Action) -> list[str]:
    return [each.text for measure in action.measures for each in measure.baselines]


def _targets(action: Action) -> list[str]:
    return [each.text for measure in action.measures for each in measure.targets]


def _milestones(action: Action) -> list[str]:
    return [each.text for measure in action.measures for each in measure.milestones]


def _reports(action: Action) -> list[str]:
    return [
        f"{each.report}, page {each.page}" if each.page else each.report
        for each in action.recommendations
    ]


_SAID: dict[Role | None, tuple[str, Callable[[Action], list[str]]]] = {
    "reference": ("Reference", lambda action: [action.ref or ""]),
    "steps": ("Steps", lambda action: [counted(len(action.steps), "step")] if action.steps else []),
    "start": ("Steps", lambda action: [short(step.text, 8) for step in action.steps]),
    "due": ("By when", _due),
    "measures": ("Measure", lambda action: [measure_in_words(each) for each in action.measures]),
    "indicator": ("Indicator", _indicators),
    "baseline": ("Baseline", _baselines),
    "target": ("Target", _targets),
    "milestones": ("Milestone", _milestones),
    "funding": ("Money", _money),
    "partners": ("Partners", _partners),
    "leads": ("Lead", _leads),
    "strategies": ("Strategies", _strategies),
    "groups": ("Groups", _groups),
    "places": ("Where", lambda action: [listed(action.places)]),
    "status": ("Status", lambda action: [action.status or ""]),
    "recommendation": ("Recommendation", _reports),
    "page": ("Recommendation", _reports),
    "category": ("Heading", lambda action: [action.category.replace("_", " ")]),
}
"""What a column is called beside its cells, and what it gave an action."""

_TOGETHER: dict[Role | None, tuple[Role, ...]] = {
    "partners_and_leads": ("leads", "partners"),
    "strategies_and_groups": ("strategies", "groups"),
    "indicator": ("indicator", "measures"),
}
_REACHING: tuple[Role, ...] = (
    "due", "leads", "partners", "funding", "measures", "strategies", "groups",
)  # fmt: skip
_PARTS_OF_PLAN: tuple[Role | None, ...] = ("outcome", "priority", "area")
