"""Which rows belong together: actions over several rows and pages, headings between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from oneplan.document.phrases.money import read_funding
from oneplan.document.phrases.references import normalise_reference, take_reference
from oneplan.document.schema import ActionCategory
from oneplan.exchange.plan_readers.blocks import Cell, Row
from oneplan.exchange.plan_readers.tables.categories import category_heading
from oneplan.exchange.plan_readers.tables.flow import breaks_off, ended, goes_on
from oneplan.exchange.plan_readers.tables.gathered import (
    OWN_OF_A_MEASURE,
    GatheredAction,
    Slot,
    Slots,
    holds_names_only,
)
from oneplan.exchange.plan_readers.tables.left_out import OWN, LeftOut, is_total, left_out
from oneplan.exchange.plan_readers.tables.roles import ELEMENT_ROLES
from oneplan.vocabulary.findings import Source

_ACTIONS_BELOW = re.compile(r"actions?\s*:?(?:\s|$)", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"(?P<number>\d{1,3}[a-z]?)[.)]?")
_YEAR = re.compile(r"(?:end of )?(?:19|20)\d\d\.?")
_CONTINUED = re.compile(r"\s*[([]?\s*(?:cont(?:inued|['’]?d|\.)?)\s*[)\]]?\s*$", re.IGNORECASE)
_BARE_SUM = re.compile(r"\d{1,3}(?:,\d{3})*(?:\.\d+)?|\d{1,12}(?:\.\d+)?")
_HEADS_NUMBERS = re.compile(r"(?P<number>\d{1,2})[.):]?\s+(?=[A-Z])")
_SHORT_LINE = 90


@dataclass(frozen=True, slots=True)
class LoneRow:
    """A row that holds one text only: a heading inside the table, or a remark."""

    cell: Cell
    source: Source


@dataclass(frozen=True, slots=True)
class OrphanRow:
    """A row that continues an action which the table never began."""

    row: Row


@dataclass(frozen=True, slots=True)
class LeftOutRow:
    """A row that lists no action: a sum, or a number that waits for its action."""

    row: Row
    why: LeftOut


RowEvent = GatheredAction | LoneRow | OrphanRow | LeftOutRow


class RowReader:
    """Takes the rows of tables one by one and tells what begins with each.

    An action is given out as soon as it begins, and still grows with the rows that follow. The state
    outlives a table, so that an action may go on in the next one; a heading calls :meth:`new_section`.
    """

    def __init__(self, is_heading: Callable[[str], bool]) -> None:
        self._is_heading = is_heading
        self._open: GatheredAction | None = None
        self._category: ActionCategory = "core"
        self._begun = 0
        self._referenced = 0
        self._spent = 0.0
        self._elements: dict[str, str] = {}
        self._in_a_list = False
        self._above: dict[int, Cell] = {}

    def new_section(self) -> None:
        """Forget the open action and the category: a heading of the plan came between."""
        self._open = None
        self._category = "core"
        self._elements.clear()

    def begin_category(self, category: ActionCategory) -> None:
        """A heading between tables names the kind of the actions below it."""
        self._open = None
        self._category = category

    def read(self, row: Row, slots: Slots, *, after_break: bool) -> Iterator[RowEvent]:
        """What the row begins; nothing where it only continues the open action."""
        if after_break:
            self._above.clear()
        self._above.update((cell.column, cell) for cell in row.cells if not cell.covered)
        filled = slots.filled(row)
        texts = [cell for cell in row.cells if cell.lines]
        if not texts:
            return
        if len(texts) == 1 and is_total(texts[0].text):
            yield LeftOutRow(row, "total-left-out")
            return
        if len(texts) == 1 and self._reads_alone(texts[0], slots, after_break=after_break):
            yield from self._lone(texts[0], row, slots)
            return
        self._in_a_list = False
        if not filled:
            return
        why = left_out(filled) or ("total-left-out" if self._sums_up(filled) else None)
        if why is not None:
            yield LeftOutRow(row, why)
            return
        self._take_elements(row, slots)
        ref, text = _reference_and_text(row, slots)
        if self._begins(row, slots, ref, text, after_break=after_break):
            action = self._begin(row, slots, ref)
            yield action
            self._fill_from_above(action, row, slots)
        elif self._open is None:
            yield OrphanRow(row)
            return
        self._fill(row, slots, after_break=after_break)

    def _sums_up(self, filled: Sequence[tuple[Slot, Cell]]) -> bool:
        """Whether a row holds nothing but the sum of all money above it."""
        amounts = [
            amount
            for (role, _), cell in filled
            if role == "funding"
            for amount in _amounts(cell.text)
        ]
        alone = len(filled) == 1 and len(amounts) == 1 and self._begun > 1
        if alone and amounts[0] > 0 and abs(amounts[0] - self._spent) < 1:
            return True
        self._spent += sum(amounts)
        return False

    def _reads_alone(self, cell: Cell, slots: Slots, *, after_break: bool) -> bool:
        """Whether the only text of a row is a heading or a remark and not part of an action."""
        text = cell.text
        if category_heading(text) or self._is_heading(text):
            return True
        if self._in_a_list and not take_reference(text)[0]:
            return True
        role, _ = slots.by_column.get(cell.column, (None, 0))
        if cell.spans > 1:
            return cell.spans * 2 > len(slots.mapping.columns) or role is None
        if role == "reference":
            return normalise_reference(text) is None and not _BARE_NUMBER.fullmatch(text)
        if role == "action":
            return self._titles_the_rows_below(cell, after_break=after_break)
        return role is None or role in ELEMENT_ROLES

    def _titles_the_rows_below(self, cell: Cell, *, after_break: bool) -> bool:
        """Whether a lone text in the action column is a heading: short, marked or no sentence."""
        text, first = cell.text, cell.lines[0]
        if take_reference(text)[0] or first.bullet or len(text) >= _SHORT_LINE:
            return False
        if self._open:
            above = self._open.ending("action")
            if after_break or goes_on(text) or breaks_off(above):
                return False
        return first.bold == first.text or text.endswith(":") or not ended(text)

    def _lone(self, cell: Cell, row: Row, slots: Slots) -> Iterator[RowEvent]:
        category = category_heading(cell.text)
        self._in_a_list = self._in_a_list or cell.text.endswith(":")
        if category:
            self.begin_category(category)
            return
        role, _ = slots.by_column.get(cell.column, (None, 0))
        if role in ELEMENT_ROLES and cell.spans == 1 and not self._is_heading(cell.text):
            self._elements[role] = cell.text
            return
        yield LoneRow(cell, row.source)

    def _take_elements(self, row: Row, slots: Slots) -> None:
        """Elements named by columns hold for the rows below until another is named."""
        for role in ELEMENT_ROLES:
            cell = slots.cell(row, role)
            if cell is None or not cell.lines:
                continue
            if self._elements.get(role) != cell.text:
                for inner in ELEMENT_ROLES[ELEMENT_ROLES.index(role) :]:
                    self._elements.pop(inner, None)
            self._elements[role] = cell.text

    def _begins(
        self, row: Row, slots: Slots, ref: str | None, text: str, *, after_break: bool
    ) -> bool:
        """Whether the row begins an action; it continues the open one otherwise."""
        before = self._open
        if ref is not None:
            return before is None or ref != before.ref or not _repeats(text, before)
        if not text or before is None or _heads_the_next_number(text, before.ref):
            return bool(text)
        if _is_part_of_the_cell_above(row, slots, before):
            return False
        if not self._due_fits(row, slots):
            return True
        if goes_on(text) or _ACTIONS_BELOW.match(text):
            return False
        numbered = self._referenced * 2 > self._begun
        unfinished = not ended(before.ending("action"))
        rest = numbered and (unfinished or after_break)
        return not (rest or (after_break and unfinished))

    def _due_fits(self, row: Row, slots: Slots) -> bool:
        """Whether the row's by-when cell is empty or only completes the one above."""
        cell = slots.cell(row, "due")
        if cell is None or not cell.lines:
            return True
        above = self._open.text("due") if self._open else ""
        return bool(_YEAR.fullmatch(cell.text)) and not re.search(r"\d{4}", above)

    def _begin(self, row: Row, slots: Slots, ref: str | None) -> GatheredAction:
        cell = slots.cell(row, "action")
        source = cell.source if cell is not None and cell.lines else row.source
        action = GatheredAction(source, ref, slots.headers, self._category)
        action.elements = {
            role: self._elements[role] for role in ELEMENT_ROLES if role in self._elements
        }
        self._open = action
        self._begun += 1
        self._referenced += ref is not None
        return action

    def _fill_from_above(self, action: GatheredAction, row: Row, slots: Slots) -> None:
        """A cell merged over several actions, such as a shared by-when, holds for each of them."""
        for cell in row.cells:
            slot = slots.by_column.get(cell.column)
            above = self._above.get(cell.column)
            if slot is None or slot[0] in OWN or not cell.covered or cell.lines or not above:
                continue
            if above.lines:
                action.add(slot, above, after_break=False)

    def _fill(self, row: Row, slots: Slots, *, after_break: bool) -> None:
        action = self._open
        if action is None:
            return
        filled = [(slot, cell) for slot, cell in slots.filled(row) if slot[0] not in ELEMENT_ROLES]
        second_row = holds_names_only(slot for slot, _ in filled)
        if _measures_by_itself(slot for slot, _ in filled):
            action.add_measure_row(row, slots)
            filled = [(slot, cell) for slot, cell in filled if slot[0] not in OWN_OF_A_MEASURE]
        for slot, cell in filled:
            repeated = slot in action.cells and action.cells[slot][-1] == list(cell.lines)
            if second_row or not repeated:
                action.add(slot, cell, after_break=after_break, second_row=second_row)


def _amounts(text: str) -> list[float]:
    """The sums of a money cell; a bare number counts, whatever unit its header gives it."""
    if _BARE_SUM.fullmatch(text):
        return [float(text.replace(",", ""))]
    return [money.amount or 0.0 for money in read_funding(text)]


def _measures_by_itself(slots: Iterable[Slot]) -> bool:
    """Whether a row names a measure with its own baseline or target."""
    roles = {role for role, _ in slots}
    return bool(roles & {"measures", "indicator"}) and bool(roles & {"baseline", "target"})


def _reference_and_text(row: Row, slots: Slots) -> tuple[str | None, str]:
    """The row's reference, from its own column or the head of the action, and the action's words."""
    cell = slots.cell(row, "action")
    text = cell.text if cell is not None else ""
    number = slots.cell(row, "reference")
    if number is not None and number.lines:
        own = _CONTINUED.sub("", number.text)
        bare = _BARE_NUMBER.fullmatch(own)
        ref = bare["number"] if bare else normalise_reference(own) or own.strip() or None
        return ref, text
    ref, rest = take_reference(text)
    return (ref, rest) if ref else (None, text)


def _heads_the_next_number(text: str, above: str | None) -> bool:
    """Whether "2 Pupils feel safe" stands below an action numbered "1.4", so that 2.1 will follow."""
    number = _HEADS_NUMBERS.match(text)
    return number is not None and (above or "").startswith(f"{int(number['number']) - 1}.")


def _repeats(text: str, before: GatheredAction) -> bool:
    """Whether a row with the open action's own reference only carries it on."""
    if not text or _CONTINUED.match(text):
        return True
    return goes_on(text) or text.endswith(before.ending("action"))


def _is_part_of_the_cell_above(row: Row, slots: Slots, before: GatheredAction) -> bool:
    """Whether a merged cell, or a list that goes on, ties the row to the action above it."""
    number, cell = slots.cell(row, "reference"), slots.cell(row, "action")
    if (number is not None and number.covered) or (cell is not None and cell.covered):
        return True
    first = before.cells.get(("action", 0))
    in_a_list = bool(first) and first[0][0].bullet if first else False
    return cell is not None and cell.lines[0].bullet and not in_a_list
