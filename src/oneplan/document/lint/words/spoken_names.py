"""The capitalised names of a plan by their initials: "Home Learning Review" under "hlr"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts
from oneplan.document.lint.passages import Passage, in_passages
from oneplan.document.lint.remembered import remembered
from oneplan.document.lint.words.stands_for import SMALL

_RUN = re.compile(r"[A-Z][\w'’]+(?:[ -](?:(?:and|of|for|the|in|to|&) )?[A-Z][\w'’]+){2,9}")
_WORD = re.compile(r"[\w'’]+")
_SHORTEST, _LONGEST = 3, 6


@remembered
def spoken_names(facts: PlanFacts) -> dict[str, set[str]]:
    """The ends, three to six telling words long, of the capitalised names in the plan, by their initials."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for initials, name in in_passages(facts, _ends):
        found[initials].add(name)
    return found


def _ends(passage: Passage) -> Iterator[tuple[str, str]]:
    """The ends of the capitalised names in a passage, each after its initials."""
    for run in _RUN.findall(passage.text):
        words = [word for word in _WORD.finditer(run) if word.group().casefold() not in SMALL]
        for length in range(_SHORTEST, min(_LONGEST, len(words)) + 1):
            initials = "".join(word.group()[0] for word in words[-length:])
            yield initials.casefold(), run[words[-length].start() :]
