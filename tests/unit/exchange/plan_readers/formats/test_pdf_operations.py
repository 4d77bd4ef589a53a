"""Content in plain order is read at once; content that is not is left to the slower parser."""

from __future__ import annotations

from io import BytesIO

import pdfplumber
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfminer.psparser import LIT

from builders.documents.pdf import write_pdf
from builders.documents.sample import sample_blocks
from oneplan.exchange.plan_readers.formats.pdf.operations import operations
from oneplan.exchange.plan_readers.formats.pdf.painted import painted


def test_operators_come_with_their_operands() -> None:
    content = b"q 1 0 0 -1.5 .5 +7 cm\n/F1 9 Tf [(Ab\\051c) -20 <41 4>] TJ % note\nT* Q"
    assert operations(content) == [
        ("q", []),
        ("cm", [1, 0, 0, -1.5, 0.5, 7]),
        ("Tf", [LIT("F1"), 9]),
        ("TJ", [[b"Ab)c", -20, b"A@"]]),
        ("T*", []),
        ("Q", []),
    ]


def test_strings_hold_brackets_and_escapes() -> None:
    content = b"(a (b) c) Tj (\\(\\\\\\n\\101\\\nz) '"
    assert operations(content) == [("Tj", [b"a (b) c"]), ("'", [b"(\\\nAz"])]


def test_properties_are_dictionaries() -> None:
    assert operations(b"/Span <</MCID 3 /Lang (en) /On true>> BDC EMC") == [
        ("BDC", [LIT("Span"), {"MCID": 3, "Lang": b"en", "On": True}]),
        ("EMC", []),
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"BI /W 1 /H 1 ID x EI",
        b"(never closed Tj",
        b"[1 2 TJ",
        b"1 2 ] TJ",
        b"<</A 1] BDC",
        b"{1} x",
        b"1.2.3 w",
        b"[" * 40 + b"]" * 40 + b" TJ",
    ],
)
def test_other_content_is_not_read(content: bytes) -> None:
    assert operations(content) is None


@settings(max_examples=60)
@given(st.binary(max_size=300))
def test_any_bytes_end_in_operators_or_in_nothing(content: bytes) -> None:
    found = operations(content)
    assert found is None or all(isinstance(name, str) for name, _ in found)


def test_the_pages_of_a_plan_look_the_same_to_the_library() -> None:
    data = write_pdf([*sample_blocks()] * 3)
    with pdfplumber.open(BytesIO(data)) as ours, pdfplumber.open(BytesIO(data)) as theirs:
        for page, other in zip(ours.pages, theirs.pages, strict=True):
            found = painted(page)
            assert [(each.text, each.x0, each.top) for each in found.characters] == [
                (each["text"], each["x0"], each["top"]) for each in other.chars
            ]
            assert len(found.edges) == len(other.edges)
