"""Real plans, where they lie beside the repository: every line and cell of them is read."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from builders.shared import SEEDS, WITHOUT_SEEDS
from oneplan.document.phrases.items import split_items
from oneplan.document.phrases.measures import read_measure
from oneplan.document.phrases.money import read_funding
from oneplan.document.phrases.pointers import brought_forward_from, find_cross_references
from oneplan.document.schema import Measure

pytestmark = pytest.mark.skipif(SEEDS is None, reason=WITHOUT_SEEDS)
_MARK_UP = re.compile(r"<[^>]+>")


def cells(file: str) -> Iterator[list[str]]:
    assert SEEDS is not None
    for line in next(SEEDS.glob(file)).read_text(encoding="utf-8").split("\n"):
        yield [_MARK_UP.sub(" ", cell) for cell in line.split("\t")]


def measures(file: str) -> Iterator[Measure]:
    for row in cells(file):
        for cell in row:
            for item in split_items(cell):
                yield read_measure(item)


@pytest.mark.parametrize("file", ["000_*", "001_*", "002_*", "003_*", "004_*"])
def test_every_part_of_a_reading_quotes_the_print_and_no_value_is_invented(file: str) -> None:
    for measure in measures(file):
        for part in (*measure.baselines, *measure.targets):
            assert part.text in measure.text
            if part.value is not None and part.value > 12:
                digits = f"{part.value:,.10g}"
                assert (
                    digits in measure.text
                    or digits.replace(",", "") in measure.text
                    or _in_words(part.text)
                )


def _in_words(text: str) -> bool:
    return bool(
        re.search(
            r"half|third|quarter|hundred|million|\dm\b|\dk\b|\d+ (?:in|out of) \d+",
            text,
            re.IGNORECASE,
        )
    )


def test_the_sums_of_an_action_plan_add_up_to_what_is_printed() -> None:
    funding = [
        part
        for row in cells("003_*")
        if len(row) > 3
        for part in read_funding(row[3])
        if part.amount is not None
    ]
    assert len(funding) == 51
    assert sum(part.amount or 0 for part in funding) == 26_292_496


def test_actions_brought_forward_and_cross_references_are_all_found() -> None:
    text = "\n".join(" ".join(row) for row in cells("003_*"))
    assert sum(brought_forward_from(line) is not None for line in text.split("\n")) == 9
    assert len(find_cross_references(text)) == 7
