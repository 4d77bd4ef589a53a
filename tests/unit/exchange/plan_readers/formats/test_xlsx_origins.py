"""What workbooks of other programs and habits hold: colours, text boxes, threads, formats, strict files."""

from __future__ import annotations

import pytest

from builders.office_files import xlsx_of
from oneplan.exchange.plan_readers.blocks import SourceDocument
from oneplan.exchange.plan_readers.formats.xlsx.number_formats import shown, shown_moment
from oneplan.exchange.plan_readers.source import read_source

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STYLES = (
    '<fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts>'
    '<fills><fill><patternFill patternType="none"/></fill>'
    + "".join(
        f'<fill><patternFill patternType="solid"><fgColor rgb="FF{rgb}"/></patternFill></fill>'
        for rgb in ("FF0000", "FFC000", "00B050", "DDEBF7")
    )
    + "</fills><cellXfs><xf/>"
    + "".join(f'<xf fillId="{n}"/>' for n in range(1, 5))
    + '<xf fontId="1"/><xf fontId="2"/></cellXfs>'
)


def word(place: str, text: str, style: int = 0) -> str:
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t>{text}</t></is></c>'


def painted(place: str, style: int) -> str:
    return f'<c r="{place}" s="{style}"/>'


def row(number: int, *cells: str) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def action(number: int, *further: str) -> str:
    return row(
        number, word(f"A{number}", f"Dig pond {number}"), word(f"B{number}", "May"), *further
    )


HEADER = row(1, word("A1", "Action"), word("B1", "By when"), word("C1", "RAG"))


def read(rows: str, after: str = "", beside: dict[str, str] | None = None) -> SourceDocument:
    sheet = f"<sheetData>{rows}</sheetData>{after}"
    return read_source(xlsx_of(sheet, styles=_STYLES, beside=beside), "plan.xlsx")


def rules(source: SourceDocument) -> list[str]:
    return [finding.rule for finding in source.findings]


def texts(source: SourceDocument) -> list[list[str]]:
    return [[cell.text for cell in r.cells] for table in source.tables() for r in table.rows]


def test_traffic_lights_that_are_only_painted_are_said() -> None:
    source = read(HEADER + action(2, painted("C2", 1)) + action(3, painted("C3", 3)))
    (finding,) = source.findings
    assert finding.rule == "colour-without-words"
    assert finding.quotes == ("Sheet 1",)
    assert "(Red, Amber, Green)" in (finding.fix or "")


@pytest.mark.parametrize(
    ("rows", "after"),
    [
        (HEADER + action(2, painted("C2", 1)) + action(3, painted("C3", 1)), ""),
        (HEADER + action(2, painted("C2", 4)) + action(3, painted("C3", 4)), ""),
        (HEADER + action(2, word("C2", "Red", 1)) + action(3, word("C3", "Green", 3)), ""),
        (
            HEADER
            + row(2, word("A2", "Ponds", 1), painted("B2", 1), painted("C2", 1), word("D2", "x"))
            + row(3, word("A3", "Woods", 3), painted("B3", 3), painted("C3", 3), word("D3", "x")),
            '<mergeCells><mergeCell ref="A2:C2"/><mergeCell ref="A3:C3"/></mergeCells>',
        ),
    ],
    ids=["one colour", "a pale band", "words beside the colour", "headings that are merged"],
)
def test_other_colours_are_no_traffic_lights(rows: str, after: str) -> None:
    assert rules(read(rows, after)) == []


def test_struck_out_cells_and_words_are_left_out_and_said() -> None:
    mixed = (
        '<c r="A3" t="inlineStr"><is><r><rPr><strike/></rPr><t>Fill </t></r>'
        "<r><t>Dig the pond</t></r></is></c>"
    )
    source = read(
        HEADER
        + row(2, word("A2", "Old", 5), word("B2", "May", 6))
        + row(3, mixed, word("B3", "June"))
    )
    assert texts(source)[1:] == [["", "May", ""], ["Dig the pond", "June", ""]]
    (finding,) = source.findings
    assert (finding.rule, finding.quotes) == ("struck-out-text", ("Old", "Fill"))


def test_a_formula_whose_result_is_no_text_is_not_missing_its_value() -> None:
    source = read(HEADER + action(2, '<c r="C2" t="str"><f>IF(B2="","x","")</f><v></v></c>'))
    assert rules(source) == []
    missing = read(HEADER + action(2, '<c r="C2"><f>B2+1</f><v></v></c>'))
    (finding,) = missing.findings
    assert (finding.rule, finding.quotes) == ("formula-without-value", ("=B2+1",))


def _beside(kind: str, target: str) -> dict[str, str]:
    link = f'<Relationship Id="r1" Type="{_R}/{kind}" Target="../{target}"/>'
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return {
        "xl/worksheets/_rels/sheet1.xml.rels": (
            f'<Relationships xmlns="{namespace}">{link}</Relationships>'
        )
    }


def test_a_text_box_over_the_cells_is_quoted_and_a_chart_said() -> None:
    drawing = (
        '<d xmlns:a="a" xmlns:x="x"><x:sp><x:txBody><a:p><a:r><a:t>Agreed by</a:t></a:r></a:p>'
        "<a:p><a:r><a:t>the board</a:t></a:r></a:p></x:txBody></x:sp><x:sp/><x:graphicFrame/>"
        "<x:pic/></d>"
    )
    source = read(
        HEADER + action(2),
        beside={**_beside("drawing", "drawings/d.xml"), "xl/drawings/d.xml": drawing},
    )
    found = {finding.rule: finding for finding in source.findings}
    assert set(found) == {"image-without-text", "text-box-ignored", "chart-ignored"}
    assert found["text-box-ignored"].quotes == ("Agreed by the board",)


def test_a_thread_of_comments_is_quoted_as_it_was_written() -> None:
    thread = (
        '<t:ThreadedComments xmlns:t="t"><t:threadedComment ref="B2"><t:text>Why May?</t:text>'
        "</t:threadedComment></t:ThreadedComments>"
    )
    source = read(
        HEADER + action(2),
        beside={**_beside("threadedComment", "threads/1.xml"), "xl/threads/1.xml": thread},
    )
    (finding,) = source.findings
    assert (finding.rule, finding.quotes) == ("comments-ignored", ("B2: Why May?",))


@pytest.mark.parametrize(
    ("value", "code", "printed"),
    [
        ("1250000", '[>=1000000]"£"0.0,,"m";"£"#,##0', "£1.3m"),
        ("5000", '[>=1000000]"£"0.0,,"m";"£"#,##0', "£5,000"),
        ("-3", "[Red][<0]0;0", "-3"),
        ("0.5", "# ?/?", "0.5"),
        ("1234", "0.00E+00", "1234"),
        ("1.5", "[h]:mm", "36:00"),
        ("115000", '_-"£"* #,##0_-;-"£"* #,##0_-;_-"£"* "-"??_-;_-@_-', "£115,000"),
        ("45900", "[$-F800]dddd, mmmm dd, yyyy", "31 August 2025"),
        ("45900", "[$-en-GB]mmm\\-yy;@", "August 2025"),
        ("45900", "dd.mm.yyyy", "31 August 2025"),
        ("0.333", "0.0%;[Red]-0.0%", "33.3%"),
    ],
)
def test_formats_that_people_make_themselves(value: str, code: str, printed: str) -> None:
    assert shown(value, code) == printed


def test_dates_in_words_and_of_old_macs() -> None:
    assert shown_moment("2031-03-31T00:00:00") == "31 March 2031"
    assert shown_moment("soon") == "soon"
    assert shown("44438", "dd/mm/yyyy", from_1904=True) == "31 August 2025"
    source = read(HEADER + action(2, '<c r="C2" t="d"><v>2031-03-31</v></c>'))
    assert texts(source)[1][2] == "31 March 2031"


def test_a_numbered_row_below_a_gap_belongs_to_the_table_and_a_note_does_not() -> None:
    rows = row(1, word("A1", "Action"), word("B1", "By when"))
    rows += row(2, word("A2", "WA 1.1 Dig"), word("B2", "May"))
    rows += row(3, word("A3", "WA 1.2 Fill"), word("B3", "May"))
    rows += row(5, word("A5", "WA 1.3 Mow the banks"))
    rows += row(7, word("A7", "All dates are ends of months."))
    source = read(rows)
    (table,) = source.tables()
    assert [r.cells[0].text for r in table.rows][-1] == "WA 1.3 Mow the banks"
    assert getattr(source.blocks[-1], "text", "") == "All dates are ends of months."
