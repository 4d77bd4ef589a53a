"""Parts of results to one Parquet file, their bytes as they are: only the footer is written anew.

Source: Apache Parquet, "File format". Nothing is decoded, so that results of ten million rows are
put together in the time that copying them takes, and unchanged ones stay byte for byte.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from oneplan import __version__
from oneplan.evidence.scoring.compact import (
    BINARY,
    I16,
    I64,
    LIST,
    STRUCT,
    Listed,
    Reader,
    Structure,
    written,
)

_MAGIC = b"PAR1"
_TAIL = 8
_BLOCK = 1 << 24

_VERSION, _SCHEMA, _ROWS, _GROUPS, _NOTES, _CREATED_BY = range(1, 7)
_GROUP_COLUMNS, _GROUP_ROWS, _GROUP_OFFSET, _GROUP_ORDINAL = 1, 3, 5, 7
_COLUMN_OFFSET, _COLUMN_ABOUT = 2, 3
_COLUMN_INDEXES = (4, 5, 6, 7)
_LENGTH, _DATA, _DICTIONARY = 7, 9, 11
_BLOOM = (14, 15)


class NotJoinable(ValueError):
    """The file is no Parquet file that can be joined."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the row groups of a Parquet file, from the first to before the last; all if None."""

    file: Path
    first: int = 0
    last: int | None = None


def joined(
    pieces: Sequence[Piece], output: Path, notes: Mapping[str, str], synced: bool = True
) -> None:
    """Writes the pieces one after the other into a file, and syncs it.

    Raises:
        NotJoinable: a piece is no Parquet file, or there are none.
        OSError: a file cannot be read or written.
    """
    groups: list[Structure] = []
    about: Structure | None = None
    with output.open("wb") as out:
        out.write(_MAGIC)
        for file, of_file in groupby(pieces, lambda piece: piece.file):
            footer = footer_of(file)
            about = about or footer
            if _shape(footer) != _shape(about):
                raise NotJoinable(f"{file} has other columns.")
            with file.open("rb") as opened:
                for piece in of_file:
                    for group in footer.structures(_GROUPS)[piece.first : piece.last]:
                        groups.append(_copied(group, opened, out, len(groups)))
        if about is None:
            raise NotJoinable("There is nothing to join.")
        footing = written(_footer(about, groups, notes))
        out.write(footing + len(footing).to_bytes(4, "little") + _MAGIC)
        out.flush()
        if synced:
            os.fsync(out.fileno())


def footer_of(file: Path) -> Structure:
    """The footer of a Parquet file.

    Raises:
        NotJoinable: it has none.
    """
    with file.open("rb") as opened:
        size = opened.seek(0, os.SEEK_END)
        opened.seek(max(0, size - _TAIL))
        tail = opened.read()
        length = int.from_bytes(tail[:4], "little")
        if tail[4:] != _MAGIC or length + _TAIL > size:
            raise NotJoinable(f"{file} is no Parquet file.")
        opened.seek(size - _TAIL - length)
        return Reader(opened.read(length)).structure()


def row_groups(file: Path) -> int:
    """How many row groups a Parquet file has.

    Raises:
        NotJoinable: it is none.
    """
    try:
        return int(pq.read_metadata(file).num_row_groups)
    except pa.ArrowInvalid as error:
        raise NotJoinable(f"{file} is no Parquet file.") from error


def _shape(footer: Structure) -> list[tuple[object, ...]]:
    """Type, repetition and name of every column: what row groups must agree in."""
    columns = footer.structures(_SCHEMA)[1:]
    return [tuple(column.get(number, (0, None))[1] for number in (1, 3, 4)) for column in columns]


def _copied(group: Structure, file: BinaryIO, out: BinaryIO, ordinal: int) -> Structure:
    """A row group's bytes copied, and the group as it stands in its new place."""
    columns = group.structures(_GROUP_COLUMNS)
    begins, ends = zip(*(_extent(column) for column in columns), strict=True)
    shift = out.tell() - min(begins)
    _copy(file, out, min(begins), max(ends))
    _shift(group, (_GROUP_OFFSET,), shift)
    group[_GROUP_ORDINAL] = (I16, ordinal)
    for column in columns:
        _shift(column, (_COLUMN_OFFSET,), shift)
        _shift(_about(column), (_DATA, _DICTIONARY), shift)
        for number in _COLUMN_INDEXES:
            column.pop(number, None)
        for number in _BLOOM:
            _about(column).pop(number, None)
    return group


def _about(column: Structure) -> Structure:
    about = column[_COLUMN_ABOUT][1] if _COLUMN_ABOUT in column else None
    if not isinstance(about, Structure):
        raise NotJoinable("A column says nothing of itself.")
    return about


def _extent(column: Structure) -> tuple[int, int]:
    about = _about(column)
    begin = about.whole(_DICTIONARY) or about.whole(_DATA) or 0
    return begin, begin + (about.whole(_LENGTH) or 0)


def _shift(fields: Structure, numbers: Sequence[int], by: int) -> None:
    for number in numbers:
        place = fields.whole(number)
        if place:
            fields[number] = (I64, place + by)


def _copy(file: BinaryIO, out: BinaryIO, begin: int, end: int) -> None:
    """Copies bytes within the system where it can, so that they need not pass through here."""
    out.flush()
    while begin < end:
        copied = _within_the_system(file, out, begin, end - begin)
        if not copied:
            file.seek(begin)
            copied = out.write(file.read(min(_BLOCK, end - begin)))
        if not copied:
            raise NotJoinable("A file is shorter than it says.")
        begin += copied


def _within_the_system(file: BinaryIO, out: BinaryIO, begin: int, count: int) -> int:
    if sys.platform != "linux":
        return 0
    try:
        copied = os.copy_file_range(file.fileno(), out.fileno(), count, begin)
    except OSError:  # between some kinds of file systems
        return 0
    out.seek(0, os.SEEK_END)
    return copied


def _footer(about: Structure, groups: list[Structure], notes: Mapping[str, str]) -> Structure:
    noted: list[object] = [
        Structure({1: (BINARY, name.encode()), 2: (BINARY, text.encode())})
        for name, text in notes.items()
    ]
    footer = Structure(about)
    footer[_ROWS] = (I64, sum(group.whole(_GROUP_ROWS) or 0 for group in groups))
    footer[_GROUPS] = (LIST, Listed(STRUCT, [*groups]))
    footer[_NOTES] = (LIST, Listed(STRUCT, noted))
    footer[_CREATED_BY] = (BINARY, f"oneplan version {__version__}".encode())
    return footer
