"""Two people change one list: what each added and took out counts, and nobody's item is lost in silence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from builders.live_plans import small_plan
from oneplan.partnership.plans.parts.changes import applied
from oneplan.partnership.plans.parts.conflicts import merged
from oneplan.partnership.plans.parts.document import parts_of
from oneplan.partnership.plans.parts.editing.fields import with_fields
from oneplan.partnership.plans.parts.lists import one_list

_NAMES = st.lists(st.sampled_from("ABCDEF"), unique=True, max_size=5)


def _step(text: str, month: str | None = None) -> dict[str, str | None]:
    return {"text": text, "month": month, "source": None}


def test_partners_that_two_people_add_are_both_there() -> None:
    both = one_list(["Police"], ["Police", "Library"], ["Police", "Museum"])
    assert both
    assert both.items == ["Police", "Museum", "Library"]
    assert not both.clash


def test_what_one_adds_and_another_takes_out() -> None:
    both = one_list(["Police", "Library"], ["Library"], ["Police", "Library", "Museum"])
    assert both
    assert (both.items, both.clash) == (["Library", "Museum"], False)


def test_the_same_item_put_by_both_stands_once() -> None:
    both = one_list([], ["Police", "Museum"], ["Museum"])
    assert both
    assert sorted(both.items) == ["Museum", "Police"]


def test_one_step_changed_by_both_is_for_a_person_and_the_other_steps_are_of_both() -> None:
    seen = [_step("Find a hall"), _step("Hire a cook")]
    mine = [_step("Find two halls"), _step("Hire a cook"), _step("Open")]
    theirs = [_step("Find a church hall"), _step("Hire a cook", "2027-03")]
    both = one_list(seen, mine, theirs)
    assert both
    assert both.clash
    assert [each["text"] for each in both.items] == ["Find two halls", "Hire a cook", "Open"]
    assert both.items[1]["month"] == "2027-03"


def test_a_step_that_both_reword_and_add_to_is_for_a_person() -> None:
    seen = [_step("Find a trainer")]
    mine = [_step("Find an old trainer"), _step("Sing")]
    both = one_list(seen, mine, [_step("Open"), _step("Find two trainers"), _step("Close")])
    assert both
    assert both.clash
    assert [each["text"] for each in both.items] == ["Open", "Find an old trainer", "Close", "Sing"]


def test_where_a_step_was_read_is_no_change_of_it() -> None:
    read = {"text": "Find a hall", "source": {"page": 3}}
    both = one_list([read], [_step("Find a hall"), _step("Open")], [read, _step("Close")])
    assert both
    assert [each["text"] for each in both.items] == ["Find a hall", "Close", "Open"]


def test_an_item_moved_by_one_and_changed_by_the_other_is_for_a_person() -> None:
    assert one_list(["A", "B", "C"], ["C", "A", "B"], ["A", "B", "X"]) is None


def test_two_orders_are_for_a_person() -> None:
    assert one_list(["A", "B", "C"], ["C", "A", "B"], ["B", "A", "C"]) is None


def test_a_list_too_long_to_compare_is_for_a_person() -> None:
    names = [str(number) for number in range(500)]
    assert one_list(names, names[1:], names[:-1]) is None


def test_sums_that_are_alike_and_stand_twice_stay_twice() -> None:
    both = one_list(["£5,000", "£5,000"], ["£5,000", "£5,000", "£7"], ["£5,000", "£5,000"])
    assert both
    assert both.items == ["£5,000", "£5,000", "£7"]


@given(_NAMES, _NAMES)
def test_where_only_one_has_changed_it_that_is_what_it_says(
    seen: list[str], new: list[str]
) -> None:
    one, other = one_list(seen, new, seen), one_list(seen, seen, new)
    assert one
    assert other
    assert (one.items, one.clash, other.items, other.clash) == (new, False, new, False)


@given(_NAMES, _NAMES, _NAMES)
def test_no_item_of_either_is_lost_or_comes_back(
    seen: list[str], mine: list[str], theirs: list[str]
) -> None:
    both = one_list(seen, mine, theirs)
    if both is None or both.clash:
        return
    came = (set(mine) | set(theirs)) - set(seen)
    went = (set(seen) - set(mine)) | (set(seen) - set(theirs))
    assert set(both.items) == (set(seen) | came) - went
    assert len(both.items) == len(set(both.items))


def test_lists_of_an_action_are_made_one_where_its_words_conflict() -> None:
    parts = parts_of(small_plan())
    wanted = with_fields(parts, "sa-1", {"text": "Mine", "partners": ["Library"]})
    theirs = applied(parts, with_fields(parts, "sa-1", {"text": "Theirs", "partners": ["Museum"]}))
    result = merged(wanted, theirs)
    assert [each.name for each in result.conflicts] == ["text"]
    assert applied(theirs, result.fitting)["sa-1"]["partners"] == ["Museum", "Library"]


def test_figures_of_a_measure_belong_together() -> None:
    parts = parts_of(small_plan())
    first = {"targets": [{"text": "40 by 2027", "value": 40.0}]}
    second = {"targets": [{"text": "60 by 2029", "value": 60.0}]}
    theirs = applied(parts, with_fields(parts, "falls", second))
    assert merged(with_fields(parts, "falls", first), theirs).conflicts
