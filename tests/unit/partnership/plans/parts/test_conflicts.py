"""Two people at one plan: what fits goes through, what does not is told with both texts."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings

from builders.changed_plans import EDITED_BY_TWO
from oneplan.document.schema import Action, Element, PlanDocument
from oneplan.partnership.plans.parts.changes import Change, applied, values_of
from oneplan.partnership.plans.parts.conflicts import Conflict, conflicts, merged
from oneplan.partnership.plans.parts.document import parts_of
from oneplan.partnership.plans.parts.editing.fields import with_fields
from oneplan.partnership.plans.parts.editing.moving import moved
from oneplan.partnership.plans.parts.editing.tree import added, removed
from oneplan.partnership.plans.parts.part import Parts

SEEN = parts_of(
    PlanDocument(
        title="Fenshire",
        elements=[
            Element(
                id="safe",
                kind="outcome",
                title="Safe",
                actions=[Action(id="one", text="Train staff"), Action(id="two", text="Visit")],
            ),
            Element(id="well", kind="outcome", title="Well"),
        ],
    )
)


def _after(changes: Sequence[Change]) -> Parts:
    return applied(SEEN, changes)


def test_the_same_field_changed_to_something_else_is_a_conflict_with_all_three_texts() -> None:
    theirs = _after(with_fields(SEEN, "one", {"text": "Train nurses"}))
    mine = with_fields(SEEN, "one", {"text": "Train all staff", "status": "green"})
    result = merged(mine, theirs)
    assert result.conflicts == (
        Conflict(
            "changed", "action", "one", "text", "Train staff", "Train all staff", "Train nurses"
        ),
    )
    assert applied(theirs, result.fitting)["one"]["status"] == "green"
    assert applied(theirs, result.fitting)["one"]["text"] == "Train nurses"


def test_who_chooses_their_own_text_replaces_the_other() -> None:
    theirs = _after(with_fields(SEEN, "one", {"text": "Train nurses"}))
    mine = with_fields(SEEN, "one", {"text": "Train all staff"})
    result = merged(mine, theirs, mine=[("one", "text")])
    assert result.conflicts == ()
    assert applied(theirs, result.fitting)["one"]["text"] == "Train all staff"


def test_the_same_change_made_by_both_is_no_conflict_and_nothing_to_do() -> None:
    mine = with_fields(SEEN, "one", {"text": "Train nurses"})
    result = merged(mine, _after(mine))
    assert (result.fitting, result.conflicts) == ((), ())


def test_what_was_removed_cannot_be_changed() -> None:
    mine = with_fields(SEEN, "one", {"text": "Train all staff"})
    found = conflicts(mine, _after(removed(SEEN, "one")))
    assert [(each.kind, each.key) for each in found] == [("gone", "one")]


def test_what_was_changed_since_is_not_removed_unasked() -> None:
    theirs = _after(with_fields(SEEN, "one", {"text": "Train nurses"}))
    mine = removed(SEEN, "safe")
    result = merged(mine, theirs)
    assert {(each.kind, each.key) for each in result.conflicts} == {
        ("removing", "one"),
        ("removing", "safe"),
    }
    assert "two" not in applied(theirs, result.fitting)
    sure = merged(mine, theirs, mine=[("one", ""), ("safe", "")])
    assert "safe" not in applied(theirs, sure.fitting)


def test_what_was_put_below_a_removed_part_goes_only_when_that_is_chosen() -> None:
    theirs = _after(added(SEEN, "action", "well", {"text": "Walk to school"}, key="new"))
    mine = removed(SEEN, "well")
    assert [each.place for each in conflicts(mine, theirs)] == [("well", "")]
    sure = merged(mine, theirs, mine=[("well", "")])
    assert sure.conflicts == ()
    assert "new" not in applied(theirs, sure.fitting)


def test_what_is_added_below_a_removed_part_has_no_home() -> None:
    theirs = _after(removed(SEEN, "well"))
    mine = added(SEEN, "action", "well", {"text": "Walk to school"}, key="new")
    assert [each.kind for each in conflicts(mine, theirs)] == ["homeless"]


def test_two_elements_are_not_put_below_each_other() -> None:
    theirs = _after(moved(SEEN, "safe", "well"))
    found = conflicts(moved(SEEN, "well", "safe"), theirs)
    assert [(each.kind, each.key) for each in found] == [("homeless", "well")]


def test_a_part_added_twice_by_one_form_is_added_once() -> None:
    mine = added(SEEN, "action", "well", {"text": "Walk to school"}, key="new")
    assert merged(mine, _after(mine)).fitting == ()


@given(EDITED_BY_TWO)
@settings(max_examples=30)
def test_what_fits_can_always_be_made(
    edits: tuple[Parts, Sequence[Change], Sequence[Change]],
) -> None:
    seen, theirs, mine = edits
    now = applied(seen, theirs)
    result = merged(mine, now)
    after = applied(now, result.fitting)
    if not result.conflicts:
        assert merged(mine, after).fitting == ()


@given(EDITED_BY_TWO)
@settings(max_examples=30)
def test_edits_of_different_parts_do_not_conflict_unless_one_takes_the_others_hold(
    edits: tuple[Parts, Sequence[Change], Sequence[Change]],
) -> None:
    seen, theirs, mine = edits
    apart = not {change.key for change in theirs} & {change.key for change in mine}
    found = conflicts(mine, applied(seen, theirs))
    if apart:
        assert {each.kind for each in found} <= {"homeless", "removing"}


@given(EDITED_BY_TWO)
@settings(max_examples=30)
def test_changes_of_what_is_still_as_it_was_seen_do_not_conflict(
    edits: tuple[Parts, Sequence[Change], Sequence[Change]],
) -> None:
    seen, _, mine = edits
    assert conflicts(mine, seen) == ()
    assert applied(seen, merged(mine, seen).fitting) == applied(seen, mine)


@given(EDITED_BY_TWO)
@settings(max_examples=30)
def test_nothing_that_the_first_did_is_undone_by_the_second_unasked(
    edits: tuple[Parts, Sequence[Change], Sequence[Change]],
) -> None:
    seen, theirs, mine = edits
    now = applied(seen, theirs)
    after = applied(now, merged(mine, now).fitting)
    for change in theirs:
        if change.after is None:
            assert change.key not in after
        else:
            values = values_of(after[change.key])
            assert {name: values[name] for name in change.after} == change.after
