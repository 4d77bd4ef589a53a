"""Excel workbooks (.xlsx, .xlsm), read from their XML: values as Excel shows them, and what it hides."""

from __future__ import annotations

from oneplan.exchange.plan_readers.formats.format import Contents, Format


def _read(data: bytes, name: str) -> Contents:
    from oneplan.exchange.plan_readers.formats.xlsx.reading import read_xlsx

    return read_xlsx(data, name)


FORMAT = Format("xlsx", "an Excel workbook", (".xlsx", ".xlsm", ".xltx", ".xltm"), _read)
