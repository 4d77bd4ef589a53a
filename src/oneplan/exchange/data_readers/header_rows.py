"""Where the header of a table stands, titles above it, notes below it, and headers of two rows."""

from __future__ import annotations

from collections.abc import Sequence

from oneplan.exchange.data_readers.area_columns import area_code, area_named

Cells = Sequence[str]

CODES_OF_A_DOWNLOAD = "mnemonic"
"""What downloads from Nomis write over their codes of areas, below lines of two cells."""

_MOST_TITLE_ROWS = 25


def header_place(rows: Sequence[Cells]) -> int | None:
    """Which of the first rows names the columns: filled wider than titles are, and all in words.

    None where no row has two filled cells.
    """
    first = rows[:_MOST_TITLE_ROWS]
    widest = max(map(_filled, first), default=0)
    wide = [
        place for place, row in enumerate(first) if is_header(row) and _filled(row) > widest // 2
    ]
    if not wide:
        return None
    place = next((at for at in wide if CODES_OF_A_DOWNLOAD in first[at]), wide[0])
    if CODES_OF_A_DOWNLOAD in first[place]:
        return place
    for later in wide[1:]:
        wider = _filled(first[later]) - _filled(first[place])
        titled = wider > (0 if _in_words(first[place]) else 1)
        if titled and (_in_words(first[later]) or (wider > 1 and _in_words(first[place]))):
            place = later if not _blank_under(first[place], first[later]) else place
    return place


def is_header(cells: Cells) -> bool:
    """Whether a row may name columns: it has more than one filled cell."""
    return _filled(cells) > 1


def _filled(cells: Cells) -> int:
    return sum(1 for cell in cells if cell)


def _in_words(cells: Cells) -> bool:
    return not any(cell.replace(".", "", 1).lstrip("-").isdigit() for cell in cells if cell)


def _blank_under(upper: Cells, lower: Cells) -> bool:
    """Whether the lower row fills the gaps of the upper one, as the second row of a header does."""
    gaps = [place for place, cell in enumerate(upper) if not cell and lower[place : place + 1]]
    return any(lower[place] for place in gaps) and not lower[0]


def header_names(rows: Sequence[Cells], place: int) -> tuple[list[str], int]:
    """The columns' names, and how many rows from the header on they take.

    A name over several columns ("2024/25" over "Q1" to "Q4") is said with each of them.
    """
    header = list(rows[place])
    below = rows[place + 1] if place + 1 < len(rows) else ()
    if len(below) == len(header) and _continues(header, below):
        return _together(header, below), 2
    above = rows[place - 1] if place else ()
    if len(above) == len(header) and not above[0] and is_header(above):
        return _together(above, header), 1
    return header, 1


def _continues(header: Cells, below: Cells) -> bool:
    if below[0] or not _in_words(below) or not is_header(below):
        return False
    gaps = sum(1 for upper, lower in zip(header, below, strict=True) if not upper and lower)
    return gaps > 0 and all(header[place] for place, cell in enumerate(below) if not cell)


def _together(upper: Cells, lower: Cells) -> list[str]:
    names, over = [], ""
    for above, below in zip(upper, lower, strict=True):
        over = above or (over if below else "")
        names.append(f"{over} {below}".strip() if below else over)
        if not below:
            over = ""
    return names


def without_notes(rows: Sequence[tuple[int, Cells]]) -> int:
    """How many of the rows below a header are of the table: notes and sources at the end are not.

    A row at the end with a single filled cell that names no area is a note.
    """
    last = len(rows)
    while last and _is_note(rows[last - 1][1]):
        last -= 1
    return last


def _is_note(cells: Cells) -> bool:
    filled = [cell for cell in cells if cell]
    if len(filled) != 1 or not _in_words(filled):
        return False
    return area_code(filled[0]) is None and area_named(filled[0]) is None
