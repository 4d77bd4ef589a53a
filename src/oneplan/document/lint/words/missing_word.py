"""missing-word: a small word that the sentence needs is not there, or one is there too many."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.passages import SENTENCES, passages
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.findings import Finding

_NOUN = r"(?:increase|decrease|reduction|improvement|rise|fall|drop)"
_AFTER_TO: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile(
            r"\bto (?:offered|provided|developed|delivered|received|implemented|increased|reduced|improved|ensured|"
            r"supported|achieved|completed|reviewed|established|identified|attended|invited|given|trained)"
            r" (?=\d|(?:an?|the|all|their|every|each)\b)",
        ),
        "A word is missing after “to”.",
        "Write “to be …”, or the plain form of the verb.",
    ),
)
_SLIPS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    *_AFTER_TO,
    (
        re.compile(rf"\b(?:an?|the) {_NOUN} (?:the|a|percentage|number|proportion|rate)\b", re.I),
        "A word is missing after the noun.",
        "Write “in the” or “of the”.",
    ),
    (
        re.compile(
            r"\b(?:at|in|of|for|with|to|during) (?:from|of|into) (?=\d|the\b)"
            # "listened to by 2026" and "looked for by the team" want no word.
            r"|(?<!ed )(?<!kept )(?<!spoken )(?<!met )\b(?:at|in|of|for|with|to|during) by (?=\d|the\b)",
            re.I,
        ),
        "Two prepositions stand together; a figure or a name may have dropped out between them.",
        "Put in what was lost, or take one out.",
    ),
    (
        re.compile(
            r"\b(?:an?) (?:communities|families|schools|children|centres|partners|services|agencies|actions|areas)\b(?!['’]| (?:and|board|team|service|plan|group|trust|officer|centre|panel|strategy|worker|act|champion|lead|forum|manager|council|charter|partnership|network|programme|home|fund|survey|commissioner|minister))",
            re.I,
        ),
        "“a” stands before a plural.",
        "Take out “a”, or put in the noun that it belongs to.",
    ),
    (
        re.compile(
            r"\b(?:is|are|was|were) an? (?:important|essential|key|vital|significant|crucial|major) (?:in|for|to|of)\b",
            re.I,
        ),
        "A noun is missing after the adjective.",
        "Say what it is: an important part, a key step.",
    ),
)


_LIKELY = re.compile(
    r" (?:(?:at|in|of|for|with|to|during) (?:from|of|by|into) "
    r"|(?:increase|decrease|reduction|improvement|rise|fall|drop|important|essential|key|vital|significant|crucial|major) "
    r"|an? (?:commun|famil|school|child|centre|partner|service|agenc|action|area))"
)
"""What every slip but the first has in it: cheaper to look for than the slips."""


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for passage in passages(facts):
        if passage.part not in SENTENCES:
            continue
        likely = _LIKELY.search(f" {passage.text.lower()} ")
        for pattern, message, fix in _SLIPS if likely else _AFTER_TO:
            match = pattern.search(passage.text)
            if match:
                yield about(
                    RULE.name, "info", passage, message, quotes=(match.group().strip(),), fix=fix
                )


RULE = Rule(
    name="missing-word",
    title="A word is missing or too many",
    severity="info",
    family="words",
    scope="alone",
    meaning="“An increase the number”, “at from 12%”, “a communities”, “is an important in”: a small word is "
    "missing, or a figure or a name has dropped out.",
    why="What dropped out may be the figure that the measure hangs on.",
    bad="An increase the number of allotments; in use at from 60%",
    good="An increase in the number of allotments in use, from 60%",
    check=_check,
)
