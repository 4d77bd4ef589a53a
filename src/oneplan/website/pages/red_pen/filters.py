"""What a visitor asks the red pen's page to show, and what they may choose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from oneplan.vocabulary.findings import SEVERITIES, Finding
from oneplan.website.components.findings import rule_named
from oneplan.website.components.severities import SHOWN
from oneplan.website.open_plan import OpenPlan
from oneplan.website.said_of_findings import Receiver
from oneplan.website.wording import sentence

_READER = "the reading of the file"
_NOBODY = "-"


@dataclass(frozen=True, slots=True)
class Choice:
    """An option of the filter, with how many findings it has."""

    value: str
    name: str
    number: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks to see; empty means everything."""

    severities: frozenset[str]
    family: str
    lead: str
    part: str
    rule: str
    given: str


def asked_for(given: Mapping[str, str], severities: Sequence[str]) -> Asked:
    """The filter of an address; no box ticked is all of them."""
    known = frozenset(each for each in severities if each in SHOWN)
    return Asked(
        severities=known or frozenset(SEVERITIES),
        family=given.get("about", ""),
        lead=given.get("lead", ""),
        part=given.get("part", ""),
        rule=given.get("rule", ""),
        given=given.get("given", ""),
    )


def family_of(finding: Finding) -> str:
    """The family of a finding's rule."""
    rule = rule_named(finding.rule)
    return rule.family if rule else _READER


def wanted(opened: OpenPlan, finding: Finding, asked: Asked, given: Mapping[str, Receiver]) -> bool:
    """Whether a finding is among those that are asked for."""
    return (
        finding.severity in asked.severities
        and asked.family in ("", family_of(finding))
        and asked.rule in ("", finding.rule)
        and asked.given in ("", _given_to(given, finding))
        and (not asked.lead or asked.lead in leads_of(opened, finding))
        and (not asked.part or asked.part in opened.parts_above(finding))
    )


def leads_of(opened: OpenPlan, finding: Finding) -> list[str]:
    """The leads of the action that a finding is about; none where it is about no action."""
    placed = opened.actions.get(opened.part_of(finding) or "")
    return placed.action.leads if placed else []


def family_choices(counts: Counter[str], chosen: str) -> list[Choice]:
    """Every family of rules that found something."""
    choices = [Choice("", "Everything", counts.total(), chosen == "")]
    return choices + [
        Choice(name, sentence(name), number, name == chosen) for name, number in counts.items()
    ]


def rule_choices(counts: Counter[str], chosen: str) -> list[Choice]:
    """Every rule that found something by its title, the most frequent first."""
    choices = [Choice("", "Every kind", counts.total(), chosen == "")]
    return choices + [
        Choice(rule, rule_title(rule), number, rule == chosen)
        for rule, number in counts.most_common()
    ]


def lead_choices(counts: Counter[str], findings: int, chosen: str) -> list[Choice]:
    """Every lead of an action with findings, by name; ``findings`` is how many there are in all."""
    choices = [Choice("", "Every lead officer", findings, chosen == "")]
    return choices + [Choice(name, name, counts[name], name == chosen) for name in sorted(counts)]


def _given_to(given: Mapping[str, Receiver], finding: Finding) -> str:
    """The number of whom a finding was given to; a dash for nobody."""
    receiver = given.get(finding.fingerprint or "")
    return str(receiver.person) if receiver else _NOBODY


def people_choices(
    given: Mapping[str, Receiver], findings: Sequence[Finding], chosen: str
) -> list[Choice]:
    """Those whom findings were given to, once anybody was."""
    if not given:
        return []
    counts = Counter(_given_to(given, finding) for finding in findings)
    names = {str(each.person): each.name for each in given.values()}
    people = sorted((name, number) for number, name in names.items() if counts[number])
    options = [("", "Anybody or nobody", len(findings)), (_NOBODY, "Nobody", counts[_NOBODY])]
    options += [(number, name, counts[number]) for name, number in people]
    return [Choice(value, name, count, value == chosen) for value, name, count in options]


def rule_title(rule: str) -> str:
    """What a rule is called; its own name where it is not known."""
    known = rule_named(rule)
    return known.title if known else rule
