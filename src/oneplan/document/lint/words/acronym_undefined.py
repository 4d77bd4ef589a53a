"""acronym-undefined: letters that the plan never explains."""

from __future__ import annotations

from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.rule import Rule
from oneplan.document.lint.words.acronyms import Use, acronyms
from oneplan.document.lint.words.stands_for import singular
from oneplan.vocabulary.findings import Finding

_IN_EVERY_PAPER = """
A&E AIDS BBC BC BSL CD CEO CO COVID DIY DVD EU FAQ GB GCSE GP HIV ID HR IQ IT MMR MP NATO NB NHS NI OK PC PDF PE PIN QR
RSPCA SMS TV UK UN UNESCO URL US USA VAT VIP
"""
_EVERYONE_KNOWS = frozenset(_IN_EVERY_PAPER.split())


def _check(facts: PlanFacts) -> Iterator[Finding]:
    said = acronyms(facts)
    defined = {singular(term.term.strip()).casefold() for term in facts.plan.glossary}
    defined |= {expansion.acronym.casefold() for expansion in said.expansions}
    defined |= {
        singular(alias).casefold() for body in facts.plan.organisations for alias in body.aliases
    }
    usual = {singular(key).casefold(): meaning for key, meaning in facts.known.acronyms.items()}
    for acronym, use in said.used.items():
        if {acronym, acronym.removesuffix("S")} & _EVERYONE_KNOWS:
            continue
        forms = {form.casefold() for form in (acronym, acronym.removesuffix("S"), f"{acronym}S")}
        if not forms & defined:
            meant = next((usual[form] for form in sorted(forms) if form in usual), None)
            yield _finding(acronym, use, meant, defined)


def _finding(acronym: str, use: Use, usual: str | None, defined: set[str]) -> Finding:
    times = "once" if use.times == 1 else f"{use.times} times"
    like = _meant(acronym.casefold(), defined) if use.times == 1 else None
    if like:
        fix = f"Is {like.upper()} meant? If not, explain it where it first stands."
    elif usual:
        fix = f"Write “{usual} ({acronym})” where it first stands, if that is meant."
    else:
        fix = "Write the name out where it first stands, with the letters in brackets, or list it."
    return about(
        "acronym-undefined",
        "info" if usual and not like else "warning",
        use.first,
        f"{acronym} is used {times} and explained nowhere in the plan.",
        quotes=(acronym,),
        fix=fix,
    )


def _meant(acronym: str, defined: set[str]) -> str | None:
    """The explained acronym with two neighbouring letters the other way round."""
    for place in range(len(acronym) - 1 if len(acronym) > 2 else 0):
        first, second = acronym[place], acronym[place + 1]
        turned = acronym[:place] + second + first + acronym[place + 2 :]
        if turned != acronym and turned in defined:
            return turned
    return None


RULE = Rule(
    name="acronym-undefined",
    title="Letters that are explained nowhere",
    severity="warning",
    family="words",
    scope="across",
    meaning="An acronym is used, and neither the glossary nor the text says what it stands for. One that "
    "is usual in the field is only worth a look.",
    why="A parent or a new partner cannot read the plan, and two professions read the same letters "
    "differently.",
    bad="Train all staff of the FSTs by March.",
    good="Train all staff of the family support teams (FSTs) by March.",
    check=_check,
)
