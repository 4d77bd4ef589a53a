from __future__ import annotations

from dataclasses import replace

from builders.office_files import xlsx_of
from oneplan.exchange.plan_readers.blocks import Table
from oneplan.exchange.plan_readers.formats.format import Contents
from oneplan.exchange.plan_readers.formats.xlsx.reading import read_xlsx
from oneplan.exchange.plan_readers.limits import LIMITS
from oneplan.exchange.plan_readers.reading import read_plan


def word(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def sheet(*rows: tuple[str, ...]) -> str:
    lines = (
        f'<row r="{number}">'
        + "".join(word(f"{chr(65 + at)}{number}", text) for at, text in enumerate(texts) if text)
        + "</row>"
        for number, texts in enumerate(rows, start=1)
    )
    return f"<sheetData>{''.join(lines)}</sheetData>"


PONDS = sheet(("Action", "Lead", "By when"), ("Dig ponds", "Rangers", "May 2031"))


def said(contents: Contents) -> list[tuple[str, str]]:
    return [(finding.rule, finding.message) for finding in contents.findings]


def rows_of(contents: Contents) -> int:
    return sum(len(block.rows) for block in contents.blocks if isinstance(block, Table))


def test_a_plan_of_more_than_two_thousand_sheets_is_read_to_the_last() -> None:
    header = ("Action", "Lead", "By when")
    sheets = [
        sheet(header, (f"WA {n}.1 Plant hedge number {n}", "Rangers", "May 2031"))
        for n in range(1, 2_401)
    ]
    reading = read_plan(xlsx_of(*sheets), "plan.xlsx")
    pending, actions = list(reading.plan.elements), 0
    while pending:
        element = pending.pop()
        actions += len(element.actions)
        pending.extend(element.children)
    assert actions == 2_400


def test_sheets_beyond_the_limit_are_said_with_their_number() -> None:
    contents = read_xlsx(xlsx_of(PONDS, PONDS, PONDS), "plan.xlsx", replace(LIMITS, sheets=2))
    assert rows_of(contents) == 4
    (finding,) = contents.findings
    assert finding.rule == "text-cut-off"
    assert "after 2 of 3 sheets" in finding.message
    assert finding.source is not None
    assert finding.source.sheet == "Sheet 2"
    assert finding.fix


def test_cells_beyond_the_limit_are_said_with_the_sheets_that_were_not_reached() -> None:
    contents = read_xlsx(xlsx_of(PONDS, PONDS, PONDS), "plan.xlsx", replace(LIMITS, cells=9))
    (finding,) = contents.findings
    assert "after 9 cells of the workbook, with 1 sheet still to come" in finding.message
    assert finding.source is not None
    assert finding.source.sheet == "Sheet 2"


def test_columns_beyond_the_limit_are_said() -> None:
    contents = read_xlsx(xlsx_of(PONDS), "plan.xlsx", replace(LIMITS, columns=2))
    assert "after 2 columns of a very wide sheet" in contents.findings[0].message


def test_shared_texts_beyond_the_limit_are_said_and_so_are_the_cells_that_miss_them() -> None:
    cells = '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row></sheetData>'
    data = xlsx_of(cells, texts=("Ponds", "Woods"))
    assert read_xlsx(data, "plan.xlsx").findings == ()
    contents = read_xlsx(data, "plan.xlsx", replace(LIMITS, shared_texts=1))
    assert said(contents) == [
        (
            "text-cut-off",
            "Reading stopped after 1 different texts; what follows is not in the plan.",
        ),
        (
            "cell-without-text",
            "The text of a cell is missing from the file (sheet “Sheet 1”, row 1, column 2).",
        ),
    ]


def test_merged_cells_beyond_the_limit_are_said() -> None:
    merges = "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(10, 30))
    data = xlsx_of(PONDS + f"<mergeCells>{merges}</mergeCells>")
    contents = read_xlsx(data, "plan.xlsx", replace(LIMITS, cells=10))
    assert "after 10 merged cells" in contents.findings[0].message


def test_rows_beneath_more_merged_cells_than_the_limit_are_said() -> None:
    long = sheet(*(("Action", "Lead") for _ in range(30)))
    merges = '<mergeCell ref="A1:A30"/>' * 5
    contents = read_xlsx(
        xlsx_of(f"{long}<mergeCells>{merges}</mergeCells>"), "plan.xlsx", replace(LIMITS, cells=70)
    )
    assert any("rows below merged cells" in message for _, message in said(contents))


def test_a_list_of_texts_that_breaks_off_keeps_what_came_before() -> None:
    cells = '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row></sheetData>'
    broken = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        "<si><t>Ponds</t></si><si><t>Woo"
    )
    contents = read_xlsx(xlsx_of(cells, beside={"xl/sharedStrings.xml": broken}), "plan.xlsx")
    assert getattr(contents.blocks[0], "text", "") == "Ponds"
    assert [rule for rule, _ in said(contents)] == ["text-cut-off", "cell-without-text"]
    assert "damaged" in contents.findings[0].message


def test_a_sheet_whose_part_is_missing_is_said() -> None:
    two = xlsx_of(PONDS, PONDS, beside={"xl/_rels/workbook.xml.rels": _links("sheet1", "lost")})
    assert "“Sheet 2” is missing" in read_xlsx(two, "plan.xlsx").findings[0].message


def _links(*names: str) -> str:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="worksheets/{name}.xml"/>'
        for n, name in enumerate(names, start=1)
    )
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{links}</Relationships>"
    )


def test_styles_that_break_off_are_said_and_used_as_far_as_they_go() -> None:
    styles = (
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<cellXfs><xf numFmtId="9"/><xf num'
    )
    cells = (
        '<sheetData><row r="1"><c r="A1"><v>0.25</v></c><c r="B1"><v>1</v></c></row></sheetData>'
    )
    contents = read_xlsx(xlsx_of(cells, beside={"xl/styles.xml": styles}), "plan.xlsx")
    (table,) = (block for block in contents.blocks if isinstance(block, Table))
    assert table.rows[0].cells[0].text == "25%"
    assert "xl/styles.xml" in contents.findings[0].message
