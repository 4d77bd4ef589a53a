"""Lists of a partnership come in pages, each with what belongs to its own rows."""

from __future__ import annotations

from functools import partial

import pytest

from builders.furnished import MERGED, furnished
from builders.partnerships import NOON, bodies, started
from oneplan.partnership.partners.operations.posts import add_post
from oneplan.partnership.partners.operations.strategies import add_strategy
from oneplan.partnership.partners.queries.names_found import all_names, names_counted
from oneplan.partnership.partners.queries.organisations import (
    organisations,
    organisations_counted,
)
from oneplan.partnership.partners.queries.posts import posts, posts_counted
from oneplan.partnership.partners.queries.strategies import strategies, strategies_counted


@pytest.mark.django_db
def test_lists_come_in_pages_by_name_each_with_what_belongs_to_its_own_rows() -> None:
    first = started()
    made = furnished(first)
    here = first.partnership
    bodies(first, *(f"Fen {number:02}" for number in range(7)))
    for number in range(5):
        add_post(title=f"Head {number}", organisation=None, by=first, at=NOON)
        add_strategy(title=f"Wet Feet {number}", owner=None, by=first, at=NOON)
    for number, between in (
        (organisations_counted(here), partial(organisations, here)),
        (posts_counted(here), partial(posts, here, MERGED)),
        (strategies_counted(here), partial(strategies, here)),
        (names_counted(here), partial(all_names, here)),
    ):
        whole = between(0, 100)
        assert len(whole) == number > 0
        assert sum((between(start, start + 2) for start in range(0, number, 2)), ()) == whole
        assert between(number, number + 10) == ()
    names = [row.name for row in organisations(here, 0, 100)]
    assert names == sorted(names, key=str.casefold)
    (trust,) = (row for row in organisations(here, 0, 100) if row.id == made.trust)
    assert [each.id for each in trust.successors] == [made.care_board]
