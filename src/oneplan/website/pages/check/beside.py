"""The source of a reading beside what was read from it, piece by piece and cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from oneplan.document.schema import PlanDocument
from oneplan.vocabulary.findings import Source
from oneplan.website.jobs.source_record import Piece, place_key
from oneplan.website.open_plan import OpenPlan
from oneplan.website.pages.check.by_place import by_piece
from oneplan.website.pages.check.cells import CellRead, Meaning, Meanings, cells_read
from oneplan.website.pages.check.read_parts import ReadPart, Thing, read_part, things


@dataclass(frozen=True, slots=True)
class BesideSource:
    """A piece of the source with what was read from it; ``cells`` where that can be told of each."""

    piece: Piece
    parts: list[ReadPart]
    cells: list[CellRead] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sides:
    """The pieces of a source, what was read from each, and what the columns of its tables mean there."""

    pieces: list[Piece]
    read: Mapping[int, Sequence[Thing]]
    meanings: Mapping[int, Meanings]

    def beside(self, opened: OpenPlan, first: int, last: int) -> Iterator[BesideSource]:
        """The pieces from the first to the last, counted from 1, each beside its reading."""
        for number in range(first - 1, last):
            piece, here = self.pieces[number], self.read.get(number, ())
            cells = cells_read(opened, piece, here, self.meanings.get(number, {}))
            parts = [] if cells else [read_part(opened, thing) for thing in here]
            if not here and piece.text:
                parts = _of_the_whole(opened.plan, piece.text)
            yield BesideSource(piece, parts, cells)


def sides(opened: OpenPlan, pieces: list[Piece], columns: Sequence[Mapping[str, Any]]) -> Sides:
    """Both sides of a reading; ``columns`` is its report of what the columns of each table mean."""
    return Sides(pieces, by_piece(pieces, things(opened)), _in_force(pieces, columns))


def _of_the_whole(plan: PlanDocument, text: str) -> list[ReadPart]:
    """What the line says of the plan as a whole, where it names it or whose it is."""
    whole = (("Title", plan.title), ("Partnership", plan.partnership))
    return [ReadPart(what, "") for what, said in whole if said == text.strip()]


def _in_force(pieces: Sequence[Piece], columns: Sequence[Mapping[str, Any]]) -> dict[int, Meanings]:
    """What the columns mean in each row: as in the table that was begun last."""
    begins = {place_key(Source(**table["source"])): _meanings(table) for table in columns}
    now: Meanings = {}
    found = {}
    for number, piece in enumerate(pieces):
        if piece.kind == "row":
            now = found[number] = begins.get(piece.place, now)
    return found


def _meanings(table: Mapping[str, Any]) -> Meanings:
    return {each["column"]: Meaning(each["header"], each["role"]) for each in table["columns"]}
