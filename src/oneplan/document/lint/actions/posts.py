"""Which leads are posts, and which are whole organisations or groups."""

from __future__ import annotations

import re
from functools import lru_cache

from oneplan.document.lint.facts import PlanFacts
from oneplan.document.lint.remembered import remembered

_POST = re.compile(
    r"\b(?:manager|head|heads|officer|director|lead|leader|co-?ordinator|consultant|chair|chairman"
    r"|chairperson|chairwoman|chief|advis[eo]r|commissioner|superintendent|inspector|sergeant"
    r"|constable|commander|principal|nurse|midwife|secretary|assistant|deputy|worker|specialist"
    r"|clerk|executive|representative|champion|analyst|planner|teacher|headteacher|practitioner"
    r"|psychologist|supervisor|president|governor|treasurer|lawyer|solicitor|doctor|paediatrician"
    r"|portfolio|member|mayor|councillor|sdms?|oms?|dcs|eia|gm|agm|ceo|cfo|dph|post)\b"
)
_BODY = re.compile(
    r"\b(?:councils?|trusts?|police|services?|units?|groups?|boards?|partnerships?|departments?"
    r"|directorates?|colleges?|schools?|nhs|pct|ccg|icb|charity|charities|associations?|authority"
    r"|authorities|teams?|agency|agencies|forums?|committees?|networks?|consorti(?:um|a)|centres?"
    r"|ltd|limited|university|hospitals?|partners|all|providers?)$"
)
_ASIDE = re.compile(r"\s*[(\[].*$")


@lru_cache(maxsize=8192)
def is_a_post(lead: str) -> bool:
    """Whether the words name a post, whatever body it is in."""
    return bool(_POST.search(lead.casefold()))


def is_a_body(lead: str, facts: PlanFacts) -> bool:
    """Whether the words name an organisation or group and no post in it."""
    if is_a_post(lead):
        return False
    name = _ASIDE.sub("", lead.casefold()).strip(" .,;")
    return lead.casefold() in _known_bodies(facts) or bool(_BODY.search(name))


@remembered
def _known_bodies(facts: PlanFacts) -> frozenset[str]:
    """The organisations that the plan lists and the partners that its actions name, in lower case."""
    names = [body.name for body in facts.plan.organisations]
    names += [name for placed in facts.actions for name in placed.action.partners]
    return frozenset(name.casefold() for name in names)
