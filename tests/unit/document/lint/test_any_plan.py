"""The red pen reads whatever a plan document may hold."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings

from builders.any_plan import PLANS
from builders.plans import make_plan
from oneplan.document.lint.across_the_plan import ACROSS_RULES
from oneplan.document.lint.dates import DATE_RULES
from oneplan.document.lint.lint import lint
from oneplan.document.lint.measures import MEASURE_RULES
from oneplan.document.lint.rule import Rule
from oneplan.document.lint.rule_list import RULES
from oneplan.document.schema import PlanDocument
from oneplan.exchange.known import load_known

_FIGURES = (*MEASURE_RULES, *DATE_RULES, *ACROSS_RULES)


@given(PLANS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_plan_can_be_linted(plan: PlanDocument) -> None:
    for finding in lint(plan, load_known()):
        assert finding.message
        assert finding.fingerprint


def test_two_runs_say_the_same() -> None:
    plan = make_plan(3)
    assert lint(plan, load_known()) == lint(plan, load_known())


def _parts(rule: Rule) -> Iterator[str]:
    yield from (rule.title, rule.meaning, rule.why, rule.bad, rule.good)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_is_explained(rule: Rule) -> None:
    assert all(part.strip() for part in _parts(rule))
    assert rule.bad != rule.good
    assert not any("!" in part for part in _parts(rule))


def test_no_two_rules_share_a_name() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_the_rules_about_figures_are_all_in_the_list() -> None:
    assert set(_FIGURES) <= set(RULES)
