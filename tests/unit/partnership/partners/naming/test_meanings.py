"""What a printed name means, and which bodies answer for it today."""

from __future__ import annotations

from oneplan.partnership.partners.naming.meanings import Known, Meanings, SettledName
from oneplan.partnership.partners.naming.names import Printed, Sort, Thing, key_of

OLD, NEW, COUNCIL = 1, 2, 3
TRUST = Known(Thing(Sort.ORGANISATION, OLD), "Fenland Care Trust", OLD, ended=True)
MEANT = Meanings(
    [
        TRUST,
        Known(Thing(Sort.ORGANISATION, NEW), "Fenland Care Board", NEW),
        Known(Thing(Sort.POST, 1), "Head of Nursing", OLD),
        Known(Thing(Sort.POST, 2), "Head of Service", NEW),
        Known(Thing(Sort.POST, 3), "Head of Service", COUNCIL),
        Known(Thing(Sort.BOARD, 1), "Care Forum"),
    ],
    [SettledName(Printed.LEAD, "The Matron", key_of("The Matron"), Thing(Sort.POST, 1))],
    {OLD: frozenset({NEW})},
)


def test_a_post_of_a_body_that_ended_is_answered_for_by_the_body_that_followed() -> None:
    assert MEANT.organisations_of(Printed.LEAD, "the matron") == {NEW}
    assert MEANT.is_own(Printed.LEAD, "Head of Nursing", frozenset({NEW, 9}))
    assert not MEANT.is_own(Printed.LEAD, "Head of Nursing", frozenset({COUNCIL}))


def test_the_body_that_ended_is_still_what_its_name_means() -> None:
    assert MEANT.of(Printed.PARTNER, "Fenland care trust") == TRUST


def test_a_title_that_two_bodies_have_means_neither_until_it_is_settled() -> None:
    assert MEANT.of(Printed.LEAD, "Head of Service") is None


def test_a_board_belongs_to_no_body() -> None:
    assert MEANT.of(Printed.GROUP, "Care Forum") is not None
    assert MEANT.organisations_of(Printed.GROUP, "Care Forum") == frozenset()


def test_a_name_that_nobody_knows_belongs_to_nobody() -> None:
    assert MEANT.organisations_of(Printed.LEAD, "Nobody") == frozenset()


def test_all_names_are_listed_with_what_they_mean() -> None:
    assert [
        (each.text, each.name) for each in MEANT.names if each.thing == Thing(Sort.POST, 1)
    ] == [
        ("Head of Nursing", "Head of Nursing"),
        ("The Matron", "Head of Nursing"),
    ]
