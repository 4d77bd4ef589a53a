"""Data files of every known format, made up."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import BytesIO, StringIO

import pyarrow as pa
import pyarrow.parquet as pq

Row = Sequence[object]

REGIONS = (
    ("E12000001", "North East"),
    ("E12000002", "North West"),
    ("E12000003", "Yorkshire and The Humber"),
    ("E12000004", "East Midlands"),
    ("E12000005", "West Midlands"),
    ("E12000006", "East of England"),
    ("E12000007", "London"),
    ("E12000008", "South East"),
    ("E12000009", "South West"),
)
EES_PLACE = (
    "time_period",
    "time_identifier",
    "geographic_level",
    "country_code",
    "country_name",
    "region_code",
    "region_name",
    "old_la_code",
    "new_la_code",
    "la_name",
)
FINGERTIPS = (
    "Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,"
    "Category Type,Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,"
    "Lower CI 99.8 limit,Upper CI 99.8 limit,Count,Denominator,Value note,Recent Trend,"
    "Compared to England value or percentiles,Compared to Region value or percentiles,"
    "Time period Sortable,New data,Compared to goal,Time period range"
).split(",")
ELS = (
    "areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes"
).split(",")
LAIT = ("Short Desc", "Data item", "Years", "LA and Regions", "Values", "LA Number", "Region")


def csv_bytes(header: Row, rows: Sequence[Row], *, bom: bool = False) -> bytes:
    """A CSV file, with the mark at its beginning that Excel writes where it is wanted."""
    out = StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows([header, *rows])
    return out.getvalue().encode("utf-8-sig" if bom else "utf-8")


def county(period: str = "202324", identifier: str = "Academic year") -> list[str]:
    """The place cells of a county's row."""
    west = ["E12000005", "West Midlands", "885", "E10000034", "Worcestershire"]
    return [period, identifier, "Local authority", "E92000001", "England", *west]


def region(place: int = 0, period: str = "202324", identifier: str = "Academic year") -> list[str]:
    """The place cells of a region's row."""
    return [period, identifier, "Regional", "E92000001", "England", *REGIONS[place], "", "", ""]


def england(period: str = "202324", identifier: str = "Academic year") -> list[str]:
    """The place cells of England's row."""
    return [period, identifier, "National", "E92000001", "England", "", "", "", "", ""]


def ees(columns: Sequence[str], rows: Sequence[Row], *, bom: bool = False) -> bytes:
    """A file of Explore Education Statistics: place cells come before the columns."""
    return csv_bytes([*EES_PLACE, *columns], rows, bom=bom)


def fingertips(rows: Sequence[dict[str, object]]) -> bytes:
    """A Fingertips file; what a row does not say is that of a plain row."""
    plain: dict[str, object] = {
        "Indicator ID": 70001,
        "Indicator Name": "Swimming lessons per 1,000 children",
        "Area Code": "E10000034",
        "Sex": "Persons",
        "Age": "All ages",
        "Time period": "2021/22",
        "Value": 12.5,
    }
    return csv_bytes(
        FINGERTIPS, [[{**plain, **row}.get(name, "") for name in FINGERTIPS] for row in rows]
    )


def lait(rows: Sequence[tuple[str, str, str, float]]) -> bytes:
    """A LAIT file from measure, label of the period, value and the area's number."""
    cells = [
        dict(zip(LAIT, (measure, None, years, "A place", value, number, "A region"), strict=True))
        for measure, years, value, number in rows
    ]
    out = BytesIO()
    pq.write_table(pa.Table.from_pylist(cells), out)
    return out.getvalue()


def lait_dictionary(rows: Sequence[tuple[str, str, str, str, str]]) -> bytes:
    """A dictionary from code, short name, polarity, axis and kind of year."""
    header = ("Measure_code", "Measure_short", "Polarity", "y_axis_name", "Year_Type", "dps")
    titled = (*header, "Chart_title", "Measure")
    return csv_bytes(titled, [(*row, "1", f"Title of {row[1]}", "A measure") for row in rows])


def els(rows: Sequence[dict[str, object]]) -> bytes:
    """A file of Explore Local Statistics; what a row does not say is that of a plain row."""
    plain: dict[str, object] = {
        "areacd": "E07000237",
        "indicator": "Library members under 16",
        "period": "2023-04-01/P1Y",
        "observation": 41.5,
        "measure": "Percentage",
        "unit": "%",
    }
    return csv_bytes(ELS, [[{**plain, **row}.get(name, "") for name in ELS] for row in rows])


def nomis(rows: Sequence[dict[str, object]]) -> bytes:
    """A file of Nomis's interface; what a row does not say is that of a plain row."""
    plain: dict[str, object] = {
        "DATE": "2023",
        "DATE_NAME": "2023",
        "GEOGRAPHY": 1820327969,
        "GEOGRAPHY_NAME": "Worcester",
        "GEOGRAPHY_CODE": "E07000237",
        "GENDER": 0,
        "GENDER_NAME": "Total",
        "C_AGE": 200,
        "C_AGE_NAME": "All Ages",
        "C_AGE_CODE": "200",
        "MEASURES": 20100,
        "MEASURES_NAME": "value",
        "OBS_VALUE": 412,
        "OBS_STATUS": "A",
        "OBS_STATUS_NAME": "Normal Value",
        "OBS_CONF": "F",
        "RECORD_OFFSET": 0,
        "RECORD_COUNT": len(rows),
    }
    numbered = [{"RECORD_OFFSET": place, **row} for place, row in enumerate(rows)]
    return csv_bytes(list(plain), [list({**plain, **row}.values()) for row in numbered])
