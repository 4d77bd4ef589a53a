"""Excel workbooks (.xlsx, .xlsm), read from their XML: values as Excel shows them, and what it hides."""

from __future__ import annotations

from oneplan.exchange.plan_readers.formats.format import Format
from oneplan.exchange.plan_readers.formats.xlsx.reading import read_xlsx

FORMAT = Format("xlsx", "an Excel workbook", (".xlsx", ".xlsm", ".xltx", ".xltm"), read_xlsx)
