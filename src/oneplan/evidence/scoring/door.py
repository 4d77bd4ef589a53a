"""Observations as they come, in a tidy file or a store, to the one relation that scoring reads."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from oneplan.evidence.scoring.asked import CannotScore
from oneplan.evidence.scoring.moments import SINGLE_YEARS

FIGURES = ("value", "numerator", "denominator", "lower", "upper", "lower_998", "upper_998")
_TEXTS = ("indicator", "area", "period")
_SPANS = ("period_start", "period_kind", "period_years")
READ = frozenset((*_TEXTS, "group", "status", *FIGURES, *_SPANS))
"""The columns of a tidy file that are read; all others are left where they are."""
_MOMENT = f"""CASE WHEN period_years = 1 AND period_kind IN ({", ".join(map(repr, SINGLE_YEARS))})
    THEN year(period_start) * 12 + month(period_start) - 1 END"""
"""The month in which a single year begins, counted from year nought; nothing for other periods."""


def of_tidy(view: str, columns: Mapping[str, pa.DataType], file: Path) -> str:
    """The query that reads a tidy file: only the keys are needed, what lacks is NULL.

    Raises:
        CannotScore: a key is missing, or a column holds what it cannot.
    """
    by_name = {name.casefold(): name for name in columns}
    for name in _TEXTS:
        if name not in by_name:
            raise CannotScore(
                f"{file} has no column {name}.",
                "A tidy file has the columns indicator, area and period.",
            )
    texts = [f"{_text(by_name[name], columns[by_name[name]])} AS {name}" for name in _TEXTS]
    figures = [_figure(name, by_name, columns, file) for name in FIGURES]
    return f"""
        SELECT {", ".join(texts)}, {_member(by_name, columns)} AS member,
               {_status(by_name, columns)} AS status, {", ".join(figures)},
               {_own_moment(by_name)} AS moment, CAST(0 AS BIGINT) AS newness
        FROM {view}"""


def of_release(view: str, place: int) -> str:
    """The query that reads a release; of two that say different things, the later has a greater
    ``newness``, and within a release what is more final."""
    finality = (
        "CASE revision WHEN 'final' THEN 3 WHEN 'revised' THEN 2 WHEN 'provisional' THEN 1"
        " ELSE 0 END"
    )
    return f"""
        SELECT indicator, area, period, "group" AS member, status, {", ".join(FIGURES)},
               {_MOMENT} AS moment,
               (CAST({place} AS BIGINT) * 4 + {finality}) * 2147483648 + 2147483647 - "row" AS newness
        FROM {view}"""


def columns_of(file: Path) -> dict[str, pa.DataType]:
    """The columns of a Parquet file with their types.

    Raises:
        CannotScore: there is no such file, or it is no Parquet, or cut off.
    """
    if not file.is_file():
        raise CannotScore(f"There is no file {file}.", "Check the name and the folder.")
    try:
        schema = pq.read_schema(file)
    except (pa.ArrowInvalid, OSError) as error:
        raise CannotScore(
            f"{file} cannot be read as Parquet.", "Write it anew, or copy it again."
        ) from error
    return {field.name: field.type for field in schema}


def _plain(kind: pa.DataType) -> pa.DataType:
    return kind.value_type if pa.types.is_dictionary(kind) else kind


def _quoted(column: str) -> str:
    return '"' + column.replace('"', '""') + '"'


def _text(column: str, kind: pa.DataType) -> str:
    """A key as text: a day as 2024-03-31, a number without its decimals."""
    name, kind = _quoted(column), _plain(kind)
    if pa.types.is_timestamp(kind):
        return f"CAST(CAST({name} AS DATE) AS VARCHAR)"
    if pa.types.is_floating(kind) or pa.types.is_decimal(kind):
        return f"CAST(CAST({name} AS BIGINT) AS VARCHAR)"
    return name if _is_text(kind) else f"CAST({name} AS VARCHAR)"


def _is_text(kind: pa.DataType) -> bool:
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind))


def _figure(
    name: str, by_name: Mapping[str, str], columns: Mapping[str, pa.DataType], file: Path
) -> str:
    column = by_name.get(name)
    if column is None:
        return f"CAST(NULL AS DOUBLE) AS {name}"
    kind = _plain(columns[column])
    if pa.types.is_float64(kind):
        return f"{_quoted(column)} AS {name}"
    if _is_text(kind):
        return f"TRY_CAST({_quoted(column)} AS DOUBLE) AS {name}"
    if pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind):
        return f"CAST({_quoted(column)} AS DOUBLE) AS {name}"
    if pa.types.is_null(kind):
        return f"CAST(NULL AS DOUBLE) AS {name}"
    raise CannotScore(
        f"The column {column} of {file} holds {kind}, not numbers.", "Write it as numbers."
    )


def words_for_figures(columns: Mapping[str, pa.DataType]) -> list[str]:
    """The columns of figures that a file holds as text."""
    return [
        name
        for name, kind in columns.items()
        if name.casefold() in FIGURES and _is_text(_plain(kind))
    ]


def _member(by_name: Mapping[str, str], columns: Mapping[str, pa.DataType]) -> str:
    if "group" not in by_name:
        return "''"
    return f"COALESCE({_text(by_name['group'], columns[by_name['group']])}, '')"


def _status(by_name: Mapping[str, str], columns: Mapping[str, pa.DataType]) -> str:
    if "status" not in by_name or pa.types.is_null(_plain(columns[by_name["status"]])):
        return "'ok'"
    said = f"lower(trim({_text(by_name['status'], columns[by_name['status']])}))"
    return f"COALESCE(NULLIF({said}, ''), 'ok')"


def _own_moment(by_name: Mapping[str, str]) -> str:
    return _MOMENT if by_name.keys() >= set(_SPANS) else "CAST(NULL AS INTEGER)"
