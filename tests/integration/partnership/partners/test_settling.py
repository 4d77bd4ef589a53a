"""What printed names mean is settled one by one or all at once, remembered and taken back."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from builders.partnerships import NOON, bodies, joined, started
from oneplan.partnership.audit.models import Event
from oneplan.partnership.partners.access import NotAllowed
from oneplan.partnership.partners.models import Alias, Board, Organisation, Post
from oneplan.partnership.partners.naming.names import Printed, Sort, Thing
from oneplan.partnership.partners.naming.settling import NameInPlan, State
from oneplan.partnership.partners.operations.posts import add_post
from oneplan.partnership.partners.operations.settling import (
    Choice,
    New,
    forget_name,
    settle_names,
    settle_suggestions,
)
from oneplan.partnership.partners.operations.undoing import undo
from oneplan.partnership.partners.permissions import Role
from oneplan.partnership.partners.queries.names import (
    groups_of_names,
    meanings,
)
from oneplan.partnership.partners.queries.names_found import all_names, names_found
from oneplan.partnership.partners.refusals import NotThere, Refused

pytestmark = pytest.mark.django_db

PLAN = [
    NameInPlan(Printed.PARTNER, "Fenshire Council", 9),
    NameInPlan(Printed.PARTNER, "Fenshire  Councils"),
    NameInPlan(Printed.PARTNER, "Council members"),
    NameInPlan(Printed.PARTNER, "Fenland Trust", 3),
    NameInPlan(Printed.PARTNER, "Fenland trust"),
    NameInPlan(Printed.LEAD, "Head of Roads", 2),
    NameInPlan(Printed.LEAD, "Heads of Roads"),
    NameInPlan(Printed.GROUP, "Flood Panel"),
]


def _body(number: int) -> Thing:
    return Thing(Sort.ORGANISATION, number)


def test_a_choice_is_remembered_for_every_plan_that_prints_the_name() -> None:
    first = started()
    (council,) = bodies(first, "Fenshire Council")
    settle_names(choices=[Choice(Printed.PARTNER, "FCC", _body(council))], by=first, at=NOON)
    known = meanings(first.partnership).of(Printed.PARTNER, "fcc")
    assert known
    assert known.name == "Fenshire Council"
    (remembered,) = all_names(first.partnership, 0, 100)
    assert (remembered.text, remembered.thing) == ("FCC", _body(council))


def test_settled_names_are_found_by_their_words_by_what_they_mean_and_by_where_they_stand() -> None:
    first, second = started(), started("Brackland Partnership")
    (council,) = bodies(first, "Fenshire Council")
    settle_names(
        choices=[
            Choice(Printed.STRATEGY, "Dry_Feet 100%", New(Sort.STRATEGY, "Dry Feet")),
            Choice(Printed.PARTNER, "F.C.", _body(council)),
            Choice(Printed.PARTNER, "Borough", _body(council)),
        ],
        by=first,
        at=NOON,
    )

    def texts(words: str = "", kind: Printed | None = None) -> list[str]:
        return [each.text for each in names_found(first.partnership, words, kind)]

    assert texts() == ["Borough", "F.C.", "Dry_Feet 100%"]
    assert texts("council FENSHIRE") == ["Borough", "F.C."]
    assert texts("fc") == ["F.C."]
    assert texts("dry") == texts(kind=Printed.STRATEGY) == ["Dry_Feet 100%"]
    assert texts("fenshire", Printed.STRATEGY) == []
    assert list(names_found(second.partnership)) == []


def test_spellings_of_something_new_add_it_once() -> None:
    first = started()
    new = New(Sort.ORGANISATION, "Fenland Trust")
    texts = ("Fenland Trust", "FT", "The Fenland Trusts")
    settle_names(choices=[Choice(Printed.PARTNER, text, new) for text in texts], by=first, at=NOON)
    assert Organisation.objects.get().name == "Fenland Trust"
    assert {alias.text for alias in Alias.objects.all()} == {"FT", "The Fenland Trusts"}


def test_a_name_settled_anew_means_the_other_from_then_on() -> None:
    first = started()
    one, two = bodies(first, "One Trust", "Two Trust")
    for body in (one, two):
        settle_names(choices=[Choice(Printed.PARTNER, "Trust", _body(body))], by=first, at=NOON)
    assert Alias.objects.get().organisation_id == two
    last = Event.objects.of_stream(first.partnership.key).last()
    assert last
    assert last.before
    assert last.after
    assert (last.before["name"], last.after["name"]) == ("One Trust", "Two Trust")


def test_settling_what_is_settled_changes_nothing() -> None:
    first = started()
    (council,) = bodies(first, "Fenshire Council")
    choice = Choice(Printed.PARTNER, "FCC", _body(council))
    assert settle_names(choices=[choice], by=first, at=NOON)
    assert settle_names(choices=[choice], by=first, at=NOON) == ""


def test_all_sure_suggestions_are_settled_at_once_and_the_others_left() -> None:
    first = started()
    bodies(first, "Fenshire Council")
    settle_suggestions(names=PLAN, acronyms={}, new=False, by=first, at=NOON)
    assert [alias.text for alias in Alias.objects.all()] == ["Fenshire Councils"]
    settle_suggestions(names=PLAN, acronyms={}, new=True, by=first, at=NOON)
    left = groups_of_names(first.partnership, PLAN, {})
    assert {group.state for group in left} == {State.SETTLED}
    assert [board.name for board in Board.objects.all()] == ["Flood Panel"]
    assert [post.name for post in Post.objects.all()] == ["Head of Roads"]


def test_what_was_settled_at_once_is_taken_back_at_once() -> None:
    first = started()
    (council,) = bodies(first, "Fenshire Council")
    batch = settle_suggestions(names=PLAN, acronyms={}, new=True, by=first, at=NOON)
    undo(batch=batch, by=first, at=NOON)
    assert not Alias.objects.exists()
    assert not Post.objects.exists()
    assert [body.pk for body in Organisation.objects.all()] == [council]


def test_taking_back_restores_what_a_name_meant_before() -> None:
    first = started()
    one, two = bodies(first, "One Trust", "Two Trust")
    settle_names(choices=[Choice(Printed.PARTNER, "Trust", _body(one))], by=first, at=NOON)
    batch = settle_names(choices=[Choice(Printed.PARTNER, "Trust", _body(two))], by=first, at=NOON)
    undo(batch=batch, by=first, at=NOON)
    assert Alias.objects.get().organisation_id == one


def test_taking_back_leaves_what_was_used_or_settled_anew_since() -> None:
    first = started()
    (council,) = bodies(first, "Fenshire Council")
    new = New(Sort.ORGANISATION, "Fenland Trust")
    choices = [Choice(Printed.PARTNER, text, new) for text in ("Fenland Trust", "FT", "Fens Trust")]
    batch = settle_names(choices=choices, by=first, at=NOON)
    trust = Organisation.objects.get(name="Fenland Trust").pk
    settle_names(choices=[Choice(Printed.PARTNER, "FT", _body(council))], by=first, at=NOON)
    add_post(title="Head", organisation=trust, by=first, at=NOON)
    undo(batch=batch, by=first, at=NOON)
    assert Organisation.objects.filter(pk=trust).exists()
    assert Alias.objects.get().organisation_id == council


def test_a_forgotten_name_means_nothing_again() -> None:
    first, other = started("One"), started("Two")
    (council,) = bodies(first, "Fenshire Council")
    settle_names(choices=[Choice(Printed.PARTNER, "FCC", _body(council))], by=first, at=NOON)
    number = Alias.objects.get().pk
    with pytest.raises(NotThere):
        forget_name(alias=number, by=other, at=NOON)
    forget_name(alias=number, by=first, at=NOON)
    assert meanings(first.partnership).of(Printed.PARTNER, "FCC") is None


def test_a_name_cannot_mean_what_is_another_partnerships() -> None:
    first, other = started("One"), started("Two")
    (theirs,) = bodies(other, "Their Trust")
    with pytest.raises(NotThere):
        settle_names(choices=[Choice(Printed.PARTNER, "T", _body(theirs))], by=first, at=NOON)
    batch = settle_names(choices=[Choice(Printed.PARTNER, "T", _body(theirs))], by=other, at=NOON)
    with pytest.raises(NotThere):
        undo(batch=batch, by=first, at=NOON)


def test_something_new_needs_a_name() -> None:
    choice = Choice(Printed.PARTNER, "FT", New(Sort.ORGANISATION, "  "))
    with pytest.raises(Refused, match="Enter the name of the organisation"):
        settle_names(choices=[choice], by=started(), at=NOON)


def test_a_viewer_settles_nothing() -> None:
    viewer = joined(started(), "Birch", Role.VIEWER)
    with pytest.raises(NotAllowed):
        settle_suggestions(names=PLAN, acronyms={}, new=True, by=viewer, at=NOON)


def test_a_hundred_names_take_no_more_queries_than_one(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    first = started()
    (council,) = bodies(first, "Fenshire Council")
    choices = [Choice(Printed.PARTNER, f"Name {each}", _body(council)) for each in range(100)]
    with django_assert_max_num_queries(16):
        batch = settle_names(choices=choices, by=first, at=NOON)
    with django_assert_max_num_queries(3):
        meanings(first.partnership)
    with django_assert_max_num_queries(40):
        undo(batch=batch, by=first, at=NOON)
