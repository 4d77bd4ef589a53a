from __future__ import annotations

from builders.measured_plans import under
from builders.small_plans import found
from oneplan.document.lint.dates.target_after_plan_end import RULE


def test_an_outcome_beyond_the_plan() -> None:
    [finding] = found(RULE, under("Warm homes", "Insulated homes from 40% in 2009 to 60% in 2014."))
    assert "March 2012" in finding.message


def test_many_are_one_finding() -> None:
    texts = [
        f"{group} from 40% in 2009 to 60% in 2014."
        for group in ("Flats", "Shops", "Farms", "Mills", "Inns", "Pubs")
    ]
    [finding] = found(RULE, under("Warm homes", *texts))
    assert finding.severity == "info"


def test_the_last_month_of_the_plan_is_right() -> None:
    assert (
        found(RULE, under("Warm homes", "Insulated homes from 40% in 2009 to 60% in March 2012."))
        == []
    )
