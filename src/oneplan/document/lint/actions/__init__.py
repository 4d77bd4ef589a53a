"""The rules of the family "actions", in the order in which they are documented."""

from __future__ import annotations

from oneplan.document.lint.actions import (
    action_is_a_finding_not_an_action,
    action_is_an_outcome,
    action_without_reference,
    cross_reference_not_mutual,
    cross_reference_without_target,
    duplicate_action,
    duplicate_reference,
    funding_not_secured,
    funding_points_elsewhere,
    lead_is_not_a_post,
    missing_funding,
    missing_lead,
    missing_measure,
    placeholder,
    plan_in_group_column,
    resource_unlabelled,
    several_leads,
)
from oneplan.document.lint.rule import Rule

ACTION_RULES: tuple[Rule, ...] = (
    missing_lead.RULE,
    several_leads.RULE,
    lead_is_not_a_post.RULE,
    missing_measure.RULE,
    missing_funding.RULE,
    resource_unlabelled.RULE,
    funding_points_elsewhere.RULE,
    funding_not_secured.RULE,
    action_without_reference.RULE,
    duplicate_reference.RULE,
    duplicate_action.RULE,
    action_is_a_finding_not_an_action.RULE,
    action_is_an_outcome.RULE,
    cross_reference_without_target.RULE,
    cross_reference_not_mutual.RULE,
    placeholder.RULE,
    plan_in_group_column.RULE,
)
