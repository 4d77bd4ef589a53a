"""From what headers say and cells show to the role of each column of a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from oneplan.exchange.plan_readers.blocks import Row
from oneplan.exchange.plan_readers.tables.evidence import LOOKED_AT, Evidence, weigh
from oneplan.exchange.plan_readers.tables.header_cells import (
    HeaderReading,
    is_calendar,
    part_of_a_measure,
)
from oneplan.exchange.plan_readers.tables.header_words import words_of
from oneplan.exchange.plan_readers.tables.headers import Header, HeaderColumn
from oneplan.exchange.plan_readers.tables.roles import (
    ELEMENT_ROLES,
    ColumnMapping,
    MappedColumn,
    Role,
)
from oneplan.vocabulary.findings import Source

_WEAK = 0.5
_BY_EVIDENCE: tuple[Role, ...] = (
    "due",
    "reference",
    "status",
    "funding",
    "leads",
    "measures",
    "partners",
)
_ONCE: frozenset[Role] = frozenset({"reference", "action", "due", "start", "status"})
_ACTION_STANDINS: tuple[Role, ...] = ("steps", "recommendation", "area", "priority", "outcome")
_NOT_RANKS: frozenset[Role] = frozenset({"priority", "category", "measures", "progress"})
_MEASURING: frozenset[Role] = frozenset({"measures", "indicator", "baseline", "target"})
_PARTS_OF_A_MEASURE: frozenset[Role | None] = frozenset({"baseline", "target", "milestones"})
_OWED: tuple[Role, ...] = (
    "due",
    "leads",
    "partners",
    "partners_and_leads",
    "milestones",
    "funding",
    "status",
    "start",
    "steps",
)
_BESIDE_AN_ACTION: frozenset[Role] = frozenset(
    {
        "due",
        "leads",
        "partners",
        "partners_and_leads",
        "measures",
        "milestones",
        "target",
        "funding",
        "status",
        "start",
    }
)


@dataclass(slots=True)
class _Column:
    """A column while its role is being settled."""

    column: int
    header: str
    reading: HeaderReading
    role: Role | None
    sure: float
    fixed: bool
    evidence: Callable[[], Evidence]


def map_columns(
    header: Header, body: Sequence[Row], caller: Mapping[str, Role], source: Source
) -> ColumnMapping:
    """The role of each column under a header; a caller's own choice is never changed."""
    told = [row for row in body if sum(bool(cell.lines) for cell in row.cells) > 1]
    texts = _texts(told)
    columns = [_begin(column, texts, caller) for column in header.columns]
    _periods_are_targets(columns)
    _parts_of_one_measure(columns)
    _correct_by_cells(columns)
    _parts_within_parts(columns)
    _outcomes_after_the_action(columns)
    _once_only(columns)
    _guess_unknown(columns)
    _find_an_action(columns)
    return _report(columns, source)


def map_by_cells(body: Sequence[Row], width: int, source: Source) -> ColumnMapping:
    """The roles of a table without a header, by its cells alone."""
    header = Header(
        0, tuple(HeaderColumn(at, "", HeaderReading(None, 0.0)) for at in range(1, width + 1))
    )
    texts = _texts(body)
    columns = [_begin(column, texts, {}) for column in header.columns]
    _guess_unknown(columns)
    _find_an_action(columns)
    return _report(columns, source)


def holds_actions(mapping: ColumnMapping) -> bool:
    """Whether a table with these columns is an action table: what is done, and by whom or by when."""
    roles = {known.role for known in mapping.columns if known.role}
    return "action" in roles and bool(roles & _BESIDE_AN_ACTION)


def _is_owed(columns: Sequence[_Column]) -> bool:
    """Whether the rows of a table are things that someone is to do, or that a day is set for."""
    return _has(columns, *_OWED)


def _report(columns: Sequence[_Column], source: Source) -> ColumnMapping:
    return ColumnMapping(
        tuple(
            MappedColumn(known.column, known.header, known.role, round(known.sure, 2), known.fixed)
            for known in columns
        ),
        source,
    )


def _begin(
    column: HeaderColumn, texts: Mapping[int, Sequence[str]], caller: Mapping[str, Role]
) -> _Column:
    reading = column.reading
    fixed = " ".join(words_of(column.text)) in caller if column.text else False
    known: list[Evidence] = []

    def evidence() -> Evidence:
        if not known:
            known.append(weigh(texts.get(column.column, ())))
        return known[0]

    role = reading.role if reading.sure >= _WEAK or fixed else None
    return _Column(column.column, column.text, reading, role, reading.sure, fixed, evidence)


def _texts(body: Sequence[Row]) -> dict[int, list[str]]:
    """The first filled cells of each column: enough to see what it holds."""
    texts: dict[int, list[str]] = {}
    for row in body:
        for cell in row.cells:
            if cell.lines and cell.spans == 1:
                column = texts.setdefault(cell.column, [])
                if len(column) < LOOKED_AT:
                    column.append(cell.text)
    return texts


def _periods_are_targets(columns: list[_Column]) -> None:
    """A column headed by a year alone holds targets where the table measures things."""
    measured = any(known.role in _MEASURING for known in columns)
    for known in columns:
        if known.reading.period_only and not known.fixed:
            known.role, known.sure = ("target", 0.8) if measured else ("milestones", 0.6)


def _parts_of_one_measure(columns: list[_Column]) -> None:
    """ "KPI: baseline" beside "KPI: target" are two parts of one measure; alone each heads whole measures."""
    divided = {
        known.column: part
        for known in columns
        if known.role == "measures"
        and not known.fixed
        and (part := part_of_a_measure(known.header, known.reading))
    }
    parts = {*divided.values(), *(known.role for known in columns)} & _PARTS_OF_A_MEASURE
    if len(parts) > 1:
        for known in columns:
            _settle(known, divided.get(known.column, known.role), known.sure)


def _correct_by_cells(columns: list[_Column]) -> None:
    for known in columns:
        if known.fixed or known.role is None:
            continue
        if known.role in _NOT_RANKS and known.evidence().ranks > 0.8:
            _settle(known, "ignore", 0.7)
        elif (
            known.role in ELEMENT_ROLES and _numbers_rows(known) and not _has(columns, "reference")
        ):
            _settle(known, "reference", 0.8)
        elif known.role == "progress" and known.evidence().statuses > 0.7:
            _settle(known, "status", 0.8)
        elif known.role == "target" and known.evidence().dates > 0.8 and not _has(columns, "due"):
            _settle(known, "due", 0.7)
        elif known.role == "reference" and known.evidence().length > 40:
            _settle(known, None, 0.0)


def _numbers_rows(known: _Column) -> bool:
    return known.evidence().references > 0.8 and known.evidence().distinct > 0.8


def _settle(known: _Column, role: Role | None, sure: float) -> None:
    known.role, known.sure = role, sure


def _has(columns: Sequence[_Column], *roles: Role) -> bool:
    return any(known.role in roles for known in columns)


def _outcomes_after_the_action(columns: list[_Column]) -> None:
    """ "Outcome" after the action is what it should lead to; before it, the part of the plan."""
    actions = [known.column for known in columns if known.role == "action"]
    measured = _has(columns, "measures", "indicator", "target")
    for known in columns:
        after = bool(actions) and known.column > actions[0]
        its_own = not measured or known.evidence().distinct > 0.6
        if known.role == "outcome" and after and not known.fixed and its_own:
            _settle(known, "measures", 0.7)


def _parts_within_parts(columns: list[_Column]) -> None:
    """Two columns of one level ("Strategic aim", "Objective") name a part and the part within it."""
    parts = [known for known in columns if known.role in ELEMENT_ROLES]
    for outer, inner in pairwise(parts):
        if outer.role != inner.role or outer.fixed or inner.fixed:
            continue
        level = ELEMENT_ROLES.index(outer.role) if outer.role in ELEMENT_ROLES else 0
        if level + 1 < len(ELEMENT_ROLES):
            _settle(inner, ELEMENT_ROLES[level + 1], inner.sure)
        elif not _has(columns, ELEMENT_ROLES[level - 1]):
            _settle(outer, ELEMENT_ROLES[level - 1], outer.sure)


def _once_only(columns: list[_Column]) -> None:
    for role in _ONCE:
        several = [known for known in columns if known.role == role]
        if len(several) < 2:
            continue
        several.sort(key=lambda known: (known.fixed, known.sure), reverse=True)
        if role == "action" and not several[0].fixed:
            several.sort(key=lambda known: known.evidence().filled, reverse=True)
        for spare in several[1:]:
            if not spare.fixed:
                _settle(spare, _second(role, spare, several[0]), 0.5)


def _second(role: Role, spare: _Column, kept: _Column) -> Role:
    """What a second column of a role is: steps after the action, a heading of it before."""
    if role == "action":
        return "steps" if spare.column > kept.column else "area"
    return "start" if role == "due" and spare.column < kept.column else "progress"


def _guess_unknown(columns: list[_Column]) -> None:
    """Where words fail, the cells decide, each role going to the column that shows it best."""
    unknown = [
        known
        for known in columns
        if known.role is None and not known.fixed and not is_calendar(known.header)
    ]
    for role in _BY_EVIDENCE:
        if _has(columns, role) or (role in ("leads", "partners") and _has_people(columns)):
            continue
        asked = _before_the_action(columns, unknown) if role == "reference" else unknown
        best = max(asked, key=lambda known: known.evidence().speaks_for(role), default=None)
        if best is not None and best.evidence().speaks_for(role) >= 0.6:
            _settle(best, role, 0.6 * best.evidence().speaks_for(role))
            unknown.remove(best)
    if unknown and not _has(columns, "action"):
        longest = max(unknown, key=lambda known: known.evidence().length)
        if longest.evidence().length >= 25:
            _settle(longest, "action", 0.4)


def _before_the_action(columns: Sequence[_Column], unknown: list[_Column]) -> list[_Column]:
    """Numbers behind the action are figures; its reference stands before it."""
    first = next((known.column for known in columns if known.role == "action"), None)
    return [known for known in unknown if first is None or known.column < first]


def _has_people(columns: Sequence[_Column]) -> bool:
    return _has(columns, "partners_and_leads")


def _find_an_action(columns: list[_Column]) -> None:
    """A table of recommendations or objectives with leads and dates is its own list of actions."""
    if _has(columns, "action") or not _is_owed(columns):
        return
    for role in _ACTION_STANDINS:
        for known in columns:
            if known.role == role and not known.fixed and known.evidence().length >= 15:
                _settle(known, "action", 0.6)
                return
