"""One indicator under two codes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from oneplan.document.lint.across_the_plan.indicator_names import (
    NamedIndicator,
    family,
    name_words,
    named_indicators,
)
from oneplan.document.lint.facts import PlanFacts
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.findings import Finding

_NAME = "indicator-name-two-codes"


def _check(facts: PlanFacts) -> Iterator[Finding]:
    uses: dict[tuple[str, frozenset[str]], dict[str, NamedIndicator]] = defaultdict(dict)
    for named in named_indicators(facts):
        words = name_words(named.name) if named.name else frozenset()
        if len(words) >= 2:
            uses[family(named.code), words].setdefault(named.code, named)
    for by_code in uses.values():
        if len(by_code) > 1:
            first, *_, last = by_code.values()
            yield Finding(
                rule=_NAME,
                severity="error",
                message=f"One indicator has the codes {' and '.join(by_code)}.",
                where=last.where,
                quotes=tuple(f"{named.name} ({code})" for code, named in by_code.items()),
                fix=_fix(facts, list(by_code))
                or f"Check {first.code} and {last.code} in the list.",
                source=last.source,
                subject=last.subject,
            )


def _fix(facts: PlanFacts, codes: list[str]) -> str:
    titles = [(code, facts.known.indicators.get(code)) for code in codes]
    return " ".join(f"{code} is “{title}”." for code, title in titles if title)


RULE = Rule(
    name=_NAME,
    title="One indicator has two codes",
    severity="error",
    family="across the plan",
    scope="across",
    meaning=(
        "The same name, apart from small words and the usual synonyms, stands beside two codes of one set. "
        "Always an error. A code of the national set beside a local one is not a finding."
    ),
    why="Two published figures would be shown for one thing, and they will differ.",
    bad="Care leavers in suitable accommodation (NI 147); care leavers in suitable accommodation (NI 148).",
    good="Care leavers in suitable accommodation (NI 147), in both places.",
    check=_check,
)
