"""Ids that a document brings along and that no address could name are given anew."""

from __future__ import annotations

import pytest

from builders.live_plans import small_plan
from oneplan.partnership.plans.parts.document import parts_of


@pytest.mark.parametrize("id_", ["a/b", "/", "..", "."])
def test_an_id_that_is_no_step_of_an_address_is_made_anew(id_: str) -> None:
    document = small_plan()
    document.elements[0].actions[0].id = id_
    parts = parts_of(document)
    assert id_ not in parts
    assert [each["text"] for each in parts.of_sort("action")] == ["Train wardens", "Visit homes"]
