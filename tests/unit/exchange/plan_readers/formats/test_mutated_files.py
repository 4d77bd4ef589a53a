from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from builders.documents.excel import write_xlsx
from builders.documents.pdf import write_pdf
from builders.documents.plain import write_csv, write_markdown, write_text
from builders.documents.sample import sample_blocks
from builders.documents.web import write_html
from builders.documents.word import write_docx
from builders.mutations import MUTATIONS, mutants
from builders.pace import at_this_pace
from oneplan.exchange.plan_readers.blocks import Block, UnreadableFile
from oneplan.exchange.plan_readers.formats.pdf.deadline import deadline
from oneplan.exchange.plan_readers.source import read_source

WRITERS: dict[str, tuple[Callable[[Iterable[Block]], bytes], int]] = {
    "docx": (write_docx, 4),
    "xlsx": (write_xlsx, 4),
    "html": (write_html, 2),
    "txt": (write_text, 2),
    "md": (write_markdown, 2),
    "csv": (write_csv, 2),
    "pdf": (write_pdf, 2),
}


@pytest.mark.parametrize("extension", WRITERS)
def test_no_broken_file_ends_in_anything_but_blocks_or_a_refusal(extension: str) -> None:
    write, rounds = WRITERS[extension]
    data = write(sample_blocks())
    read, refused = 0, 0
    for mutant in mutants(data, rounds * len(MUTATIONS), seed=7):
        try:
            with deadline(at_this_pace(10.0)):
                read_source(mutant.data, f"plan.{extension}")
        except UnreadableFile:
            refused += 1
        else:
            read += 1
    assert read
    assert refused


def test_mutants_are_the_same_every_time() -> None:
    data = write_text(sample_blocks())
    first, second = ([m.data for m in mutants(data, 40, seed=3)] for _ in range(2))
    assert first == second
    assert len(set(first)) > 30
