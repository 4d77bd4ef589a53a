"""Rows that came back as parts again: what was edited, moved, added and taken out, and what cannot be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from oneplan.exchange.sheets.book import ReadRow, ReadSheet, as_cell, from_cell, is_cut
from oneplan.partnership.partners.refusals import Refused
from oneplan.partnership.plans.parts.keys import KeysOfWords
from oneplan.partnership.plans.parts.order import in_order_of
from oneplan.partnership.plans.parts.part import PLAN, Part, Parts, Sort
from oneplan.partnership.plans.parts.shapes import ABSENT, checked
from oneplan.partnership.plans.parts.sheets.columns import (
    ACTIONS,
    KEY,
    MEASURES,
    OF,
    WHERE,
    Cells,
    Layout,
)
from oneplan.partnership.plans.parts.sheets.known_rows import By, known_rows
from oneplan.partnership.plans.parts.sheets.places import (
    Names,
    element_names,
    element_path,
    owner_called,
    owner_names,
)
from oneplan.vocabulary.findings import Finding, Source

_RULE = "cell-not-read"
_STAYS = "It stays as it was"
_Placed = tuple[ReadRow, Part]


@dataclass(frozen=True, slots=True)
class TakenUp:
    """The plan as the sheets want it, and what of them could not be read."""

    parts: Parts
    findings: list[Finding]


def taken_up(seen: Parts, sheets: Mapping[str, ReadSheet], layout: Layout) -> TakenUp:
    """The plan that the sheets describe, on top of what it was when they were downloaded.

    A sheet that is missing, and a column that is missing, change nothing. A part without a row any
    more is taken out with all below it.
    """
    work = _Work(seen, KeysOfWords(seen.by_key()))
    parts = seen.by_key()
    if ACTIONS in sheets:
        _replace(parts, seen, "action", work.actions(sheets[ACTIONS], layout.actions))
    if MEASURES in sheets:
        _replace(parts, seen, "measure", work.measures(sheets[MEASURES], layout.measures, parts))
    return TakenUp(_ordered(seen, parts), work.findings)


@dataclass(slots=True)
class _Work:
    seen: Parts
    keys: KeysOfWords
    findings: list[Finding] = field(default_factory=list)

    def actions(self, sheet: ReadSheet, columns: Sequence[Cells]) -> list[_Placed]:
        text, ref = _by(columns, "text"), _by(columns, "ref")
        names = element_names(self.seen)
        was = {key: element_path(self.seen, key) for key in _owners(self.seen, "action")}
        return list(
            self._read(sheet, columns, (text, (ref,)), _Owners("action", WHERE, names, was))
        )

    def measures(
        self, sheet: ReadSheet, columns: Sequence[Cells], now: Mapping[str, Part]
    ) -> list[_Placed]:
        here = [part for part in now.values() if part.sort == "action"]
        actions = [*here, *(each for each in self.seen.of_sort("action") if each.key in now)]
        names = owner_names(self.seen, actions)
        was = {key: owner_called(self.seen, key) for key in _owners(self.seen, "measure")}
        owners = _Owners("measure", OF, names, was)
        return list(self._read(sheet, columns, (_by(columns, "text"), ()), owners))

    def _read(
        self,
        sheet: ReadSheet,
        columns: Sequence[Cells],
        called: tuple[By, Sequence[By]],
        owners: _Owners,
    ) -> Iterator[_Placed]:
        for message in _about_columns(sheet):
            self._note(sheet, None, message)
        known = known_rows(sheet.rows, self.seen.of_sort(owners.sort), *called)
        here = [each for each in columns if each.column.header in sheet.headers]
        before: str | None = None
        for row, part in zip(sheet.rows, known, strict=True):
            fields = self._fields(sheet, row, part, (owners.sort, here))
            owner = self._owner(sheet, row, part, owners, before)
            if fields is None or owner is None:
                if part is not None:
                    yield row, part
                continue
            before = owner
            key = part.key if part else self.keys.new(owners.sort, str(fields["text"]))
            position = part.position if part else 0.0
            yield row, Part(owners.sort, key, owner, position, fields)

    def _fields(
        self, sheet: ReadSheet, row: ReadRow, part: Part | None, of: tuple[Sort, Sequence[Cells]]
    ) -> dict[str, Any] | None:
        """The fields of a row's part; None for a new one that cannot be made."""
        sort, columns = of
        fields: dict[str, Any] = dict(part.fields if part else ABSENT[sort])
        for each in columns:
            text, header = row[each.column.header], each.column.header
            if header in row.silent:
                self._note(sheet, row, f"The cell holds {row.silent[header]}. {_STAYS}.", header)
                continue
            if each.says_the_same(text, part) if part else not text:
                continue
            if part and is_cut(each.shown(part)):
                why = "too long for a cell: it can only be changed on its own page."
                self._note(sheet, row, f"What is said here is {why}", header)
                continue
            try:
                fields |= each.read(text, part)
            except Refused as refused:
                self._note(sheet, row, f"{refused}. {_STAYS}.", header)
        if part is None and not fields.get("text"):
            self._note(sheet, row, "A new row must say what it is: it is not taken up.")
            return None
        return fields if part and fields == part.fields else checked(sort, fields)

    def _owner(
        self,
        sheet: ReadSheet,
        row: ReadRow,
        part: Part | None,
        owners: _Owners,
        before: str | None,
    ) -> str | None:
        """What a row's part hangs on; None for a new one of which it cannot be said."""
        text = row[owners.header]
        if part and (not text or text == from_cell(as_cell(owners.was[part.owner]))):
            return part.owner
        meant = owners.names.meant(text) if text else before
        if meant is None:
            cure = "it stays where it was" if part else "the row is not taken up"
            self._note(sheet, row, f"{_unknown(text, owners.names)}: {cure}.", owners.header)
            return part.owner if part else None
        return meant

    def _note(
        self, sheet: ReadSheet, row: ReadRow | None, message: str, header: str | None = None
    ) -> None:
        place = Source(sheet=sheet.name, row=row.number if row else None)
        severity = "warning" if row else "info"
        self.findings.append(
            Finding(rule=_RULE, severity=severity, message=message, where=header, source=place)
        )


@dataclass(frozen=True, slots=True)
class _Owners:
    """What parts of a sort may hang on: the column that says it, what is meant, and what was written."""

    sort: Sort
    header: str
    names: Names
    was: Mapping[str, str]


def _about_columns(sheet: ReadSheet) -> Iterator[str]:
    """What is to be said of a sheet's columns: which are not read, and why."""
    for header in sheet.unknown:
        yield f"The column “{header}” is none of oneplan’s; it is not read."
    for header in sheet.doubled:
        yield f"The column “{header}” stands there twice; only the first is read."
    missing = [header for header in sheet.missing if header != KEY]
    if missing:
        named = ", ".join(f"“{header}”" for header in missing)
        yield f"Not in the sheet: {named}. Nothing that stands there is changed."
    if KEY in sheet.missing:
        yield "The sheet has lost its column of keys: rows are known by their references and their words."


def _unknown(text: str, names: Names) -> str:
    if not text:
        return "It is not said where this belongs"
    if names.several(text):
        return f"“{text}” may be several parts of the plan"
    return f"“{text}” is nowhere in the plan"


def _owners(parts: Parts, sort: Sort) -> Iterable[str]:
    return dict.fromkeys(part.owner for part in parts.of_sort(sort))


def _by(columns: Sequence[Cells], name: str) -> By:
    """How rows and parts are called alike by one of the columns."""
    header = next(each.column.header for each in columns if each.name == name)
    return (lambda row: row[header]), (lambda part: from_cell(as_cell(str(part[name] or ""))))


def _replace(parts: dict[str, Part], seen: Parts, sort: Sort, placed: Sequence[_Placed]) -> None:
    """Puts the parts of rows in the place of those that were, in the order of the rows."""
    here = {part.key for _, part in placed}
    for part in seen.of_sort(sort):
        if part.key not in here:
            for gone in (part, *seen.below(part.key)):
                parts.pop(gone.key, None)
    for _, part in placed:
        parts.pop(part.key, None)
        if part.owner in parts:
            parts[part.key] = part


def _ordered(seen: Parts, parts: Mapping[str, Part]) -> Parts:
    """The parts in their order: as they were, save where rows of one owner were put in another order."""
    groups: dict[tuple[str, Sort], list[Part]] = {}
    for part in parts.values():
        if part.sort in ("action", "measure"):
            groups.setdefault((part.owner, part.sort), []).append(part)
    new = dict(parts)
    moved: set[str] = set()
    for (owner, sort), rows in groups.items():
        were = [part.key for part in seen.children(owner, sort) if part.key in parts]
        if [part.key for part in rows] == [key for key in were if parts[key].owner == owner]:
            continue
        for place, part in enumerate(rows, start=1):
            moved.add(part.key)
            new[part.key] = Part(part.sort, part.key, owner, float(place), part.fields)
    if not moved:
        return Parts(new.values())
    placed = in_order_of(seen, Parts(new.values()))
    return Parts(placed[key] if key in moved or key == PLAN else part for key, part in new.items())
