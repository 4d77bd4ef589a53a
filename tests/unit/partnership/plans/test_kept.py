"""Plans kept in memory: only the state that is asked for, and not more than fit."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from builders.live_plans import small_plan
from oneplan.partnership.plans.kept import KeptPlans
from oneplan.partnership.plans.parts.document import parts_of
from oneplan.partnership.plans.rows import Standing

PARTS = parts_of(small_plan())


def _standing(state: str) -> Standing:
    return Standing(1, state, PARTS)


def test_only_the_very_state_is_given() -> None:
    plans = KeptPlans()
    plans.keep(1, _standing("a"))
    assert plans.get(1, "a")
    assert plans.get(1, "b") is None
    assert plans.get(2, "a") is None


def test_a_newer_state_replaces_the_older_one() -> None:
    plans = KeptPlans()
    plans.keep(1, _standing("a"))
    newer = plans.keep(1, _standing("b"))
    assert plans.get(1, "a") is None
    assert plans.get(1, "b") is newer


def test_those_that_were_not_used_longest_go_first() -> None:
    plans = KeptPlans(most_parts=2 * len(PARTS))
    plans.keep(1, _standing("a"))
    plans.keep(2, _standing("a"))
    plans.get(1, "a")
    plans.keep(3, _standing("a"))
    assert [plan for plan in (1, 2, 3) if plans.get(plan, "a")] == [1, 3]


def test_a_plan_that_is_too_large_alone_is_kept_alone() -> None:
    plans = KeptPlans(most_parts=1)
    plans.keep(1, _standing("a"))
    plans.keep(2, _standing("a"))
    assert [plan for plan in (1, 2) if plans.get(plan, "a")] == [2]


def test_many_threads_do_not_lose_count() -> None:
    plans = KeptPlans(most_parts=3 * len(PARTS))

    def use(number: int) -> None:
        plans.keep(number % 7, _standing(str(number)))
        plans.get((number + 1) % 7, str(number))

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(use, range(500)))
    for plan in range(10, 13):
        plans.keep(plan, _standing("last"))
    assert all(plans.get(plan, "last") for plan in range(10, 13))


def test_the_document_is_made_once() -> None:
    kept = KeptPlans().keep(1, _standing("a"))
    assert kept.document is kept.document
    assert kept.document.title == "A plan for Fenshire"
