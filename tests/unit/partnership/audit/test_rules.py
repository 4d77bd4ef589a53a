"""A history that was tampered with shows, wherever and however it was."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oneplan.partnership.audit.rules import (
    Link,
    Place,
    Wrong,
    changed_fields,
    first_break,
    mark,
    words_of,
)


def _chain(length: int) -> list[Link]:
    links: list[Link] = []
    before = ""
    for number in range(1, length + 1):
        facts = {"subject": f"bench {number}", "number": number}
        before = mark(facts, before)
        links.append(Link(number, facts, before))
    return links


def _end(links: list[Link]) -> Place:
    return Place(links[-1].number, links[-1].mark)


def test_a_history_that_nobody_touched_is_whole() -> None:
    links = _chain(5)
    assert first_break("park", links, verified=Place(), last=_end(links)) is None
    assert first_break("park", (), verified=Place(), last=Place()) is None


@given(length=st.integers(1, 12), data=st.data())
def test_an_event_that_was_changed_is_named(length: int, data: st.DataObject) -> None:
    links = _chain(length)
    end = _end(links)
    at = data.draw(st.integers(0, length - 1))
    links[at] = Link(at + 1, {**links[at].facts, "subject": "another"}, links[at].mark)
    found = first_break("park", links, verified=Place(), last=end)
    assert found is not None
    assert (found.number, found.wrong) == (at + 1, Wrong.CHANGED)


@given(length=st.integers(1, 12), data=st.data())
def test_an_event_that_was_taken_out_is_named(length: int, data: st.DataObject) -> None:
    links = _chain(length)
    end = _end(links)
    at = data.draw(st.integers(0, length - 1))
    del links[at]
    found = first_break("park", links, verified=Place(), last=end)
    assert found is not None
    assert (found.number, found.wrong) == (at + 1, Wrong.MISSING)


@given(length=st.integers(2, 12), data=st.data())
def test_events_that_changed_places_are_seen(length: int, data: st.DataObject) -> None:
    links = _chain(length)
    end = _end(links)
    at = data.draw(st.integers(0, length - 2))
    first, second = links[at], links[at + 1]
    links[at] = Link(first.number, second.facts, second.mark)
    links[at + 1] = Link(second.number, first.facts, first.mark)
    assert first_break("park", links, verified=Place(), last=end) is not None


def test_a_chain_made_anew_does_not_end_with_the_mark_that_was_noted() -> None:
    links = _chain(3)
    forged_facts = {"subject": "forged", "number": 3}
    forged = Link(3, forged_facts, mark(forged_facts, links[1].mark))
    found = first_break("park", [*links[:2], forged], verified=Place(), last=_end(links))
    assert found is not None
    assert str(found) == "Event 3 of park was changed after it was recorded."


def test_verifying_goes_on_from_where_it_was_verified() -> None:
    links = _chain(6)
    verified = Place(4, links[3].mark)
    assert first_break("park", links[3:], verified=verified, last=_end(links)) is None


@pytest.mark.parametrize(
    ("verified_mark", "begins", "wrong"),
    [("another", 3, Wrong.CHANGED), ("its own", 4, Wrong.MISSING)],
)
def test_the_event_up_to_which_it_was_verified_must_still_be_there(
    verified_mark: str, begins: int, wrong: Wrong
) -> None:
    links = _chain(6)
    verified = Place(4, links[3].mark if verified_mark == "its own" else verified_mark)
    found = first_break("park", links[begins:], verified=verified, last=_end(links))
    assert found is not None
    assert (found.number, found.wrong) == (4, wrong)


def test_what_is_added_meanwhile_is_left_for_the_next_time() -> None:
    links = _chain(6)
    assert first_break("park", links, verified=Place(), last=_end(links[:4])) is None


def _as_postgresql_writes(value: Any) -> Any:
    """jsonb keeps numbers as decimals, keys in an order of its own."""
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return value
    if isinstance(value, int | float):
        written = Decimal(repr(value))
        return json.loads(format(written, "f"))
    if isinstance(value, list):
        return [_as_postgresql_writes(each) for each in value]
    return {key: _as_postgresql_writes(value[key]) for key in sorted(value, key=len)}


@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
        ),
        max_leaves=12,
    )
)
def test_the_mark_is_the_same_however_a_database_writes_numbers(value: Any) -> None:
    assert mark({"after": value}, "") == mark({"after": _as_postgresql_writes(value)}, "")


def test_a_number_that_json_has_not_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        mark({"after": float("nan")}, "")


def test_the_fields_that_differ_are_named_in_their_order() -> None:
    before = {"text": "Sweep", "due": None, "lead": "Warden"}
    after = {"text": "Sweep daily", "due": None, "lead": "Ranger", "note": "new"}
    assert list(changed_fields(before, after)) == ["text", "lead", "note"]
    assert list(changed_fields(None, {"text": "Sweep"})) == ["text"]


def test_an_event_is_found_by_its_label_its_note_and_what_changed() -> None:
    before = {"text": "Sweep the  Square", "steps": [{"text": "Buy brooms"}], "sum": 40}
    after = {"text": "Sweep the  Square", "steps": [{"text": "Hire BROOMS"}], "sum": 55.5}
    found = words_of("SQ 1", "As agreed", before, after)
    assert found == "sq 1 as agreed buy brooms hire brooms 40 55.5"
