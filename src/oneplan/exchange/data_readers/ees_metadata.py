"""The file ``name.meta.csv`` that goes with a data file of Explore Education Statistics."""

from __future__ import annotations

from dataclasses import dataclass

from oneplan.exchange.data_readers.rows import UnreadableTable, read_rows


@dataclass(frozen=True, slots=True)
class Indicator:
    """A value column: its label with the group it stands in, its unit and decimals."""

    label: str
    unit: str | None
    decimals: int | None


@dataclass(frozen=True, slots=True)
class Metadata:
    """Which columns divide, each with the column that names its topic, and which hold values."""

    filters: dict[str, str | None]
    indicators: dict[str, Indicator]


def read_metadata(data: bytes) -> Metadata | None:
    """What the metadata say; None where the file is none."""
    try:
        rows = read_rows(data)
    except UnreadableTable:
        return None
    if not rows or not {"col_name", "col_type", "label"} <= rows[0].keys():
        return None
    filters: dict[str, str | None] = {}
    indicators = {}
    for row in rows:
        name = row["col_name"].strip()
        if row["col_type"].strip().casefold() == "filter":
            filters[name] = row.get("filter_grouping_column", "").strip() or None
        elif row["col_type"].strip().casefold() == "indicator":
            indicators[name] = _indicator(row)
    return Metadata(filters, indicators)


def _indicator(row: dict[str, str]) -> Indicator:
    grouping, label = row.get("indicator_grouping", "").strip(), row["label"].strip()
    unit = row.get("indicator_unit", "").strip()
    decimals = row.get("indicator_dp", "").strip()
    return Indicator(
        f"{grouping}: {label}" if grouping else label,
        {"pp": "points", "numberstring": None, "": None}.get(unit, unit),
        int(decimals) if decimals.isdecimal() else None,
    )
