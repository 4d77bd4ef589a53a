from __future__ import annotations

from dataclasses import replace

from builders.documents.blocks_made import texts_of
from builders.office_files import docx_of, paragraph
from oneplan.exchange.plan_readers.formats.docx.reading import read_docx
from oneplan.exchange.plan_readers.limits import LIMITS


def table(*rows: tuple[str, ...]) -> str:
    lines = "".join(
        f"<w:tr>{''.join(f'<w:tc>{paragraph(text)}</w:tc>' for text in row)}</w:tr>" for row in rows
    )
    return f"<w:tbl>{lines}</w:tbl>"


def test_paragraphs_beyond_the_limit_are_said() -> None:
    data = docx_of("".join(paragraph(f"Pond {n}") for n in range(9)))
    contents = read_docx(data, "plan.docx", replace(LIMITS, blocks=6))
    assert len(contents.blocks) == 6
    assert [f.message for f in contents.findings] == [
        "Reading stopped after 6 paragraphs and tables; what follows is not in the plan."
    ]


def test_cells_beyond_the_limit_are_said() -> None:
    data = docx_of(table(*[("Dig ponds", "May")] * 9))
    contents = read_docx(data, "plan.docx", replace(LIMITS, cells=6))
    assert "after 6 table cells" in contents.findings[0].message


def test_columns_beyond_the_limit_are_said_with_their_place() -> None:
    data = docx_of(table(("one", "two", "three"), ("four", "five", "six")))
    contents = read_docx(data, "plan.docx", replace(LIMITS, columns=2))
    (finding,) = contents.findings
    assert (finding.rule, finding.severity) == ("table-too-wide", "error")
    assert "2 rows of tables have more columns" in finding.message


def test_words_in_controls_nested_too_deep_are_kept_and_said() -> None:
    depth = 80
    body = "<w:sdt><w:sdtContent>" * depth + paragraph("Ponds") + "</w:sdtContent></w:sdt>" * depth
    contents = read_docx(docx_of(body), "plan.docx")
    assert texts_of(contents.blocks) == ["Ponds"]
    assert [f.rule for f in contents.findings] == ["nested-too-deep"]


def test_runs_nested_too_deep_are_kept_and_said() -> None:
    run = "<w:r><w:t>Ponds</w:t></w:r>"
    body = f"<w:p>{'<w:smartTag>' * 90}{run}{'</w:smartTag>' * 90}</w:p>"
    contents = read_docx(docx_of(body), "plan.docx")
    assert texts_of(contents.blocks) == ["Ponds"]
    assert [f.rule for f in contents.findings] == ["nested-too-deep"]


def test_tables_in_tables_nested_too_deep_are_kept_and_said() -> None:
    inner = paragraph("Ponds")
    for _ in range(28):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    body = f"<w:tbl><w:tr><w:tc>{paragraph('Dig')}{inner}</w:tc><w:tc>{paragraph('May')}</w:tc></w:tr></w:tbl>"
    contents = read_docx(docx_of(body), "plan.docx")
    assert "Ponds" in " ".join(texts_of(contents.blocks))
    assert {f.rule for f in contents.findings} == {"nested-table", "nested-too-deep"}


def test_rows_in_controls_nested_too_deep_are_said_with_their_words() -> None:
    row = f"<w:tr><w:tc>{paragraph('Ponds')}</w:tc></w:tr>"
    wrapped = "<w:sdt><w:sdtContent>" * 70 + row + "</w:sdtContent></w:sdt>" * 70
    contents = read_docx(docx_of(f"{paragraph('Woods')}<w:tbl>{wrapped}</w:tbl>"), "plan.docx")
    (finding,) = contents.findings
    assert (finding.rule, finding.quotes) == ("nested-too-deep", ("Ponds",))


def test_styles_that_break_off_are_said() -> None:
    body = paragraph("Ponds", '<w:pStyle w:val="H"/>')
    whole = '<w:style w:styleId="H"><w:name w:val="heading 1"/></w:style>'
    data = docx_of(body, styles=f"{whole}<w:style w:styleId=")
    contents = read_docx(data, "plan.docx")
    assert type(contents.blocks[0]).__name__ == "Heading"
    assert "“word/styles.xml” breaks off" in contents.findings[0].message
