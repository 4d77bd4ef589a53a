"""Documents made to be slow: four times the length takes about four times as long, not sixteen."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from oneplan.document.files import to_json
from oneplan.document.lint.lint import lint
from oneplan.document.phrases.measures import LONGEST
from oneplan.document.schema import Action, Baseline, Element, Measure, PlanDocument, Target
from oneplan.exchange.known import load_known
from oneplan.exchange.plan_readers.reading import Reading, read_plan

KNOWN = load_known()
HEADER = "Ref\tAction\tBy when\tProgress measure\tLead\n"
MOST_FOR_FOUR_TIMES = 8.0
"""Sixteen would be the square; the rest is for a machine that has other work to do."""
FEWEST_ROUNDS = 2
MOST_ROUNDS = 6
"""The best of each is taken: what else the machine does makes a round slower, never quicker."""


def _row_with(measures: str) -> str:
    return f"{HEADER}PO 1.0\tDig ponds\tMay 2031\t{measures}\tPond Warden\n"


def _steps(count: int) -> str:
    return "".join(f"from {step}% to {step + 1}% " for step in range(count))


def _measure_of_many_steps(count: int) -> str:
    steps = range(count)
    measure = Measure(
        text=_steps(count),
        kind="quantified",
        baselines=[Baseline(text=f"{step} in 100", value=step) for step in steps],
        targets=[Target(text=f"{step + 1} in 100", value=step + 1) for step in steps],
    )
    action = Action(text="Dig ponds", measures=[measure])
    part = Element(title="One", kind="outcome", actions=[action])
    return to_json(PlanDocument(title="Ponds", elements=[part]))


SHAPES: dict[str, tuple[str, Callable[[int], str], int]] = {
    "headings in capitals": (
        "txt",
        lambda n: "\n".join(f"POND {i} OF ALL" for i in range(n)),
        1000,
    ),
    "headings of one level": ("md", lambda n: "\n\n".join(f"# Pond {i}" for i in range(n)), 1000),
    "a measure of many steps": ("json", _measure_of_many_steps, 500),
    "a cell of many steps": ("txt", lambda n: _row_with(_steps(n)), 1500),
    "a row cut into many": ("txt", lambda n: _row_with("Dig") + "\tand\t\tup by 5%\t\n" * n, 1500),
    "pointers": ("txt", lambda n: _row_with("see PO 1.2 " * n), 1500),
    "rows of their own": ("txt", lambda n: HEADER + "PO 1.0\tDig\tMay 2031\t5%\tX\n" * n, 300),
    "open tags": ("html", lambda n: "<ul><li>a " * n, 800),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_four_times_the_length_takes_about_four_times_as_long(shape: str) -> None:
    ending, write, count = SHAPES[shape]
    short, long = write(count), write(4 * count)
    _seconds(write(50), ending)
    once, four_times = [], []
    for _ in range(MOST_ROUNDS):
        once.append(_seconds(short, ending))
        four_times.append(_seconds(long, ending))
        in_step = min(four_times) < MOST_FOR_FOUR_TIMES * max(min(once), 0.02)
        if in_step and len(once) >= FEWEST_ROUNDS:
            break
    assert in_step, (once, four_times)


def _seconds(text: str, ending: str) -> float:
    """Of processor time, so that other work on the machine does not count."""
    begun = time.process_time()
    _checked(text, ending)
    return time.process_time() - begun


def _checked(text: str, ending: str) -> Reading:
    reading = read_plan(text.encode(), f"ponds.{ending}")
    lint(reading.plan, KNOWN)
    return reading


@pytest.mark.parametrize("cell", ["1." * LONGEST, _steps(LONGEST // 10), "• up to 9% " * LONGEST])
def test_a_cell_as_long_as_a_book_is_one_measure_and_said(cell: str) -> None:
    reading = _checked(_row_with(cell), "txt")
    (action,) = reading.plan.elements[0].actions
    (measure,) = action.measures
    assert len(measure.text) > LONGEST
    assert not measure.targets
    assert "measure-too-long" in [finding.rule for finding in reading.findings]


def test_a_cell_as_long_as_a_page_is_taken_apart() -> None:
    reading = _checked(_row_with("• up to 9% of ponds " * 200), "txt")
    (action,) = reading.plan.elements[0].actions
    assert len(action.measures) == 200
    assert reading.findings == ()
