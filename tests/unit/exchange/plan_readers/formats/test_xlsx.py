from __future__ import annotations

from io import BytesIO

import pytest
import python_calamine
import xlsxwriter

from builders.office_files import xlsx_of
from oneplan.exchange.plan_readers.blocks import Paragraph, SourceDocument, UnreadableFile
from oneplan.exchange.plan_readers.source import read_source

STYLES = (
    '<numFmts><numFmt numFmtId="164" formatCode="[$£-809]#,##0"/></numFmts>'
    "<fonts><font/><font><b/></font></fonts>"
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="14"/>'
    '<xf numFmtId="17"/><xf numFmtId="0" fontId="1"/></cellXfs>'
)


def rows(*each: str) -> str:
    return f"<sheetData>{''.join(each)}</sheetData>"


def row(number: int, *cells: str, more: str = "") -> str:
    return f'<row r="{number}"{more}>{"".join(cells)}</row>'


def word(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def number(place: str, value: str, style: int = 0) -> str:
    return f'<c r="{place}" s="{style}"><v>{value}</v></c>'


def read(*sheets: str, states: tuple[str, ...] = ()) -> SourceDocument:
    return read_source(xlsx_of(*sheets, states=states, styles=STYLES), "plan.xlsx")


def texts(source: SourceDocument) -> list[list[str]]:
    return [[cell.text for cell in r.cells] for table in source.tables() for r in table.rows]


HEADER = row(1, word("A1", "Action"), word("B1", "By when"))


def test_values_are_read_as_excel_shows_them() -> None:
    source = read(
        rows(
            HEADER,
            row(2, number("A2", "0.8", 1), number("B2", "115000", 2)),
            row(3, number("A3", "40268", 3), number("B3", "40268", 4)),
            row(4, number("A4", "7"), '<c r="B4" t="b"><v>1</v></c>'),
        )
    )
    assert texts(source)[1:] == [
        ["80%", "£115,000"],
        ["31 March 2010", "March 2010"],
        ["7", "TRUE"],
    ]


def test_every_visible_sheet_is_a_table_with_its_name() -> None:
    sheet = rows(HEADER, row(2, word("A2", "Plant trees"), word("B2", "May 2031")))
    source = read(sheet, sheet, sheet, states=("", "hidden", ""))
    assert [table.title for table in source.tables()] == ["Sheet 1", "Sheet 3"]
    (finding,) = source.findings
    assert finding.rule == "hidden-sheet"
    assert finding.quotes == ("Sheet 2",)


def test_hidden_rows_and_columns_are_left_out_and_named() -> None:
    sheet = '<cols><col min="2" max="2" hidden="1"/></cols>' + rows(
        row(1, word("A1", "Action"), word("B1", "Secret"), word("C1", "Lead")),
        row(2, word("A2", "Old"), word("C2", "x"), more=' hidden="1"'),
        row(3, word("A3", "Older"), word("C3", "x"), more=' hidden="1"'),
        row(4, word("A4", "New"), word("C4", "Rangers")),
    )
    source = read(sheet)
    assert texts(source) == [["Action", "Lead"], ["New", "Rangers"]]
    assert [(f.rule, f.message.split(" of ")[0]) for f in source.findings] == [
        ("hidden-rows", "Rows 2–3"),
        ("hidden-columns", "Column B"),
    ]


def test_the_words_above_the_table_are_paragraphs_and_places_are_the_sheets() -> None:
    sheet = rows(
        row(1, word("A1", "Plan for ponds")),
        row(4, word("A4", "Action"), word("B4", "Lead")),
        row(5, word("A5", "Dig"), word("B5", "Rangers")),
    )
    first, table = read(sheet).blocks
    assert isinstance(first, Paragraph)
    assert first.text == "Plan for ponds"
    assert table.source.sheet == "Sheet 1"
    (only,) = read(sheet).tables()
    assert only.rows[1].cells[1].source.row == 5
    assert only.rows[1].cells[1].source.column == 2


def test_merged_cells_span_and_cover() -> None:
    sheet = rows(
        HEADER,
        row(2, word("A2", "Both"), word("B2", "one")),
        row(3, word("B3", "two")),
    ) + ('<mergeCells><mergeCell ref="A2:A3"/></mergeCells>')
    (table,) = read(sheet).tables()
    assert [cell.covered for cell in table.rows[2].cells] == [True, False]


def test_a_formula_without_a_result_is_said_and_one_with_a_result_is_its_value() -> None:
    source = read(
        rows(
            HEADER,
            row(
                2,
                '<c r="A2"><f>1+1</f><v>2</v></c>',
                '<c r="B2"><f>SUM(C1:C9)</f></c>',
                '<c r="C2" t="e"><v>#REF!</v></c>',
            ),
        )
    )
    assert texts(source)[1][0] == "2"
    assert {f.rule for f in source.findings} == {"formula-without-value", "formula-error"}


def test_line_ends_in_a_cell_are_lines_and_bullets_items() -> None:
    source = read(rows(HEADER, row(2, word("A2", "By:\n• one\n• two"), word("B2", "x"))))
    (table,) = source.tables()
    assert [(line.bullet, line.text) for line in table.rows[1].cells[0].lines] == [
        (False, "By:"),
        (True, "one"),
        (True, "two"),
    ]


def test_comments_and_macros_are_noticed() -> None:
    saved = BytesIO()
    with xlsxwriter.Workbook(saved, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Ponds")
        sheet.write_row(0, 0, ["Action", "Lead"])
        sheet.write_comment("A1", "Ask the wardens")
    source = read_source(saved.getvalue(), "plan.xlsx")
    (finding,) = source.findings
    assert finding.rule == "comments-ignored"
    assert "Ask the wardens" in finding.quotes[0]


def test_a_workbook_that_shows_nothing_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="shows no text"):
        read(rows(HEADER), states=("hidden",))


def test_values_agree_with_an_independent_reader() -> None:
    saved = BytesIO()
    with xlsxwriter.Workbook(saved, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for line in range(40):
            sheet.write_row(line, 0, [f"Action {line}", line * 7, f"£{line},000 – “ok”"])
    data = saved.getvalue()
    expected = python_calamine.load_workbook(BytesIO(data)).get_sheet_by_index(0).to_python()
    plain = [[str(int(v)) if isinstance(v, float) else str(v) for v in line] for line in expected]
    assert texts(read_source(data, "plan.xlsx")) == plain
