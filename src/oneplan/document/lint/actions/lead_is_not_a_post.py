"""lead-is-not-a-post: the lead is a whole organisation or group, or a person by name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, about_action
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.findings import Finding

_POST = re.compile(
    r"\b(?:manager|head|heads|officer|director|lead|leader|co-?ordinator|consultant|chair|chairman"
    r"|chairperson|chairwoman|chief|advis[eo]r|commissioner|superintendent|inspector|sergeant"
    r"|constable|commander|principal|nurse|midwife|secretary|assistant|deputy|worker|specialist"
    r"|clerk|executive|representative|champion|analyst|planner|teacher|headteacher|practitioner"
    r"|psychologist|supervisor|president|governor|treasurer|lawyer|solicitor|doctor|paediatrician"
    r"|portfolio|member|mayor|councillor|sdms?|oms?|dcs|eia|gm|agm|ceo|cfo|dph|post)\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:councils?|trusts?|police|services?|units?|groups?|boards?|partnerships?|departments?"
    r"|directorates?|colleges?|schools?|nhs|pct|ccg|icb|charity|charities|associations?|authority"
    r"|authorities|teams?|agency|agencies|forums?|committees?|networks?|consorti(?:um|a)|centres?"
    r"|ltd|limited|university|hospitals?|partners|all|providers?)$",
    re.IGNORECASE,
)
_PERSON = re.compile(r"^(?:mr|mrs|ms|miss|dr|cllr|prof|rev|sir|dame)\b\.?\s+[A-Z]", re.IGNORECASE)
_ASIDE = re.compile(r"\s*[(\[].*$")


def _check(facts: PlanFacts) -> Iterator[Finding]:
    bodies = {body.name.casefold() for body in facts.plan.organisations}
    bodies |= {name.casefold() for placed in facts.actions for name in placed.action.partners}
    for placed in facts.actions:
        for lead in placed.action.leads:
            if _is_a_body(lead, bodies):
                yield about_action(
                    RULE.name,
                    "warning",
                    placed,
                    "The lead is an organisation or group, not a post in it.",
                    quotes=(lead,),
                    fix=f"Name the post in {lead} that answers for this action.",
                )
            elif _PERSON.match(lead):
                yield about_action(
                    RULE.name,
                    "info",
                    placed,
                    "The lead is a person by name; the action is without a lead when they move on.",
                    quotes=(lead,),
                    fix="Name the post, and keep the name for the contact list.",
                )


def _is_a_body(lead: str, bodies: set[str]) -> bool:
    if _POST.search(lead):
        return False
    name = _ASIDE.sub("", lead).strip(" .,;")
    return lead.casefold() in bodies or bool(_BODY.search(name))


RULE = Rule(
    name="lead-is-not-a-post",
    title="The lead is not a post",
    severity="warning",
    family="actions",
    meaning="The lead of the action is a whole organisation, team or group, or a person by name, "
    "where the plan should name a post.",
    why="Nobody in particular opens the reminder that goes to a council. A post outlives the person "
    "who holds it.",
    bad="Lead: Fenshire Police",
    good="Lead: Superintendent, Public Protection, Fenshire Police",
    check=_check,
)
