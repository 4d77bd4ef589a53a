from __future__ import annotations

import pytest

from builders.documents.blocks_made import texts_of
from builders.office_files import docx_of, paragraph, zipped
from oneplan.exchange.plan_readers.blocks import (
    Heading,
    ListItem,
    Paragraph,
    SourceDocument,
    Table,
)
from oneplan.exchange.plan_readers.source import read_source

STYLES = (
    '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Our heading"/>'
    '<w:basedOn w:val="H2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="7">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>'
    "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="8">'
    '<w:lvl w:ilvl="0"><w:start w:val="0"/><w:numFmt w:val="decimal"/><w:lvlText w:val="EN 4.%1"/></w:lvl>'
    "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
)


def read(body: str, **parts: str) -> SourceDocument:
    return read_source(docx_of(body, **parts), "plan.docx")


def rules(source: SourceDocument) -> list[str]:
    return [finding.rule for finding in source.findings]


def numbered(text: str, level: int = 0, list_id: int = 1) -> str:
    return paragraph(
        text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    )


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblGrid/>{''.join(rows)}</w:tbl>"


def test_headings_are_told_by_style_by_its_ancestors_and_by_outline_level() -> None:
    body = (
        paragraph("Air", '<w:pStyle w:val="H2"/>')
        + paragraph("Water", '<w:pStyle w:val="Mine"/>')
        + paragraph("Soil", '<w:outlineLvl w:val="3"/>')
        + paragraph("Not one", '<w:pStyle w:val="H2"/><w:outlineLvl w:val="9"/>')
    )
    blocks = read(body, styles=STYLES).blocks
    assert [b.level for b in blocks if isinstance(b, Heading)] == [2, 2, 4]
    assert isinstance(blocks[3], Paragraph)


def test_the_contents_list_is_no_part_of_the_plan() -> None:
    body = paragraph("Air ... 3", '<w:pStyle w:val="T1"/>') + paragraph("Text")
    assert len(read(body, styles=STYLES).blocks) == 1


def test_automatic_numbers_count_by_level_and_begin_again() -> None:
    body = "".join(
        numbered(text, level) for text, level in [("a", 0), ("b", 1), ("c", 1), ("d", 0), ("e", 1)]
    )
    items = read(body, numbering=NUMBERING).blocks
    assert [(i.marker, i.level) for i in items if isinstance(i, ListItem)] == [
        ("1.", 1),
        ("a)", 2),
        ("b)", 2),
        ("2.", 1),
        ("a)", 2),
    ]


def test_an_automatic_reference_in_a_cell_is_part_of_its_text() -> None:
    body = table(
        row(cell(numbered("Plant trees", list_id=2)), cell(numbered("First step"))),
        row(cell(numbered("Dig ponds", list_id=2)), cell(numbered("Second step"))),
    )
    (read_table,) = read(body, numbering=NUMBERING).tables()
    first, second = (each.cells[0].text for each in read_table.rows)
    assert (first, second) == ("EN 4.0 Plant trees", "EN 4.1 Dig ponds")
    assert read_table.rows[0].cells[1].lines[0].bullet


def test_merged_cells_keep_their_place_on_the_grid() -> None:
    body = table(
        row(cell(paragraph("A"), '<w:gridSpan w:val="2"/>'), cell(paragraph("B"))),
        row(
            cell(paragraph("C"), '<w:vMerge w:val="restart"/>'),
            cell(paragraph("D")),
            cell(paragraph("E")),
        ),
        row(cell("<w:p/>", "<w:vMerge/>"), cell(paragraph("F")), cell(paragraph("G"))),
    )
    (read_table,) = read(body).tables()
    assert read_table.columns == 3
    assert [(c.column, c.spans, c.covered, c.text) for c in read_table.rows[0].cells] == [
        (1, 2, False, "A"),
        (3, 1, False, "B"),
    ]
    assert [(c.covered, c.text) for c in read_table.rows[2].cells] == [
        (True, ""),
        (False, "F"),
        (False, "G"),
    ]


def test_a_repeated_header_row_is_marked() -> None:
    header = row(
        cell(paragraph("Lead")),
        cell(paragraph("By when")),
        properties="<w:trPr><w:tblHeader/></w:trPr>",
    )
    (read_table,) = read(
        table(header, row(cell(paragraph("Rangers")), cell(paragraph("May 2031"))))
    ).tables()
    assert [[c.header for c in r.cells] for r in read_table.rows] == [[True, True], [False, False]]


def test_tracked_changes_are_read_as_accepted_and_said() -> None:
    body = (
        "<w:p><w:r><w:t>Plant </w:t></w:r>"
        '<w:del w:id="1"><w:r><w:delText>40</w:delText></w:r></w:del>'
        '<w:ins w:id="2"><w:r><w:t>60</w:t></w:r></w:ins>'
        "<w:r><w:t> trees</w:t></w:r></w:p>"
    )
    source = read(body)
    (block,) = source.blocks
    assert isinstance(block, Paragraph)
    assert block.text == "Plant 60 trees"
    (finding,) = source.findings
    assert finding.rule == "tracked-changes"
    assert "2 tracked changes" in finding.message
    assert finding.fix


def test_a_deleted_table_row_is_left_out() -> None:
    body = table(
        row(cell(paragraph("A")), cell(paragraph("B"))),
        row(cell(paragraph("C")), cell(paragraph("D")), properties="<w:trPr><w:del/></w:trPr>"),
    )
    source = read(body)
    assert [len(t.rows) for t in source.tables()] == [1]
    assert rules(source) == ["tracked-changes"]


def test_comments_footnotes_hidden_text_and_pictures_are_noticed() -> None:
    body = (
        "<w:p><w:r><w:t>Seen</w:t></w:r><w:r><w:commentReference/></w:r>"
        "<w:r><w:footnoteReference/></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r>"
        "<w:r><w:rPr><w:strike/></w:rPr><w:t>struck</w:t></w:r>"
        "<w:r><w:drawing/></w:r></w:p>"
    )
    source = read(body)
    assert [getattr(b, "text", "") for b in source.blocks] == ["Seen"]
    assert set(rules(source)) == {
        "comments-ignored",
        "footnotes",
        "hidden-text",
        "struck-out-text",
        "image-without-text",
    }


def test_a_text_box_is_read_once_where_it_is_anchored() -> None:
    box = f"<w:txbxContent>{paragraph('In the box')}</w:txbxContent>"
    body = (
        "<w:p><w:r><mc:AlternateContent>"
        f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>" + paragraph("After")
    )
    source = read(body)
    assert [getattr(b, "text", "") for b in source.blocks] == ["In the box", "After"]


def test_content_controls_links_and_odd_hyphens_are_read_as_text() -> None:
    body = (
        f"<w:sdt><w:sdtContent>{paragraph('Chosen')}</w:sdtContent></w:sdt>"
        "<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        "<w:r><w:t>Click here</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:hyperlink><w:r><w:t>Strat</w:t><w:softHyphen/><w:t>egy\u00a02031</w:t></w:r></w:hyperlink>"
        "<w:r><w:noBreakHyphen/><w:t>2033</w:t></w:r></w:p>"
    )
    assert [getattr(b, "text", "") for b in read(body).blocks] == ["Chosen", "Strategy 2031-2033"]


def test_a_soft_break_divides_unless_the_sentence_goes_on() -> None:
    body = "<w:p><w:r><w:t>One pond</w:t><w:br/><w:t>and a half</w:t><w:br/><w:t>Two woods</w:t></w:r></w:p>"
    assert [getattr(b, "text", "") for b in read(body).blocks] == [
        "One pond and a half",
        "Two woods",
    ]


def test_typed_bullets_and_numbers_are_list_items() -> None:
    items = read(
        paragraph("•\u00a0 Reeds") + paragraph("- Rushes") + paragraph("(a) Sedges")
    ).blocks
    assert [(i.marker, i.text) for i in items if isinstance(i, ListItem)] == [
        ("•", "Reeds"),
        ("•", "Rushes"),
        ("(a)", "Sedges"),
    ]


def test_the_page_is_known_where_word_left_marks() -> None:
    body = paragraph("One") + (
        "<w:p><w:r><w:lastRenderedPageBreak/><w:t>Two</w:t></w:r></w:p>" + paragraph("Also two")
    )
    assert [b.source.page for b in read(body).blocks] == [1, 2, 2]


def test_a_table_in_a_cell_is_read_as_its_lines_and_said() -> None:
    inner = table(row(cell(paragraph("x")), cell(paragraph("y"))))
    source = read(
        table(
            row(cell(paragraph("A")), cell(paragraph("B")), cell(paragraph("C") + inner)),
            row(cell(paragraph("D")), cell(paragraph("E")), cell(paragraph("F"))),
        )
    )
    (read_table,) = source.tables()
    assert [line.text for line in read_table.rows[0].cells[2].lines] == ["C", "x", "y"]
    assert rules(source) == ["nested-table"]


def test_a_table_of_one_cell_is_a_box_round_text() -> None:
    (block,) = read(table(row(cell(paragraph("Our promise"))))).blocks
    assert isinstance(block, Paragraph)


def test_a_document_that_breaks_off_keeps_what_came_before() -> None:
    data = docx_of(paragraph("Whole") + "<w:p><w:r><w:t>Bro")
    source = read_source(data, "plan.docx")
    assert [getattr(b, "text", "") for b in source.blocks] == ["Whole"]
    assert rules(source) == ["text-cut-off"]
    assert not any(isinstance(b, Table) for b in source.blocks)


def shaded(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def test_traffic_lights_that_are_only_painted_are_said() -> None:
    red, green = (f'<w:shd w:val="clear" w:fill="{rgb}"/>' for rgb in ("FF0000", "00B050"))
    header = f"<w:tr>{shaded('Action')}{shaded('Lead')}{shaded('RAG')}</w:tr>"
    rows = [
        f"<w:tr>{shaded('Dig')}{shaded('Rangers')}{shaded(words, colour)}</w:tr>"
        for words, colour in (("", red), ("", green))
    ]
    source = read_source(docx_of(f"<w:tbl>{header}{''.join(rows)}</w:tbl>"), "plan.docx")
    assert [finding.rule for finding in source.findings] == ["colour-without-words"]
    worded = "".join(rows).replace('<w:t xml:space="preserve"></w:t>', "<w:t>R</w:t>")
    source = read_source(docx_of(f"<w:tbl>{header}{worded}</w:tbl>"), "plan.docx")
    assert not source.findings


@pytest.mark.parametrize(
    "alternate",
    [
        '<mc:Choice Requires="new"><w:unknown/></mc:Choice><mc:Fallback><w:r><w:t>Ponds</w:t></w:r></mc:Fallback>',
        '<mc:Choice Requires="new"><w:r><w:t>Ponds</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>Old</w:t></w:r></mc:Fallback>',
        "<mc:Fallback><w:r><w:t>Ponds</w:t></w:r></mc:Fallback>",
    ],
)
def test_of_alternate_contents_the_first_with_words_is_read(alternate: str) -> None:
    body = f"<w:p><mc:AlternateContent>{alternate}</mc:AlternateContent></w:p>"
    assert texts_of(read_source(docx_of(body), "plan.docx").blocks) == ["Ponds"]


def test_a_strict_document_is_read_like_any_other() -> None:
    body = f"<w:p><w:r><w:t>Ponds</w:t></w:r></w:p><w:tbl><w:tr>{shaded('Dig')}{shaded('May')}</w:tr></w:tbl>"
    strict = (
        '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main">'
        f"<w:body>{body}</w:body></w:document>"
    )
    source = read_source(zipped({"word/document.xml": strict}), "plan.docx")
    assert texts_of(source.blocks)[0] == "Ponds"
    assert len(list(source.tables())) == 1


def test_rows_and_cells_in_content_controls_and_chosen_items_are_read() -> None:
    chosen = f"<w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent>{shaded('Green')}</w:sdtContent></w:sdt>"
    control = f"<w:sdt><w:sdtContent><w:tr>{shaded('Dig')}{chosen}</w:tr></w:sdtContent></w:sdt>"
    body = f"<w:tbl><w:tr>{shaded('Action')}{shaded('RAG')}</w:tr>{control}</w:tbl>"
    (table,) = read_source(docx_of(body), "plan.docx").tables()
    assert [each.text for each in table.rows[1].cells] == ["Dig", "Green"]
