"""organisation-unknown: a body named once whose name is a letter away from one named often."""

from __future__ import annotations

from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.rule import Rule
from oneplan.document.lint.words.names_used import Spelling, listed_names, neighbours, spellings
from oneplan.vocabulary.findings import Finding


def _check(facts: PlanFacts) -> Iterator[Finding]:
    names = spellings(facts)
    listed, near = listed_names(facts), neighbours(facts)
    for key, forms in names.items():
        spelling = next(iter(forms.values()))
        if key in listed or sum(form.times for form in forms.values()) > 1:
            continue
        usual = _usual(near.get(key, set()), names, listed)
        if usual and usual.casefold() != spelling.text.casefold():
            yield _finding(spelling, usual)


def _usual(
    near: set[str], names: dict[str, dict[str, Spelling]], listed: dict[str, str]
) -> str | None:
    """The neighbour that is listed, or else named more than once."""
    for key in sorted(near):
        if key in listed:
            return listed[key]
        forms = sorted(names.get(key, {}).values(), key=lambda form: -form.times)
        if sum(form.times for form in forms) > 1:
            return forms[0].text
    return None


def _finding(spelling: Spelling, usual: str) -> Finding:
    return about(
        RULE.name,
        "warning",
        spelling.first,
        f"This name stands nowhere else in the plan, and nearly it does: {usual}.",
        quotes=(spelling.text,),
        fix=f"Is “{usual}” meant?",
    )


RULE = Rule(
    name="organisation-unknown",
    title="A name that is nearly another",
    severity="warning",
    family="structure",
    scope="across",
    meaning="A partner, lead, plan or group is named once, is on no list of the plan, and differs in one "
    "letter from a name that is listed or named more often.",
    why="The partner who is misspelt does not find its actions, and nobody asks it for an update.",
    bad="Partners: Stoneleigh Trust … Stonleigh Trust",
    good="Partners: Stoneleigh Trust … Stoneleigh Trust",
    check=_check,
)
