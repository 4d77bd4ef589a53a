"""The proof: tables of whole numbers that agree with what is shown, checked apart from the search."""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp

from oneplan.evidence.disclosure.base_point import a_true_table, told_by
from oneplan.evidence.disclosure.part import Knowledge, Part
from oneplan.evidence.disclosure.pattern import protect
from oneplan.evidence.disclosure.witnesses import Line, values_left_open

SUM = sp.csr_array(np.array([[1, 0], [0, 1], [1, 1]]))
EXACT = np.array([0.0, 0.0, 43.0]), np.array([np.inf, np.inf, 43.0])
TRUTH = np.array([3, 40])


def left_open(*lines: Line) -> list[int]:
    return values_left_open(SUM, EXACT, np.array([0, 1]), lines).tolist()


def test_a_step_that_keeps_the_total_leaves_four_values_open() -> None:
    assert left_open(Line(TRUTH, np.array([1, -1]), back=2, ahead=1)) == [4, 4]


def test_a_step_that_changes_what_is_shown_proves_nothing() -> None:
    assert left_open(Line(TRUTH, np.array([1, 0]), back=2, ahead=1)) == [1, 1]


def test_a_table_with_fewer_than_nobody_proves_nothing() -> None:
    assert left_open(Line(TRUTH, np.array([1, -1]), back=4, ahead=0)) == [4, 4]
    assert left_open(Line(np.array([-1, 44]), np.array([0, 0]))) == [0, 0]


def test_the_search_withholds_the_cheapest_that_protects() -> None:
    rows = sp.csr_array(np.vstack([np.eye(3), np.ones((1, 3))]).astype(np.int64))
    truth = np.array([3, 40, 9])
    near = np.array([1.0, 40, 9, 52]), np.array([4.0, 40, 9, 52])
    far = np.array([1.0, 5, 5, 5]), np.full(4, np.inf)
    part = Part(
        rows=rows,
        knowledge=[Knowledge((near[0].copy(), near[1].copy()), far) for _ in range(2)],
        free=np.array([False, True, True, True]),
        nought=np.zeros(4, dtype=np.bool_),
        cost=np.array([0.0, 6.0, 4.0, 30.0]),
        protected=np.array([True, False, False, False]),
        truth=truth,
    )
    protect(part)
    assert part.free.tolist() == [False, True, False, True]
    assert part.exposed == []


def test_a_true_table_is_found_where_sums_leave_it_open_and_none_where_they_contradict() -> None:
    sums = sp.csr_array(np.array([[1, 1, 0], [0, 1, 1]]))
    counts = np.array([10.0, 12.0])
    found = a_true_table(sums, counts, counts)
    assert found is not None
    assert (sums @ found).tolist() == [10, 12]
    assert found.min() > 0
    wrong = sp.csr_array(np.array([[1, 1], [1, 0], [0, 1]]))
    clash = np.array([3.0, 5.0, 1.0])
    assert a_true_table(wrong, clash, clash) is None


def test_a_difference_is_told_where_the_cells_give_it_and_not_where_they_leave_it_open() -> None:
    known = sp.csr_array(np.array([[1, 1, 0], [1, 0, 0]]))
    asked = sp.csr_array(np.array([[0, 1, 0], [0, 0, 1]]))
    assert told_by(known, asked).tolist() == [True, False]
