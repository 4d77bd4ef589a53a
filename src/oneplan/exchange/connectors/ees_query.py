"""A query of Explore Education Statistics, page by page, as the table that its readers know."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from oneplan.exchange.connectors.answers import Object, object_in, objects_in, pages, text_in
from oneplan.exchange.connectors.refusals import FetchFailed
from oneplan.exchange.connectors.transport import Transport

_PAGE_SIZE = 10_000
_LEVELS: dict[str, tuple[str, str, str]] = {
    "NAT": ("National", "country_code", "country_name"),
    "REG": ("Regional", "region_code", "region_name"),
    "LA": ("Local authority", "new_la_code", "la_name"),
    "LAD": ("Local authority district", "lad_code", "lad_name"),
    "PCON": ("Parliamentary constituency", "pcon_code", "pcon_name"),
    "WARD": ("Ward", "ward_code", "ward_name"),
    "PFA": ("Police force area", "pfa_code", "pfa_name"),
    "MCA": ("Mayoral combined authority", "mayoral_combined_authority_code", ""),
    "EDA": ("English devolved area", "english_devolved_area_code", ""),
    "LEP": ("Local enterprise partnership", "local_enterprise_partnership_code", ""),
    "LSIP": ("Local skills improvement plan area", "lsip_code", ""),
}
_LEVELS_OF_CODES = {"E92": "NAT", "E12": "REG", "E13": "REG", "E07": "LAD", "E14": "PCON"}
_TIMES = {
    "AY": "Academic year",
    "FY": "Financial year",
    "TY": "Tax year",
    "CY": "Calendar year",
    "RY": "Reporting year",
    "T1": "Autumn term",
    "T2": "Spring term",
    "T3": "Summer term",
    "T1T2": "Autumn and spring term",
    "P1": "Part 1 (April to September)",
    "P2": "Part 2 (October to March)",
}
_MONTHS = (
    "January February March April May June July August September October November December"
).split()

Named = dict[str, tuple[str, str]]


def queried(
    transport: Transport, path: str, meta: Object, areas: Iterable[str], version: str | None
) -> bytes:
    """The rows about the areas, all pages of them, as CSV with the columns that the files have.

    Raises:
        FetchFailed: the interface refuses, or the areas give nothing.
    """
    columns = _by_id(meta, "filters", "column") | _by_id(meta, "indicators", "column")
    options = {
        text_in(option, "id"): text_in(option, "label")
        for each in objects_in(meta, "filters")
        for option in objects_in(each, "options")
    }
    places = _places(meta)
    asked = f"{path}/query{f'?dataSetVersion={version}' if version else ''}"
    criteria = {"locations": {"in": [_location(area) for area in areas]}}
    indicators = [text_in(each, "id") for each in objects_in(meta, "indicators")]

    def page_of(number: int) -> object:
        return transport.post_json(
            asked,
            {
                "criteria": criteria,
                "indicators": indicators,
                "page": number,
                "pageSize": _PAGE_SIZE,
            },
        )

    rows = [_row(each, columns, options, places) for each in pages(page_of, "a query")]
    if not rows:
        raise FetchFailed("The data set has nothing about these areas.", "Ask without --area.")
    return _as_csv(rows)


def _by_id(meta: Object, part: str, name: str) -> dict[str, str]:
    return {text_in(each, "id"): text_in(each, name) for each in objects_in(meta, part)}


def _location(code: str) -> dict[str, str]:
    return {"level": _LEVELS_OF_CODES.get(code[:3].upper(), "LA"), "code": code.upper()}


def _places(meta: Object) -> Named:
    """The codes of every location by its id: the newest, and the three digits of an authority."""
    return {
        text_in(option, "id"): (text_in(option, "code"), text_in(option, "oldCode"))
        for level in objects_in(meta, "locations")
        for option in objects_in(level, "options")
    }


def _row(
    result: Object, columns: dict[str, str], options: dict[str, str], places: Named
) -> dict[str, str]:
    time, level = object_in(result, "timePeriod"), text_in(result, "geographicLevel")
    named, code_column, _ = _LEVELS.get(level, (level, "", ""))
    code, old = places.get(text_in(object_in(result, "locations"), level), ("", ""))
    row = {
        "time_period": text_in(time, "period"),
        "time_identifier": _identifier(text_in(time, "code")),
        "geographic_level": named,
        code_column or "location_code": code,
    }
    if level == "LA":
        row["old_la_code"] = old
    for number, chosen in object_in(result, "filters").items():
        row[columns.get(number, number)] = options.get(str(chosen), str(chosen))
    for number, value in object_in(result, "values").items():
        row[columns.get(number, number)] = "" if value is None else str(value)
    return row


def _identifier(code: str) -> str:
    if code in _TIMES:
        return _TIMES[code]
    year, _, quarter = code.partition("Q")
    if quarter and year in _TIMES:
        return f"{_TIMES[year]} Q{quarter}"
    if code[:1] == "W" and code[1:].isdecimal():
        return f"Week {code[1:]}"
    if code[:1] == "M" and code[1:].isdecimal() and 1 <= int(code[1:]) <= 12:
        return _MONTHS[int(code[1:]) - 1]
    return code


def _as_csv(rows: list[dict[str, str]]) -> bytes:
    out = StringIO(newline="")
    columns = list(dict.fromkeys(name for row in rows for name in row))
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()
