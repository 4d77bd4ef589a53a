from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from oneplan.partnership.partners.tenure import Gap, Overlap, gaps_and_overlaps


@dataclass(frozen=True)
class Held:
    name: str
    start: date | None
    end: date | None


def _day(month: int, day: int) -> date:
    return date(2024, month, day)


def test_one_after_the_other_leaves_no_gap() -> None:
    times = [Held("Ash", None, _day(3, 31)), Held("Birch", _day(4, 1), None)]
    assert gaps_and_overlaps(times) == ([], [])


def test_days_without_anybody_are_told() -> None:
    times = [Held("Birch", _day(6, 1), None), Held("Ash", None, _day(3, 31))]
    assert gaps_and_overlaps(times) == ([Gap(_day(4, 1), _day(5, 31))], [])


def test_days_with_two_are_told() -> None:
    times = [Held("Ash", _day(1, 1), _day(4, 30)), Held("Birch", _day(4, 1), None)]
    assert gaps_and_overlaps(times) == (
        [],
        [Overlap(("Ash", "Birch"), _day(4, 1), _day(4, 30))],
    )


def test_whoever_stands_in_for_a_while_hides_no_gap_after_the_one_who_stays() -> None:
    times = [
        Held("Ash", _day(1, 1), _day(6, 30)),
        Held("Birch", _day(2, 1), _day(2, 28)),
        Held("Cedar", _day(8, 1), None),
    ]
    gaps, overlaps = gaps_and_overlaps(times)
    assert gaps == [Gap(_day(7, 1), _day(7, 31))]
    assert [each.names for each in overlaps] == [("Ash", "Birch")]


def test_a_post_that_nobody_holds_any_more_is_vacant_until_it_ends() -> None:
    times = [Held("Ash", _day(1, 1), _day(3, 31))]
    assert gaps_and_overlaps(times)[0] == [Gap(_day(4, 1), None)]
    assert gaps_and_overlaps(times, _day(5, 31))[0] == [Gap(_day(4, 1), _day(5, 31))]
    assert gaps_and_overlaps(times, _day(3, 31)) == ([], [])
    assert gaps_and_overlaps([]) == ([], [])


_DAYS = st.integers(0, 60).map(lambda days: date(2024, 1, 1) + timedelta(days))
_TIMES = st.tuples(_DAYS, _DAYS).map(lambda two: Held("Ash", min(two), max(two)))


@given(st.lists(_TIMES, min_size=1, max_size=8))
def test_every_day_is_held_or_in_a_gap_and_none_is_both(times: list[Held]) -> None:
    gaps, _ = gaps_and_overlaps(times, date(2024, 3, 31))
    first = min(time.start for time in times if time.start)
    for days in range((date(2024, 3, 31) - first).days + 1):
        day = first + timedelta(days)
        held = any((time.start or day) <= day <= (time.end or day) for time in times)
        free = any(gap.start <= day <= (gap.end or day) for gap in gaps)
        assert held != free
