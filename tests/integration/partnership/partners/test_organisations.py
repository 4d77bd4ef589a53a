"""Bodies are added, renamed, ended with successors, and made one where they are one."""

from __future__ import annotations

from datetime import date

import pytest

from builders.partnerships import NOON, bodies, joined, started
from oneplan.partnership.audit.models import Event
from oneplan.partnership.partners.access import NotAllowed
from oneplan.partnership.partners.models import Alias, Organisation, Post, Succession
from oneplan.partnership.partners.naming.names import Printed, Sort, Thing
from oneplan.partnership.partners.operations.merging import merge, remove
from oneplan.partnership.partners.operations.organisations import (
    add_organisation,
    change_organisation,
    end_organisation,
)
from oneplan.partnership.partners.operations.posts import add_holding, add_post
from oneplan.partnership.partners.operations.settling import Choice, settle_names
from oneplan.partnership.partners.permissions import Role
from oneplan.partnership.partners.queries.names import meanings
from oneplan.partnership.partners.refusals import NotThere, Refused

pytestmark = pytest.mark.django_db
SPRING, AUTUMN = date(2013, 4, 1), date(2022, 7, 1)


def _body(number: int) -> Thing:
    return Thing(Sort.ORGANISATION, number)


def test_a_body_is_added_once_whatever_its_capitals() -> None:
    first = started()
    add_organisation(name="  Fenshire   Council ", kind="council", by=first, at=NOON)
    assert Organisation.objects.get().name == "Fenshire Council"
    with pytest.raises(Refused, match="There is “Fenshire Council” already"):
        add_organisation(name="FENSHIRE COUNCIL", by=first, at=NOON)
    with pytest.raises(Refused, match="Choose a kind"):
        add_organisation(name="Fenland Circus", kind="circus", by=first, at=NOON)


def test_another_partnership_may_have_a_body_of_the_same_name() -> None:
    bodies(started("One"), "Fenshire Council")
    assert bodies(started("Two"), "Fenshire Council")


def test_a_renamed_body_is_still_meant_by_its_former_name() -> None:
    first = started()
    (council,) = bodies(first, "Fenshire Council")
    change_organisation(organisation=council, name="Fens Council", by=first, at=NOON)
    known = meanings(first.partnership).of(Printed.PARTNER, "Fenshire council")
    assert known
    assert (known.thing, known.name) == (_body(council), "Fens Council")
    with pytest.raises(Refused, match="“Fens Council” already"):
        bodies(first, "Fenshire Council")


def test_a_body_may_take_back_its_former_name() -> None:
    first = started()
    (council,) = bodies(first, "Fenshire Council")
    for name in ("Fens Council", "Fenshire Council"):
        change_organisation(organisation=council, name=name, by=first, at=NOON)
    assert [alias.text for alias in Alias.objects.all()] == ["Fens Council"]


def test_successors_answer_for_a_body_that_ended_with_its_posts() -> None:
    first = started()
    trust, north, south, board = bodies(first, "Trust", "North Group", "South Group", "Care Board")
    add_post(title="Head of Nursing", organisation=trust, by=first, at=NOON)
    end_organisation(organisation=trust, on=SPRING, successors=[north, south], by=first, at=NOON)
    for group in (north, south):
        end_organisation(organisation=group, on=AUTUMN, successors=[board], by=first, at=NOON)
    then = meanings(first.partnership, date(2015, 1, 1))
    now = meanings(first.partnership)
    assert then.organisations_of(Printed.LEAD, "Head of Nursing") == {north, south}
    assert now.organisations_of(Printed.LEAD, "Head of Nursing") == {board}
    assert now.of(Printed.PARTNER, "Trust") is not None


def test_a_circle_of_successors_is_refused_and_nothing_is_changed() -> None:
    first = started()
    one, two = bodies(first, "One Trust", "Two Trust")
    end_organisation(organisation=one, on=SPRING, successors=[two], by=first, at=NOON)
    before = Event.objects.count()
    for body, later in ((two, one), (two, two)):
        with pytest.raises(Refused, match="followed"):
            end_organisation(organisation=body, on=AUTUMN, successors=[later], by=first, at=NOON)
    assert Organisation.objects.get(pk=two).ended is None
    assert (Succession.objects.count(), Event.objects.count()) == (1, before)


def test_successors_need_a_day_and_the_day_lies_after_the_first() -> None:
    first = started()
    one, two = bodies(first, "One Trust", "Two Trust")
    with pytest.raises(Refused, match="Enter the day"):
        end_organisation(organisation=one, on=None, successors=[two], by=first, at=NOON)
    change_organisation(organisation=one, name="One Trust", started=AUTUMN, by=first, at=NOON)
    with pytest.raises(Refused, match="must not be before"):
        end_organisation(organisation=one, on=SPRING, by=first, at=NOON)


def test_what_was_said_of_an_end_is_replaced_and_may_be_taken_back() -> None:
    first = started()
    one, two, three = bodies(first, "One Trust", "Two Trust", "Three Trust")
    end_organisation(organisation=one, on=SPRING, successors=[two], by=first, at=NOON)
    end_organisation(organisation=one, on=SPRING, successors=[three], by=first, at=NOON)
    assert Succession.objects.get().later_id == three
    end_organisation(organisation=one, on=None, by=first, at=NOON)
    assert not Succession.objects.exists()


def test_merging_moves_all_that_was_said_and_remembers_the_name() -> None:
    first = started()
    council, twin, trust = bodies(first, "Fenshire Council", "The Council", "Trust")
    post = add_post(title="Head of Roads", organisation=council, by=first, at=NOON)
    same = add_post(title="Head of roads", organisation=twin, by=first, at=NOON)
    add_holding(post=same, name="Cedar", by=first, at=NOON)
    settle_names(choices=[Choice(Printed.PARTNER, "Cncl", _body(twin))], by=first, at=NOON)
    end_organisation(organisation=twin, on=SPRING, successors=[trust, council], by=first, at=NOON)
    merge(thing=_body(twin), into=council, by=first, at=NOON)
    known = meanings(first.partnership)
    for text in ("Cncl", "The Council", "Fenshire Council"):
        assert known.of(Printed.PARTNER, text) == known.known(_body(council))
    assert [each.pk for each in Post.objects.all()] == [post]
    arrows = Succession.objects.values_list("earlier", "later")
    assert list(arrows) == [(council, trust)]


def test_bodies_of_one_chain_are_not_made_one() -> None:
    first = started()
    one, two, three = bodies(first, "One Trust", "Two Trust", "Three Trust")
    end_organisation(organisation=one, on=SPRING, successors=[two], by=first, at=NOON)
    end_organisation(organisation=two, on=AUTUMN, successors=[three], by=first, at=NOON)
    with pytest.raises(Refused, match="one chain"):
        merge(thing=_body(three), into=one, by=first, at=NOON)
    assert Organisation.objects.count() == 3
    with pytest.raises(Refused, match="another one"):
        merge(thing=_body(one), into=one, by=first, at=NOON)


def test_only_what_nothing_belongs_to_is_removed() -> None:
    first = started()
    one, two = bodies(first, "One Trust", "Two Trust")
    add_post(title="Head", organisation=one, by=first, at=NOON)
    settle_names(choices=[Choice(Printed.PARTNER, "2T", _body(two))], by=first, at=NOON)
    with pytest.raises(Refused, match="while it has posts"):
        remove(thing=_body(one), by=first, at=NOON)
    remove(thing=_body(two), by=first, at=NOON)
    assert [body.pk for body in Organisation.objects.all()] == [one]
    assert not Alias.objects.exists()


def test_bodies_of_another_partnership_are_not_there() -> None:
    first, other = started("One"), started("Two")
    (theirs,) = bodies(other, "Their Trust")
    (own,) = bodies(first, "Own Trust")
    with pytest.raises(NotThere):
        change_organisation(organisation=theirs, name="Mine", by=first, at=NOON)
    with pytest.raises(NotThere):
        end_organisation(organisation=own, on=SPRING, successors=[theirs], by=first, at=NOON)
    with pytest.raises(NotThere):
        merge(thing=_body(own), into=theirs, by=first, at=NOON)
    with pytest.raises(NotThere):
        remove(thing=_body(theirs), by=first, at=NOON)


def test_a_lead_officer_changes_no_bodies() -> None:
    first = started()
    (own,) = bodies(first, "Own Trust")
    lead = joined(first, "Birch", Role.LEAD_OFFICER, organisation=own)
    with pytest.raises(NotAllowed):
        change_organisation(organisation=own, name="Mine", by=lead, at=NOON)


def test_each_change_is_told_with_before_and_after_and_none_where_nothing_changed() -> None:
    first = started()
    (own,) = bodies(first, "Own Trust")
    change_organisation(organisation=own, name="Own Trust", kind="NHS body", by=first, at=NOON)
    change_organisation(organisation=own, name="Own Trust", kind="NHS body", by=first, at=NOON)
    event = Event.objects.get(operation="change_organisation")
    assert event.before
    assert event.after
    assert (event.before["kind"], event.after["kind"]) == ("", "NHS body")
    assert (event.subject, event.label) == (f"organisation:{own}", "Own Trust")
