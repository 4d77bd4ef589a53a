"""Whether a file has its indicators together, or scattered over all of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path

import pyarrow.parquet as pq

_READ_OFTEN = 2.0


def is_scattered(file: Path, chunks: Sequence[Sequence[str]]) -> bool:
    """Whether reading chunk after chunk would read the file's rows more than twice."""
    metadata = pq.read_metadata(file)
    column = metadata.schema.to_arrow_schema().names.index(_indicator(metadata))
    firsts = [chunk[0] for chunk in chunks]
    read = 0.0
    for number in range(metadata.num_row_groups):
        group = metadata.row_group(number)
        said = group.column(column).statistics
        if said is not None and said.has_min_max:
            reach = bisect_right(firsts, str(said.max)) - bisect_right(firsts, str(said.min)) + 1
        else:
            reach = len(chunks)
        read += reach * int(group.num_rows)
    return read > _READ_OFTEN * max(1, int(metadata.num_rows))


def _indicator(metadata: pq.FileMetaData) -> str:
    names: list[str] = metadata.schema.to_arrow_schema().names
    return next(name for name in names if name.casefold() == "indicator")
