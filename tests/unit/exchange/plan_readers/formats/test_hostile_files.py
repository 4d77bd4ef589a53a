from __future__ import annotations

import zlib
from contextlib import suppress
from dataclasses import replace

import pytest

from builders.documents.blocks_made import texts_of
from builders.office_files import docx_of, paragraph, xlsx_of, zipped
from builders.pace import at_this_pace
from oneplan.exchange.plan_readers.blocks import (
    Cell,
    Line,
    Paragraph,
    Row,
    Table,
    UnreadableFile,
)
from oneplan.exchange.plan_readers.bounds import within_bounds
from oneplan.exchange.plan_readers.formats.office_zip import OfficeZip
from oneplan.exchange.plan_readers.formats.pdf.deadline import TooSlow, deadline
from oneplan.exchange.plan_readers.limits import LIMITS
from oneplan.exchange.plan_readers.reading import read_plan
from oneplan.exchange.plan_readers.source import read_source, recognised_format

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
BILLION_LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;">]>'
    "<w:document>&lol2;</w:document>"
)


def refusal(data: bytes, name: str = "plan.docx") -> UnreadableFile:
    with pytest.raises(UnreadableFile) as caught:
        read_source(data, name)
    assert name in str(caught.value)
    assert caught.value.cure.endswith(".")
    return caught.value


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "plan.docx", "empty"),
        (b" \n\t ", "plan.txt", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "plan.png", "a picture"),
        (b"\xff\xd8\xff\xe0" + bytes(99), "plan.docx", "a picture"),
        (b"MZ\x90\x00\x03" + bytes(99), "plan.exe", "a program"),
        (b"{\\rtf1 plan}", "plan.rtf", "rich text"),
        (OLE + "WordDocument".encode("utf-16-le"), "plan.doc", "old Word"),
        (OLE + "Workbook".encode("utf-16-le"), "plan.xls", "old Excel"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "plan.docx", "password"),
        (zipped({"a.txt": "hello"}), "plan.zip", "zip archive"),
        (zipped({"ppt/presentation.xml": "<p/>"}), "plan.pptx", "presentation"),
        (zipped({"xl/workbook.bin": "x"}), "plan.xlsb", "binary Excel"),
        (
            zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}),
            "plan.odt",
            "OpenDocument",
        ),
        (bytes(range(256)) * 20, "plan.bin", "no text"),
        (b'{"title": "Ponds"}', "plan.json", "JSON data"),
        (docx_of(""), "plan.docx", "without text"),
    ],
)
def test_what_is_no_plan_is_refused_with_what_it_is(data: bytes, name: str, said: str) -> None:
    assert said in str(refusal(data, name))


def test_a_file_beyond_the_limit_is_refused() -> None:
    assert "25 MB" in str(refusal(b"a" * (LIMITS.file_size + 1), "plan.txt"))


@pytest.mark.parametrize("name", ["plan.yaml", "plan.json"])
def test_a_plan_as_data_beyond_the_limit_is_refused_before_it_is_read(name: str) -> None:
    with pytest.raises(UnreadableFile, match=r"is 13 MB; at most 12 MB can be read\."):
        read_plan(b"a" * (LIMITS.data_size + 1), name)


def test_text_beyond_the_limit_is_cut_at_a_line_and_said_with_the_line() -> None:
    line = b"Dig ponds " * 1_000 + b"\n\n"
    source = read_source(line * 700, "plan.txt")
    (finding,) = source.findings
    assert finding.message.startswith("Reading stopped after 6,000,000 characters")
    assert finding.source is not None
    assert finding.source.line == 1_199
    assert len(source.blocks) == 599


def test_characters_beyond_the_limit_are_said_whatever_the_format() -> None:
    blocks = (Paragraph("Ponds"), _table("Dig", "May"), _table("Mow", "June"), Paragraph("Woods"))
    kept, (finding,) = within_bounds(blocks, most=12)
    assert kept == blocks[:2]
    assert finding.rule == "text-cut-off"
    kept, _ = within_bounds(blocks, most=18)
    assert len(kept) == 3
    assert within_bounds(blocks, most=23) == (blocks, ())
    long = (Paragraph("Ponds and woods"),)
    assert within_bounds(long, most=5)[0] == (Paragraph("Ponds"),)


def _table(*rows: str) -> Table:
    return Table(tuple(Row((Cell((Line(text),), 1),)) for text in rows), 1)


def test_a_zip_cut_short_is_refused() -> None:
    data = docx_of(paragraph("Ponds"))
    assert "damaged" in str(refusal(data[:-60]))


def test_a_zip_bomb_is_refused_while_it_inflates() -> None:
    bomb = docx_of(paragraph("Ponds" + " " * 90_000_000))
    assert "unpacks to far more" in str(refusal(bomb))


def test_entities_are_never_expanded() -> None:
    data = zipped({"word/document.xml": BILLION_LAUGHS})
    assert "entities" in str(refusal(data))
    data = zipped({"word/document.xml": docx_body(), "word/styles.xml": BILLION_LAUGHS})
    assert "entities" in str(refusal(data))


def docx_body() -> str:
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<w:document xmlns:w="{namespace}"><w:body>{paragraph("Ponds")}</w:body></w:document>'


def test_xml_nested_without_end_is_refused_or_cut() -> None:
    depth = 5_000
    data = docx_of("<w:sdt><w:sdtContent>" * depth + "</w:sdtContent></w:sdt>" * depth)
    assert "damaged" in str(refusal(data))


@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td", "ul><li", "blockquote"])
def test_html_nested_without_end_keeps_what_came_before_and_says_so(tag: str) -> None:
    source = read_source(f"<p>Ponds</p>{f'<{tag}>' * 20_000}Woods".encode(), "plan.html")
    assert "Ponds" in texts_of(source.blocks)[0]
    assert {f.rule for f in source.findings} & {"text-cut-off", "nested-too-deep"}


def test_words_nested_deep_are_still_read() -> None:
    source = read_source(f"<p>Ponds</p>{'<div>' * 200}Woods".encode(), "plan.html")
    assert texts_of(source.blocks) == ["Ponds", "Woods"]
    assert [f.rule for f in source.findings] == ["nested-too-deep"]


def test_a_sheet_that_is_endlessly_wide_and_long_is_cut_and_said() -> None:
    cells = "".join(
        f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="{column}{n}"><v>{n}</v></c></row>'
        for n, column in enumerate(("B", "XFD", "ZZ", "C") * 250, start=1)
    )
    merges = "".join(f'<mergeCell ref="A{n}:XFD1048576"/>' for n in range(900, 2900))
    source = read_source(
        xlsx_of(f"<sheetData>{cells}</sheetData><mergeCells>{merges}</mergeCells>"), "plan.xlsx"
    )
    (table,) = source.tables()
    assert table.columns <= LIMITS.columns


def test_a_text_of_too_many_paragraphs_says_where_it_stopped() -> None:
    source = read_source(b"Ponds\n\n" * (LIMITS.blocks + 5), "plan.txt")
    assert [finding.rule for finding in source.findings] == ["text-cut-off"]
    assert len(source.blocks) == LIMITS.blocks


def test_a_line_of_endless_tabs_is_cut_and_said() -> None:
    source = read_source(b"Action\tLead\n" + b"x\t" * 300_000, "plan.txt")
    assert [finding.rule for finding in source.findings] == ["text-cut-off"]


def test_a_table_of_endless_rows_in_text_is_cut_and_said() -> None:
    source = read_source(b"Action" + b"\t" * 180 + b"Lead\n" + b"x\ty\n" * 3_000, "plan.txt")
    (finding,) = source.findings
    assert finding.message.startswith("Reading stopped after 2,762 rows of a very large table")


def test_a_zip_of_more_parts_than_any_document_has_is_refused() -> None:
    limits = replace(LIMITS, entries=3)
    with pytest.raises(UnreadableFile, match="unpacks to far more"):
        OfficeZip(zipped({f"word/{n}.xml": "" for n in range(4)}), "plan.docx", limits)
    assert len(list(OfficeZip(zipped({"a": "", "b": ""}), "plan.docx", limits).paths())) == 2


@pytest.mark.parametrize(
    "text",
    [
        "\n" * 150_000 + "x",
        "---" + "\n" * 150_000 + "x",
        " " * 150_000 + "x",
        "*a " * 50_000,
        "<ul> • " * 25_000,
        "A  B" * 20_000,
        '"' * 150_000,
        "[" * 20_000,
        "|" * 150_000,
        "- " * 80_000,
        "Action\tLead\n" + "and so on\n" * 20_000,
        "Action\tLead\nDig\t<ul>\n" + "<li>x\n" * 25_000,
        "&amp" * 20_000,
    ],
    ids=lambda text: repr(text[:12]),
)
@pytest.mark.parametrize("name", ["plan.txt", "plan.md", "plan.csv", "plan.html", "plan"])
def test_text_that_provokes_backtracking_is_read_in_time(text: str, name: str) -> None:
    with deadline(at_this_pace(8.0)):
        recognised_format(text.encode(), name)
        with suppress(UnreadableFile):
            read_source(text.encode(), name)


def test_a_pdf_stream_that_unpacks_without_end_is_refused() -> None:
    packed = zlib.compress(bytes(120_000_000), 9)
    data = (
        b"%PDF-1.7\n4 0 obj\n<< /Filter /FlateDecode /Length "
        + str(len(packed)).encode()
        + b" >>\nstream\n"
        + packed
        + b"\nendstream\nendobj\n%%EOF"
    )
    assert "unpacks to far more" in str(refusal(data, "plan.pdf"))


def test_an_encrypted_pdf_says_so() -> None:
    data = (
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        b"2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
        b"3 0 obj\n<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <"
        + b"28" * 32
        + b"> /U <"
        + b"AB" * 32
        + b"> >>\nendobj\n"
        b"trailer\n<< /Root 1 0 R /Encrypt 3 0 R /ID [<00><00>] /Size 4 >>\nstartxref\n0\n%%EOF"
    )
    assert "password" in str(refusal(data, "plan.pdf"))


def test_work_beyond_its_time_is_stopped() -> None:
    def endless() -> None:
        with deadline(0.2):
            while True:
                sum(range(1000))

    with pytest.raises(TooSlow):
        endless()
