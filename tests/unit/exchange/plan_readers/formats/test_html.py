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


MENU = '<ul><li><a href="/">Home</a></li><li><a href="/news">News of the council</a></li></ul>'


@pytest.mark.parametrize(
    "frame",
    [
        '<div id="cookie-banner"><h2>Cookies</h2><p>We use essential cookies.</p></div>',
        '<a class="skip-link" href="#main">Skip to content</a>',
        f'<div class="breadcrumb">{MENU}</div>',
        f'<div role="navigation">{MENU}</div>',
        f'<div class="site-nav">{MENU}</div>',
        f"<aside>{MENU}</aside>",
        f"<header>{MENU}</header>",
        '<div class="site-footer">Contact the council</div>',
        '<div role="contentinfo">Contact the council</div>',
    ],
)
def test_what_frames_a_page_is_left_out_and_quoted(frame: str) -> None:
    source = read(f"{frame}<h1>Ponds</h1><p>Dig them.</p>")
    assert texts(source) == ["Ponds", "Dig them."]
    (finding,) = source.findings
    assert (finding.rule, finding.severity) == ("page-frame-left-out", "info")
    assert finding.quotes


@pytest.mark.parametrize(
    "part",
    [
        '<div class="banner header"><h1>Ponds</h1></div>',
        "<aside><p>Ponds</p></aside>",
        '<div class="card-footer">Ponds</div>',
        '<div class="social-care">Ponds</div>',
        '<div class="navigable">Ponds</div>',
    ],
)
def test_what_looks_like_a_frame_but_holds_the_text_is_kept(part: str) -> None:
    source = read(f"{part}<p>Dig.</p>")
    assert texts(source) == ["Ponds", "Dig."]
    assert not source.findings


def test_of_a_page_with_a_main_part_that_part_is_read() -> None:
    words = "<p>Every school digs a pond with the rangers.</p>" * 3
    source = read(f"<div>Eastmere</div><div><main><h1>Ponds</h1>{words}</main><p>Top</p></div>")
    assert texts(source)[0] == "Ponds"
    assert len(source.blocks) == 4
    (finding,) = source.findings
    assert finding.rule == "page-frame-left-out"
    assert set(finding.quotes) == {"Eastmere", "Top"}
    outside = read(f"<main><h1>Ponds</h1></main><div>{words}</div>")
    assert len(outside.blocks) == 4


def test_lists_of_labels_are_tables_and_other_definitions_are_not() -> None:
    source = read(
        "<dl><div><dt>Lead</dt><dd>Rangers</dd></div><dt>When</dt><dd><p>May</p></dd></dl>"
    )
    (table,) = source.tables()
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Lead", "Rangers"],
        ["When", "May"],
    ]
    several = read("<dl><dt>Leads</dt><dd>Rangers</dd><dd>Wardens</dd></dl>")
    assert texts(several) == ["Leads", "Rangers", "Wardens"]


def test_headings_by_role_style_or_with_a_button_and_sections_that_open_are_read() -> None:
    source = read(
        '<p class="MsoTitle">Ponds</p><div role="heading" aria-level="3">Aim</div>'
        "<h2><button>Theme 1</button></h2><div hidden=until-found>Dig</div>"
        "<details><summary>Theme 2</summary>Fill</details>"
    )
    headings = [block for block in source.blocks if isinstance(block, Heading)]
    assert [(h.text, h.level) for h in headings] == [("Ponds", 1), ("Aim", 3), ("Theme 1", 2)]
    assert texts(source)[3:] == ["Dig", "Theme 2", "Fill"]
    assert not source.findings
