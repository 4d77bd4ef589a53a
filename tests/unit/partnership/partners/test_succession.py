"""Bodies that end, split and merge, and who answers for them."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from oneplan.partnership.partners.succession import (
    Follows,
    answering_on,
    generations,
    reached,
    runs_in_a_circle,
)

TRUST, GROUP, BOARD, OTHER_GROUP, COUNCIL = range(1, 6)
SPRING, AUTUMN = date(2013, 4, 1), date(2022, 7, 1)
HEALTH = [
    Follows(TRUST, GROUP, SPRING),
    Follows(TRUST, OTHER_GROUP, SPRING),
    Follows(GROUP, BOARD, AUTUMN),
    Follows(OTHER_GROUP, BOARD, AUTUMN),
]
ARROWS = st.lists(st.tuples(st.integers(1, 8), st.integers(1, 8)), max_size=14)


def _arrows(followed: list[Follows]) -> list[tuple[int, int]]:
    return [(each.earlier, each.later) for each in followed]


def test_the_parts_of_a_split_body_answer_for_it_until_they_merge() -> None:
    assert answering_on(date(2015, 1, 1), HEALTH) == {TRUST: {GROUP, OTHER_GROUP}}


def test_the_last_of_the_chain_answers_for_all_before_it() -> None:
    assert answering_on(AUTUMN, HEALTH) == {TRUST: {BOARD}, GROUP: {BOARD}, OTHER_GROUP: {BOARD}}


def test_nobody_answers_for_a_body_before_it_is_followed() -> None:
    assert answering_on(date(2013, 3, 31), HEALTH) == {}


def test_a_chain_is_told_from_first_to_last_with_each_body_once() -> None:
    assert generations(GROUP, _arrows(HEALTH)) == [[TRUST], [GROUP], [BOARD]]
    assert generations(TRUST, _arrows(HEALTH)) == [[TRUST], [GROUP, OTHER_GROUP], [BOARD]]
    assert generations(COUNCIL, _arrows(HEALTH)) == [[COUNCIL]]


def test_a_body_that_follows_its_own_follower_is_a_circle() -> None:
    assert runs_in_a_circle([(TRUST, GROUP), (GROUP, BOARD), (BOARD, TRUST)])
    assert runs_in_a_circle([(TRUST, TRUST)])
    assert not runs_in_a_circle([(TRUST, GROUP), (TRUST, BOARD), (GROUP, BOARD)])


@given(ARROWS)
def test_a_circle_is_where_something_reaches_itself(arrows: list[tuple[int, int]]) -> None:
    def back_to(start: int) -> bool:
        return any(
            one == start and (other == start or start in reached(other, arrows) | {other})
            for one, other in arrows
        )

    assert runs_in_a_circle(arrows) == any(back_to(start) for start, _ in arrows)


@given(ARROWS)
def test_who_answers_was_followed_by_nobody(arrows: list[tuple[int, int]]) -> None:
    onward = {(one, other) for one, other in arrows if one < other}
    answers = answering_on(SPRING, [Follows(one, other, SPRING) for one, other in sorted(onward)])
    followed = {one for one, _ in onward}
    assert set(answers) == followed
    for start, last in answers.items():
        assert last
        assert last == reached(start, onward) - followed


def test_a_long_chain_needs_no_deep_stack() -> None:
    chain = [Follows(each, each + 1, SPRING) for each in range(5000)]
    assert answering_on(SPRING, chain)[0] == {5000}
    assert not runs_in_a_circle((each.earlier, each.later) for each in chain)
