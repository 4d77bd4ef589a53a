"""A newer version of a plan's document offers exactly what was changed in it, whatever it was printed as."""

from __future__ import annotations

from importlib.resources import files
from random import Random

import pytest

from builders.changed_documents import Office
from builders.changed_texts import PrintedPlan
from builders.documents.excel import write_xlsx
from builders.documents.plain import write_text
from builders.documents.word import write_docx
from builders.layouts import Layout, in_layout_order, lay_out
from builders.newer_versions import apart, offered
from builders.plans import make_plan
from builders.shared import SEEDS, WITHOUT_SEEDS
from oneplan.document.files import from_yaml
from oneplan.document.schema import PlanDocument
from oneplan.exchange.plan_readers.reading import read_plan

_WRITERS = {"docx": write_docx, "xlsx": write_xlsx, "txt": write_text}


def _printed(plan: PlanDocument, kind: str, layout: int) -> PlanDocument:
    """A plan as it is read again from a document in one of many layouts."""
    blocks = lay_out(in_layout_order(plan), Layout.drawn(Random(layout)))
    return read_plan(_WRITERS[kind](blocks), f"plan.{kind}").plan


@pytest.mark.parametrize("kind", _WRITERS)
@pytest.mark.parametrize("seed", range(4))
def test_of_a_small_plan_exactly_what_was_changed_is_offered(kind: str, seed: int) -> None:
    old = in_layout_order(make_plan(seed))
    new = old.model_copy(deep=True)
    told = Office(new, Random(seed)).changed(7)
    items = offered(_printed(old, kind, seed), _printed(new, kind, seed))
    assert apart(told, items) == ([], [])


@pytest.mark.parametrize("seed", range(4, 8))
def test_other_headers_columns_and_pages_of_the_newer_document_are_no_difference(
    seed: int,
) -> None:
    old = in_layout_order(make_plan(seed))
    new = old.model_copy(deep=True)
    told = Office(new, Random(seed)).changed(7)
    items = offered(_printed(old, "docx", seed), _printed(new, "xlsx", seed + 100))
    assert apart(told, items) == ([], [])


def test_of_a_long_plan_exactly_what_was_changed_is_offered() -> None:
    example = files("oneplan.examples") / "worcestershire-2009-10.yaml"
    old = in_layout_order(from_yaml(example.read_text(encoding="utf-8")))
    new = old.model_copy(deep=True)
    told = Office(new, Random(3)).changed(20)
    items = offered(_printed(old, "docx", 3), _printed(new, "docx", 3))
    assert len(told) >= 15
    assert apart(told, items) == ([], [])


@pytest.mark.skipif(SEEDS is None, reason=WITHOUT_SEEDS)
@pytest.mark.parametrize("seed", range(3))
def test_twenty_changes_of_the_text_of_a_real_plan_are_offered_and_nothing_else(seed: int) -> None:
    assert SEEDS
    text = next(SEEDS.glob("003_*.txt")).read_text(encoding="utf-8")
    printed = PrintedPlan(text.split("\n"), Random(seed))
    told = printed.changed(20)
    before, after = (read_plan(each.encode(), "plan.txt").plan for each in (text, printed.text))
    assert len(told) == 20
    assert apart(told, offered(before, after)) == ([], [])
