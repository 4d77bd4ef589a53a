from __future__ import annotations

import pytest
import typst

from builders.documents.blocks_made import grid, table, texts_of
from builders.documents.layout import Layout
from builders.documents.pdf import write_pdf
from builders.documents.sample import actions
from oneplan.exchange.plan_readers.blocks import Heading, Paragraph, UnreadableFile
from oneplan.exchange.plan_readers.source import read_source

SENTENCES = [
    f"{name} Lane will be widened along the towpath so that two chairs can pass each other, and "
    f"benches will be set by the {name.lower()} where people asked for them at the open day."
    for name in (
        "Alder Ash Aspen Beech Birch Box Cedar Cherry Elder Elm Fir Hazel Holly Ivy Larch Lime "
        "Maple Oak Pine Plum Rowan Spindle Walnut Yew"
    ).split()
]


def test_columns_are_read_one_after_the_other() -> None:
    data = write_pdf(
        [Paragraph(sentence) for sentence in SENTENCES],
        Layout(text_columns=2, landscape=False, text_size=11.0),
    )
    assert texts_of(read_source(data, "plan.pdf").blocks) == SENTENCES


def test_running_headers_are_kept_once_and_page_numbers_never() -> None:
    data = write_pdf(
        [Paragraph(sentence) for sentence in SENTENCES * 3],
        Layout(landscape=False, text_size=14.0, running_header="Canal board 2031"),
    )
    source = read_source(data, "plan.pdf")
    assert source.blocks[-1].source.page == 5
    first, *others = texts_of(source.blocks)
    assert first == "Canal board 2031"
    assert others == SENTENCES * 3


def test_footers_are_left_out_from_the_first_page_on() -> None:
    body = " ".join(SENTENCES)
    data = _set(f"#set page(footer: [Version 2 of the canal plan], height: 12cm)\n{body}")
    assert texts_of(read_source(data, "plan.pdf").blocks) == [body]


def test_larger_type_makes_headings_in_order_of_size() -> None:
    data = write_pdf([Heading("Plan", 1), Heading("Ponds", 2), *map(Paragraph, SENTENCES[:4])])
    assert [
        (b.text, b.level) for b in read_source(data, "plan.pdf").blocks if isinstance(b, Heading)
    ] == [("Plan", 1), ("Ponds", 2)]


@pytest.mark.parametrize("rules", ["horizontal", "none"])
def test_a_table_without_vertical_lines_keeps_its_columns(rules: str) -> None:
    written = table(
        ("Action", "Lead", "By when"),
        ("Widen the towpath by the lock", "Ranger", "May 2031"),
        ("Set six benches", "Warden", "June 2031"),
        ("Cut back the reeds", "Canal Trust", "July 2031"),
    )
    data = write_pdf([Paragraph(SENTENCES[0]), written], Layout(rules=rules, text_size=10.0))  # type: ignore[arg-type]
    (read,) = read_source(data, "plan.pdf").tables()
    assert grid(read) == grid(written)


def test_words_broken_at_their_hyphen_are_put_together() -> None:
    cell = (
        "A multi-agency cross-border co-ordination well-being drop-in follow-up early-years group"
    )
    written = table(("Action", "Lead"), (cell, "Ranger"))
    data = write_pdf([written], Layout(widths=(0.13, 0.87), text_size=12.0))
    (read,) = read_source(data, "plan.pdf").tables()
    assert read.rows[1].cells[0].text == cell


def test_a_damaged_pdf_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="damaged") as refusal:
        read_source(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", "plan.pdf")
    assert refusal.value.cure


def test_a_pdf_cut_short_never_passes_for_whole_text() -> None:
    data = write_pdf([actions()])
    with pytest.raises(UnreadableFile):
        read_source(data[len(data) // 2 :], "plan.pdf")


def test_a_column_that_is_empty_on_a_page_is_known_from_the_page_before() -> None:
    written = table(
        ("Action", "Money", "Lead"),
        ("Widen the towpath by the lock", "£4,000", "Ranger"),
        ("Set six benches", "£900", "Warden"),
        ("Cut back the reeds", "", "Canal Trust"),
        ("Mend the stile", "", "Ranger"),
        ("Paint the bridge", "", "Warden"),
    )
    layout = Layout(rules="none", rows_per_page=2, repeat_header=False, text_size=10.0)
    tables = list(read_source(write_pdf([written], layout), "plan.pdf").tables())
    assert [each.columns for each in tables[:2]] == [3, 3]
    assert [cell.text for cell in tables[1].rows[0].cells] == [
        "Cut back the reeds",
        "",
        "Canal Trust",
    ]


def test_words_after_a_list_in_a_cell_are_no_part_of_its_last_item() -> None:
    lines = [
        "By:",
        "•widening the towpath from the lock down to the mill and on to the bridge",
        "(begun in an earlier year)",
    ]
    written = table(("Action", "Lead"), (lines, "Ranger"))
    data = write_pdf([written], Layout(widths=(0.25, 0.75), text_size=11.0))
    (read,) = read_source(data, "plan.pdf").tables()
    assert [(line.bullet, line.text) for line in read.rows[1].cells[0].lines] == [
        (False, "By:"),
        (True, "widening the towpath from the lock down to the mill and on to the bridge"),
        (False, "(begun in an earlier year)"),
    ]


def _set(markup: str) -> bytes:
    made = typst.compile(markup.encode())
    assert isinstance(made, bytes)
    return made


def test_rows_striped_with_shades_keep_their_columns() -> None:
    data = _set("""
      #set page(flipped: true)
      #table(columns: (1fr, 4fr, 2fr), stroke: none,
        fill: (x, y) => if calc.even(y) { luma(80%) },
        [*Ref*], [*Action*], [*Lead*],
        [W1], [Widen the towpath below the lock so that two chairs can pass], [Canal Ranger],
        [W2], [Set six benches], [Lock Warden],
        [W3], [Cut back the reeds before the spring], [Canal Trust])
    """)
    (read,) = read_source(data, "plan.pdf").tables()
    assert [row[0] for row in grid(read)] == ["Ref", "W1", "W2", "W3"]
    assert [row[2] for row in grid(read)] == ["Lead", "Canal Ranger", "Lock Warden", "Canal Trust"]


def test_boxes_beside_one_another_are_read_one_after_the_other() -> None:
    data = _set("""
      #set page(flipped: true)
      #let panel(title, body) = rect(width: 100%, height: 5cm)[*#title*#parbreak()#body]
      #grid(columns: 3, gutter: 6pt,
        panel("Boats", [- Open the basin to small boats
          - Teach twelve lock keepers]),
        panel("Banks", [- Plant the banks with willow and alder where they slip]),
        panel("People", [- Ask walkers each spring]))
    """)
    blocks = read_source(data, "plan.pdf").blocks
    assert texts_of(blocks) == [
        "Boats",
        "Open the basin to small boats",
        "Teach twelve lock keepers",
        "Banks",
        "Plant the banks with willow and alder where they slip",
        "People",
        "Ask walkers each spring",
    ]


def test_boxes_in_rows_and_columns_are_a_table() -> None:
    rows = [("Ref", "Action"), ("B1", "Dredge the basin"), ("B2", "Mend the weir")]
    panels = "".join(f"rect(width: 100%)[{text}]," for row in rows for text in row)
    data = _set(f"#grid(columns: (3cm, 8cm), gutter: 5pt, {panels})")
    (read,) = read_source(data, "plan.pdf").tables()
    assert [tuple(row) for row in grid(read)] == rows


def test_words_that_a_line_end_hyphenates_are_closed_up() -> None:
    words = "Multidisciplinary neighbourhood partnerships investigate straightforwardly. " * 12
    data = _set(f'#set page(width: 7cm)\n#set text(hyphenate: true, lang: "en")\n{words}')
    (read,) = texts_of(read_source(data, "plan.pdf").blocks)
    assert read == words.strip()


def test_marks_of_footnotes_are_no_part_of_the_words() -> None:
    words = "Boats that pass rise from 40 to 65%#footnote[Counted at the lock.] by May 2031."
    data = _set(f'#set text(font: "New Computer Modern")\n{words}')
    assert "Boats that pass rise from 40 to 65% by May 2031." in texts_of(
        read_source(data, "plan.pdf").blocks
    )


def test_rows_without_rules_are_told_by_their_numbers() -> None:
    rows = [("No", "Action", "Lead")]
    rows += [
        (f"2.{n}", f"Mend the railings of footbridge {n} and paint them", "Canal Ranger")
        for n in range(1, 6)
    ]
    cells = "".join(f"[{text}]," for row in rows for text in row)
    data = _set(
        f"#grid(columns: (1.5cm, 5cm, 4cm), column-gutter: 12pt, row-gutter: 0.7em, {cells})"
    )
    (read,) = read_source(data, "plan.pdf").tables()
    assert [tuple(row) for row in grid(read)] == rows


def test_traffic_lights_without_words_are_said() -> None:
    lights = ("red", "orange", "green")
    rows = "".join(
        f"[W{n}], [Mend footbridge {n}], table.cell(fill: {light})[],"
        for n, light in enumerate(lights)
    )
    source = read_source(_set(f"#table(columns: 3, [Ref], [Action], [RAG], {rows})"), "plan.pdf")
    (finding,) = source.findings
    assert finding.rule == "colour-without-words"
    assert finding.source.page == 1


def test_a_header_without_a_rule_above_it_belongs_to_its_table() -> None:
    rows = [
        ("Boats each summer", "2031", "2032"),
        ("Up the cut", "310", "340"),
        ("Down", "90", "95"),
    ]
    cells = "".join(f"[{text}]," for row in rows for text in row)
    table_markup = f"#table(columns: (6cm, 3cm, 3cm), stroke: (x, y) => (bottom: 0.5pt), {cells})"
    data = _set(f"{SENTENCES[0]}\n\n{table_markup}\n\n{SENTENCES[1]}\n\n{table_markup}")
    read = [grid(each) for each in read_source(data, "plan.pdf").tables()]
    assert read == [[list(row) for row in rows]] * 2


def test_a_box_beside_the_text_is_read_after_it() -> None:
    body = " ".join(SENTENCES[:6])
    data = _set(f"""
      #grid(columns: (2fr, 1fr), column-gutter: 8mm, [{body}],
        rect(fill: luma(90%), stroke: none, inset: 7pt)[#text(size: 14pt)[310 boats a year
        #parbreak() 12 locks in the plan]])
    """)
    assert texts_of(read_source(data, "plan.pdf").blocks) == [
        body,
        "310 boats a year",
        "12 locks in the plan",
    ]


def test_a_page_set_on_its_side_is_read_upright() -> None:
    rows = [("Ref", "Action", "Lead"), ("S1", "Rehang the sluice at Hatch Lock", "Lock Warden")]
    cells = "".join(f"[{text}]," for row in rows for text in row)
    data = _set(f"#rotate(-90deg, reflow: true, table(columns: (2cm, 9cm, 4cm), {cells}))")
    (read,) = read_source(data, "plan.pdf").tables()
    assert [tuple(row) for row in grid(read)] == rows


def test_a_label_up_the_side_of_a_table_is_read() -> None:
    data = _set("""
      #table(columns: (1cm, 6cm, 4cm), [], [Action], [Lead],
        table.cell(rowspan: 2, rotate(-90deg, reflow: true)[*Boats and banks*]),
        [Rehang the sluice at Hatch Lock before the season begins in April], [Lock Warden],
        [Plant willows along the bank between the two weirs of the mill], [Canal Trust])
    """)
    (read,) = read_source(data, "plan.pdf").tables()
    assert [row[0] for row in grid(read)] == ["", "Boats and banks", ""]
