from __future__ import annotations

import pytest

from builders.small_plans import found, plan
from oneplan.document.lint.totals.percentage_disagrees_with_counts import RULE


@pytest.mark.parametrize(
    "text",
    [
        "61% (42 of 112 clubs) open late.",
        "42 of 112 clubs (31%) open late.",
        "61%, 42 out of 112, open late.",
    ],
)
def test_a_percentage_that_is_not_the_share_cannot_be(text):
    [finding] = found(RULE, plan(text))
    assert "42 of 112 is 37.5%" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "38% (42 of 112 clubs)",
        "37% (42 of 112 clubs)",
        "37.5%, 42 of 112",
        "42 of 112 clubs (38%)",
        "75% (188) of clubs",
        "61% of 112 clubs",
    ],
)
def test_a_share_rounded_either_way_is_clean(text):
    assert not found(RULE, plan(text))
