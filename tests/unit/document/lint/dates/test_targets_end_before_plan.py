from __future__ import annotations

from builders.measured_plans import under
from builders.small_plans import found
from oneplan.document.lint.dates.targets_end_before_plan import RULE

_GROUPS = ("Flats", "Shops", "Farms", "Mills", "Inns")


def _targets(year: int, more: str = "") -> list[str]:
    texts = [f"{group} with a meter from 40% in 2009 to 60% in {year}." for group in _GROUPS]
    return [*texts, more] if more else texts


def test_a_plan_without_a_target_for_its_last_years_is_told_once() -> None:
    [finding] = found(RULE, under("Warm homes", *_targets(2009)))
    assert "March 2012" in finding.message
    assert "December 2009" in finding.message


def test_one_late_target_or_milestone_is_enough() -> None:
    late = "Huts with a meter from 40% in 2009 to 60% in March 2012."
    assert found(RULE, under("Warm homes", *_targets(2009, late))) == []


def test_a_plan_of_few_targets_is_not_judged() -> None:
    assert found(RULE, under("Warm homes", *_targets(2009)[:4])) == []
