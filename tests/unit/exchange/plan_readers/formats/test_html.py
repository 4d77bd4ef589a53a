from __future__ import annotations

import pytest

from oneplan.exchange.plan_readers.blocks import (
    Heading,
    ListItem,
    Paragraph,
    SourceDocument,
    UnreadableFile,
)
from oneplan.exchange.plan_readers.source import read_source


def read(body: str, head: str = '<meta charset="utf-8">') -> SourceDocument:
    page = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    return read_source(page.encode(), "plan.html")


def texts(source: SourceDocument) -> list[str]:
    return [getattr(block, "text", "") for block in source.blocks]


def test_headings_paragraphs_and_nested_lists() -> None:
    source = read(
        "<h2>Clean <em>air</em></h2><p><b>Why</b></p>Loose words"
        "<ul><li>Ponds<ol type='a'><li>dig</li><li>fill</li></ol></li><li>Woods</li></ul>"
    )
    heading, why, loose, *items = source.blocks
    assert isinstance(heading, Heading)
    assert (heading.text, heading.level) == ("Clean air", 2)
    assert isinstance(why, Paragraph)
    assert why.bold
    assert isinstance(loose, Paragraph)
    assert [(i.text, i.level, i.marker) for i in items if isinstance(i, ListItem)] == [
        ("Ponds", 1, "•"),
        ("dig", 2, "a)"),
        ("fill", 2, "b)"),
        ("Woods", 1, "•"),
    ]


def test_rowspan_and_colspan_stand_on_a_grid() -> None:
    source = read(
        "<table><caption>Ponds</caption><tr><th>Action</th><th colspan=2>When</th></tr>"
        "<tr><td rowspan=2>Dig</td><td>May</td><td>June</td></tr>"
        "<tr><td>July</td><td>August</td></tr></table>"
    )
    (table,) = source.tables()
    assert (table.title, table.columns) == ("Ponds", 3)
    assert [(c.column, c.spans, c.header) for c in table.rows[0].cells] == [
        (1, 1, True),
        (2, 2, True),
    ]
    assert [(c.column, c.covered, c.text) for c in table.rows[2].cells] == [
        (1, True, ""),
        (2, False, "July"),
        (3, False, "August"),
    ]


def test_a_row_that_ends_short_of_a_covered_cell_is_filled_up() -> None:
    source = read(
        "<table><tr><td>a</td><td>b</td><td rowspan=2>c</td></tr><tr><td>d</td></tr></table>"
    )
    (table,) = source.tables()
    assert [(c.column, c.covered) for c in table.rows[1].cells] == [
        (1, False),
        (2, False),
        (3, True),
    ]


def test_a_row_header_is_no_column_header() -> None:
    source = read(
        "<table><tr><th>Lead</th><th>When</th></tr><tr><th>Dig</th><td>May</td></tr></table>"
    )
    (table,) = source.tables()
    assert [[c.header for c in row.cells] for row in table.rows] == [[True, True], [False, False]]


def test_lists_and_breaks_in_cells_are_lines() -> None:
    source = read(
        "<table><tr><td>Lead<br>Ranger</td><td>By:<ul><li>one<ul><li>half</li></ul></li>"
        "<li><p>two</p></li></ul>done</td></tr><tr><td>x</td><td>y</td></tr></table>"
    )
    (table,) = source.tables()
    assert [line.text for line in table.rows[0].cells[0].lines] == ["Lead", "Ranger"]
    assert [(line.level, line.text) for line in table.rows[0].cells[1].lines] == [
        (0, "By:"),
        (1, "one"),
        (2, "half"),
        (1, "two"),
        (0, "done"),
    ]


def test_a_table_that_only_lays_out_the_page_is_seen_through() -> None:
    inner = "<table><tr><td>Dig</td><td>May</td><td>x</td></tr><tr><td>Fill</td><td>June</td><td>y</td></tr></table>"
    source = read(f"<table><tr><td>Menu</td><td><h1>Plan</h1>{inner}</td></tr></table>")
    assert [type(block).__name__ for block in source.blocks] == ["Paragraph", "Heading", "Table"]


def test_scripts_and_menus_are_ignored_and_hidden_words_said() -> None:
    source = read(
        "<nav>Home</nav><script>var x = '<p>no</p>';</script><style>p{}</style>"
        "<p>Seen</p><p style='display: none'>Unseen</p><p><s>Old</s> new <img src=x></p>"
    )
    assert texts(source) == ["Seen", "new"]
    assert {f.rule for f in source.findings} == {
        "hidden-text",
        "struck-out-text",
        "image-without-text",
    }


def test_a_declared_encoding_is_believed_and_latin_means_windows() -> None:
    page = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"></head><body><p>Children’s £5</p></body></html>'
    assert texts(read_source(page.encode("cp1252"), "a.html")) == ["Children’s £5"]
    assert texts(read("<p>&pound;5 &ndash; caf&eacute;&nbsp;&shy;</p>")) == ["£5 – café"]


def test_html_that_is_called_an_excel_file_is_read_and_the_name_said() -> None:
    page = (
        b"<table><tr><td>Action</td><td>Lead</td></tr><tr><td>Dig</td><td>Ranger</td></tr></table>"
    )
    source = read_source(page, "plan.xls")
    assert (source.format, [f.rule for f in source.findings]) == ("html", ["wrong-extension"])


def test_words_own_tags_stand_inside_paragraphs() -> None:
    assert texts(read("<p class=MsoNormal>One <o:p>pond</o:p> only</p>")) == ["One pond only"]


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="without text"):
        read("<div id=app></div>")
