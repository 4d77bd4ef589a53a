"""What Fingertips says of its indicators: the metadata as CSV, or as the interface gives them."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Mapping
from io import StringIO

from oneplan.evidence.definitions import Definition, IndicatorKind
from oneplan.exchange.data_readers.grid import letters_of
from oneplan.vocabulary.periods import YearKind
from oneplan.vocabulary.polarity import Polarity

_SOURCE = "fingertips"
_KINDS: tuple[tuple[str, IndicatorKind], ...] = (
    ("directly standardised", "standardised_rate"),
    ("indirectly standardised", "standardised_rate"),
    ("proportion", "proportion"),
    ("rate", "rate"),
    ("mean", "mean"),
    ("life expectancy", "mean"),
    ("count", "count"),
)
_YEARS: tuple[tuple[str, YearKind], ...] = (
    ("financial", "financial"),
    ("academic", "academic"),
    ("calendar", "calendar"),
)
_PER = re.compile(r"per ([\d,]+)")


def read_fingertips_metadata(data: bytes) -> dict[str, Definition]:
    """The definitions by their code; empty where the file is no such metadata."""
    try:
        text = data.decode("utf-8-sig")
        rows = _of_json(text) if text.lstrip()[:1] in ("{", "[") else _of_csv(text)
        found = [_definition(row) for row in rows if row.get("indicatorid", "").strip().isdecimal()]
    except (UnicodeDecodeError, csv.Error, ValueError, RecursionError):
        return {}
    return {definition.code: definition for definition in found}


def _of_csv(text: str) -> Iterable[dict[str, str]]:
    reader = csv.DictReader(StringIO(text, newline=""))
    headers = {letters_of(name) for name in reader.fieldnames or ()}
    if not {"indicatorid", "definition"} <= headers or "value" in headers:
        return
    for row in reader:
        yield {letters_of(name): value or "" for name, value in row.items() if name is not None}


def _of_json(text: str) -> Iterable[dict[str, str]]:
    content = json.loads(text)
    entries = content.values() if isinstance(content, dict) else content
    for entry in entries:
        if isinstance(entry, dict) and "IID" in entry:
            yield _flat(entry)


def _flat(entry: Mapping[str, object]) -> dict[str, str]:
    described = entry.get("Descriptive")
    row = {"indicatorid": str(entry["IID"])}
    if isinstance(described, dict):
        row |= {letters_of(str(name)): str(value) for name, value in described.items()}
    row.setdefault("indicator", row.get("name", ""))
    for name in ("Unit", "ValueType", "YearType"):
        said = entry.get(name)
        if isinstance(said, dict):
            row[letters_of(name)] = str(said.get("Label") or said.get("Name") or "")
    return row


def _definition(row: Mapping[str, str]) -> Definition:
    number = row["indicatorid"].strip()
    unit, value = row.get("unit", "").strip(), row.get("valuetype", "").casefold()
    years, polarity = row.get("yeartype", "").casefold(), row.get("polarity", "").casefold()
    per = _PER.search(unit.casefold())
    kind = next((kind for word, kind in _KINDS if word in value), None)
    return Definition(
        f"fingertips/{number}",
        (row.get("indicator") or row.get("indicatorfullname") or number).strip(),
        kind,
        unit or None,
        float(per[1].replace(",", "")) if per else 100 if kind == "proportion" else None,
        _polarity(polarity),
        next((kind for word, kind in _YEARS if word in years), None),
        source=_SOURCE,
    )


def _polarity(text: str) -> Polarity | None:
    if "low is good" in text:
        return "low"
    if "high is good" in text:
        return "high"
    return "none" if "blue" in text or "no judg" in text or "not applicable" in text else None
