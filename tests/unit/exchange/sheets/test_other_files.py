"""What is sent in the place of a workbook is refused with what to do about it."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from oneplan.exchange.data_readers.rows import UnreadableTable
from oneplan.exchange.sheets.reading import read_back

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _packed(*paths: str) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as parts:
        for path in paths:
            parts.writestr(path, "fog")
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "message", "cure"),
    [
        ("a.xlsx", b"", "empty", "that you have edited"),
        ("a.xls", _OLD + b"fog", "old Excel", ".xlsx"),
        ("a.xlsx", _OLD + "EncryptedPackage".encode("utf-16-le"), "password", "without"),
        ("a.csv", b"Reference,Steps\n1,2\n", "CSV", ".xlsx"),
        ("a.pdf", b"%PDF-1.7", "no Excel workbook", ".xlsx"),
        ("a.ods", _packed("content.xml"), "OpenDocument", "LibreOffice"),
        ("a.numbers", _packed("Index/Document.iwa"), "Numbers", "Export"),
        ("a.xlsb", _packed("xl/workbook.bin"), "binary", ".xlsx"),
        ("a.docx", _packed("word/document.xml"), "no Excel workbook", ".xlsx"),
    ],
)
def test_each_kind_of_file_has_its_own_cure(
    name: str, data: bytes, message: str, cure: str
) -> None:
    with pytest.raises(UnreadableTable) as refused:
        read_back(data, name, {"Words": ["Said"]})
    assert message in str(refused.value)
    assert cure in refused.value.cure
