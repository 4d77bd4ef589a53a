from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from oneplan.evidence.observations.groups import dimensions_of, group_text

NAMES = st.text("abcdefgh ", min_size=1, max_size=8)
MEMBERS = st.text("ab;\\= %", min_size=1, max_size=8)


def test_everyone_is_empty() -> None:
    assert group_text({}) == ""
    assert dimensions_of("") == {}


def test_dimensions_stand_in_the_order_of_their_names() -> None:
    assert group_text({"sex": "Female", "age": "0 to 4"}) == "age=0 to 4; sex=Female"


@given(st.dictionaries(NAMES, MEMBERS, max_size=4))
def test_a_group_is_read_back_as_it_was_written(dimensions: dict[str, str]) -> None:
    assert dimensions_of(group_text(dimensions)) == dimensions
