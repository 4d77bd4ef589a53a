from __future__ import annotations

from builders.documents.blocks_made import table
from builders.documents.excel import write_xlsx
from builders.documents.layout import Layout
from builders.documents.plain import write_csv
from oneplan.exchange.plan_readers.blocks import Block, Heading, Paragraph, Table
from oneplan.exchange.plan_readers.source import read_source

HEADER = ("Action", "Lead", "By when")


def two_tables() -> list[Block]:
    return [
        Heading("Ponds", 1),
        table(
            HEADER,
            ("Dig", "Ranger", "May 2031"),
            ("For schools", "", ""),
            ("Dip", "Warden", "June 2031"),
        ),
        Heading("Woods", 1),
        Paragraph("What we want to see: more shade."),
        table(HEADER, ("Plant", "Ranger", "May 2032")),
        Paragraph("Looked at each quarter."),
    ]


def shapes(data: bytes, name: str) -> list[str | int]:
    blocks = read_source(data, name).blocks
    return [len(b.rows) if isinstance(b, Table) else b.text for b in blocks]


EXPECTED: list[str | int] = [
    "Ponds",
    4,
    "Woods",
    "What we want to see: more shade.",
    2,
    "Looked at each quarter.",
]


def test_tables_below_one_another_are_told_apart_with_the_words_between_them() -> None:
    assert shapes(write_xlsx(two_tables(), Layout(one_sheet=True)), "plan.xlsx") == EXPECTED
    assert shapes(write_csv(two_tables()), "plan.csv") == EXPECTED


def test_a_category_between_empty_rows_stays_in_its_table() -> None:
    text = "Action,Lead,By when\nDig,Ranger,May 2031\n,,\nFor schools,,\nDip 12 ponds,Warden,June 2031\n"
    (only,) = read_source(text.encode(), "plan.csv").tables()
    assert len(only.rows) == 4


def test_a_table_with_other_columns_has_its_own_width() -> None:
    glossary = table(("Term", "Meaning"), ("VP", "Valley plan"))
    blocks = [*two_tables(), Heading("Words", 1), glossary]
    tables = list(read_source(write_csv(blocks), "plan.csv").tables())
    assert [each.columns for each in tables] == [3, 3, 2]


def test_a_lead_in_a_row_of_its_own_before_a_repeated_header_stays_in_the_table() -> None:
    rows = "Action,Lead,By when\nDig,Partners,May 2031\n,Ranger,\nAction,Lead,By when\nFill,Warden,June\n"
    (only,) = read_source(rows.encode(), "plan.csv").tables()
    assert [row.cells[1].text for row in only.rows] == [
        "Lead",
        "Partners",
        "Ranger",
        "Lead",
        "Warden",
    ]
