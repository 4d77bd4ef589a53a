"""The dictionary of the Local Authority Interactive Tool."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from io import StringIO

from oneplan.evidence.definitions import Definition, IndicatorKind
from oneplan.vocabulary.findings import Finding, Source
from oneplan.vocabulary.periods import YearKind
from oneplan.vocabulary.polarity import Polarity

_POLARITIES: dict[str, Polarity] = {"high": "high", "low": "low", "-": "none"}
_YEARS: dict[str, YearKind] = {
    "academic year": "academic",
    "financial year": "financial",
    "calendar year": "calendar",
    "annual - january": "reporting_day",
    "annual (end of sept)": "reporting_day",
}
_RATE = re.compile(r"rates? (?:per|/) ?([\d,]+)", re.IGNORECASE)
_MEAN = re.compile(r"\baverage\b|\bmean\b|score per", re.IGNORECASE)
_COUNT = re.compile(r"^number\b|^total\b|^entries$", re.IGNORECASE)
_MATTER = frozenset(("kind", "unit", "multiplier", "polarity", "year_kind"))
_GAP = re.compile(r"\bgap\b|change|difference", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dictionary:
    """The measures by their short name, and what is wrong with the dictionary itself."""

    measures: dict[str, Definition]
    findings: tuple[Finding, ...]


def read_dictionary(data: bytes, name: str) -> Dictionary | None:
    """What the dictionary says; None where the file is none."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    rows = list(csv.DictReader(StringIO(text, newline="")))
    if not rows or not {"Measure_code", "Measure_short", "Polarity"} <= rows[0].keys():
        return None
    measures: dict[str, Definition] = {}
    for row in rows:
        measure = _definition(row)
        measures.setdefault(measure.code, measure)
    return Dictionary(measures, tuple(_repeats(rows, name)))


def _repeats(rows: list[dict[str, str]], name: str) -> Iterable[Finding]:
    first: dict[str, tuple[int, Definition]] = {}
    for number, row in enumerate(rows, start=2):
        measure = _definition(row)
        place, held = first.setdefault(measure.code, (number, measure))
        if place == number:
            continue
        differing = [
            field.name.replace("_", " ")
            for field in fields(measure)
            if field.name in _MATTER and getattr(measure, field.name) != getattr(held, field.name)
        ]
        differs = f" They differ in {' and '.join(differing)}." if differing else ""
        yield Finding(
            rule="measure-twice-in-dictionary",
            severity="warning",
            message=f"{_cell(row, 'Measure_short')} stands in entries {place - 1} and {number - 1}"
            f" of the dictionary; the first is used.{differs}",
            where=measure.code,
            quotes=(held.name, measure.name),
            fix="Ask the publisher which of them holds.",
            source=Source(file=name, row=number),
        )


def _definition(row: dict[str, str]) -> Definition:
    axis, title = _cell(row, "y_axis_name"), _cell(row, "Chart_title")
    kind, unit, multiplier = _scale(axis, title)
    decimals = _cell(row, "dps")
    return Definition(
        f"lait/{_cell(row, 'Measure_short')}",
        title or _cell(row, "Measure"),
        kind,
        unit,
        multiplier,
        _POLARITIES.get(_cell(row, "Polarity").casefold()),
        _YEARS.get(_cell(row, "Year_Type").casefold()),
        int(decimals) if decimals.isdecimal() else None,
        _cell(row, "Data Owner (DO) /Supplier and Contact Details")[:120] or None,
        banded=_cell(row, "No_Quartile").casefold() != "n",
    )


def _scale(axis: str, title: str) -> tuple[IndicatorKind | None, str | None, float | None]:
    if _GAP.search(axis):
        return "value_only", "points" if "%" in axis else None, None
    rate = _RATE.search(axis) or _RATE.search(title)
    if rate:
        per = float(rate[1].replace(",", "") or 1)
        return "rate", f"per {per:,.0f}", per
    if axis.startswith("%"):
        return "proportion", "%", 100
    if _MEAN.search(axis):
        return "mean", None, None
    return ("count", None, None) if _COUNT.search(axis) else (None, axis or None, None)


def _cell(row: dict[str, str], header: str) -> str:
    text = " ".join((row.get(header) or "").split())
    return "" if text == "NA" else text
