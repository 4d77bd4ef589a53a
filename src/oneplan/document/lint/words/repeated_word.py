"""repeated-word: a word that stands twice running."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from operator import eq

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.passages import SENTENCES, passages
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.findings import Finding

_TWICE = re.compile(r"(?<![\w'’-])([^\W\d_]{2,}) \1(?![\w'’-])", re.IGNORECASE)
_RIGHT = frozenset(["had", "very", "that", "there", "bye", "baden", "so"])
_THAT_THAT = re.compile(
    r"\b(?:so|ensur\w+|advised|said|confirm\w*|agree\w*|state\w*) that that\b", re.I
)


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for passage in passages(facts):
        if passage.part not in SENTENCES and passage.part != "title":
            continue
        words = passage.text.lower().split()
        if not any(map(eq, words, islice(words, 1, None))):
            continue
        found = [
            match.group()
            for match in _TWICE.finditer(passage.text)
            if match[1].casefold() not in _RIGHT
        ]
        found += [match.group() for match in _THAT_THAT.finditer(passage.text)]
        if found:
            yield about(
                RULE.name,
                "info",
                passage,
                "A word stands twice running.",
                quotes=tuple(found),
                fix="Take one of them out, or put in the word that was meant.",
            )


RULE = Rule(
    name="repeated-word",
    title="A word that stands twice",
    severity="info",
    family="words",
    scope="alone",
    meaning="The same word stands twice running, as it does when a sentence was changed in haste.",
    why="It tells the reader that nobody read the sentence after it was changed, figures included.",
    bad="Ensure that that every library is open on Saturdays",
    good="Ensure that every library is open on Saturdays",
    check=_check,
)
