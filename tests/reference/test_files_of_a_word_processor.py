"""One made-up plan as LibreOffice 7.4 saved it in four formats; nothing was corrected by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from oneplan.document.differences.compare import compare_plans
from oneplan.exchange.plan_readers.reading import read_plan

FILES = Path(__file__).parent / "files"


@pytest.mark.parametrize("ending", ["html", "xlsx", "pdf"])
def test_a_plan_reads_the_same_from_each_file_a_word_processor_saves(ending: str) -> None:
    expected, read = (
        read_plan((FILES / name).read_bytes(), name).plan
        for name in ("canal.docx", f"canal.{ending}")
    )
    assert [change.words for change in compare_plans(expected, read)] == []


@pytest.mark.parametrize("ending", ["docx", "html", "xlsx", "pdf"])
def test_words_and_lines_cut_by_narrow_columns_are_put_together(ending: str) -> None:
    plan = read_plan((FILES / f"canal.{ending}").read_bytes(), f"canal.{ending}").plan
    text = plan.model_dump_json()
    for words in (
        "supported accommodation to every lock keeper",
        "raise the percentage from 41%",
        "Underachievement among apprentices",
        "Apprenticeships Coordinator",
        "14 – 19 programme of boatbuilding",
        "Effective mooring – a scheme that boaters trust",
    ):
        assert words in text
